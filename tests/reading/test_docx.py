"""A docx as a file: packages of all makes, damage, encryption, and mutated files that may only end in a ReadError."""

from __future__ import annotations

import contextlib
import io
import time
import zipfile

import docx
import pytest
from docx_builder import STRICT, TRANSITIONAL, build, cells, p, part, read, relationships, shown, t, tbl, tc, texts, tr, zipped
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from zhibiao.errors import ReadError
from zhibiao.reading.blocks import Blocks, Grid

BODY = p("甲", '<w:outlineLvl w:val="0"/>') + tbl(tr(tc("a", '<w:vMerge w:val="restart"/>'), "b"), tr(tc("", "<w:vMerge/>"), "c"))


def test_strict_and_transitional_read_the_same() -> None:
    """Word can save with the namespaces of ISO 29500 strict."""
    strict = build(BODY, space=STRICT)
    assert read(strict).blocks == read(build(BODY)).blocks
    styles = part("styles", '<w:style w:styleId="x"><w:name w:val="heading 2"/></w:style>', STRICT)
    data = build(p("乙", '<w:pStyle w:val="x"/>'), more={"word/styles.xml": styles}, space=STRICT)
    assert [getattr(block, "level", None) for block in read(data).blocks] == [2]


def test_main_part_by_relationship() -> None:
    """The main part and its styles may have any name; absolute and relative targets."""
    heading = p("甲", '<w:pStyle w:val="h"/>')
    main = part("document", f"<w:body>{heading}</w:body>")
    styles = part("styles", '<w:style w:styleId="h"><w:name w:val="heading 3"/></w:style>')
    for target in ("/doc/main2.xml", "doc/main2.xml"):
        data = zipped(
            {
                "_rels/.rels": relationships(("rId3", "extended-properties", "x.xml"), ("rId1", "officeDocument", target)),
                "doc/main2.xml": main,
                "doc/_rels/main2.xml.rels": relationships(("rId9", "styles", "look/s.xml")),
                "doc/look/s.xml": styles,
            }
        )
        (block,) = read(data).blocks
        assert (getattr(block, "text", ""), getattr(block, "level", None), block.place.part) == ("甲", 3, "doc/main2.xml")


def test_without_relationships() -> None:
    """word/document.xml is found without any .rels."""
    assert texts(zipped({"word/document.xml": part("document", f"<w:body>{p('甲')}</w:body>")})) == ["甲"]


def test_other_prefix() -> None:
    """Prefixes are the writer's choice."""
    text = f'<document xmlns="{TRANSITIONAL}"><body><p><r><rPr><vanish/></rPr><t>藏</t></r><r><t>甲</t></r></p></body></document>'
    assert texts(zipped({"word/document.xml": text})) == ["甲"]


def test_damaged_side_parts_are_doubts() -> None:
    """The text is worth reading without styles and lists, and the reader says what is missing."""
    listed = p("甲", '<w:pStyle w:val="1"/><w:numPr><w:numId w:val="1"/></w:numPr>')
    blocks = read(build(listed, more={"word/styles.xml": "<w:sty", "word/numbering.xml": b"\x00\x01"}))
    assert [getattr(block, "text", "") for block in blocks.blocks] == ["甲"]
    assert blocks.doubts == ("样式部分已损坏，标题级别可能不准", "编号部分已损坏，自动编号未读出")


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "damaged"),
        (b"PK\x03\x04 cut", "damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "encrypted"),
        (zipped({"word/styles.xml": "x"}), "damaged"),
        (zipped({"word/document.xml": "no xml"}), "damaged"),
        (zipped({"word/document.xml": ""}), "damaged"),
        (zipped({"word/document.xml": "<a/>"}), "damaged"),
        (zipped({"word/document.xml": part("document", "")}), "damaged"),
        (zipped({"word/document.xml": '<!DOCTYPE a [<!ENTITY b "c">]>' + part("document", "<w:body/>").split("?>")[1]}), "entity-bomb"),
        (zipped({"word/document.xml": part("document", "<w:body>" + "<w:p/>" * 2_000_000 + "</w:body>")}), "zip-bomb"),
    ],
)
def test_unreadable(data: bytes, code: str) -> None:
    """Each with its code, and a cause and remedy in Chinese."""
    with pytest.raises(ReadError) as caught:
        read(data)
    assert caught.value.code == code
    assert "\u4e00" <= caught.value.cause[0] <= "\u9fff" or caught.value.cause.startswith("XML")


