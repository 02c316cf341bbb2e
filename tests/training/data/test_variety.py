"""Repeats, near neighbours and frames of hand-made rows."""

from __future__ import annotations

from pathlib import Path

from labelled import row, table, written

from zhibiao.training.data.records import load
from zhibiao.training.data.variety import alike, frame_of, variety


def test_repeats_and_neighbours_are_counted(tmp_path: Path) -> None:
    rows = [
        row(1, name="渠道防渗长度", value="≥3.2公里"),
        row(2, name="渠道防渗长度", value="≥3.2公里"),
        row(3, name="护林员入户宣传防火知识次数", description="每户每季上门的次数", value="≥4次"),
        row(4, name="留守老人助餐送达及时率", description="午餐十二点前送到的份数占比", value="≥95%"),
    ]
    found = variety(load(written(tmp_path, table(*rows))))
    assert (found.rows, found.repeated, found.near) == (4, 0.25, 0.5)


def test_a_frame_is_what_is_left_beside_nouns_and_numbers() -> None:
    assert frame_of("渠道长度") == ""
    assert frame_of("提高农民收入") == frame_of("提高教师待遇") != ""


def test_texts_of_two_sides_that_are_nearly_the_same_are_found() -> None:
    first = ["护林员入户宣传防火知识次数每年", "渠道防渗长度"]
    second = ["留守老人助餐送达及时率", "护林员入户宣传防火知识次数每月", "护林员入户宣传次数"]
    assert alike(first, second) == [(0, 1)]  # 12 of the 14 kinds of three characters are shared
    assert alike([], second) == []
