"""OpenDocument text and sheets: built here from their XML, so that every case is visible."""

from __future__ import annotations

import contextlib
import io
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zhibiao.config.limits import Limits
from zhibiao.errors import ReadError
from zhibiao.model.place import Place
from zhibiao.reading.blocks import Block, Blocks, Cell, Grid, Paragraph
from zhibiao.reading.budget import Budget
from zhibiao.reading.opendocument import read_flat_opendocument, read_opendocument

NAMES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in {
        "office": "office", "text": "text", "table": "table", "draw": "drawing", "style": "style", "number": "datastyle",
    }.items()
)  # fmt: skip


def content(body: str, styles: str = "") -> bytes:
    return (
        f"<office:document-content {NAMES}><office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body>{body}</office:body></office:document-content>"
    ).encode()


def package(xml: bytes, **parts: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("content.xml", xml)
        for name, data in parts.items():
            archive.writestr(name.replace("__", "/") + ".xml", data)
    return buffer.getvalue()


def read(body: str, styles: str = "", limits: Limits | None = None) -> Blocks:
    return read_opendocument(package(content(body, styles)), Budget(limits or Limits()))


def text(body: str, styles: str = "") -> tuple[Block, ...]:
    blocks = read(f"<office:text>{body}</office:text>", styles)
    assert blocks.kind == "odt"
    return blocks.blocks


def lines(body: str, styles: str = "") -> list[str]:
    return [block.text for block in text(body, styles) if isinstance(block, Paragraph)]


def sheet(rows: str, limits: Limits | None = None) -> Grid:
    blocks = read(f'<office:spreadsheet><table:table table:name="绩效">{rows}</table:table></office:spreadsheet>', limits=limits)
    assert blocks.kind == "ods"
    (grid,) = blocks.blocks
    assert isinstance(grid, Grid)
    return grid


def test_paragraphs_headings_and_sections() -> None:
    body = (
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>已删除</text:p></text:deletion></text:changed-region>"
        '</text:tracked-changes><text:h text:outline-level="2">一、总体目标</text:h>'
        "<text:section><text:p>甲</text:p><text:p/></text:section><text:table-of-content><text:index-body><text:p>目录</text:p>"
        "</text:index-body></text:table-of-content>"
    )
    assert text(body) == (Paragraph("一、总体目标", Place(line=1), 2), Paragraph("甲", Place(line=2)))


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        ("产<text:span>出</text:span>指标", "产出指标"),
        ("甲<text:s text:c='3'/>乙<text:tab/>丙<text:line-break/>丁", "甲   乙\t丙\n丁"),
        ("  \n 甲 \n  乙 ", "甲 乙"),
        ("<text:s text:c='2'/>缩进", "  缩进"),
        ("满意<text:note><text:note-body><text:p>注</text:p></text:note-body></text:note>度", "满意度"),
        ("满意<office:annotation><text:p>批注</text:p></office:annotation>度", "满意度"),
        ("<text:ruby><text:ruby-base>绩</text:ruby-base><text:ruby-text>jì</text:ruby-text></text:ruby>效", "绩效"),
        ("<text:a>链接</text:a><text:change-start/>新<text:change-end/>", "链接新"),
        ("<text:hidden-text text:is-hidden='true'>藏</text:hidden-text>见", "见"),
        ("<text:s text:c='999999999'/>x", " " * 1000 + "x"),
    ],
)
def test_text_of_a_paragraph(inside: str, expected: str) -> None:
    assert lines(f"<text:p>{inside}</text:p>") == [expected]


LISTS = (
    '<text:list-style style:name="L1">'
    '<text:list-level-style-number text:level="1" style:num-format="一, 二, 三, ..." style:num-suffix="、"/>'
    '<text:list-level-style-number text:level="2" style:num-format="1" style:num-prefix="（" style:num-suffix="）" text:start-value="3"/>'
    '</text:list-style><text:list-style style:name="L2"><text:list-level-style-bullet text:level="1"/></text:list-style>'
    '<text:list-style style:name="L3"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>'
    '<text:list-level-style-number text:level="2" style:num-format="1" text:display-levels="2"/></text:list-style>'
)


def item(inside: str) -> str:
    return f"<text:list-item>{inside}</text:list-item>"


def listed(style: str, inside: str, more: str = "") -> str:
    return f'<text:list text:style-name="{style}" {more}>{inside}</text:list>'


