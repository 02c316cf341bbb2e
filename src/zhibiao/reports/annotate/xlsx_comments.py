"""The comments part of a sheet: new notes, and old ones with a further text behind theirs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lxml import etree

from zhibiao.reading.markup import parse_xml
from zhibiao.reading.xlsx_parts import rich_text
from zhibiao.reports.annotate.package_index import written
from zhibiao.reports.annotate.wording import AUTHOR, Line, plain
from zhibiao.reports.annotate.xlsx_sheet_part import MAIN, STRICT, reference, slot

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")  # what Excel would read as a character's number
_FONT, _SIZE = "宋体", "9"
_MOST = 32_767  # characters of a cell's or a note's text in Excel
_RULE = "――――"  # between another's words and ours


class SheetComments:
    """The part as it will be."""

    def __init__(self, data: bytes | None, name: str, strict: bool) -> None:
        self.root = parse_xml(f'<comments xmlns="{STRICT if strict else MAIN}"/>'.encode() if data is None else data, name)
        self.space = etree.QName(self.root).namespace or MAIN
        self.authors = self._child("authors")
        self.list = self._child("commentList")
        found = ((slot(one.get("ref") or ""), one) for one in self.list.iter(f"{{{self.space}}}comment"))
        self.notes = {place: one for place, one in found if place is not None}
        self._before = tuple(self.notes)

    def _child(self, name: str) -> etree._Element:
        found = self.root.find(f"{{{self.space}}}{name}")
        if found is not None:
            return found
        made = etree.Element(f"{{{self.space}}}{name}")
        self.root.insert(0 if name == "authors" else 1, made)
        return made

    def add(self, row: int, column: int, lines: Sequence[Line]) -> str | None:
        """Say it at a cell: the whole text of its note by now, None where the note said it already."""
        note = self.notes.get((row, column))
        if note is None:
            note = etree.SubElement(self.list, self._name("comment"))
            note.set("ref", reference(row, column))
            note.set("authorId", str(self._author()))
            note.set("shapeId", "0")
            self.notes[row, column] = note
            text, before = etree.SubElement(note, self._name("text")), ""
        else:
            found = note.find(self._name("text"))
            text = found if found is not None else etree.SubElement(note, self._name("text"))
            before = rich_text(text)
            if plain(lines) in before:
                return None
            self._as_runs(text)
        if before:
            self._run(text, f"\n{_RULE}\n", False)
        for number, (bold, rest) in enumerate(lines):
            self._run(text, bold, True)
            self._run(text, rest + ("\n" if number + 1 < len(lines) else ""), False)
        return rich_text(text)

    def others(self) -> Iterator[tuple[int, int, str]]:
        """Row, column and text of the notes that were there before."""
        for place in self._before:
            text = self.notes[place].find(self._name("text"))
            yield (*place, "" if text is None else rich_text(text))

    def _author(self) -> int:
        names = [author.text for author in self.authors]
        if AUTHOR not in names:
            etree.SubElement(self.authors, self._name("author")).text = AUTHOR
            names.append(AUTHOR)
        return names.index(AUTHOR)

    def _as_runs(self, text: etree._Element) -> None:
        """A plain text as a run, so that further runs can follow it; phonetic guides stay last."""
        bare = text.find(self._name("t"))
        if bare is not None and etree.QName(text[0]).localname == "t":
            run = etree.Element(self._name("r"))
            bare.addprevious(run)
            run.append(bare)

    def _run(self, text: etree._Element, written_text: str, bold: bool) -> None:
        if not written_text:
            return
        run = etree.Element(self._name("r"))
        runs = text.findall(self._name("r"))
        if runs:
            runs[-1].addnext(run)
        else:
            text.append(run)
        look = etree.SubElement(run, self._name("rPr"))
        if bold:
            etree.SubElement(look, self._name("b"))
        etree.SubElement(look, self._name("sz")).set("val", _SIZE)
        etree.SubElement(look, self._name("rFont")).set("val", _FONT)
        etree.SubElement(look, self._name("charset")).set("val", "134")
        piece = etree.SubElement(run, self._name("t"))
        piece.text = _ESCAPED.sub("_x005F_", written_text)[:_MOST]
        piece.set(_SPACE, "preserve")

    def _name(self, name: str) -> str:
        return f"{{{self.space}}}{name}"

    def bytes(self) -> bytes:
        """The part."""
        return written(self.root)
