"""What paragraph and character styles say that matters to a reader of text: heading level, list numbering, hidden text."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from lxml import etree

from zhibiao.errors import ReadError
from zhibiao.reading.docx_names import KIND, attribute, is_on, value_number
from zhibiao.reading.markup import parse_xml

HEADING = re.compile(r"\s*(?:heading|标题)\s*([1-9])\s*\Z", re.I)
BODY_LEVEL = 9  # w:outlineLvl 0..8 are headings 1..9, 9 is running text
OPENING = re.compile(rb"<((?:[\w.-]+:)?)styles\b[^>]*>")
UTF8 = re.compile(rb"\s*(?:\xef\xbb\xbf)?\s*(?:<\?xml(?![^>]*encoding)|<\?xml[^>]*encoding=[\"']utf-?8[\"']|<(?!\?))", re.I)
HEAD = 16_384  # bytes in which the opening tag of the part is looked for
CUTS = 32  # styles searched one by one; a file that uses more is parsed whole
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
    """The styles of a document, found and resolved when first asked for: the part is often longer than the text, and few are used."""

    def __init__(self, data: bytes, parse: Callable[[], etree._Element | None]) -> None:
        self.data = data
        self.parse = parse
        self.hides = b"v\0a\0n\0i\0s\0h" in data or b"vanish" in data
        self.opening = OPENING.search(data[:HEAD]) if UTF8.match(data[:HEAD]) else None
        self.cuts = 0
        self.all: dict[str, etree._Element] | None = None
        self.resolved: dict[str, Style] = {}

    def element(self, style_id: str) -> etree._Element | None:
        """The w:style of that id, cut out if that is possible, else from the whole part."""
        if self.all is None:
            self.cuts += 1
            found = self._cut(style_id) if self.cuts <= CUTS else None
            if found is not None:
                return found
            root = self.parse()
            self.all = _by_id(root) if root is not None else {}
        return self.all.get(style_id)

    def _cut(self, style_id: str) -> etree._Element | None:
        """Parse one style alone, under the namespaces of the part."""
        at = self.data.find(b'styleId="%s"' % style_id.encode()) if self.opening is not None else -1
        if self.opening is None or at < 0:
            return None
        prefix = self.opening[1]
        start, closing = self.data.rfind(b"<" + prefix + b"style ", 0, at), b"</" + prefix + b"style>"
        end = self.data.find(closing, at) + len(closing)
        if start < 0 or end < at:
            return None
        try:
            root = parse_xml(self.opening[0] + self.data[start:end] + b"</" + prefix + b"styles>")
        except ReadError:
            return None  # the whole part will show whether it is damaged
        return _by_id(root).get(style_id)

    def get(self, style_id: str) -> Style:
        """The style of that id; one that the file does not define is judged by its id."""
        style = self.resolved.get(style_id)
        if style is None:
            style = self.resolved[style_id] = self._resolve(style_id)
        return style

    def _resolve(self, style_id: str) -> Style:
        """Walk up w:basedOn: the nearest style that says something decides."""
        element = self.element(style_id)
        if element is None:
            match = HEADING.match(style_id)
            return Style(level=int(match[1])) if match else PLAIN
        outline: int | None = None
        list_id: int | None = None
        list_level: int | None = None
        hidden: bool | None = None
        names = [style_id]
        while element is not None:
            own = _Own(element)
            outline = own.outline if outline is None else outline
            list_id = own.list_id if list_id is None else list_id
            list_level = own.list_level if list_level is None else list_level
            hidden = own.hidden if hidden is None else hidden
            if own.based_on is None or own.based_on in names or len(names) >= CHAIN:
                break
            names.append(own.based_on)
            element = self.element(own.based_on)
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


def _by_id(root: etree._Element) -> dict[str, etree._Element]:
    """The styles of a part by their id; of namesakes the first counts."""
    found: dict[str, etree._Element] = {}
    for child in root:
        if KIND.get(child.tag) == "style" and (style_id := attribute(child, "styleId")) is not None:
            found.setdefault(style_id, child)
    return found


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
