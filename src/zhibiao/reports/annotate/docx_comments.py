"""The comments part of a Word document: new comments behind those that it has."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Sequence
from datetime import datetime

from lxml import etree

from zhibiao.reading.docx_names import WORD
from zhibiao.reading.markup import parse_xml
from zhibiao.reports.annotate.package_index import Parts, whole, written
from zhibiao.reports.annotate.wording import AUTHOR, INITIALS, Line, plain

_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_HEAD = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_ID = tuple(f"{{{space}}}id" for space in WORD)
_REFERENCES = tuple(f"{{{space}}}commentReference" for space in WORD)
_TEXT = tuple(f"{{{space}}}t" for space in WORD)
_PARAGRAPH = tuple(f"{{{space}}}p" for space in WORD)
_MOST = 2**30  # ids are 32-bit with a sign; a higher one leaves no room behind it


def word_date(when: datetime) -> str:
    """As Word writes it: the local time, marked Z all the same."""
    return when.replace(microsecond=0, tzinfo=None).isoformat() + "Z"


class Numbers:
    """Ids that nothing in the text or among the comments has yet."""

    def __init__(self, roots: Sequence[etree._Element]) -> None:
        self._taken = {number for root in roots for element in root.iter() for number in _ids(element)}
        self._next = max((number for number in self._taken if 0 <= number < _MOST), default=-1)

    def fresh(self) -> int:
        """The next one."""
        self._next += 1
        while self._next in self._taken:
            self._next += 1
        return self._next


def _ids(element: etree._Element) -> Iterator[int]:
    for name in _ID:
        number = whole(element.get(name))
        if number is not None:
            yield number


class Comments:
    """The part as it will be; it enters the package when it is saved."""

    def __init__(self, parts: Parts, main: str, space: str) -> None:
        self.parts = parts
        self.main = main
        self.strict = space == WORD[1]
        self.name = parts.related(main, "comments")
        if self.name is None:
            self.root = etree.Element(f"{{{space}}}comments", nsmap={"w": space})
        else:
            self.root = parse_xml(parts.read(self.name), self.name)
        self.space = etree.QName(self.root).namespace or space
        self._told = {one.get(f"{{{self.space}}}id"): _text(one) for one in self.root}
        self.count = 0

    def stands(self, paragraphs: Sequence[etree._Element], lines: Sequence[Line]) -> bool:
        """Whether one of the comments on these paragraphs says the same already."""
        text = plain(lines)
        references = (mark for paragraph in paragraphs for mark in paragraph.iter(*_REFERENCES))
        return any(self._told.get(mark.get(name)) == text for mark in references for name in _ID)

    def add(self, number: int, lines: Sequence[Line], when: datetime, lead: bool = False) -> None:
        """A comment of ours, a paragraph a line. lead: an empty one before them (docx_story.controlled)."""
        comment = etree.SubElement(self.root, self._name("comment"))
        for key, value in (("id", str(number)), ("author", AUTHOR), ("date", word_date(when)), ("initials", INITIALS)):
            comment.set(self._name(key), value)
        for bold, rest in ([("", "")] if lead else []) + list(lines):
            self._paragraph(comment, bold, rest)
        self.count += 1

    def _paragraph(self, comment: etree._Element, bold: str, rest: str) -> None:
        """Set small, without the indents and line heights that the body of an official text has."""
        paragraph = etree.SubElement(comment, self._name("p"))
        properties = etree.SubElement(paragraph, self._name("pPr"))
        self._set(properties, "spacing", before="0", after="0", line="240", lineRule="auto")
        self._set(properties, "ind", firstLineChars="0", firstLine="0")
        for text, strong in ((bold, True), (rest, False)):
            if not text:
                continue
            run = etree.SubElement(paragraph, self._name("r"))
            look = etree.SubElement(run, self._name("rPr"))
            if strong:
                self._set(look, "b")
            self._set(look, "sz", val="18")
            self._set(look, "szCs", val="18")
            piece = etree.SubElement(run, self._name("t"))
            piece.text = text
            piece.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")

    def _set(self, parent: etree._Element, name: str, **values: str) -> None:
        element = etree.SubElement(parent, self._name(name))
        for key, value in values.items():
            element.set(self._name(key), value)

    def _name(self, name: str) -> str:
        return f"{{{self.space}}}{name}"

    def save(self) -> None:
        """Put the part into the package, and say there what it is."""
        if self.name is not None:
            self.parts.write(self.name, written(self.root))
            return
        self.name = self.parts.unused(posixpath.join(posixpath.dirname(self.main), "comments{}.xml"))
        self.parts.relate(self.main, "comments", self.name, self.strict)
        self.parts.declare(self.name, _TYPE)
        self.parts.write(self.name, _HEAD + etree.tostring(self.root, encoding="UTF-8", xml_declaration=False))


def _text(comment: etree._Element) -> str:
    return "\n".join("".join(piece.text or "" for piece in paragraph.iter(*_TEXT)) for paragraph in comment.iter(*_PARAGRAPH)).lstrip("\n")
