"""The boxes of a sheet's comments, as the VML drawing that Excel and WPS need beside the text."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from zhibiao.reports.annotate.xlsx_sheet_part import SheetPart

_SPACES = {
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
    "x": "urn:schemas-microsoft-com:office:excel",
}
_TYPE = (
    '<v:shapetype{} id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">'
    '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>'
)
_WIDTH = 340  # pixels: 27 characters of 9 point
_LINE, _CHAR, _MARGIN = 17, 12, 14  # pixels of a line, of a full-width character, of the box's sides together
_TALLEST = 640
_WIDER = 2  # times, for texts that would be taller
_SHAPE = re.compile(r"<(?:\w+:)?shape\b.*?</(?:\w+:)?shape>", re.S)  # prefixes are the writer's
_NUMBERS = re.compile(r"_x0000_s(\d{1,9})")
_ROW = re.compile(r"<(?:\w+:)?Row>\s*(\d+)\s*</")
_COLUMN = re.compile(r"<(?:\w+:)?Column>\s*(\d+)\s*</")
_ANCHOR = re.compile(r"(<(?:\w+:)?Anchor>).*?(?=</)", re.S)
_SIZE = re.compile(r"(?<![\w-])(width|height):[^;'\"]*")
_ROOT = re.compile(r"<(?:\w+:)?xml\b[^>]*>")
_END = re.compile(r"</(?:\w+:)?xml\s*>\s*$")
_CHARSET = re.compile(rb"encoding\s*=\s*['\"]([\w-]+)['\"]")


@dataclass(frozen=True, slots=True)
class Box:
    """A box's place in slots and pixels, as x:Anchor counts: left, top, right, bottom, each with its offset."""

    slots: tuple[int, int, int, int, int, int, int, int]
    width: int
    height: int

    @property
    def anchor(self) -> str:
        """The text of x:Anchor."""
        return ", ".join(map(str, self.slots))


def box_for(text: str, row: int, column: int, sheet: SheetPart) -> Box:
    """Right of a cell (from 1), large enough for its text."""
    width, height = size_of(text)
    left, top = column, max(row - 2, 0)  # x:Anchor counts from 0
    right, right_offset = _reached(15, width, left, sheet.width)
    bottom, bottom_offset = _reached(2, height, top, sheet.height)
    return Box((left, 15, top, 2, right, right_offset, bottom, bottom_offset), width, height)


def _reached(offset: int, length: int, start: int, size: Callable[[int], int]) -> tuple[int, int]:
    """The slot where something ends, and how far into it."""
    left = offset + length
    while left > (own := size(start)):
        left -= own
        start += 1
    return start, left


def size_of(text: str) -> tuple[int, int]:
    """Width and height in pixels, by the number of lines that a text takes."""
    for width in (_WIDTH, _WIDTH * _WIDER):
        room = (width - _MARGIN) // _CHAR
        lines = sum(max(1, -(-_length(line) // room)) for line in text.split("\n"))
        height = lines * _LINE + _MARGIN
        if height <= _TALLEST:
            break
    return width, height


def _length(line: str) -> int:
    """In full-width characters; two of ASCII make one."""
    return -(-sum(1 if char.isascii() else 2 for char in line) // 2)


class Boxes:
    """The drawing as it will be. It is text here: what other programs wrote in it need not be well-formed XML."""

    def __init__(self, data: bytes | None) -> None:
        self.encoding = "utf-8"
        if data is None:
            spaces = "".join(f' xmlns:{prefix}="{space}"' for prefix, space in _SPACES.items())
            layout = '<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout>'
            self.text = f"<xml{spaces}>{layout}{_TYPE.format('')}</xml>"
        else:
            declared = _CHARSET.search(data[:200])
            self.encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else declared[1].decode() if declared else "utf-8"
            self.text = data.decode(self.encoding, "surrogateescape")
        top = _ROOT.search(self.text)
        named = top[0] if top else ""
        self.spaces = "".join(f' xmlns:{prefix}="{space}"' for prefix, space in _SPACES.items() if f"xmlns:{prefix}=" not in named)
        self.number = max([1024, *(int(found) for found in _NUMBERS.findall(self.text))])
        self.old: dict[tuple[int, int], str] = {}
        for shape in _SHAPE.finditer(self.text):
            row, column = _ROW.search(shape[0]), _COLUMN.search(shape[0])
            if row and column and 'ObjectType="Note"' in shape[0]:
                self.old[int(row[1]) + 1, int(column[1]) + 1] = shape[0]
        self.new: list[str] = []

    def put(self, row: int, column: int, box: Box) -> None:
        """A box for a cell (from 1); one that is there already takes the size."""
        old = self.old.get((row, column))
        if old is None:
            self.new.append(self._shape(row, column, box))
            return
        sizes = {"width": f"{box.width}px", "height": f"{box.height}px"}
        fitting = _ANCHOR.sub(lambda found: found[1] + box.anchor, old)
        head, bracket, rest = fitting.partition(">")
        fitting = _SIZE.sub(lambda found: f"{found[1]}:{sizes[found[1]]}", head) + bracket + rest
        self.text = self.text.replace(old, fitting, 1)
        self.old[row, column] = fitting

    def has(self, row: int, column: int) -> bool:
        """Whether a cell has a box."""
        return (row, column) in self.old

    def _shape(self, row: int, column: int, box: Box) -> str:
        self.number += 1
        style = f"position:absolute;margin-left:60pt;margin-top:2pt;width:{box.width}px;height:{box.height}px;z-index:1;visibility:hidden"
        return (
            f'<v:shape{self.spaces} id="_x0000_s{self.number}" type="#_x0000_t202" style="{style}" fillcolor="#ffffe1" o:insetmode="auto">'
            '<v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>'
            '<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>'
            '<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/>'
            f"<x:Anchor>{box.anchor}</x:Anchor><x:AutoFill>False</x:AutoFill>"
            f"<x:Row>{row - 1}</x:Row><x:Column>{column - 1}</x:Column></x:ClientData></v:shape>"
        )

    def bytes(self) -> bytes:
        """The part."""
        kind = "" if "_x0000_t202" in self.text or not self.new else _TYPE.format(self.spaces)
        end = _END.search(self.text)
        place = end.start() if end else len(self.text)
        whole = self.text[:place] + kind + "".join(self.new) + self.text[place:]
        return whole.encode(self.encoding, "surrogateescape")
