"""Packages copied entry by entry: what is not new keeps its bytes, whatever program wrote the archive."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime

from hypothesis import given
from hypothesis import strategies as st

from zhibiao.config.limits import Limits
from zhibiao.reading.budget import Budget
from zhibiao.reading.package import Package
from zhibiao.reports.annotate.package_copy import copied

WHEN = datetime(2025, 11, 3, 9, 30, 8)
NAMES = st.text("abc/文 .xml", min_size=1, max_size=8).map(lambda name: "p" + name.strip("/ "))
PARTS = st.dictionaries(NAMES, st.binary(max_size=300), min_size=1, max_size=6)


def copy(data: bytes, parts: dict[str, bytes]) -> bytes:
    return copied(data, Package(data, Budget(Limits())), parts, WHEN)


def entries(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        return {info.filename: archive.read(info) for info in archive.infolist()}


@given(PARTS, PARTS, st.sampled_from([zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED]))
def test_old_parts_stay_and_new_ones_come(old: dict[str, bytes], new: dict[str, bytes], method: int) -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as archive:
        for name, content in old.items():
            archive.writestr(name, content)
    out = copy(stream.getvalue(), new)
    assert entries(out) == old | new
    assert list(entries(out))[: len(old)] == list(old)


class Pipe(io.RawIOBase):
    """A stream that cannot be sought, so that zipfile writes sizes behind the data."""

    def __init__(self) -> None:
        self.data = bytearray()

    def writable(self) -> bool:
        return True

    def write(self, data: object) -> int:
        self.data += bytes(data)  # type: ignore[call-overload]
        return len(bytes(data))  # type: ignore[call-overload]


def test_an_archive_with_sizes_behind_the_data() -> None:
    pipe = Pipe()
    with zipfile.ZipFile(pipe, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("甲.xml", "绩效" * 50)
        archive.writestr("b.xml", "b")
    data = bytes(pipe.data)
    assert zipfile.ZipFile(io.BytesIO(data)).infolist()[0].flag_bits & 8
    assert entries(copy(data, {"b.xml": b"c"})) == {"甲.xml": ("绩效" * 50).encode(), "b.xml": b"c"}


def test_compressed_bytes_and_times_stay_and_new_ones_have_the_given_time() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        info = zipfile.ZipInfo("a.xml", (2019, 5, 6, 7, 8, 10))
        info.compress_type = zipfile.ZIP_DEFLATED
        archive.writestr(info, b"x" * 500, compresslevel=1)
    data = stream.getvalue()
    out = copy(data, {"b.xml": b"y"})
    old, new = zipfile.ZipFile(io.BytesIO(out)).infolist()
    assert (old.date_time, new.date_time) == ((2019, 5, 6, 7, 8, 10), (2025, 11, 3, 9, 30, 8))
    start = old.header_offset + 30 + len("a.xml")
    assert out[start : start + old.compress_size] == data[start : start + old.compress_size]
