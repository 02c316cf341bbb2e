"""Pdfs that are encrypted, broken or hostile: a clear error, in bounded time, and nothing else."""

from __future__ import annotations

import contextlib
import logging
import time
import zlib
from collections.abc import Mapping
from functools import partial
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pdf_drawing import draw, page_pdf, paragraphs, raw_pdf, read, ruled, stream, write
from reportlab.lib.pdfencrypt import StandardEncryption

from zhibiao.errors import ReadError
from zhibiao.reading.blocks import Paragraph

XS = [60.0, 200.0, 340.0]
YS = [100.0, 130.0, 160.0]
TABLE = ruled(XS, YS, [["一级指标", "指标值"], ["产出指标", "100%"]])
SHOWN = b"BT /F 10 Tf 60 700 Td (shown) Tj ET"


def refused(data: bytes, **limits: float) -> ReadError:
    """The error that a file gives, within ten seconds."""
    start = time.monotonic()
    with pytest.raises(ReadError) as caught:
        read(data, **limits)
    assert time.monotonic() - start < 10
    assert caught.value.cause
    assert caught.value.remedy
    return caught.value


def packed(content: bytes, entries: bytes = b"/Filter /FlateDecode") -> bytes:
    return stream(zlib.compress(content, 9), entries)


def two_pages(second: bytes, more: Mapping[int, bytes] | None = None) -> bytes:
    """A good page and one whose contents are the given object."""
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R /Resources << /Font << /F 5 0 R >> >> >>"
    return raw_pdf(
        {
            1: b"<< /Type /Catalog /Pages 2 0 R >>",
            2: b"<< /Type /Pages /Kids [3 0 R 8 0 R] /Count 2 >>",
            3: page % 4,
            4: stream(SHOWN),
            5: b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
            8: page % 9,
            9: second,
            **(more or {}),
        }
    )


def test_a_password_is_asked_for() -> None:
    error = refused(draw(TABLE, encrypt=StandardEncryption("secret", "owner", strength=128)))
    assert (error.code, error.cause) == ("encrypted", "文件设有打开密码，无法读取")


@pytest.mark.parametrize("strength", [40, 128])
def test_files_locked_against_editing_only_are_read(strength: int) -> None:
    data = draw(TABLE, encrypt=StandardEncryption("", "owner", canCopy=0, canModify=0, strength=strength))
    assert len(read(data).blocks) == 1


