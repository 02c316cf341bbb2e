"""What paragraph and character styles say that matters to a reader of text: heading level, list numbering, hidden text."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree

from zhibiao.reading.docx_names import KIND, attribute, is_on, value_number

HEADING = re.compile(r"\s*(?:heading|标题)\s*([1-9])\s*\Z", re.I)
BODY_LEVEL = 9  # w:outlineLvl 0..8 are headings 1..9, 9 is running text
CLOSING = re.compile(rb"</([\w.-]+:)?styles\s*>\s*\Z")
CHAIN = 40  # w:basedOn: Word itself stops far earlier


@dataclass(frozen=True, slots=True)
class Style:
    """One style with what it takes over from the styles it is based on."""

    level: int | None = None  # heading level, 1 = highest
    list_id: int | None = None
    list_level: int | None = None
    hidden: bool = False
    names: tuple[str, ...] = ()  # ids from the style itself upwards: a list level may be tied to one of them


PLAIN = Style()


class Styles:
    """The styles of a document, resolved when first asked for."""

    def __init__(self, root: etree._Element | None, data: bytes = b"") -> None:
        self.hides = b"v\0a\0n\0i\0s\0h" in data or b"vanish" in data
        self.elements: dict[str, etree._Element] = {}
        self.resolved: dict[str, Style] = {}
        for child in root if root is not None else ():
            if KIND.get(child.tag) == "style" and (style_id := attribute(child, "styleId")) is not None:
                self.elements.setdefault(style_id, child)

    def get(self, style_id: str) -> Style:
        """The style of that id; one that the file does not define is judged by its id."""
        style = self.resolved.get(style_id)
        if style is None:
            style = self.resolved[style_id] = self._resolve(style_id)
        return style

    def _resolve(self, style_id: str) -> Style:
        """Walk up w:basedOn: the nearest style that says something decides."""
        if style_id not in self.elements:
            match = HEADING.match(style_id)
            return Style(level=int(match[1])) if match else PLAIN
        outline: int | None = None
        list_id: int | None = None
        list_level: int | None = None
        hidden: bool | None = None
        names: list[str] = []
        current: str | None = style_id
        while current is not None and current in self.elements and current not in names and len(names) < CHAIN:
            names.append(current)
            own = _Own(self.elements[current])
            outline = own.outline if outline is None else outline
            list_id = own.list_id if list_id is None else list_id
            list_level = own.list_level if list_level is None else list_level
            hidden = own.hidden if hidden is None else hidden
            current = own.based_on
        level = outline + 1 if outline is not None and 0 <= outline < BODY_LEVEL else None
        return Style(level, list_id, list_level, bool(hidden), tuple(names))


class _Own:
    """What one style element says itself."""

    def __init__(self, element: etree._Element) -> None:
        self.based_on: str | None = None
        self.outline: int | None = None
        self.list_id: int | None = None
        self.list_level: int | None = None
        self.hidden: bool | None = None
        named: int | None = None
        for child in element:
            kind = KIND.get(child.tag)
            if kind == "basedOn":
                self.based_on = attribute(child, "val")
            elif kind == "name":
                match = HEADING.match(attribute(child, "val") or "")
                named = int(match[1]) - 1 if match else None
            elif kind == "pPr":
                self._paragraph(child)
            elif kind == "rPr":
                for prop in child:
                    if KIND.get(prop.tag) == "vanish":
                        self.hidden = is_on(prop)
        if self.outline is None:
            self.outline = named

    def _paragraph(self, properties: etree._Element) -> None:
        for prop in properties:
            kind = KIND.get(prop.tag)
            if kind == "outlineLvl":
                self.outline = value_number(prop, BODY_LEVEL)
            elif kind == "numPr":
                self.list_id, self.list_level = list_reference(prop)


def without_table_styles(data: bytes) -> bytes:
    """The styles part less its table styles and the list of latent ones: often nine tenths of its bytes, and nothing we ask for."""
    closing = CLOSING.search(data[-200:])
    if closing is None:
        return data
    prefix = closing[1] or b""
    end = b"</" + prefix + b"style>"
    first, *rest = data.split(end)
    if not rest:
        return data
    latent_end = b"</" + prefix + b"latentStyles>"
    head, _, tail = first.partition(latent_end)
    latent = head.find(b"<" + prefix + b"latentStyles")
    if tail and latent >= 0:
        first = head[:latent] + tail
    kept = [piece for piece in rest[:-1] if b'type="table"' not in piece[:200]]
    return end.join([first, *kept, rest[-1]])


def list_reference(properties: etree._Element) -> tuple[int | None, int | None]:
    """List id and level of a w:numPr, each None where it does not say."""
    list_id = list_level = None
    for child in properties:
        kind = KIND.get(child.tag)
        if kind == "numId":
            list_id = value_number(child, 0)
        elif kind == "ilvl":
            list_level = value_number(child, 0)
    return list_id, list_level
