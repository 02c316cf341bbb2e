"""Small OLE containers for tests: streams by path, written as Word and Excel lay them out."""

from __future__ import annotations

import struct

SECTOR = 512
FREE, END, TABLE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD


def entry(name: str, kind: int, right: int = FREE, child: int = FREE, start: int = 0, size: int = 0) -> bytes:
    """A directory entry without a left neighbour."""
    raw = name.encode("utf-16-le") + b"\0\0"
    body = raw.ljust(64, b"\0") + struct.pack("<HBBIII", len(raw), kind, 1, FREE, right, child)
    return body + bytes(36) + struct.pack("<IQ", start, size)


def container(streams: dict[str, bytes], inside: dict[str, bytes] | None = None) -> bytes:
    """An OLE file with these streams at its root, and with others in a storage called ObjectPool."""
    inside = inside or {}
    entries: list[bytes] = []
    content: list[bytes] = []
    table: list[int] = [TABLE]
    first_data = 1 + (1 + len(streams) + bool(inside) + len(inside) + 3) // 4
    sectors = first_data

    def place(data: bytes) -> tuple[int, int]:
        nonlocal sectors
        data = data.ljust(4096, b"\0")  # shorter streams would go to the small-stream area
        count = -(-len(data) // SECTOR)
        start = sectors
        content.append(data.ljust(count * SECTOR, b"\0"))
        sectors += count
        return start, len(data)

    names = list(streams) + (["ObjectPool"] if inside else [])
    entries.append(entry("Root Entry", 5, child=1 if names else FREE))
    for at, name in enumerate(names, 1):
        right = at + 1 if at < len(names) else FREE
        if name in streams:
            start, size = place(streams[name])
            entries.append(entry(name, 2, right, FREE, start, size))
        else:
            entries.append(entry(name, 1, right, len(names) + 1))
    for at, (name, data) in enumerate(inside.items(), len(names) + 1):
        start, size = place(data)
        entries.append(entry(name, 2, at + 1 if at < len(names) + len(inside) else FREE, FREE, start, size))
    directory = b"".join(entries)
    count = first_data - 1
    directory = directory.ljust(count * SECTOR, b"\0")
    table += [*range(2, count + 1), END]
    for data in content:
        start = len(table)
        table += [*range(start + 1, start + len(data) // SECTOR), END]
    allocation = struct.pack(f"<{SECTOR // 4}I", *(table + [FREE] * (SECTOR // 4 - len(table))))
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    header += struct.pack("<IIIIIIIII", 0, 1, 1, 0, 4096, END, 0, END, 0)
    header += struct.pack("<109I", 0, *([FREE] * 108))
    return header + allocation + directory + b"".join(content)