def test_ordinals_of_lists() -> None:
    inner = f"<text:list>{item('<text:p>a</text:p>')}{item('<text:p>b</text:p>')}</text:list>"
    body = listed("L1", item("<text:p>甲</text:p>") + item(f"<text:p>乙</text:p>{inner}") + item("<text:p>丙</text:p><text:p>续</text:p>"))
    assert lines(body, LISTS) == ["一、甲", "二、乙", "（3）a", "（4）b", "三、丙", "续"]


def test_lists_that_go_on() -> None:
    first = listed("L1", item("<text:p>甲</text:p>"))
    going_on = listed("L1", item("<text:p>乙</text:p>"), 'text:continue-numbering="true"')
    assert lines(first + "<text:p>x</text:p>" + going_on + first, LISTS) == ["一、甲", "x", "二、乙", "一、甲"]


def test_bullets_levels_and_headings() -> None:
    nested = listed("L3", item(f"<text:p>甲</text:p><text:list>{item('<text:p>乙</text:p>')}</text:list>"))
    assert lines(listed("L2", item("<text:p>点</text:p>")) + nested, LISTS) == ["点", "1. 甲", "1.1 乙"]
    outline = (
        '<text:outline-style><text:outline-level-style text:level="1" style:num-format="1" style:num-suffix="."/></text:outline-style>'
    )
    assert lines("<text:h text:outline-level='1'>甲</text:h>" * 2, outline) == ["1. 甲", "2. 甲"]


def test_text_boxes_follow_their_paragraph() -> None:
    box = "<draw:frame><draw:text-box><text:p>框内</text:p></draw:text-box></draw:frame>"
    assert lines(f"<text:p>前{box}后</text:p><text:p>尾</text:p>") == ["前后", "框内", "尾"]


def cell(inside: str, more: str = "") -> str:
    return f"<table:table-cell {more}><text:p>{inside}</text:p></table:table-cell>"


def row(*cells: str) -> str:
    return f"<table:table-row>{''.join(cells)}</table:table-row>"


WIDE = 'table:number-columns-spanned="2"'
TALL = 'table:number-rows-spanned="9"'
REPEATED = 'table:number-columns-repeated="1000"'
COVERED = "<table:covered-table-cell/>"
HIDDEN = "<table:covered-table-cell><text:p>盖住</text:p></table:covered-table-cell>"


def test_table_of_a_text() -> None:
    rows = (
        f"<table:table-header-rows>{row(cell('指标', WIDE), COVERED, cell('值'))}"
        f"</table:table-header-rows>{row(cell('产出', TALL), cell('人数'), '<table:table-cell/>')}"
        f"{row(HIDDEN, cell('甲</text:p><text:p>乙'), cell('5'))}"
    )
    assert text(f"<table:table>{rows}</table:table>") == (
        Grid(
            (
                Cell("指标", 0, 0, 1, 2), Cell("值", 0, 2), Cell("产出", 1, 0, 2, 1), Cell("人数", 1, 1), Cell("", 1, 2),
                Cell("甲\n乙", 2, 1), Cell("5", 2, 2),
            ),
            3, 3, Place(table=1),
        ),
    )  # fmt: skip


def test_table_in_a_cell() -> None:
    inner = f"<table:table>{row(cell('数量'), cell('5'))}</table:table>"
    (grid,) = text(f"<table:table>{row(cell('甲'), f'<table:table-cell>{inner}<text:p>注</text:p></table:table-cell>')}</table:table>")
    assert isinstance(grid, Grid)
    assert grid.cells[1].text == "注"
    assert grid.cells[1].grids == (Grid((Cell("数量", 0, 0), Cell("5", 0, 1)), 1, 2, Place(table=1, row=1, column=2)),)


def test_sheet_shows_its_used_range() -> None:
    rows = (
        '<table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
        + row("<table:table-cell/>", cell("完成率", 'office:value-type="string"'), cell("95%", 'office:value-type="percentage"'))
        + row("<table:table-cell table:number-columns-repeated='2'/>", cell("甲", 'table:number-columns-repeated="2"'))
        + '<table:table-row table:number-rows-repeated="1048572"><table:table-cell table:number-columns-repeated="99"/></table:table-row>'
    )
    assert sheet(rows) == Grid(
        (Cell("完成率", 0, 0), Cell("95%", 0, 1), Cell("甲", 1, 1), Cell("甲", 1, 2)),
        2, 3, Place(sheet="绩效", table=1), first_row=3, first_column=2,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("attributes", "expected"),
    [
        ('office:value-type="percentage" office:value="0.955"', "95.5%"),
        ('office:value-type="float" office:value="12"', "12"),
        ('office:value-type="date" office:date-value="2025-11-30T00:00:00"', "2025-11-30"),
        ('office:value-type="string" office:string-value="甲"', "甲"),
        ('office:value-type="percentage" office:value="x"', "x"),
    ],
)
def test_value_without_its_shown_text(attributes: str, expected: str) -> None:
    assert sheet(row(f"<table:table-cell {attributes}/>")).cells[0].text == expected


