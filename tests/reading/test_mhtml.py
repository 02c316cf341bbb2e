"""Web archives: Word's single-file page, a browser's, and Excel's with its sheets in frames."""

from __future__ import annotations

import base64
import contextlib
import quopri

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zhibiao.config.limits import Limits
from zhibiao.errors import ReadError
from zhibiao.reading.blocks import Blocks, Grid, Paragraph
from zhibiao.reading.budget import Budget
from zhibiao.reading.mhtml import read_mhtml

HEAD = b'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="----=_Part"\r\n\r\n'


def part(page: bytes, headers: str) -> bytes:
    return b"------=_Part\r\n" + headers.replace("\n", "\r\n").encode() + b"\r\n\r\n" + page + b"\r\n"


def archive(*parts: bytes) -> bytes:
    return HEAD + b"".join(parts) + b"------=_Part--\r\n"


def read(data: bytes, limits: Limits | None = None) -> Blocks:
    return read_mhtml(data, Budget(limits or Limits()))


def shown(data: bytes) -> list[str]:
    return [block.text for block in read(data).blocks if isinstance(block, Paragraph)]


TABLE = "<html><body><table><tr><td>指标</td><td>值</td></tr><tr><td>人数</td><td>200</td></tr></table></body></html>"


def test_base64_with_the_charset_in_the_header_only() -> None:
    page = base64.encodebytes("<p>绩效目标申报表</p>".encode("gb18030"))
    data = archive(part(page, 'Content-Type: text/html; charset="gb2312"\nContent-Transfer-Encoding: base64\nContent-Location: a.htm'))
    assert shown(data) == ["绩效目标申报表"]
    assert read(data).kind == "html"


def test_quoted_printable_as_word_writes_it() -> None:
    page = quopri.encodestring("<html><head><meta charset=utf-8></head><body><p>满意度达到90%以上</p></body></html>".encode())
    image = part(b"iVBORw0KGgo=", "Content-Type: image/png\nContent-Transfer-Encoding: base64")
    assert shown(archive(image, part(page, "Content-Type: text/html\nContent-Transfer-Encoding: quoted-printable"))) == [
        "满意度达到90%以上"
    ]


def test_only_the_first_page_of_a_browser_archive() -> None:
    pages = [part(f"<p>{text}</p>".encode(), "Content-Type: text/html; charset=utf-8") for text in ("正文", "广告框")]
    assert shown(archive(*pages)) == ["正文"]


def test_sheets_behind_the_frames_of_excel() -> None:
    frame = part(b"<html><frameset><frame src=sheet001.htm></frameset></html>", "Content-Type: text/html")
    tabs = part("<p>表一</p>".encode(), "Content-Location: file:///C:/x.files/tabstrip.htm\nContent-Type: text/html; charset=utf-8")
    sheet = part(TABLE.encode(), "Content-Location: file:///C:/x.files/sheet001.htm\nContent-Type: text/html; charset=utf-8")
    grids = read(archive(frame, tabs, sheet, sheet)).blocks
    assert [grid.place.table for grid in grids if isinstance(grid, Grid)] == [1, 2]
    assert len(grids) == 2


def test_a_single_page_without_parts() -> None:
    assert shown("MIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n\n<p>正文</p>".encode()) == ["正文"]


def test_an_archive_without_a_page() -> None:
    with pytest.raises(ReadError) as caught:
        read(archive(part(b"x", "Content-Type: text/plain")))
    assert caught.value.code == "damaged"


def test_too_many_parts() -> None:
    with pytest.raises(ReadError) as caught:
        read(archive(*[part(b"x", "Content-Type: text/css")] * 2100))
    assert caught.value.code == "too-many-parts"


@settings(max_examples=100, deadline=None)
@given(st.data())
def test_mutated_archives(data: st.DataObject) -> None:
    whole = bytearray(archive(part(TABLE.encode(), "Content-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: 8bit")))
    for _ in range(data.draw(st.integers(1, 8))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    with contextlib.suppress(ReadError):
        read(bytes(whole[: data.draw(st.integers(1, len(whole)))]))
