"""A Word document's main text, walked so that every place leads back to its elements."""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from zhibiao.model.place import Place
from zhibiao.reading.budget import Budget
from zhibiao.reading.docx import Line, Story
from zhibiao.reading.docx_address import CellFinder
from zhibiao.reading.docx_names import BLOCKS, TEXT_BOX, WORD, unwrap
from zhibiao.reading.package import Package

PARAGRAPH = frozenset(f"{{{space}}}p" for space in WORD)


class AnchoredStory(Story):
    """Remembers the element of every paragraph that is given out."""

    def __init__(self, package: Package, budget: Budget) -> None:
        super().__init__(package, budget)
        self.paragraphs: dict[int, etree._Element] = {}  # by Place.line
        self._last: etree._Element | None = None

    def line(self, paragraph: etree._Element, shown: str | None) -> Line:
        """As in reading; the last one asked for is the one given out next."""
        self._last = paragraph
        return super().line(paragraph, shown)

    def paragraph(self, text: str, level: int | None) -> None:
        """As in reading."""
        if self._last is not None and text and not text.isspace():
            self.paragraphs[self.lines] = self._last
        super().paragraph(text, level)


class Anchors:
    """From places to the paragraphs that a comment is put round."""

    def __init__(self, story: AnchoredStory) -> None:
        self.story = story
        self.finder = CellFinder(story)

    def cell(self, place: Place) -> etree._Element | None:
        """The w:tc of a place."""
        return self.finder.find(place) if place.row is not None else None

    def cell_paragraphs(self, place: Place) -> list[etree._Element]:
        """The paragraphs of a cell, in a text box too."""
        cell = self.cell(place)
        return [] if cell is None else own_paragraphs(cell, self.story.depth)

    def paragraphs(self, place: Place) -> list[etree._Element]:
        """The paragraphs of a cell, or the one of a line; an empty list where there is nothing."""
        if place.row is None:
            found = self.story.paragraphs.get(place.line or 0)
            return [] if found is None else [outside_box(found)]
        cell = self.cell(place)
        if cell is None:
            return []
        own = own_paragraphs(cell, self.story.depth) or [added_paragraph(cell)]
        host = outside_box(own[0])
        return own if host is own[0] else [host]


def own_paragraphs(cell: etree._Element, depth: int) -> list[etree._Element]:
    """The paragraphs of a cell, seen through content controls, without those of tables inside it."""
    return [element for kind, element, _ in unwrap(cell, BLOCKS, depth) if kind == "p"]


def added_paragraph(cell: etree._Element) -> etree._Element:
    """A paragraph for a cell that has none: a comment needs one, and so does Word."""
    return etree.SubElement(cell, f"{{{etree.QName(cell).namespace}}}p")


def outside_box(paragraph: etree._Element) -> etree._Element:
    """The paragraph itself; of one in a text box, where Word takes no comments, the paragraph that holds the box."""
    boxes = [above for above in paragraph.iterancestors() if above.tag in TEXT_BOX]
    if not boxes:
        return paragraph
    return next((above for above in boxes[-1].iterancestors() if above.tag in PARAGRAPH), paragraph)


def controlled(paragraphs: Sequence[etree._Element]) -> bool:
    """Whether the only paragraph of a cell stands in a content control that is in the cell or is the cell itself.

    LibreOffice (7.4) then loses what stands in the paragraph before a comment's reference, and the comment's own first paragraph."""
    if len(paragraphs) != 1:
        return False
    for above in paragraphs[0].iterancestors():
        name = etree.QName(above).localname
        if name in ("sdt", "tr", "body", "txbxContent"):
            return name == "sdt"
    return False


def surrounded(paragraphs: Sequence[etree._Element], number: int) -> None:
    """Put the marks of one comment round paragraphs: the beginning, the end, and the reference behind it.

    In a controlled paragraph all three stand before the text."""
    first, last = paragraphs[0], paragraphs[-1]
    space = etree.QName(first).namespace
    start = etree.Element(f"{{{space}}}commentRangeStart")
    end = etree.Element(f"{{{space}}}commentRangeEnd")
    run = etree.Element(f"{{{space}}}r")
    reference = etree.SubElement(run, f"{{{space}}}commentReference")
    for mark in (start, end, reference):
        mark.set(f"{{{space}}}id", str(number))
    if controlled(paragraphs):
        _put_first(first, start, end, run)
    else:
        _put_first(first, start)
        last.extend((end, run))


def _put_first(paragraph: etree._Element, *marks: etree._Element) -> None:
    place = 1 if len(paragraph) and etree.QName(paragraph[0]).localname == "pPr" else 0
    paragraph[place:place] = marks
