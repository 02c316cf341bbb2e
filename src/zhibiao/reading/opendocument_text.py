"""The text of one OpenDocument paragraph: coded blanks spelled out, notes and comments left out, text boxes set aside."""

from __future__ import annotations

import re

from lxml import etree

from zhibiao.reading.docx_names import too_deep
from zhibiao.reading.opendocument_lists import attribute, kind_of, whole

SILENT = frozenset((
    "text:note", "text:tracked-changes", "text:ruby-text", "office:annotation", "office:annotation-end", "text:bibliography-mark",
    "text:label",
))  # fmt: skip
SPACE, TAB, BREAK = "\x01", "\x02", "\x03"  # no XML text holds these: they keep coded blanks apart from the file's own line wraps
SPELLED = str.maketrans({SPACE: " ", TAB: "\t", BREAK: "\n"})
BLANKS = re.compile(r"[ \t\r\n]+")
MOST_SPACES = 1000


class Inline:
    """Reads paragraphs and gathers the text boxes anchored in them."""

    def __init__(self, depth: int) -> None:
        self.depth = depth
        self.boxes: list[etree._Element] = []
        self.out: list[str] = []

    def read(self, paragraph: etree._Element) -> str:
        """The paragraph as shown."""
        self.out = []
        self.walk(paragraph, 0)
        return BLANKS.sub(" ", "".join(self.out)).strip(" ").translate(SPELLED)

    def walk(self, element: etree._Element, depth: int) -> None:
        """The text of an element and of what stands in it."""
        if depth > self.depth:
            raise too_deep()
        self.out.append(element.text or "")
        for child in element:
            kind = kind_of(child)
            if kind == "text:s":
                self.out.append(SPACE * min(whole(attribute(child, "text:c"), 1), MOST_SPACES))
            elif kind == "text:tab":
                self.out.append(TAB)
            elif kind == "text:line-break":
                self.out.append(BREAK)
            elif kind.startswith("draw:") and kind != "draw:a":
                self.find_boxes(child)
            elif kind not in SILENT and attribute(child, "text:is-hidden") != "true":
                self.walk(child, depth + 1)
            self.out.append(child.tail or "")

    def find_boxes(self, shape: etree._Element) -> None:
        """Shapes that hold paragraphs; those inside them are found when they are read."""
        waiting = [shape]
        while waiting:
            element = waiting.pop()
            if any(kind_of(child) in ("text:p", "text:h", "text:list", "table:table") for child in element):
                self.boxes.append(element)
            else:
                waiting.extend(child for child in reversed(element) if not kind_of(child).startswith("text:"))