def test_encrypted_zip_entry() -> None:
    """The flag of zip's own encryption."""
    data = bytearray(build(BODY))
    at = data.rfind(b"PK\x01\x02")
    data[at + 8] |= 1
    with pytest.raises(ReadError) as caught:
        read(bytes(data))
    assert caught.value.code == "encrypted"


def test_empty_document() -> None:
    """Nothing in it is no error."""
    assert read(build("")) == Blocks("docx", ())


def test_headers_and_notes_are_not_read() -> None:
    """Only the main text counts."""
    more = {"word/header1.xml": part("hdr", p("页眉")), "word/footnotes.xml": part("footnotes", p("脚注"))}
    assert texts(build(p("甲"), more=more)) == ["甲"]


def test_ordinary_file_of_python_docx() -> None:
    """What a library writes comes back cell by cell."""
    document = docx.Document()
    document.add_heading("一、部门概况", 2)
    table = document.add_table(rows=3, cols=3)
    for row_number, row in enumerate(table.rows):
        for column_number, cell in enumerate(row.cells):
            cell.text = f"{row_number}{column_number}"
    table.cell(0, 0).merge(table.cell(0, 1)).text = "宽"
    table.cell(1, 2).merge(table.cell(2, 2)).text = "高"
    buffer = io.BytesIO()
    document.save(buffer)
    heading, grid = read(buffer.getvalue()).blocks
    assert (getattr(heading, "text", ""), getattr(heading, "level", 0)) == ("一、部门概况", 2)
    assert isinstance(grid, Grid)
    assert cells(grid) == [
        (0, 0, 1, 2, "宽"), (0, 2, 1, 1, "02"),
        (1, 0, 1, 1, "10"), (1, 1, 1, 1, "11"), (1, 2, 2, 1, "高"),
        (2, 0, 1, 1, "20"), (2, 1, 1, 1, "21"),
    ]  # fmt: skip


STYLES = '<w:style w:styleId="1"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
LISTS = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/>'
    '<w:lvlText w:val="%1、"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)
RICH = build(
    p("标题", '<w:pStyle w:val="1"/>')
    + p(f"{t('甲')}<w:ins>{t('乙')}</w:ins><w:del>{t('丙')}</w:del>", "<w:rPr><w:del/></w:rPr>")
    + p(
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>X</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        '<w:r><w:sym w:font="Symbol" w:char="F0B3"/></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    + tbl(
        tr(tc("a", '<w:gridSpan w:val="2"/><w:vMerge w:val="restart"/>'), "b", properties='<w:gridBefore w:val="1"/>'),
        tr(tc("", '<w:gridSpan w:val="2"/><w:vMerge/>'), tc(tbl(tr("n")) + p("c")), properties='<w:gridBefore w:val="1"/>'),
    )
    + f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{p('占位')}</w:sdtContent></w:sdt>",
    STYLES,
    LISTS,
)
PARTS = {info.filename: zipfile.ZipFile(io.BytesIO(RICH)).read(info) for info in zipfile.ZipFile(io.BytesIO(RICH)).infolist()}
SCRAPS = [
    b"<",
    b">",
    b"w:tbl",
    b"w:tc",
    b"w:p",
    b"w:r",
    b"w:sdt",
    b'"',
    b"/",
    b"99999999",
    b"-1",
    b"\x00",
    b"\xff",
    b"&#0;",
    b"</w:p>",
    b"<w:tc>",
    b"<w:tr>",
]
MUTATION = st.tuples(st.integers(0, 10**6), st.integers(0, 12), st.one_of(st.sampled_from(SCRAPS), st.binary(max_size=6)))


