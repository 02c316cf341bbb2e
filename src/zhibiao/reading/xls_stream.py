"""The workbook stream of an xls file, taken out of its container and freed of every record that only costs.

xlrd follows sector chains that run in circles for ever, expands links over sixteen million cells and evaluates names.
So the stream is taken out here, with a bound on every step, and records that hold no cell text or format are made unknown.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

from zhibiao.errors import ReadError
from zhibiao.reading import ole
from zhibiao.reading.budget import SPLIT, Budget
from zhibiao.reading.package import RESAVE

BOFS = (0x09, 0x209, 0x409, 0x809)  # of Excel 2, 3, 4, and 5 on: the first three are one bare sheet
BOF, EOF, BOUNDSHEET, FILEPASS, CODEPAGE = 0x0809, 0x0A, 0x85, 0x2F, 0x42
WORKSHEET = 0x10
MULRK, MULBLANK = 0xBD, 0xBE
UNKNOWN = b"\xff\xff"
NAMES = ("workbook", "book")  # Excel 97 on, Excel 5 and 95
MINI_SECTOR = 64
LATIN_PAGES = (1252, 32769, 10000)  # what writers put down without thinking: Excel 5 files from China are gb18030
# What cells, formats and sheets need, by [MS-XLS] 2.3: anything else (links, names, objects, printing) is made unknown
KEPT = frozenset(
    {
        BOF, EOF, BOUNDSHEET, FILEPASS, CODEPAGE, MULRK, MULBLANK,
        0x22,  # DATEMODE
        0xE0,  # XF
        0x41E,  # FORMAT
        0xFC, 0x3C,  # SST and CONTINUE
        0x200, 0x208,  # DIMENSION, ROW
        0x201, 0x203, 0x204, 0x205, 0x27E, 0xD6, 0xFD,  # BLANK, NUMBER, LABEL, BOOLERR, RK, RSTRING, LABELSST
        0x06, 0x206, 0x406, 0x207,  # FORMULA of three versions, STRING with its result
        0x221, 0x21, 0x4BC, 0x236, 0x37, 0x36,  # ARRAY, SHRFMLA, TABLEOP: they stand between FORMULA and STRING
        0xE5,  # MERGEDCELLS
        0x00, 0x01, 0x02, 0x03, 0x04, 0x05, 0x07, 0x08, *BOFS,  # the same before Excel 5
        0x1E, 0x1F, 0x56, 0x31, 0x231, 0x43, 0x243, 0x443, 0x44,  # and their formats, fonts and cell styles
    }
)  # fmt: skip


def workbook_stream(data: bytes, budget: Budget) -> tuple[bytes, str | None]:
    """The stream that xlrd may read, and the encoding to force on files older than Excel 97."""
    stream = _take(data) if data.startswith(ole.MAGIC) else bytearray(data)
    if len(stream) < 8:
        raise ReadError("damaged", "文件已损坏或不完整（没有工作簿内容）", RESAVE)
    first = struct.unpack_from("<H", stream)[0]
    if first not in BOFS or (first != BOF and struct.unpack_from("<H", stream, 6)[0] != WORKSHEET):
        raise ReadError("damaged", "文件已损坏或不完整，或者不是 Excel 97-2003 工作簿", RESAVE)
    encoding = _defuse(stream, budget)
    return bytes(stream), encoding


def _take(data: bytes) -> bytearray:
    """The bytes of the Workbook stream, as many as its chain of sectors reaches."""
    container = ole.Container(data)
    named = {name.lower(): entry for name, entry in ole.root_entries(data).items()}
    entry = next((named[name] for name in NAMES if name in named), None)
    if entry is None:
        raise ReadError("damaged", "文件已损坏或不完整（找不到工作簿）", RESAVE)
    if entry.size >= container.number(56):  # the header's limit, 4096: smaller streams live in the mini stream
        return _join(container, entry.start, entry.size)
    entries = container.entries()
    mini = _join(container, entries[0].start, entries[0].size) if entries else bytearray()
    table = _join(container, container.number(60), len(data))
    stream = bytearray()
    sector, seen = entry.start, set[int]()
    while sector < ole.LAST_SECTOR and sector not in seen and len(stream) < entry.size:
        seen.add(sector)
        stream += mini[sector * MINI_SECTOR : (sector + 1) * MINI_SECTOR]
        sector = struct.unpack_from("<I", table, 4 * sector)[0] if 4 * sector + 4 <= len(table) else ole.LAST_SECTOR
    return stream[: entry.size]


def _join(container: ole.Container, start: int, size: int) -> bytearray:
    """Sectors of a chain one after another; a chain that meets itself is damage."""
    joined = bytearray()
    sector, seen = start, set[int]()
    while sector < ole.LAST_SECTOR and len(joined) < size and container.offset(sector) < len(container.data):
        if sector in seen:
            raise ReadError("damaged", "文件已损坏或不完整（扇区链成环）", RESAVE)
        seen.add(sector)
        joined += container.data[container.offset(sector) : container.offset(sector) + container.sector]
        sector = container.following(sector)
    return joined[:size]


def _defuse(stream: bytearray, budget: Budget) -> str | None:
    """Make needless records unknown in place; count cells before xlrd builds them. Returns the encoding to force, if any."""
    codepage: int | None = None
    starts, known = [0], {0}
    spent = 0
    for start in starts:  # grows while the globals at 0 are read
        for code, position, length in _records(stream, start):
            spent += _cost(code, length)
            if spent > budget.limits.cells:
                raise ReadError("too-many-cells", f"表格单元格超过 {budget.limits.cells} 个的上限", SPLIT)
            if spent % 5_000 == 0:
                budget.check_time()
            if code not in KEPT:
                stream[position - 4 : position - 2] = UNKNOWN
            elif start == 0 and code == FILEPASS:
                raise ReadError("encrypted", "文件已加密", "请去掉打开密码后再试")
            elif start == 0 and code == BOUNDSHEET and length >= 6:
                sheet = struct.unpack_from("<I", stream, position)[0]
                if sheet not in known:
                    known.add(sheet)
                    starts.append(sheet)
            elif start == 0 and code == CODEPAGE and length >= 2:
                codepage = struct.unpack_from("<H", stream, position)[0]
    version = struct.unpack_from("<H", stream, 4)[0]
    return "gb18030" if version < 0x600 and (codepage is None or codepage in LATIN_PAGES) else None


def _records(stream: bytearray, start: int) -> Iterator[tuple[int, int, int]]:
    """Code, data position and length of the records from a BOF to its EOF; an embedded chart ends with an EOF of its own."""
    position, inside = start, False
    while 0 <= position <= len(stream) - 4:
        code, length = struct.unpack_from("<HH", stream, position)
        if position == start and code not in BOFS:
            return
        yield code, position + 4, min(length, len(stream) - position - 4)
        if code == EOF and not inside:
            return
        inside = (inside or (code in BOFS and position != start)) and code != EOF
        position += 4 + length


def _cost(code: int, length: int) -> int:
    """Cells that a record holds; every other record costs one, so that a walk is bounded too."""
    if code == MULRK:
        return max(1, length // 6)
    if code == MULBLANK:
        return max(1, length // 2)
    return 1
