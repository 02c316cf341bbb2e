"""Excel 97-2003 workbooks (xls) through xlrd: every visible sheet as one grid of the text that its cells show."""

from __future__ import annotations

import io
import struct
from typing import Any

import xlrd
from xlrd.biffh import XL_CELL_BOOLEAN, XL_CELL_DATE, XL_CELL_ERROR, XL_CELL_NUMBER, XL_CELL_TEXT, error_text_from_code
from xlrd.compdoc import CompDocError
from xlrd.formula import FormulaError

from zhibiao.errors import ReadError
from zhibiao.model.place import Place
from zhibiao.reading.blocks import Block, Blocks, Grid
from zhibiao.reading.budget import Budget
from zhibiao.reading.number_format import BUILTIN, GENERAL, shown, shown_text
from zhibiao.reading.package import RESAVE
from zhibiao.reading.sheet_grid import Area, SheetCells
from zhibiao.reading.xls_stream import workbook_stream

# xlrd checks little of what it reads: a broken file ends in any of these
DAMAGE = (
    xlrd.XLRDError, CompDocError, FormulaError, struct.error, LookupError, ValueError, AssertionError, TypeError, AttributeError,
    ArithmeticError, EOFError, MemoryError, NotImplementedError, RecursionError, UnboundLocalError,
)  # fmt: skip
FROM_FILE = (*range(5, 9), *range(37, 45))  # currency and accounting: the file writes its own code under these ids
EXCEL_5 = 50


def read_xls(data: bytes, budget: Budget) -> Blocks:
    """The visible sheets in tab order; a sheet that fails alone is named in failures, hidden ones in doubts."""
    stream, encoding = workbook_stream(data, budget)
    doubts: list[str] = []
    try:
        book = _open(stream, encoding, formatted=True)
    except DAMAGE:
        book = _open_plain(stream, encoding)
        doubts.append("工作簿的格式信息已损坏，合并单元格未能还原，百分比和日期可能与表中显示的不同")
    blocks: list[Block] = []
    failures: list[ReadError] = []
    for index, name in enumerate(book.sheet_names()):
        label = f"工作表“{name}”"
        budget.check_time(label)
        try:
            sheet = book.sheet_by_index(index)
            if sheet.visibility:
                doubts.append(f"{label}是隐藏的，未读取")
            elif grid := _grid(book, sheet, budget):
                blocks.append(grid)
        except DAMAGE as error:
            failure = ReadError("damaged", "工作表已损坏", RESAVE, label)
            failure.__cause__ = error
            failures.append(failure)
        if book.on_demand:
            book.unload_sheet(index)
    return Blocks("xls", tuple(blocks), doubts=tuple(doubts), failures=tuple(failures))


def _open(stream: bytes, encoding: str | None, *, formatted: bool) -> Any:
    """The book with sheets loaded one at a time; what xlrd prints about broken files goes nowhere."""
    return xlrd.open_workbook(
        file_contents=stream,
        formatting_info=formatted,
        on_demand=True,
        ragged_rows=True,  # else one cell in the last corner makes sixteen million
        logfile=io.StringIO(),
        encoding_override=encoding,
    )


def _open_plain(stream: bytes, encoding: str | None) -> Any:
    """The book without formats and merges, or the error that says it is broken."""
    try:
        return _open(stream, encoding, formatted=False)
    except DAMAGE as error:
        raise ReadError("damaged", "文件已损坏或不完整，或者不是 Excel 97-2003 工作簿", RESAVE) from error


def _grid(book: Any, sheet: Any, budget: Budget) -> Grid | None:
    cells = SheetCells()
    label = f"工作表“{sheet.name}”"
    for row in range(sheet.nrows):
        kinds, values = sheet.row_types(row), sheet.row_values(row)
        budget.spend_cells(len(kinds), label)
        if row % 500 == 0:
            budget.check_time(label)
        for column, (kind, value) in enumerate(zip(kinds, values, strict=True)):
            if kind in (XL_CELL_TEXT, XL_CELL_NUMBER, XL_CELL_DATE, XL_CELL_BOOLEAN, XL_CELL_ERROR):
                cells.put(row, column, _text(kind, value, _code(book, sheet, row, column, kind), date1904=bool(book.datemode)))
    merges = (Area(top, left, bottom - 1, right - 1) for top, bottom, left, right in sheet.merged_cells)
    cells.merges = [area for area in merges if area.size > 1]
    return cells.grid(Place(sheet=sheet.name, table=1), budget)


def _text(kind: int, value: Any, code: str, *, date1904: bool) -> str:
    if kind == XL_CELL_TEXT:
        return shown_text(str(value), code)
    if kind == XL_CELL_BOOLEAN:
        return "TRUE" if value else "FALSE"
    if kind == XL_CELL_ERROR:
        return str(error_text_from_code.get(value, "#N/A"))
    return shown(value, code, date1904=date1904)


def _code(book: Any, sheet: Any, row: int, column: int, kind: int) -> str:
    """The cell's format code; without formats a date is still known as one."""
    if not book.formatting_info:
        return BUILTIN[14] if kind == XL_CELL_DATE else GENERAL
    index = sheet.cell_xf_index(row, column)
    if index >= len(book.xf_list):
        return GENERAL
    key = book.xf_list[index].format_key
    if key in BUILTIN and key not in FROM_FILE and book.biff_version >= EXCEL_5:
        return BUILTIN[key]
    found = book.format_map.get(key)
    return str(found.format_str) if found else GENERAL
