"""One sheet part: rows pass by one at a time, each cell becomes the text it shows."""

from __future__ import annotations

import math
import re
from datetime import datetime, timezone

from lxml import etree

from zhibiao.errors import ReadError
from zhibiao.reading.budget import SPLIT, Budget
from zhibiao.reading.number_format import BUILTIN, GENERAL, shown, shown_text
from zhibiao.reading.package import Package
from zhibiao.reading.part_stream import elements
from zhibiao.reading.sheet_grid import COLUMNS, ROWS, Area, SheetCells
from zhibiao.reading.xlsx_parts import Workbook, local, rich_text, unescape

CHECK = 5_000  # cells between two looks at the clock
CELL = re.compile(r"\$?([A-Za-z]{1,3})\$?([0-9]{1,7})")
# Elements behind the rows that can be many: they are dropped as they pass, or the tree would hold them all
PASSING = ("col", "conditionalFormatting", "dataValidation", "hyperlink", "protectedRange", "ignoredError", "brk", "ext")
EPOCH = datetime(1899, 12, 30, tzinfo=timezone.utc)
CONSTANT = re.compile(r"\d[\d.,]*(?:%|[\u4e00-\u9fff/]{1,8})?")
PICTURE = "=DISPIMG("  # WPS keeps a picture in a cell as this formula, its id as the cached text


