"""A copy of an OOXML package with some parts new: the others keep their compressed bytes as they are."""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from zhibiao.reading.package import Package

_LOCAL = "<4s5H3I2H"
_CENTRAL = "<4s6H3I5H2I"
_END = "<4s4H2IH"
_VERSION = 20  # deflate; nothing here needs more, an input may be 200 MB at most
_UTF8 = 0x800
_SIZES_BEHIND = 0x8  # sizes follow the data; they are known here


@dataclass(frozen=True, slots=True)
class _Entry:
    name: bytes
    flags: int
    method: int
    stamp: tuple[int, int]  # DOS time and date
    crc: int
    size: int
    data: bytes  # as compressed
    attributes: int = 0


def copied(data: bytes, package: Package, parts: Mapping[str, bytes], when: datetime) -> bytes:
    """The archive with parts (by name) in place of those that it has, and further ones behind."""
    entries: list[_Entry] = []
    for name, info in package.names.items():
        entries.append(_fresh(info.filename, parts[name], when) if name in parts else _kept(data, info))
    entries += [_fresh(name, content, when) for name, content in parts.items() if name not in package]
    return _archive(entries)


def _kept(data: bytes, info: zipfile.ZipInfo) -> _Entry:
    """An entry as it stands; the local header tells where its bytes begin."""
    name_length, extra_length = struct.unpack_from("<2H", data, info.header_offset + 26)
    start = info.header_offset + 30 + name_length + extra_length
    flags = info.flag_bits & ~_SIZES_BEHIND
    name = info.orig_filename.encode("utf-8" if flags & _UTF8 else "cp437")
    year, month, day, hour, minute, second = info.date_time
    stamp = (hour << 11 | minute << 5 | second >> 1, max(year - 1980, 0) << 9 | month << 5 | day)
    body = data[start : start + info.compress_size]
    return _Entry(name, flags, info.compress_type, stamp, info.CRC, info.file_size, body, info.external_attr)


def _fresh(name: str, content: bytes, when: datetime) -> _Entry:
    squeezer = zlib.compressobj(6, zlib.DEFLATED, -zlib.MAX_WBITS)
    body = squeezer.compress(content) + squeezer.flush()
    stamp = (when.hour << 11 | when.minute << 5 | when.second >> 1, max(when.year - 1980, 0) << 9 | when.month << 5 | when.day)
    flags = 0 if name.isascii() else _UTF8
    return _Entry(name.encode(), flags, zipfile.ZIP_DEFLATED, stamp, zlib.crc32(content), len(content), body)


def _archive(entries: list[_Entry]) -> bytes:
    out = bytearray()
    directory = bytearray()
    for one in entries:
        offset = len(out)
        about = (one.flags, one.method, *one.stamp, one.crc, len(one.data), one.size, len(one.name))
        out += struct.pack(_LOCAL, b"PK\x03\x04", _VERSION, *about, 0) + one.name + one.data
        directory += struct.pack(_CENTRAL, b"PK\x01\x02", _VERSION, _VERSION, *about, 0, 0, 0, 0, one.attributes, offset) + one.name
    count = len(entries)
    end = struct.pack(_END, b"PK\x05\x06", 0, 0, count, count, len(directory), len(out), 0)
    return bytes(out + directory + end)
