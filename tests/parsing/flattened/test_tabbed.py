"""Rows parted by tabs or pipes."""

from __future__ import annotations

import pytest
from grid_text import read_text, rows_of
from hypothesis import given, settings
from hypothesis import strategies as st

from zhibiao.parsing.flattened.tabbed import aligned, has_outer_pipes, is_contents, pipe_cells, quoted_row, tab_cells


@pytest.mark.parametrize(
    ("line", "cells"),
    [
        ("产出指标\t数量指标\t巡河次数\t≥48次", ["产出指标", "数量指标", "巡河次数", "≥48次"]),
        ("\t\t清淤长度\t≥12公里", ["", "", "清淤长度", "≥12公里"]),
        ("产出指标\t\t", ["产出指标", "", ""]),
        ("项目名称\t **河道疏浚** ", ["项目名称", "河道疏浚"]),
        ("巡河次数\t≥48次", ["巡河次数", "≥48次"]),
    ],
)
def test_tab_cells(line: str, cells: list[str]) -> None:
    assert tab_cells(line) == cells


@pytest.mark.parametrize("line", ["保障河道安全", "\t首行缩进的正文", "正文\t"])
def test_running_text_has_no_tab_cells(line: str) -> None:
    assert tab_cells(line) is None


@pytest.mark.parametrize(
    ("line", "outer", "cells"),
    [
        ("| 巡河次数 | ≥48次 |", True, ["巡河次数", "≥48次"]),
        ("|  | ≥48次 |", True, ["", "≥48次"]),
        ("| 巡河次数 | ≥48次", True, ["巡河次数", "≥48次"]),
        ("产出指标 | 巡河次数 | ≥48次", False, ["产出指标", "巡河次数", "≥48次"]),
        (" | 清淤长度 | ≥12公里", False, ["", "清淤长度", "≥12公里"]),
        ("| 甲\\|乙 | 丙 |", True, ["甲|乙", "丙"]),
        ("| 疏浚<br>河道 | 12 |", True, ["疏浚\n河道", "12"]),
        ("|---|:---:|", True, []),
        ("---|---|---", False, []),
    ],
)
def test_pipe_cells(line: str, outer: bool, cells: list[str]) -> None:
    assert pipe_cells(line, outer) == cells


@pytest.mark.parametrize("line", ["保障河道安全", "甲|乙", "", "-----"])
def test_running_text_has_no_pipe_cells(line: str) -> None:
    assert pipe_cells(line, outer=False) is None


def test_outer_pipes() -> None:
    assert has_outer_pipes("  | 巡河次数 | ≥48次 |")
    assert not has_outer_pipes("巡河次数 | ≥48次")


def test_short_rows_under_a_header_miss_their_merged_cells_on_the_left() -> None:
    header = ["一级指标", "二级指标", "三级指标", "指标值"]
    rows = [["项目名称", "河道疏浚"], header, ["产出指标", "数量指标", "巡河次数", "≥48次"], ["清淤长度", "≥12公里"], ["备注"], ["", ""]]
    assert aligned(rows) == [*rows[:3], ["", "", "清淤长度", "≥12公里"], ["备注"], ["", ""]]


CELL = st.text(st.sampled_from("疏浚河道产出数量≥48%公里12|、。（） "), max_size=8).map(str.strip)
TABLE = st.integers(2, 5).flatmap(lambda width: st.lists(st.lists(CELL, min_size=width, max_size=width), min_size=1, max_size=6))


@settings(max_examples=200, deadline=None)
@given(TABLE)
def test_pipe_rows_come_back_as_they_were_written(rows: list[list[str]]) -> None:
    written = ["| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |" for row in rows]
    assert [pipe_cells(line, outer=True) for line in written] == rows


@settings(max_examples=200, deadline=None)
@given(TABLE)
def test_tab_rows_come_back_as_they_were_written(rows: list[list[str]]) -> None:
    for row in rows:
        line = "\t".join(["项目", "名称", *row])
        assert tab_cells(line) == ["项目", "名称", *row]


def test_markdown_document() -> None:
    found = read_text("""
# 河道疏浚绩效目标表

| 项目名称 | 河道疏浚 | 项目编码 | 13092525P00001 |
|---|---|---|---|
| 一级指标 | 二级指标 | 三级指标 | 指标值 |
| 产出指标 | 数量指标 | 巡河次数 | ≥48次 |
|  |  | 清淤长度 | ≥12公里 |

说明：甲|乙两方共同实施。
""")
    assert found.tables[0].title == "河道疏浚绩效目标表"
    assert found.tables[0].project_name == "河道疏浚"
    assert rows_of(found, "level1", "level2", "name", "value") == [
        ("产出指标", "数量指标", "巡河次数", "≥48次"),
        ("产出指标", "数量指标", "清淤长度", "≥12公里"),
    ]
    assert [i.where.line for i in found.tables[0].indicators] == [6, 7]


def test_tabbed_document() -> None:
    found = read_text("一级指标\t二级指标\t三级指标\t指标值\n产出指标\t数量指标\t巡河次数\t≥48次\n\n\t保障河道安全")
    assert rows_of(found, "name", "value") == [("巡河次数", "≥48次")]
    assert found.tables[0].indicators[0].where.line == 2


@pytest.mark.parametrize(
    ("rows", "contents"),
    [
        ([["一、总体绩效目标", "3"], ["第二部分………", "12"]], True),
        ([["第一部分", ""], ["一、总体绩效目标", "3"], ["二、分项绩效目标", "4"]], True),
        ([["一、总体绩效目标", "3"]], True),
        ([["指标名称", "指标值"], ["巡河次数", "48"], ["清淤长度", "12"]], False),
        ([["项目名称", "河道疏浚"], ["预算金额", "120"]], False),
        ([["资金总额", "120"]], False),
        ([["产出指标", "数量指标", "巡河次数", "48"]], False),
    ],
)
def test_contents_lists(rows: list[list[str]], contents: bool) -> None:
    assert is_contents(rows) is contents


def test_a_quoted_cell_goes_on_over_lines() -> None:
    lines = ['绩效目标\t"1.疏浚""骨干""河道；', '2.清运淤泥。"\t', '产出指标\t12寸24"']
    assert quoted_row(lines, 0) == ('绩效目标\t1.疏浚"骨干"河道；\n2.清运淤泥。\t', 2)
    assert quoted_row(lines, 2) == (lines[2], 3)
    assert quoted_row(["产出指标\t数量指标"], 0) == ("产出指标\t数量指标", 1)


def test_what_pandas_writes_for_nothing_is_nothing() -> None:
    assert tab_cells("Unnamed: 1\t项目名称\tNaN\tNaN值") == ["", "项目名称", "", "NaN值"]
    assert pipe_cells("| 1\\.疏浚河道 | NaN |", True) == ["1.疏浚河道", ""]
