"""Excel workbooks (xlsx, xlsm, xltx): every visible sheet as one grid of the text that its cells show.

Read from the XML itself, not through openpyxl: rows stream past, so memory stays bounded for any sheet; number formats,
styles and document properties that WPS and report generators write wrongly do not stop the reading; and a merge such as
A1:XFD1048576 is clipped to the used range instead of becoming seventeen billion cells.
"""

from __future__ import annotations

from zhibiao.errors import ReadError
from zhibiao.model.place import Place
from zhibiao.reading.blocks import Block, Blocks
from zhibiao.reading.budget import Budget
from zhibiao.reading.own_report import PROPERTY, SHEETS
from zhibiao.reading.package import RESAVE, Package
from zhibiao.reading.part_stream import elements
from zhibiao.reading.xlsx_drawing import drawing_paragraphs
from zhibiao.reading.xlsx_parts import FATAL, SheetEntry, Workbook, find, open_workbook
from zhibiao.reading.xlsx_sheet import SheetReader


def read_xlsx(data: bytes, budget: Budget) -> Blocks:
    """The visible sheets in tab order; a sheet that fails alone is named in failures, hidden ones in doubts."""
    package = Package(data, budget)
    book = open_workbook(package)
    blocks: list[Block] = []
    doubts = book.doubts
    failures: list[ReadError] = []
    for sheet in book.sheets:
        label = f"工作表“{sheet.name}”"
        if not sheet.has_grid:
            continue
        if sheet.hidden:
            doubts.append(f"{label}是隐藏的，未读取")
            continue
        budget.check_time(label)
        try:
            blocks.extend(_read_sheet(package, book, sheet, label))
        except ReadError as error:
            named = ReadError(error.code, error.cause, error.remedy, label)
            if error.code in FATAL:
                raise named from error
            failures.append(named)
    return Blocks("xlsx", tuple(blocks), doubts=tuple(doubts), failures=tuple(failures), report=_is_report(package, book))


def _is_report(package: Package, book: Workbook) -> bool:
    """By its sheets or its property."""
    if {sheet.name for sheet in book.sheets} >= SHEETS:
        return True
    part = find(package, "docProps/custom.xml")
    try:
        return part is not None and any(one.get("name") == PROPERTY for one in elements(package, part, "property"))
    except ReadError as error:  # what else the properties say is of no use here
        if error.code in FATAL:
            raise
        return False


def _read_sheet(package: Package, book: Workbook, sheet: SheetEntry, label: str) -> list[Block]:
    """The sheet's grid, then the text of the shapes that lie over it."""
    part = find(package, sheet.part)
    if part is None:
        raise ReadError("damaged", "文件已损坏或不完整（工作表内容缺失）", RESAVE, label)
    reader = SheetReader(package, book, label)
    reader.read(part)
    grid = reader.cells.grid(Place(sheet=sheet.name, table=1, part=part), package.budget)
    book.doubts.extend(reader.doubts())
    blocks: list[Block] = [grid] if grid else []
    try:
        blocks.extend(drawing_paragraphs(package, part, sheet.name))
    except ReadError as error:
        if error.code in FATAL:
            raise
        book.doubts.append(f"{label}的文本框未能读取")
    return blocks
