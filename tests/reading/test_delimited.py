"""Separated values: delimiters, quotes, guards, ragged and broken rows."""

from __future__ import annotations

import csv
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from zhibiao.config.limits import Limits
from zhibiao.errors import ReadError
from zhibiao.model.place import Place
from zhibiao.reading.blocks import Blocks, Grid
from zhibiao.reading.budget import Budget
from zhibiao.reading.delimited import looks_delimited, read_csv


def read(text: str, **limits: Any) -> Blocks:
    return read_csv(text, Budget(Limits(**limits)))


def cells(blocks: Blocks) -> list[tuple[int, int, str]]:
    return [(cell.row, cell.column, cell.text) for grid in blocks.blocks if isinstance(grid, Grid) for cell in grid.cells]


@pytest.mark.parametrize("mark", [",", "\t", ";", "|"])
def test_delimiters(mark: str) -> None:
    text = "\n".join(
        [mark.join(["三级指标", "指标值", "说明"]), mark.join(["培训人数", "≥300人", "全年"]), mark.join(["完成时间", "12月底前", "一次"])]
    )
    blocks = read(text)
    assert cells(blocks)[3:6] == [(1, 0, "培训人数"), (1, 1, "≥300人"), (1, 2, "全年")]
    grid = blocks.blocks[0]
    assert isinstance(grid, Grid)
    assert (grid.height, grid.width, grid.first_row, grid.first_column, grid.wrapped) == (3, 3, 1, 1, False)
    assert grid.place == Place(table=1)
    assert blocks.kind == "csv"


CASES = [
    ("quoted comma", '"一,二",三\n', [(0, 0, "一,二"), (0, 1, "三")]),
    ("quoted quote", '"他说""好""",三\n', [(0, 0, '他说"好"'), (0, 1, "三")]),
    ("quoted lines", '名称,值\r\n"第一行\r\n第二行",2\r\n', [(0, 0, "名称"), (0, 1, "值"), (1, 0, "第一行\n第二行"), (1, 1, "2")]),
    ("commas under tabs", "名称\t值\n甲,乙,丙\t1,000\n", [(0, 0, "名称"), (0, 1, "值"), (1, 0, "甲,乙,丙"), (1, 1, "1,000")]),
    ("ragged", "a,b,c\n1\n1,2,3,4\n", [*((0, k, "abc"[k]) for k in range(3)), (1, 0, "1"), *((2, k, "1234"[k]) for k in range(4))]),
    ("blank rows count", "\n\n甲,乙\n,\n丙,\n", [(2, 0, "甲"), (2, 1, "乙"), (4, 0, "丙")]),
    ("blanks are no cells", "甲, ,\u3000,乙\n", [(0, 0, "甲"), (0, 3, "乙")]),
    ("sep line", "sep=;\n甲;1,5\n", [(0, 0, "甲"), (0, 1, "1,5")]),
    ("one column", "三级指标\n培训人数\n", [(0, 0, "三级指标"), (1, 0, "培训人数")]),
    ("mark", "\ufeff甲,乙\n", [(0, 0, "甲"), (0, 1, "乙")]),
    ("guard", '甲,="100%"\n乙,"=""007"""\n', [(0, 0, "甲"), (0, 1, "100%"), (1, 0, "乙"), (1, 1, "007")]),
    ("no guard", "甲,=100%\n乙,'=5\n", [(0, 0, "甲"), (0, 1, "=100%"), (1, 0, "乙"), (1, 1, "'=5")]),
    ("guard inside", '甲,比="1"大\n', [(0, 0, "甲"), (0, 1, '比="1"大')]),
    ("old Mac lines", "甲,乙\r丙,丁\r", [(0, 0, "甲"), (0, 1, "乙"), (1, 0, "丙"), (1, 1, "丁")]),
    ("quoted word first", '"重大"项目,2\n', [(0, 0, "重大项目"), (0, 1, "2")]),
    ("nothing", "", []),
    ("only marks", ",,,\n,,\n", []),
]


@pytest.mark.parametrize(("text", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_rows(text: str, expected: list[tuple[int, int, str]]) -> None:
    blocks = read(text)
    assert cells(blocks) == expected
    assert blocks.doubts == ()


def test_unclosed_quote() -> None:
    blocks = read('名称,值\n"未完,1\n乙,2\n')
    assert cells(blocks) == [(0, 0, "名称"), (0, 1, "值"), (1, 0, '"未完'), (1, 1, "1"), (2, 0, "乙"), (2, 1, "2")]
    assert blocks.doubts == ("有引号没有成对，引号按普通字符处理",)


def test_too_wide() -> None:
    blocks = read("甲,乙,丙\n", grid_columns=2)
    assert cells(blocks) == [(0, 0, "甲"), (0, 1, "乙")]
    assert blocks.doubts == ("第 2 列以后的内容未读取",)


@pytest.mark.parametrize(
    ("text", "limits", "code"),
    [
        ("a,b\n" * 100, {"cells": 50}, "too-many-cells"),
        ("a\n" * 100, {"lines": 50}, "too-many-lines"),
        ("\n" * 100, {"lines": 50}, "too-many-lines"),
        ("a,b\n", {"seconds": -1.0}, "timeout"),
        ('"' + "a" * (1 << 24) + 'b",c\n', {}, "damaged"),
    ],
)
def test_limits(text: str, limits: dict[str, Any], code: str) -> None:
    before = csv.field_size_limit()
    with pytest.raises(ReadError) as caught:
        read(text, **limits)
    assert caught.value.code == code
    assert csv.field_size_limit() == before


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("三级指标,指标值\n培训人数,300\n", True),
        ("三级指标\t指标值\n培训人数\t300\n", True),
        ("标题\n三级指标,指标值\n甲,1\n乙,2\n丙,3\n", True),
        ("sep=;\n甲;乙", True),
        ("一、总体目标\n保障机关运转。\n二、分项目标\n完成培训。\n", False),
        ("工会开展活动,职工参与,效果好。\n第二段没有逗号\n第三段,只有一个\n第四段\n", False),
        ("| 三级指标 | 指标值 |\n| --- | --- |\n| 甲 | 1 |\n", False),
        ("目 录\n一、总体绩效目标\t1\n二、分项绩效目标\t2\n第二部分\n正文\n正文\n正文\n", False),
        ("", False),
    ],
)
def test_looks_delimited(text: str, *, expected: bool) -> None:
    assert looks_delimited(text) is expected


@settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
@given(text=st.text(alphabet="甲乙1,;\t|\"=\n\r '\x00\u2028sep", max_size=80))
def test_any_text(text: str) -> None:
    looks_delimited(text)
    read(text)


@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
@given(rows=st.lists(st.lists(st.text(alphabet='甲乙,"\n 1', max_size=5), min_size=2, max_size=4), min_size=1, max_size=6))
def test_what_the_library_writes_is_read_back(rows: list[list[str]]) -> None:
    lines: list[str] = []
    csv.writer(type("Sink", (), {"write": staticmethod(lines.append)})(), quoting=csv.QUOTE_ALL).writerows(rows)
    expected = [(y, x, text) for y, row in enumerate(rows) for x, text in enumerate(row) if text.strip()]
    assert cells(read("sep=,\n" + "".join(lines))) == expected
