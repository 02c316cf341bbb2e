"""Threads of new Excel: where a cell has one, the note beside it is not shown, so the remark is a reply in the thread too."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from datetime import datetime

from lxml import etree

from zhibiao.reading.markup import parse_xml
from zhibiao.reports.annotate.package_index import Parts, written
from zhibiao.reports.annotate.wording import AUTHOR, Line, plain
from zhibiao.reports.annotate.xlsx_sheet_part import slot

_IDS = uuid.uuid5(uuid.NAMESPACE_DNS, "zhibiao.invalid")  # ids are made from what is said: the same remark has the same id


class Threads:
    """The threads of one sheet, if it has any."""

    def __init__(self, parts: Parts, sheet: str) -> None:
        self.parts = parts
        self.name = parts.related(sheet, "threadedComment")
        self.root = parse_xml(parts.read(self.name), self.name) if self.name else None
        self.first: dict[tuple[int, int], etree._Element] = {}
        for one in self.root if self.root is not None else ():
            place = slot(one.get("ref") or "")
            if place is not None and one.get("parentId") is None:
                self.first.setdefault(place, one)
        self.replied = False

    def reply(self, row: int, column: int, lines: Sequence[Line], when: datetime) -> None:
        """Say it in the thread of a cell that has one."""
        thread = self.first.get((row, column))
        if thread is None or self.root is None:
            return
        text = plain(lines)
        space = etree.QName(thread).namespace or ""
        reply = etree.SubElement(self.root, f"{{{space}}}threadedComment")
        reply.set("ref", thread.get("ref") or "")
        reply.set("dT", when.replace(microsecond=0, tzinfo=None).isoformat() + ".00")
        reply.set("personId", _guid(AUTHOR))
        reply.set("id", _guid(f"{thread.get('id')} {text}"))
        reply.set("parentId", thread.get("id") or "")
        etree.SubElement(reply, f"{{{space}}}text").text = text
        self.replied = True

    def save(self) -> None:
        """Put the part into the package, and ourselves among the persons."""
        if not self.replied or self.root is None or self.name is None:
            return
        self.parts.write(self.name, written(self.root))
        book = self.parts.related("", "officeDocument")
        name = self.parts.related(book, "person") if book else None
        persons = parse_xml(self.parts.read(name), name) if name else None
        if name is None or persons is None or any(one.get("id") == _guid(AUTHOR) for one in persons):
            return
        person = etree.SubElement(persons, f"{{{etree.QName(persons).namespace or ''}}}person")
        for key, value in (("displayName", AUTHOR), ("id", _guid(AUTHOR)), ("userId", AUTHOR), ("providerId", "None")):
            person.set(key, value)
        self.parts.write(name, written(persons))


def _guid(said: str) -> str:
    return f"{{{str(uuid.uuid5(_IDS, said)).upper()}}}"
