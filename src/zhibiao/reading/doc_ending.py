"""Gives an old .doc that ends in a table the empty paragraph which Word always writes behind one.

LibreOffice writes such files (from a docx without that paragraph), and loses the table when it reads them. The text is lengthened by one
paragraph mark: in the text itself, its count, its piece table and its paragraph index. Source: [MS-DOC], Fib, Clx, PlcBtePapx, PapxFkp.
"""

from __future__ import annotations

import struct

from zhibiao.reading import ole

PAGE = 512
SMALL = 4096  # shorter streams lie in the mini stream, where no Word document of ours does
CELL_MARK, PARAGRAPH_MARK = 7, 13
FLAGS, MAIN_COUNT, OTHER_COUNTS, PAPERS, CLX = 0x0A, 0x4C, range(0x50, 0x6C, 4), 0x102, 0x1A2  # offsets in the Fib
SECOND_TABLE = 0x0200
COMPRESSED = 0x40000000
INDEX_ENTRY = 13  # bytes of a BxPap
BLANK = b"\x00\x01\x00\x00"  # a PAPX without properties: word count 2 × 1, style 0


class Stream:
    """The bytes of one stream, changed in place and written back sector by sector."""

    def __init__(self, data: bytes, entry: ole.Entry) -> None:
        container = ole.Container(data)
        self.places: list[int] = []
        self.sector = container.sector
        sector = entry.start
        while len(self.places) * self.sector < entry.size and sector < ole.LAST_SECTOR and container.offset(sector) < len(data):
            self.places.append(container.offset(sector))
            sector = container.following(sector)
        self.data = bytearray(b"".join(data[at : at + self.sector] for at in self.places))

    def number(self, at: int) -> int:
        """Four bytes as a number; struct.error behind the end."""
        return int(struct.unpack_from("<I", self.data, at)[0])

    def add(self, at: int, count: int) -> None:
        """Raise a number."""
        struct.pack_into("<I", self.data, at, self.number(at) + count)

    def write_back(self, target: bytearray) -> None:
        """Put the sectors where they came from."""
        for index, at in enumerate(self.places):
            piece = self.data[index * self.sector : (index + 1) * self.sector]
            target[at : at + len(piece)] = piece


def with_last_paragraph(data: bytes) -> bytes:
    """The same .doc, with a paragraph mark at its end if its text ends in a table; unchanged where that cannot be done safely."""
    try:
        entries = ole.root_entries(data)
        document = Stream(data, entries["WordDocument"])
        table = Stream(data, entries["1Table" if document.data[FLAGS + 1] << 8 & SECOND_TABLE else "0Table"])
        if not (len(document.data) >= SMALL and len(table.data) >= SMALL and _lengthen(document, table)):
            return data
    except (KeyError, IndexError, struct.error):  # no such stream, or one too short for what it says
        return data
    patched = bytearray(data)
    document.write_back(patched)
    table.write_back(patched)
    return bytes(patched)


def _lengthen(document: Stream, table: Stream) -> bool:
    """Add the mark; False where the text ends well, or where there is no room for it."""
    if any(document.number(at) for at in OTHER_COUNTS):
        return False  # notes or headers follow the main text at once
    clx = document.number(CLX)
    if table.data[clx] != 2:
        return False  # formatting of a fast save stands before the pieces
    pieces = (table.number(clx + 1) - 4) // 12
    last = clx + 5 + 4 * pieces
    length = table.number(last)
    piece = table.number(last + 4 + 8 * (pieces - 1) + 2)
    width = 1 if piece & COMPRESSED else 2
    start = (piece & ~COMPRESSED) // 2 if piece & COMPRESSED else piece
    end = start + width * (length - table.number(last - 4))
    if length != document.number(MAIN_COUNT) or document.data[end - width] != CELL_MARK or end % PAGE == 0 or end % PAGE + width > PAGE:
        return False
    if not _index(document, table, end, width):
        return False
    document.data[end : end + width] = bytes((PARAGRAPH_MARK, 0))[:width]
    document.add(MAIN_COUNT, 1)
    table.add(last, 1)
    return True


def _index(document: Stream, table: Stream, end: int, width: int) -> bool:
    """Enter the new paragraph in the last page of the paragraph index."""
    papers, size = document.number(PAPERS), document.number(PAPERS + 4)
    pages = (size - 4) // 8
    border = papers + 4 * pages
    page = table.number(border + 4 * pages) * PAGE
    count = document.data[page + PAGE - 1]
    bounds = page + 4 * (count + 1)
    entries = bytes(document.data[bounds : bounds + INDEX_ENTRY * count])
    if not count or table.number(border) != end or document.number(bounds - 4) != end:
        return False
    first = min(PAGE if not offset else 2 * offset for offset in entries[::INDEX_ENTRY])
    room = (first - len(BLANK)) // 2 * 2
    if bounds - page + 4 + len(entries) + INDEX_ENTRY > room:
        return False
    struct.pack_into("<I", document.data, bounds, end + width)
    entry = bytes((room // 2,)) + bytes(INDEX_ENTRY - 1)
    document.data[bounds + 4 : bounds + 4 + len(entries) + INDEX_ENTRY] = entries + entry
    document.data[page + room : page + room + len(BLANK)] = BLANK
    document.data[page + PAGE - 1] = count + 1
    table.add(border, width)
    return True
