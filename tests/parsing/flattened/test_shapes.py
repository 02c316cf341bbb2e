"""The shape of a cell in plain pdf text."""

from __future__ import annotations

import pytest

from zhibiao.parsing.flattened.fragments import LINE, PARA, Fragment, fragments_of
from zhibiao.parsing.flattened.manners import Manner
from zhibiao.parsing.flattened.shapes import (
    Run,
    Width,
    auto_blank,
    lines_of,
    measure,
    need,
    not_full,
    room_left,
    runs,
    text_of,
    too_wide,
    vagueness,
)


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [("疏浚", "12", True), ("12", "公里", True), ("12", "20", True), ("≥", "疏", True), ("疏浚", "河道", False), ("abc", "def", False)],
)
def test_auto_blank(left: str, right: str, expected: bool) -> None:
    assert auto_blank(left, right) is expected


def test_texts_and_lines_of_a_cell() -> None:
    fragments = fragments_of(["疏浚 12", "公里"])
    assert text_of(fragments) == "疏浚 12\n公里"
    assert lines_of(fragments) == ["疏浚 12", "公里"]
    assert (text_of([]), lines_of([])) == ("", [])


def test_measures() -> None:
    assert measure("巡河 48 次") == 9.0  # blanks beside digits are a quarter of a wide character
    assert room_left("疏浚河道", "长度", 12) == 2.0
    assert room_left("疏浚河道", "长度", 9) == 0.0
    assert room_left("疏浚河道", "2025年", 12) == 0.0  # a number is not cut


@pytest.mark.parametrize(("text", "columns"), [("疏浚河道", 2), ("2025年", 4), ("（2025年）", 6), ("河。", 4), ("", 2)])
def test_the_first_token_of_a_line(text: str, columns: int) -> None:
    assert need(text) == columns


def test_readings_of_a_cell_grow_by_a_fragment() -> None:
    found = list(runs(fragments_of(["疏浚河道", "长度", "", "≥12公里"]), 0, None))
    assert [(run.stop, run.text, run.lines) for run in found] == [(1, "疏浚河道", 1), (2, "疏浚河道长度", 2), (3, "疏浚河道长度≥12公里", 3)]
    assert found[0] == Run(1, "疏浚河道", 0.0, 1)
    assert [run.stop for run in runs(fragments_of(["疏浚河道", "长度"]), 1, None)] == [2]


def test_a_line_wider_than_its_column_costs_and_a_full_one_does_not() -> None:
    fragments = fragments_of(["疏浚骨干河", "道长度"])
    full, narrow, wide = (list(runs(fragments, 0, Width(limit, wraps=True)))[-1].cost for limit in (10.0, 6.0, 20.0))
    assert full < narrow
    assert full < wide  # the second line would have had room on the first


def test_in_a_column_where_nothing_wraps_a_wrap_is_odd() -> None:
    fragments = fragments_of(["疏浚河道", "长度"])
    unknown, unseen, known = (
        list(runs(fragments, 0, width))[-1].cost for width in (None, Width(12.0, wraps=False), Width(8.0, wraps=True))
    )
    assert known < unknown < unseen


def test_a_line_break_of_another_kind_costs_by_the_manner_of_the_text() -> None:
    fragments = [Fragment("疏浚骨干河", PARA, 0), Fragment("道长度", LINE, 1)]
    tight, loose = (list(runs(fragments, 0, None, None, Manner(False, LINE, one).inside))[-1].cost for one in (LINE, PARA))
    assert loose - tight == 4.0


def test_letters_and_signs_are_vague() -> None:
    assert vagueness("疏浚河道") == 0.0
    assert vagueness("DR设备") == 0.24
    assert too_wide("疏浚河道", 8.0) == 0.0
    assert too_wide("疏浚河道", 6.0) > 3.0
    assert not_full("疏浚", "河道", 6.0) > 1.0
    assert not_full("疏浚河", "2025年", 8.0) == 0.0
