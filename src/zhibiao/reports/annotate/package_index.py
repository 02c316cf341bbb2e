"""What a package says of its parts: relationships and content types, with entries added."""

from __future__ import annotations

import posixpath
import re
from itertools import count

from lxml import etree

from zhibiao.errors import ReadError
from zhibiao.reading.markup import parse_xml
from zhibiao.reading.package import RESAVE, Package

TYPES = "[Content_Types].xml"
_NO_RELATIONS = b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>'
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_STRICT_KIND = "http://purl.oclc.org/ooxml/officeDocument/relationships/"


def written(root: etree._Element) -> bytes:
    """A part as bytes, with the declaration that it had."""
    standalone = root.getroottree().docinfo.standalone
    said = {True: ' standalone="yes"', False: ' standalone="no"', None: ""}[standalone]
    return f'<?xml version="1.0" encoding="UTF-8"{said}?>\n'.encode() + etree.tostring(root, encoding="UTF-8", xml_declaration=False)


class Parts:
    """The parts of one package, read and changed; `changed` is what the copy has to hold anew."""

    def __init__(self, package: Package) -> None:
        self.package = package
        self.changed: dict[str, bytes] = {}
        self._by_lower = {name.lower(): name for name in package.names}

    def name(self, wanted: str) -> str | None:
        """A part's name as the archive spells it: some writers mix upper and lower case."""
        return wanted if wanted in self.changed or wanted in self.package else self._by_lower.get(wanted.lower())

    def read(self, name: str) -> bytes:
        """A part as it is by now."""
        found = self.name(name) or name
        return self.changed[found] if found in self.changed else self.package.read(found)

    def write(self, name: str, data: bytes) -> None:
        """Put a part in, in place of the one of that name."""
        self.changed[self.name(name) or name] = data

    def unused(self, pattern: str) -> str:
        """The first name of a pattern with {} for a number (none, 1, 2, ...) that no part has."""
        number = 0
        while self.name(found := pattern.format(number or "")) is not None:
            number += 1
        return found

    def relations(self, part: str) -> dict[str, tuple[str, str]]:
        """Relationship id → (last word of its type, part name), without those that lead outside."""
        name = self.name(_rels(part))
        if name is None:
            return {}
        folder = posixpath.dirname(part)
        found: dict[str, tuple[str, str]] = {}
        for child in parse_xml(self.read(name), name):
            if child.get("TargetMode") != "External":
                target = (child.get("Target") or "").replace("\\", "/")
                path = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
                found[child.get("Id") or ""] = ((child.get("Type") or "").rpartition("/")[2], path)
        return found

    def related(self, part: str, kind: str) -> str | None:
        """The existing part that a part relates to as kind."""
        return next((self.name(target) for found, target in self.relations(part).values() if found == kind and self.name(target)), None)

    def relate(self, part: str, kind: str, target: str, strict: bool, made: str | None = None) -> str:
        """Add a relationship, under an id that nothing else has unless one is given; its id."""
        name = self.name(_rels(part))
        root = parse_xml(self.read(name) if name else _NO_RELATIONS, name or "")
        taken = {child.get("Id") for child in root}
        made = made or next(one for one in map("rIdZhibiao{}".format, count(1)) if one not in taken)
        link = etree.SubElement(root, f"{{{etree.QName(root).namespace or ''}}}Relationship")
        link.set("Id", made)
        link.set("Type", (_STRICT_KIND if strict else _KIND) + kind)
        link.set("Target", posixpath.relpath(target, posixpath.dirname(part) or "."))
        self.write(name or _rels(part), written(root))
        return made

    def declare(self, part: str, content_type: str) -> None:
        """Say what a new part is."""
        root = self._types()
        space = etree.QName(root).namespace or ""
        entry = etree.SubElement(root, f"{{{space}}}Override")
        entry.set("PartName", f"/{part}")
        entry.set("ContentType", content_type)
        self.write(TYPES, written(root))

    def declare_ending(self, ending: str, content_type: str) -> bool:
        """Say what parts with an ending are; False where the package says otherwise already."""
        root = self._types()
        space = etree.QName(root).namespace or ""
        for entry in root.iter(f"{{{space}}}Default"):
            if (entry.get("Extension") or "").lower() == ending:
                return entry.get("ContentType") == content_type
        entry = etree.Element(f"{{{space}}}Default")
        entry.set("Extension", ending)
        entry.set("ContentType", content_type)
        root.insert(0, entry)
        self.write(TYPES, written(root))
        return True

    def _types(self) -> etree._Element:
        if self.name(TYPES) is None:
            raise ReadError("damaged", "文件已损坏或不完整（缺少内容类型清单），不能写入批注", RESAVE)
        return parse_xml(self.read(TYPES), TYPES)


def _rels(part: str) -> str:
    folder, base = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{base}.rels")


_DIGITS = re.compile(r"-?\d{1,10}")


def whole(text: str | None) -> int | None:
    """A number as ids write it; None for anything else."""
    return int(text) if text and _DIGITS.fullmatch(text) else None