class SheetReader:
    """Collects the text cells and merges of one sheet."""

    def __init__(self, package: Package, book: Workbook, label: str) -> None:
        self.package = package
        self.book = book
        self.label = label
        self.budget: Budget = package.budget
        self.cells = SheetCells()
        self.uncalculated = 0
        self.lost = 0  # cells that point to a shared string that is not there
        self.too_wide = False
        self.row = -1
        self.columns: dict[str, int] = {}  # letters to column: seen again in every row
        self.since_check = 0

    def read(self, part: str) -> None:
        """Walk the part; raises what the budget or the markup raises."""
        rows = 0
        for element in elements(self.package, part, "row", "mergeCell", *PASSING):
            name = local(element)
            if name == "row":
                rows += 1
                if rows > ROWS:
                    raise ReadError("too-many-cells", f"工作表超过 {ROWS} 行", SPLIT, self.label)
                self._row(element)
            elif name == "mergeCell" and (area := area_of(element.get("ref") or "")):
                self.cells.merges.append(area)
                self._spend(1)

    def doubts(self) -> list[str]:
        """What the reader is unsure of, for people."""
        found: list[str] = []
        if self.uncalculated:
            found.append(f"{self.label}有 {self.uncalculated} 个公式没有保存计算结果，按空白处理；请用 Excel 或 WPS 打开并保存后再试")
        if self.lost:
            found.append(f"{self.label}有 {self.lost} 个单元格的文字已丢失，按空白处理")
        if self.too_wide:
            found.append(f"{self.label}第 {self.budget.limits.grid_columns} 列以后的内容未读取")
        return found

    def _spend(self, count: int) -> None:
        self.budget.spend_cells(count, self.label)
        self.since_check += count + 1  # rows without cells cost time too
        if self.since_check >= CHECK:
            self.since_check = 0
            self.budget.check_time(self.label)

    def _row(self, row: etree._Element) -> None:
        """The cells of a row; rows and cells without a position follow the one before."""
        self._spend(len(row))
        self.row = self._row_number(row)
        namespace = str(row.tag)[: -len("row")]
        column = -1
        for cell in row:
            column = self._column(cell.get("r"), column + 1)
            if column >= self.budget.limits.grid_columns:
                self.too_wide = True
                continue
            if len(cell) and (text := self._text(cell, namespace)):
                self.cells.put(self.row, column, text)

    def _row_number(self, row: etree._Element) -> int:
        """From the row, else from its first cell, else the next; numbers that no sheet has are not believed."""
        written = row.get("r") or ""
        if not written and len(row):
            written = (row[0].get("r") or "").lstrip("$ABCDEFGHIJKLMNOPQRSTUVWXYZ")
        if written.isascii() and written.isdecimal() and len(written) < 8 and 0 < int(written) <= ROWS:
            return int(written) - 1
        if self.row + 1 >= ROWS:
            raise ReadError("too-many-cells", f"工作表超过 {ROWS} 行", SPLIT, self.label)
        return self.row + 1

    def _column(self, reference: str | None, following: int) -> int:
        if not reference:
            return following
        letters = reference.rstrip("0123456789$")
        column = self.columns.get(letters)
        if column is None:
            match = CELL.fullmatch(reference)
            column = column_of(match[1]) if match else COLUMNS
            if column < COLUMNS:  # at most 16,384 entries
                self.columns[letters] = column
        return column if column < COLUMNS else following

    def _text(self, cell: etree._Element, namespace: str) -> str:
        """What a cell shows."""
        value: str | None = None
        formula: str | None = None
        inline: etree._Element | None = None
        for child in cell:
            name = str(child.tag)
            if name == f"{namespace}v":
                value = child.text
            elif name == f"{namespace}f":
                formula = child.text or ""
            elif name == f"{namespace}is":
                inline = child
        kind = cell.get("t") or "n"
        if inline is not None and kind in ("inlineStr", "str", "n"):
            return self._worded(rich_text(inline), cell)
        if not value:
            if formula and CONSTANT.fullmatch(formula):
                return "=" + formula  # =100% typed by an author: no sum to be calculated, the sign is meant
            self.uncalculated += formula is not None and kind != "str"
            return ""
        if kind == "n":
            return self._number(value, cell.get("s") or "")
        return self._other(value, kind, cell)

    def _other(self, value: str, kind: str, cell: etree._Element) -> str:
        """Cells that are no numbers: shared strings, formula texts, booleans, errors, ISO dates."""
        if kind == "s":
            value = value.strip()
            if not (value.isascii() and value.isdecimal() and len(value) < 10 and int(value) < len(self.book.shared)):
                self.lost += 1
                return ""
            return self._worded(self.book.shared[int(value)], cell)
        if kind == "b":
            return "FALSE" if value.strip() in ("0", "false") else "TRUE"
        if kind == "d":
            return self._date(value.strip(), cell.get("s") or "")
        text = unescape(value)
        return "" if text.startswith(PICTURE) else self._worded(text, cell)

    def _worded(self, text: str, cell: etree._Element) -> str:
        code = self.book.worded.get(cell.get("s") or "") if self.book.worded else None
        return shown_text(text, code) if code else text

    def _number(self, value: str, style: str) -> str:
        try:
            number = float(value)
        except ValueError:
            return unescape(value)  # not a number after all: what stands there is shown
        if not math.isfinite(number):
            return value
        text = shown(number, self.book.formats.get(style, GENERAL), date1904=self.book.date1904)
        if len(text) > 32:  # padded by its format: strings that shared cells would not cost
            self.budget.spend_bytes(len(text), self.label)
        return text

    def _date(self, value: str, style: str) -> str:
        """Strict files may write dates in ISO form."""
        try:
            moment = datetime.fromisoformat(value.replace("Z", "+00:00"))
        except ValueError:
            return value
        serial = (moment.replace(tzinfo=timezone.utc) - EPOCH).total_seconds() / 86_400
        code = self.book.formats.get(style, GENERAL)
        return shown(serial, BUILTIN[14] if code == GENERAL else code)


def column_of(letters: str) -> int:
    """A is 0, XFD is 16383."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def area_of(reference: str) -> Area | None:
    """A1:B2 as an area; None for what is no merge."""
    first, _, last = reference.partition(":")
    start, end = CELL.fullmatch(first.strip()), CELL.fullmatch(last.strip())
    if start is None or end is None:
        return None
    area = Area(int(start[2]) - 1, column_of(start[1]), int(end[2]) - 1, column_of(end[1]))
    return area if area.size > 1 and area.top >= 0 else None
