"""The names at the root of an OLE container (old doc, xls, ppt, encrypted OOXML): a bounded look that survives garbage."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import NamedTuple

MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
HEADER_SLOTS = 109  # sectors of the allocation table that the header itself names
LAST_SECTOR = 0xFFFFFFFA  # this and above are marks, not sectors
NOBODY = 0xFFFFFFFF
MAX_SECTORS = 4096  # of the directory: 16,384 entries, far above any real file
STREAM = 2


class Entry(NamedTuple):
    """One directory entry: its name, kind, neighbours in the name tree, and where its bytes begin."""

    name: str
    kind: int
    left: int
    right: int
    child: int
    start: int
    size: int


class Container:
    """The sector arithmetic of one file; every step is checked against the bytes that are there."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        shift = self.number(30, "<H")
        self.sector = 1 << (shift if shift in (9, 12) else 9)
        self.tables = list(self.allocation_sectors())

    def number(self, offset: int, code: str = "<I") -> int:
        """The little-endian number at an offset; behind the end of a cut file there is only the end mark."""
        if offset < 0 or offset + struct.calcsize(code) > len(self.data):
            return NOBODY
        return int(struct.unpack_from(code, self.data, offset)[0])

    def offset(self, sector: int) -> int:
        """Where a sector begins: sector 0 follows the header, which takes one sector."""
        return (sector + 1) * self.sector

    def allocation_sectors(self) -> Iterator[int]:
        """Sectors of the allocation table: the first are named in the header, the rest in a chain of their own."""
        yield from (self.number(76 + 4 * slot) for slot in range(HEADER_SLOTS))
        slots = self.sector // 4 - 1
        sector = self.number(68)
        seen: set[int] = set()
        while sector < LAST_SECTOR and sector not in seen and self.offset(sector) < len(self.data):
            seen.add(sector)
            start = self.offset(sector)
            yield from (self.number(start + 4 * slot) for slot in range(slots))
            sector = self.number(start + 4 * slots)

    def following(self, sector: int) -> int:
        """The next sector of a chain, or the end mark."""
        table, slot = divmod(sector, self.sector // 4)
        if table >= len(self.tables) or self.tables[table] >= LAST_SECTOR:
            return NOBODY
        return self.number(self.offset(self.tables[table]) + 4 * slot)

    def entries(self) -> list[Entry]:
        """The directory in file order, as far as its chain can be followed."""
        found: list[Entry] = []
        sector = self.number(48)
        seen: set[int] = set()
        while sector < LAST_SECTOR and sector not in seen and len(seen) < MAX_SECTORS and self.offset(sector) < len(self.data):
            seen.add(sector)
            start = self.offset(sector)
            found.extend(self.entry(start + at) for at in range(0, self.sector, 128))
            sector = self.following(sector)
        return found

    def entry(self, at: int) -> Entry:
        """One directory entry; an impossible name length gives an empty name."""
        length = self.number(at + 64, "<H")
        raw = self.data[at : at + length - 2] if 2 <= length <= 64 else b""
        kind = self.number(at + 66, "<B")
        left, right, child, start, size = (self.number(at + step) for step in (68, 72, 76, 116, 120))
        return Entry(raw.decode("utf-16-le", "replace"), kind, left, right, child, start, size)


def root_entries(data: bytes) -> dict[str, Entry]:
    """Entries at the top of the container by name: an embedded workbook inside a document is not among them."""
    entries = Container(data).entries()
    found: dict[str, Entry] = {}
    waiting = [entries[0].child] if entries else []
    seen: set[int] = set()
    while waiting:
        index = waiting.pop()
        if index in seen or index >= len(entries):
            continue
        seen.add(index)
        entry = entries[index]
        found[entry.name] = entry
        waiting += [entry.left, entry.right]
    return found or {entry.name: entry for entry in entries if entry.kind == STREAM}


def word_is_encrypted(data: bytes, entry: Entry) -> bool:
    """Whether a WordDocument stream says in its first block that a password protects it."""
    container = Container(data)
    at = container.offset(entry.start)
    return entry.size >= 4096 and data[at : at + 2] == b"\xec\xa5" and bool(container.number(at + 10, "<H") & 0x0100)
