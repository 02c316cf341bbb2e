"""Lines written at once are what xlsxwriter would have written cell by cell."""

from __future__ import annotations

import zipfile
from io import BytesIO

import openpyxl
from hypothesis import given, settings
from hypothesis import strategies as st
from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from zhibiao.reports.xlsx.page import Page
from zhibiao.reports.xlsx.sheet import plain

OPTIONS = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
Line = tuple[float, list[tuple[int, str | float | None]]]
TEXTS = st.text(min_size=1, max_size=8) | st.sampled_from(
    ["=1+1", " 甲", "甲\n", "\t", "_x000D_", "_x000d_甲", "_xyz", "<b>&\"'", "\r\n甲"]
)
VALUES = st.none() | TEXTS.map(plain) | st.floats(allow_nan=False, allow_infinity=False) | st.integers(-(10**9), 10**9)
LINES = st.lists(
    st.tuples(
        st.floats(1, 400),
        st.lists(st.tuples(st.integers(0, 30), VALUES), min_size=1, max_size=6, unique_by=lambda cell: cell[0]).map(
            lambda cells: sorted(cells, key=lambda cell: cell[0])
        ),
    ),
    min_size=1,
    max_size=4,
)


def sheet(lines: list[Line], ours: bool) -> bytes:
    """The sheet's XML: a head written by xlsxwriter, then the lines, each with its first cells merged."""
    out = BytesIO()
    with Workbook(out, OPTIONS) as book:
        look = book.add_format({"bold": True})
        page = book.add_worksheet("甲", Page if ours else Worksheet)
        page.set_row(0, 30)
        page.write_string(0, 0, "头", look)
        for row, (height, cells) in enumerate(lines, 1):
            if ours:
                page.line(row, height, [(column, value, look) for column, value in cells])
                continue
            page.set_row(row, height)
            for column, value in cells:
                if value is None:
                    page.write_blank(row, column, None, look)
                elif isinstance(value, str):
                    page.write_string(row, column, value, look)
                else:
                    page.write_number(row, column, value, look)
    with zipfile.ZipFile(out) as parts:
        return parts.read("xl/worksheets/sheet1.xml")


@settings(max_examples=30, deadline=None)
@given(LINES)
def test_the_same_as_cell_by_cell(lines: list[Line]) -> None:
    assert sheet(lines, ours=True) == sheet(lines, ours=False)


def test_merged_cells_links_and_lines_of_xlsxwriter_between() -> None:
    out = BytesIO()
    with Workbook(out, OPTIONS) as book:
        look = book.add_format({"bold": True})
        page = book.add_worksheet("甲", Page)
        page.line(0, 20, [(0, "题", look), (1, None, look), (2, None, look)], [(0, 2)])
        page.write_string(1, 0, "二", look)
        page.line(2, 20, [])
        page.line(3, 20, [(0, float("nan"), look), (1, float("inf"), look), (2, 3, look)])
    found = openpyxl.load_workbook(BytesIO(out.getvalue()))["甲"]
    assert [str(one) for one in found.merged_cells.ranges] == ["A1:C1"]
    assert [[cell.value for cell in row] for row in found.iter_rows(max_col=3)] == [
        ["题", None, None],
        ["二", None, None],
        [None, None, None],
        ["#NUM!", "#NUM!", 3],
    ]
    assert found["A1"].font.bold