def mutate(data: bytes, changes: list[tuple[int, int, bytes]]) -> bytes:
    """Replace some bytes at each place."""
    for at, length, new in changes:
        start = at % (len(data) + 1)
        data = data[:start] + new + data[start + length :]
    return data


HANGS = 20.0  # seconds; these files take milliseconds, so a busy machine does not matter


def read_in_time(data: bytes) -> None:
    """Blocks or a ReadError, and quickly; anything else is a failure of the test."""
    start = time.monotonic()
    with contextlib.suppress(ReadError):
        assert isinstance(read(data), Blocks)
    assert time.monotonic() - start < HANGS


FUZZ = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def test_rich_document_reads() -> None:
    """The file that is mutated below is a good one."""
    assert texts(RICH) == ["一、标题", "甲乙≥"]


@FUZZ
@given(st.lists(MUTATION, min_size=1, max_size=4))
def test_mutated_archive(changes: list[tuple[int, int, bytes]]) -> None:
    """Bytes changed anywhere in the zip file."""
    read_in_time(mutate(RICH, changes))


@FUZZ
@given(st.sampled_from(sorted(PARTS)), st.lists(MUTATION, min_size=1, max_size=4))
def test_mutated_part(name: str, changes: list[tuple[int, int, bytes]]) -> None:
    """Bytes changed inside one part."""
    read_in_time(zipped(PARTS | {name: mutate(PARTS[name], changes)}))


TAGS = "p r t tbl tr tc tcPr pPr sdt sdtContent sdtPr ins del txbxContent pict fldChar vMerge gridSpan numPr altChunk"
TREES = st.recursive(
    st.sampled_from(
        ["", "文", '<w:gridSpan w:val="3"/>', "<w:vMerge/>", '<w:vMerge w:val="restart"/>', '<w:fldChar w:fldCharType="begin"/>']
    ),
    lambda inner: st.tuples(st.sampled_from(TAGS.split()), st.lists(inner, max_size=4)).map(
        lambda pair: f"<w:{pair[0]}>{''.join(pair[1])}</w:{pair[0]}>"
    ),
    max_leaves=40,
)


@FUZZ
@given(st.lists(TREES, max_size=5))
def test_well_formed_nonsense(trees: list[str]) -> None:
    """Elements of the format in places where they do not belong."""
    read_in_time(build("".join(trees), STYLES, LISTS))


def cover(grid: Grid) -> None:
    """No two cells of a grid overlap, none sticks out."""
    taken: set[tuple[int, int]] = set()
    for cell in grid.cells:
        slots = {
            (row, column)
            for row in range(cell.row, cell.row + cell.row_span)
            for column in range(cell.column, cell.column + cell.column_span)
        }
        assert not slots & taken
        taken |= slots
        assert cell.row + cell.row_span <= grid.height
        assert cell.column + cell.column_span <= grid.width
        for nested in cell.grids:
            cover(nested)


CELL = st.tuples(st.integers(1, 3), st.sampled_from(["", '<w:vMerge w:val="restart"/>', "<w:vMerge/>", "<w:hMerge/>", "<w:cellDel/>"]))
ROW = st.tuples(st.lists(CELL, max_size=4), st.integers(0, 2))


@FUZZ
@given(st.lists(ROW, max_size=6))
def test_grids_never_overlap(rows: list[tuple[list[tuple[int, str]], int]]) -> None:
    """Whatever the merges say, a grid can be laid out."""
    body = tbl(
        *(
            tr(*(tc("x", f'<w:gridSpan w:val="{span}"/>{merge}') for span, merge in row), properties=f'<w:gridBefore w:val="{before}"/>')
            for row, before in rows
        )
    )
    for block in read(build(body)).blocks:
        assert isinstance(block, Grid)
        cover(block)


def test_shown_helper_reads_fresh() -> None:
    """Counters of lists do not leak from one file into the next."""
    listed = p("甲", '<w:numPr><w:numId w:val="1"/></w:numPr>')
    assert shown(listed, numbering=LISTS) == shown(listed, numbering=LISTS) == ["一、甲"]