def test_merges_and_annotations_of_a_sheet() -> None:
    note = "<office:annotation><text:p>批注</text:p></office:annotation>"
    merged = (
        f"<table:table-cell table:number-columns-spanned='2' table:number-rows-spanned='2'>{note}<text:p>标题</text:p></table:table-cell>"
    )
    below = row("<table:covered-table-cell table:number-columns-repeated='2'/>", cell("b"))
    grid = sheet(row(merged, COVERED, cell("a")) + below)
    assert grid.cells == (Cell("标题", 0, 0, 2, 2), Cell("a", 0, 2), Cell("b", 1, 2))


def test_hidden_sheets_are_named() -> None:
    styles = '<style:style style:name="ta1"><style:table-properties table:display="false"/></style:style>'
    table = f'<table:table table:name="隐" table:style-name="ta1">{row(cell("a"))}</table:table>'
    blocks = read(f"<office:spreadsheet>{table}</office:spreadsheet>", styles)
    assert blocks.blocks == ()
    assert blocks.doubts == ("工作表“隐”是隐藏的，未读取",)


def test_columns_beyond_the_limit_are_named() -> None:
    rows = row(cell("a"), "<table:table-cell table:number-columns-repeated='3000'/>", cell("远"))
    blocks = read(f'<office:spreadsheet><table:table table:name="宽">{rows}</table:table></office:spreadsheet>')
    assert blocks.doubts == ("工作表“宽”第 2000 列以后的内容未读取",)


@pytest.mark.parametrize(
    "rows",
    [
        f'<table:table-row table:number-rows-repeated="1048576">{cell("a", REPEATED)}</table:table-row>',
        f'<table:table-row table:number-rows-repeated="999999999">{cell("a") * 3}</table:table-row>',
    ],
)
def test_repetition_bombs(rows: str) -> None:
    for body in (
        f"<office:spreadsheet><table:table>{rows}</table:table></office:spreadsheet>",
        f"<office:text><table:table>{rows}</table:table></office:text>",
    ):
        with pytest.raises(ReadError) as caught:
            read(body)
        assert caught.value.code == "too-many-cells"


def test_depth() -> None:
    for opening, closing in (("<text:section>", "</text:section>"), ("<text:p><text:span>", "</text:span></text:p>")):
        with pytest.raises(ReadError) as caught:
            read(f"<office:text>{opening * 300}x{closing * 300}</office:text>")
        assert caught.value.code == "too-deep"
    spans = "<text:span>" * 300 + "x" + "</text:span>" * 300
    with pytest.raises(ReadError) as caught:
        read(f"<office:text><text:p>{spans}</text:p></office:text>")
    assert caught.value.code == "too-deep"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (package(content("<office:text/>"), **{"META-INF__manifest": b"<m><manifest:encryption-data/></m>"}), "encrypted"),
        (package(b"<x"), "damaged"),
        (package(content("<office:presentation/>")), "unsupported"),
        (package(b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"), "entity-bomb"),
        (b"PK\x03\x04 broken", "damaged"),
        (package(content("<office:text/>"))[:-40], "damaged"),
    ],
    ids=lambda value: value if isinstance(value, str) else "data",  # archives bear the time: workers must agree on names
)
def test_refusals(data: bytes, code: str) -> None:
    with pytest.raises(ReadError) as caught:
        read_opendocument(data, Budget(Limits()))
    assert caught.value.code == code


def test_flat_file() -> None:
    xml = content("<office:text><text:p>甲</text:p></office:text>").replace(b"document-content", b"document")
    assert read_flat_opendocument(xml, Budget(Limits())) == Blocks("odt", (Paragraph("甲", Place(line=1)),))


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_mutated_files(data: st.DataObject) -> None:
    rows = row(cell("a", 'table:number-columns-repeated="2"'), cell("b", 'table:number-rows-spanned="2"')) + row(cell("c"))
    whole = bytearray(
        content(
            f"<office:text><text:p>x</text:p>{listed('L1', item('<text:p>y</text:p>'))}<table:table>{rows}</table:table></office:text>",
            LISTS,
        )
    )
    for _ in range(data.draw(st.integers(1, 6))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    with contextlib.suppress(ReadError):
        read_flat_opendocument(bytes(whole), Budget(Limits(cells=10_000)))