def test_broken_off_files_are_named() -> None:
    data = draw(TABLE, TABLE)
    for end in (0, 10, 200, len(data) // 2, len(data) - 200):
        assert refused(data[:end]).code == "damaged"
    assert "不完整" in refused(data[: len(data) // 2]).cause


def test_a_file_without_its_last_bytes_is_read_all_the_same() -> None:
    data = draw(TABLE)
    assert len(read(data[: data.rfind(b"%%EOF")]).blocks) == 1
    assert len(read(data + b"\n\0\0 trailing dirt" * 50).blocks) == 1


def test_other_files_are_no_pdf() -> None:
    for data in (b"", b"hello", b"PK\x03\x04" * 100, b"%PDF-1.4", b"%PDF-1.4\nstartxref\n0\n%%EOF"):
        assert refused(data).code == "damaged"


def test_a_wrong_cross_reference_table_is_rebuilt() -> None:
    data = page_pdf(SHOWN)
    broken = data[: data.rfind(b"startxref")] + b"startxref\n77\n%%EOF"
    assert paragraphs(broken) == ["shown"]


def test_one_broken_page_does_not_hide_the_others() -> None:
    for second in (stream(b"x" * 50, b"/Filter /FlateDecode"), stream(SHOWN, b"/Filter /NoSuchFilter"), b"(no stream)", b"<< >>"):
        blocks = read(two_pages(second))
        assert [block.text for block in blocks.blocks if isinstance(block, Paragraph)] == ["shown"]
        assert [(error.code, error.place) for error in blocks.failures] == [("damaged", "第2页")]


def test_torn_content_is_read_as_far_as_it_goes_and_said() -> None:
    lines = b"\n".join(b"BT /F 3 Tf 60 %d Td (line %d) Tj ET" % (800 - number * 4, number) for number in range(150))
    whole = zlib.compress(lines)
    blocks = read(two_pages(stream(whole[: len(whole) // 2], b"/Filter /FlateDecode")))
    texts = [block.text for block in blocks.blocks if isinstance(block, Paragraph)]
    assert texts[:3] == ["shown", "line 0", "line 1"]
    assert len(texts) < 150
    assert [error.cause for error in blocks.failures] == ["这一页的内容不完整，只读出了一部分"]
    spoiled = whole[:-2] + b"xx"  # only the checksum is wrong: nothing is lost
    assert read(two_pages(stream(spoiled, b"/Filter /FlateDecode"))).failures == ()


def test_missing_pages_are_said() -> None:
    data = two_pages(stream(SHOWN)).replace(b"[3 0 R 8 0 R]", b"[3 0 R 7 0 R]")
    assert [(error.code, error.place) for error in read(data).failures] == [("damaged", "第2页")]


def tree(kids: bytes, more: Mapping[int, bytes]) -> bytes:
    return raw_pdf({1: b"<< /Type /Catalog /Pages 2 0 R >>", 2: b"<< /Type /Pages /Kids [%s] /Count 1000000000 >>" % kids, **more})


def test_page_trees_that_turn_back_on_themselves_end() -> None:
    assert read(tree(b"2 0 R 2 0 R", {})).blocks == ()
    assert read(tree(b"3 0 R 4 0 R", {3: b"<< /Kids [4 0 R 2 0 R] >>", 4: b"<< /Kids [3 0 R 3 0 R] >>"})).blocks == ()
    deep = {number: b"<< /Type /Pages /Kids [%d 0 R] >>" % (number + 1) for number in range(3, 5000)} | {
        5000: b"<< /Type /Pages /Kids [] >>"
    }
    assert read(tree(b"3 0 R", deep)).blocks == ()


def test_files_without_pages_are_no_error() -> None:
    assert read(tree(b"", {})).blocks == ()


def test_limits_on_pages_cells_and_time() -> None:
    assert refused(draw(*[TABLE] * 3), pages=2).code == "too-many-pages"
    assert refused(draw(TABLE), cells=3).code == "too-many-cells"
    assert refused(draw(TABLE), seconds=-1).code == "timeout"


def test_a_stream_that_unpacks_to_gigabytes_is_refused() -> None:
    data = two_pages(packed(b" " * (100 * 2**20)))
    assert refused(data).code == "zip-bomb"
    twice = two_pages(stream(zlib.compress(zlib.compress(b" " * (100 * 2**20), 9), 9), b"/Filter [/FlateDecode /FlateDecode]"))
    assert refused(twice).code == "zip-bomb"


def test_streams_count_together() -> None:
    data = two_pages(packed(SHOWN + b" " * 2**20))
    assert refused(data, unzipped_bytes=2**20).code == "zip-bomb"


def test_predictors_and_other_filters_are_bounded() -> None:
    wide = packed(SHOWN, b"/Filter /FlateDecode /DecodeParms << /Predictor 12 /Columns 1000000000 >>")
    assert [error.place for error in read(two_pages(wide)).failures] == ["第2页"]
    run = stream(b"\x81 " * 2**21, b"/Filter /RunLengthDecode")
    assert refused(two_pages(run)).code == "zip-bomb"
    lzw = stream(bytes(range(256)) * 40, b"/Filter /LZWDecode")
    read(two_pages(lzw))


def forms(count: int) -> dict[int, bytes]:
    """Forms of which each draws the next one twenty times."""
    font = b"/Font << /F 5 0 R >>"
    found = {}
    for number in range(count):
        inner = b"/X Do " * 20
        resources = b"<< %s /XObject << /X %d 0 R >> >>" % (font, 11 + number)
        found[10 + number] = stream(inner, b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources %s" % resources)
    found[10 + count] = stream(SHOWN, b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << %s >>" % font)
    return found


def test_forms_that_multiply_are_stopped() -> None:
    data = page_pdf(b"/X Do", b"/Font << /F 5 0 R >> /XObject << /X 10 0 R >>", forms(9))
    assert refused(data).code == "too-many-marks"


def test_crowded_pages_are_failures() -> None:
    text = b"BT /F 1 Tf 60 700 Td (%s) Tj ET" % (b"x" * 200_001)
    rules = b"".join(b"%d 0 m %d 9 l S\n" % (number, number) for number in range(50_001))
    tangle = b"".join(b"%d 0 m %d 90000 l S 0 %d m 90000 %d l S\n" % (number, number, number, number) for number in range(0, 40_000, 8))
    for content in (text, rules, tangle):
        [error] = read(two_pages(packed(content))).failures
        assert (error.code, error.place) == ("too-many-marks", "第2页")


TYPE0 = b"<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H /DescendantFonts [6 0 R] %s >>"
SYSTEM = b"/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) >>"
CHILD = b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /X %s %s >>"
GLYPHS = b"BT /F 12 Tf 60 700 Td <000100020003> Tj ET"


def cmap_format_12(groups: int) -> bytes:
    """A TrueType program with nothing but a character map of one segment that covers 2^32 codes."""
    head = b"\0\0\0\1\0\0\0\4\0\0\0\x0c\0\x0c\0\0\0\0\0\0\0\0\0\0"
    table = head + groups.to_bytes(4, "big") + b"\0\0\0\0\xff\xff\xff\xff\0\0\0\0"
    return b"\0\1\0\0\0\1\0\0\0\0\0\0" + b"cmap\0\0\0\0\0\0\0\x1c" + len(table).to_bytes(4, "big") + table


@pytest.mark.parametrize(
    ("entries", "child", "more"),
    [
        (b"", b"", {}),
        (b"/ToUnicode 7 0 R", b"", {7: stream(b"1 beginbfrange <00000000> <ffffffff> <4e00> endbfrange")}),
        (b"/ToUnicode 7 0 R", b"", {7: stream(b"1 begincidrange <00000000> <ffffffff> 1 endcidrange")}),
        (b"/ToUnicode 7 0 R", b"", {7: stream(b"garbage (((")}),
        (b"", b"/W [0 1000000000 500]", {}),
        (b"", b"/W [" + b"0 65535 500 " * 1000 + b"]", {}),
        (b"", b"/FontDescriptor << /FontFile2 7 0 R >>", {7: stream(cmap_format_12(1))}),
        (b"", b"/FontDescriptor << /FontFile2 7 0 R >>", {7: stream(cmap_format_12(2**31))}),
        (b"", b"/FontDescriptor << /FontFile2 7 0 R >>", {7: stream(b"\0\1\0\0\0\xff")}),
        (b"", b"/DescendantFonts [5 0 R] /Subtype /Type0", {6: TYPE0.replace(b"6 0 R", b"5 0 R") % b""}),
    ],
)
def test_fonts_that_say_nothing_or_too_much(entries: bytes, child: bytes, more: Mapping[int, bytes]) -> None:
    data = page_pdf(GLYPHS, more={5: TYPE0 % entries, 6: CHILD % (SYSTEM, child), **more})
    error = refused(data)
    assert (error.code, error.cause) == ("unreadable-font", "文件的字体缺少文字对照表（ToUnicode），看得见但无法取出文字")


def test_unreadable_pages_among_others() -> None:
    data = two_pages(stream(b"BT /F 10 Tf 60 700 Td (\x01\x02\x03\x04) Tj ET"))
    [error] = read(data).failures
    assert (error.code, error.place) == ("unreadable-font", "第2页")


def test_pdfminer_is_quiet_and_its_logger_left_as_it_was(caplog: pytest.LogCaptureFixture) -> None:
    logger = logging.getLogger("pdfminer")
    before = logger.level
    read(page_pdf(SHOWN + b" /Nothing gs (x) Tf 1 (a) re", box=b"[0 0 (x) 3]"))
    assert caplog.records == []
    assert logger.level == before


def test_the_title_property() -> None:
    def titled(title: str) -> str | None:
        return read(draw(TABLE, lambda canvas: canvas.setTitle(title))).title

    assert titled("2025年部门预算绩效文本") == "2025年部门预算绩效文本"
    assert titled("Microsoft Word - 绩效.doc") is None
    assert titled("untitled") is None
    gbk = page_pdf(SHOWN).replace(b"/Root 1 0 R", b"/Root 1 0 R /Info << /Title (%s) >>" % "绩效目标表".encode("gb18030"))
    assert read(gbk).title == "绩效目标表"


def modern_pdf() -> bytes:
    """Objects packed in an object stream, found by a cross-reference stream with a predictor: the way of current writers."""
    packed_objects = {1: b"<< /Type /Catalog /Pages 2 0 R >>", 2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"}
    packed_objects[3] = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>"
    packed_objects[5] = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
    head, body = b"", b""
    for number, value in packed_objects.items():
        head += b"%d %d " % (number, len(body))
        body += value + b" "
    entries = b"/Type /ObjStm /N %d /First %d /Filter /FlateDecode" % (len(packed_objects), len(head))
    data = b"%PDF-1.7\n"
    offsets = {4: len(data)}
    data += b"4 0 obj\n%s\nendobj\n" % packed(SHOWN)
    offsets[6] = len(data)
    data += b"6 0 obj\n%s\nendobj\n" % stream(zlib.compress(head + body), entries)
    offsets[7] = start = len(data)
    rows = [b"\0\0\0\0\0"]
    for number in range(1, 8):
        if number in offsets:
            rows.append(b"\1" + offsets[number].to_bytes(3, "big") + b"\0")
        else:
            rows.append(b"\2" + (6).to_bytes(3, "big") + bytes((list(packed_objects).index(number),)))
    plain = [bytes(5), *rows]
    lines = [b"\2" + bytes((here - above) & 0xFF for above, here in zip(before, row, strict=True)) for before, row in pairwise(plain)]
    entries = b"/Type /XRef /Size 8 /W [1 3 1] /Root 1 0 R /Filter /FlateDecode /DecodeParms << /Predictor 12 /Columns 5 >>"
    data += b"7 0 obj\n%s\nendobj\n" % stream(zlib.compress(b"".join(lines)), entries)
    return data + b"startxref\n%d\n%%%%EOF\n" % start


def test_object_streams_and_cross_reference_streams() -> None:
    assert paragraphs(modern_pdf()) == ["shown"]


SEEDS = [
    modern_pdf(),
    draw(TABLE, pageCompression=0),
    draw(TABLE, partial(write, x=60, y=100, text="文字"), pageCompression=1),
    two_pages(stream(SHOWN)),
    page_pdf(
        GLYPHS,
        more={
            5: TYPE0 % b"/ToUnicode 7 0 R",
            6: CHILD % (SYSTEM, b"/W [1 [500 600]]"),
            7: stream(b"1 beginbfchar <0001> <4e00> endbfchar"),
        },
    ),
]


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.sampled_from(SEEDS),
    st.lists(st.tuples(st.floats(0, 1, exclude_max=True), st.binary(max_size=6), st.integers(0, 6)), min_size=1, max_size=12),
)
def test_changed_bytes_give_blocks_or_a_clear_error(seed: bytes, changes: list[tuple[float, bytes, int]]) -> None:
    data = bytearray(seed)
    for place, new, removed in changes:
        start = int(place * len(data))
        data[start : start + removed] = new
    with contextlib.suppress(ReadError):  # anything else that escapes fails the test
        read(bytes(data), seconds=20)
