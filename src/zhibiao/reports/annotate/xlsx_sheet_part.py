"""A worksheet part as bytes: its measures for placing comment boxes, and the one element that comments add to it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from xml.parsers import expat
from xml.sax.saxutils import quoteattr

from zhibiao.errors import ReadError
from zhibiao.reading.package import RESAVE
from zhibiao.reading.xlsx_sheet import CELL, column_of

STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_STRICT_LINKS = "http://purl.oclc.org/ooxml/officeDocument/relationships"
# what may stand behind legacyDrawing, in the order of the schema
_BEHIND = frozenset({"legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls", "webPublishItems", "tableParts", "extLst"})
_COLUMN, _ROW = 64, 20  # pixels of a column and a row as Excel makes them
_DIGIT, _PADDING = 7, 5  # pixels of a digit of the standard font and of a column's sides
_PIXELS = 4 / 3  # in a point


@dataclass(slots=True)
class SheetPart:
    """What one pass over the part tells."""

    data: bytes
    prefix: str = ""  # of the elements, with its colon
    strict: bool = False
    drawing: str | None = None  # relationship id of the legacyDrawing that is there
    place: int = 0  # byte where a legacyDrawing belongs
    default_column: int = _COLUMN
    default_row: int = _ROW
    columns: list[tuple[int, int, int]] = field(default_factory=list)  # first, last (from 0), pixels
    rows: dict[int, int] = field(default_factory=dict)  # from 0, pixels

    def width(self, column: int) -> int:
        """Pixels of a column, from 0."""
        return next((pixels for first, last, pixels in self.columns if first <= column <= last), self.default_column)

    def height(self, row: int) -> int:
        """Pixels of a row, from 0."""
        return self.rows.get(row, self.default_row)

    def with_drawing(self, relation: str) -> bytes:
        """The part with a legacyDrawing; not another byte changes."""
        links = _STRICT_LINKS if self.strict else _LINKS
        element = f'<{self.prefix}legacyDrawing xmlns:r="{links}" r:id={quoteattr(relation)}/>'
        wide = self.data[:2] in (b"\xff\xfe", b"\xfe\xff")
        piece = element.encode("utf-16-le" if self.data[:2] == b"\xff\xfe" else "utf-16-be") if wide else element.encode()
        return self.data[: self.place] + piece + self.data[self.place :]


class _Pass:
    """The handlers of one pass."""

    def __init__(self, sheet: SheetPart) -> None:
        self.sheet = sheet
        self.parser = expat.ParserCreate()
        self.parser.StartElementHandler = self.start
        self.parser.EndElementHandler = self.end
        self.depth = 0
        self.child = 0  # byte where the child of the root begins that is open now
        self.alternate = False  # that child is an mc:AlternateContent
        self.row = -1
        self.found = False

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """Root, its children, and the few others that matter."""
        name = tag.rpartition(":")[2]
        if self.depth == 0:
            self._root(tag, attributes)
        elif self.depth == 1:
            self.child = self.parser.CurrentByteIndex
            self.alternate = name == "AlternateContent"
        if name == "row":
            self._row(attributes)
        elif name == "col":
            self._column(attributes)
        elif name == "sheetFormatPr":
            self._formats(attributes)
        elif name == "legacyDrawing":
            self.sheet.drawing = next((value for key, value in attributes.items() if key.endswith(":id")), None)
        elif name in _BEHIND and not self.found and (self.depth == 1 or self.alternate):
            self.sheet.place, self.found = self.child, True
        self.depth += 1

    def end(self, tag: str) -> None:  # noqa: ARG002 - expat calls it so
        """The root's end is the place where nothing stands behind."""
        self.depth -= 1
        if self.depth == 0 and not self.found:
            self.sheet.place = self.parser.CurrentByteIndex

    def _root(self, tag: str, attributes: dict[str, str]) -> None:
        prefix, colon, _ = tag.rpartition(":")
        self.sheet.prefix = prefix + colon
        self.sheet.strict = attributes.get(f"xmlns:{prefix}" if prefix else "xmlns") == STRICT

    def _row(self, attributes: dict[str, str]) -> None:
        self.row = _number(attributes.get("r"), self.row + 2) - 1
        if attributes.get("hidden") in ("1", "true"):
            self.sheet.rows[self.row] = 0
        elif "ht" in attributes:
            self.sheet.rows[self.row] = round(_measure(attributes["ht"], _ROW / _PIXELS) * _PIXELS)

    def _column(self, attributes: dict[str, str]) -> None:
        first = _number(attributes.get("min"), 1) - 1
        hidden = attributes.get("hidden") in ("1", "true")
        pixels = 0 if hidden else _column_pixels(attributes.get("width"), self.sheet.default_column)
        self.sheet.columns.append((first, _number(attributes.get("max"), first + 1) - 1, pixels))

    def _formats(self, attributes: dict[str, str]) -> None:
        self.sheet.default_column = _column_pixels(attributes.get("defaultColWidth"), _COLUMN)
        self.sheet.default_row = round(_measure(attributes.get("defaultRowHeight"), _ROW / _PIXELS) * _PIXELS)


def read_sheet_part(data: bytes, name: str) -> SheetPart:
    """One pass over a part that has been read before."""
    sheet = SheetPart(data)
    walk = _Pass(sheet)
    try:
        walk.parser.Parse(data, True)
    except expat.ExpatError as error:
        raise ReadError("damaged", "文件已损坏或不完整（工作表的 XML 无法解析）", RESAVE, name) from error
    return sheet


def _column_pixels(width: str | None, default: int) -> int:
    return round(_measure(width, (default - _PADDING) / _DIGIT) * _DIGIT) + _PADDING


_FIGURE = re.compile(r"\d{1,4}(?:\.\d+)?")


def _measure(text: str | None, default: float) -> float:
    return float(text) if text and _FIGURE.fullmatch(text) else default


def _number(text: str | None, default: int) -> int:
    return int(text) if text and text.isascii() and text.isdecimal() and len(text) < 8 else default


def reference(row: int, column: int) -> str:
    """A1 of row and column, from 1."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return f"{letters}{row}"


def slot(written: str) -> tuple[int, int] | None:
    """Row and column, from 1, of a reference such as $B$7."""
    match = CELL.fullmatch(written)
    return (int(match[2]), column_of(match[1]) + 1) if match else None
