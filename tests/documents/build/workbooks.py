"""Workbooks laid out from a FormGrid: xlsx with fixed timestamps, xls, merged cells as the forms print them."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import xlwt
from form_grid import FormGrid
from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Side
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet
from word_package import zipped

EDGE = Side(style="thin")


def fill_sheet(sheet: Worksheet, grid: FormGrid, widths: list[int], top: int = 1) -> int:
    """Write the grid from row `top` on; give the first row below it."""
    heights: dict[int, int] = {}
    for cell in grid.cells:
        place = sheet.cell(top + cell.row, 1 + cell.column)
        place.value = cell.value  # type: ignore[assignment]
        if isinstance(cell.value, str) and cell.value:
            place.data_type = "s"  # "=100%" was typed with a leading apostrophe: text, no formula
        if cell.number_format:
            place.number_format = cell.number_format
        place.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
        place.border = Border(EDGE, EDGE, EDGE, EDGE)
        if cell.rows > 1 or cell.columns > 1:
            sheet.merge_cells(
                start_row=top + cell.row, start_column=1 + cell.column,
                end_row=top + cell.row + cell.rows - 1, end_column=cell.column + cell.columns,
            )  # fmt: skip
        if cell.rows == 1:
            height = max(height_of(str(cell.value), sum(widths[cell.column : cell.column + cell.columns])), heights.get(top + cell.row, 15))
            heights[top + cell.row] = height
    for row, height in heights.items():
        sheet.row_dimensions[row].height = height
    sheet.page_setup.orientation, sheet.page_setup.fitToHeight = "landscape", 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    for i, width in enumerate(widths):
        sheet.column_dimensions[chr(65 + i)].width = width
    return top + grid.height


def height_of(text: str, width: int) -> int:
    """The points that the wrapped text needs; a Chinese character is two wide."""
    return 15 * sum(1 + (2 * len(line) - 1) // width for line in text.split("\n"))


def save_workbook(path: Path, workbook: Workbook) -> None:
    """Save with the same bytes on every run."""
    buffer = io.BytesIO()
    workbook.save(buffer)
    with zipfile.ZipFile(buffer) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts["docProps/core.xml"] = re.sub(rb"\d{4}-\d\d-\d\dT[\d:]+Z", b"2025-01-06T08:00:00Z", parts["docProps/core.xml"])
    path.write_bytes(zipped(parts))


def fill_xls_sheet(sheet: xlwt.Worksheet, grid: FormGrid, top: int = 0) -> int:
    """The same for the old format; give the first row below."""
    for cell in grid.cells:
        layout = "align: wrap on, vert centre, horiz centre; borders: left thin, right thin, top thin, bottom thin"
        style = xlwt.easyxf(layout, num_format_str=cell.number_format or "General")
        row = top + cell.row
        if cell.rows > 1 or cell.columns > 1:
            sheet.write_merge(row, row + cell.rows - 1, cell.column, cell.column + cell.columns - 1, cell.value, style)
        else:
            sheet.write(row, cell.column, cell.value, style)
    return top + grid.height
