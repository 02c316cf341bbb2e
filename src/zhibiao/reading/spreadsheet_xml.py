"""Excel 2003 XML ("XML 电子表格"), which many government systems export under the ending .xls."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta, timezone

from lxml import etree

from zhibiao.errors import ReadError
from zhibiao.model.place import Place
from zhibiao.reading.blocks import Block, Blocks
from zhibiao.reading.budget import Budget
from zhibiao.reading.number_format import BUILTIN, GENERAL, shown, shown_text
from zhibiao.reading.package import RESAVE
from zhibiao.reading.sheet_grid import COLUMNS, ROWS, Area, SheetCells

SHEET = "urn:schemas-microsoft-com:office:spreadsheet"
NAMED = {  # formats that this file kind writes by name, as zh-CN shows them
    "General Number": GENERAL,
    "General Date": BUILTIN[22],
    "Long Date": BUILTIN[31],
    "Medium Date": BUILTIN[15],
    "Short Date": BUILTIN[14],
    "Long Time": "h:mm:ss",
    "Medium Time": BUILTIN[18],
    "Short Time": BUILTIN[20],
    "Currency": BUILTIN[7],
    "Euro Currency": '"€"#,##0.00',
    "Fixed": BUILTIN[2],
    "Standard": BUILTIN[4],
    "Percent": BUILTIN[10],
    "Scientific": BUILTIN[11],
    "Yes/No": '"Yes";"Yes";"No"',
    "True/False": '"True";"True";"False"',
    "On/Off": '"On";"On";"Off"',
}
EPOCH = datetime(1899, 12, 30, tzinfo=timezone.utc)
VISIBLE = "{urn:schemas-microsoft-com:office:excel}Visible"
HIDDEN = ("SheetHidden", "SheetVeryHidden")


def read_workbook(root: etree._Element, budget: Budget) -> Blocks:
    """One grid a visible sheet, cut to the range that is used."""
    formats = dict(style_formats(root))
    blocks: list[Block] = []
    doubts: list[str] = []
    for sheet in children(root, "Worksheet"):
        name = attribute(sheet, "Name")
        label = f"工作表“{name}”"
        if any((visible.text or "").strip() in HIDDEN for visible in sheet.iter(VISIBLE)):
            doubts.append(f"{label}是隐藏的，未读取")
            continue
        reader = SheetReader(formats, budget, label)
        for table in children(sheet, "Table"):
            reader.read(table)
        if reader.too_wide:
            doubts.append(f"{label}第 {budget.limits.grid_columns} 列以后的内容未读取")
        grid = reader.cells.grid(Place(sheet=name, table=1), budget)
        blocks += [] if grid is None else [grid]
    return Blocks("xls", tuple(blocks), doubts=tuple(doubts))


def local(element: etree._Element) -> str:
    """The name of an element of the sheet language; empty for others."""
    tag = element.tag
    return tag[len(SHEET) + 2 :] if isinstance(tag, str) and tag.startswith(f"{{{SHEET}}}") else ""


def children(element: etree._Element, name: str) -> Iterator[etree._Element]:
    """Children of that name."""
    return (child for child in element if local(child) == name)


def attribute(element: etree._Element, name: str) -> str:
    """An attribute, also where a program forgot its prefix."""
    return element.get(f"{{{SHEET}}}{name}") or element.get(name) or ""


def number(element: etree._Element, name: str, default: int) -> int:
    """A whole number that is not negative."""
    text = attribute(element, name)
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else default


def style_formats(root: etree._Element) -> Iterator[tuple[str, str]]:
    """Format code by style id; a style without one takes that of its parent."""
    found: dict[str, tuple[str, str]] = {}
    for styles in children(root, "Styles"):
        for style in children(styles, "Style"):
            code = next((attribute(child, "Format") for child in children(style, "NumberFormat")), "")
            found[attribute(style, "ID")] = (code, attribute(style, "Parent"))
    for name in found:
        code, parent = found[name]
        seen = {name}
        while not code and parent in found and parent not in seen:
            seen.add(parent)
            code, parent = found[parent]
        if code:
            yield name, NAMED.get(code, code)


def column_styles(table: etree._Element, budget: Budget) -> dict[int, str]:
    """Styles that columns give to cells without one."""
    styles: dict[int, str] = {}
    at = 0
    for column in children(table, "Column"):
        at = number(column, "Index", at + 1)
        span = min(number(column, "Span", 0), COLUMNS)
        budget.spend_cells(span)
        if style := attribute(column, "StyleID"):
            styles.update((at + step, style) for step in range(span + 1))
        at += span
    return styles


class SheetReader:
    """Collects the text cells and merges of one sheet."""

    def __init__(self, formats: dict[str, str], budget: Budget, label: str) -> None:
        self.formats = formats
        self.budget = budget
        self.label = label
        self.cells = SheetCells()
        self.too_wide = False

    def read(self, table: etree._Element) -> None:
        """Walk the rows; a row or cell without an index follows the one before."""
        by_column = column_styles(table, self.budget)
        fallback = attribute(table, "StyleID") or "Default"
        row = 0
        for element in children(table, "Row"):
            row = number(element, "Index", row + 1)
            if row > ROWS:
                raise ReadError("damaged", "文件已损坏（行号超出范围）", RESAVE, self.label)
            self.budget.check_time(self.label)
            column = 0
            style_of_row = attribute(element, "StyleID")
            for cell in children(element, "Cell"):
                column = number(cell, "Index", column + 1)
                style = attribute(cell, "StyleID") or style_of_row or by_column.get(column) or fallback
                column += self.put(cell, row - 1, column - 1, self.formats.get(style, GENERAL))
            row += number(element, "Span", 0)

    def put(self, cell: etree._Element, row: int, column: int, code: str) -> int:
        """Keep one cell; tells how many columns it takes besides its own."""
        self.budget.spend_cells(1, self.label)
        across, down = min(number(cell, "MergeAcross", 0), COLUMNS), min(number(cell, "MergeDown", 0), ROWS)
        text = cell_text(cell, code)
        if not 0 <= column < self.budget.limits.grid_columns:
            self.too_wide = self.too_wide or bool(text)
        else:
            self.cells.put(row, column, text)
            if across or down:
                self.cells.merges.append(Area(row, column, row + down, column + across))
        return across


def cell_text(cell: etree._Element, code: str) -> str:
    """What a cell shows."""
    data = next(children(cell, "Data"), None)
    if data is None:
        return ""
    text = "".join(part for part in data.itertext() if isinstance(part, str))
    kind = attribute(data, "Type")
    if kind == "Boolean":
        return "TRUE" if text.strip() == "1" else "FALSE"
    if kind == "Number":
        try:
            return shown(float(text), code)
        except ValueError:
            return text
    if kind == "DateTime":
        return shown_date(text, code)
    return shown_text(text, code)


def shown_date(text: str, code: str) -> str:
    """A date under its format; one under General shows its day."""
    try:
        moment = datetime.fromisoformat(text.strip().removesuffix("Z")).replace(tzinfo=timezone.utc)
    except ValueError:
        return text
    serial = (moment - EPOCH) / timedelta(days=1)
    return shown(serial, BUILTIN[14] if code == GENERAL else code)
