"""Office documents in one XML file: Excel 2003 sheets, Word 2003 documents, flat packages."""

from __future__ import annotations

import base64
import contextlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zhibiao.config.limits import Limits
from zhibiao.errors import ReadError
from zhibiao.model.place import Place
from zhibiao.reading.blocks import Block, Blocks, Cell, Grid, Paragraph
from zhibiao.reading.budget import Budget
from zhibiao.reading.office_xml import read_flat_opc, read_spreadsheetml, read_wordml

BOOK = """<?xml version="1.0" encoding="{encoding}"?>
<?mso-application progid="Excel.Sheet"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:x="urn:schemas-microsoft-com:office:excel"
 xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet" xmlns:html="http://www.w3.org/TR/REC-html40">
 <Styles>
  <Style ss:ID="Default" ss:Name="Normal"><NumberFormat/></Style>
  <Style ss:ID="pct"><NumberFormat ss:Format="Percent"/></Style>
  <Style ss:ID="pct0" ss:Parent="none"><NumberFormat ss:Format="0%"/></Style>
  <Style ss:ID="std"><NumberFormat ss:Format="Standard"/></Style>
  <Style ss:ID="child" ss:Parent="std"><Font/></Style>
  <Style ss:ID="fix"><NumberFormat ss:Format="Fixed"/></Style>
  <Style ss:ID="day"><NumberFormat ss:Format="Short Date"/></Style>
  <Style ss:ID="long"><NumberFormat ss:Format="Long Date"/></Style>
  <Style ss:ID="cn"><NumberFormat ss:Format="yyyy&quot;年&quot;m&quot;月&quot;;@"/></Style>
  <Style ss:ID="loop" ss:Parent="loop2"/><Style ss:ID="loop2" ss:Parent="loop"/>
 </Styles>
 {sheets}
</Workbook>"""


def book(sheets: str, encoding: str = "UTF-8") -> bytes:
    return BOOK.format(encoding=encoding, sheets=sheets).encode("gb18030" if encoding == "gb2312" else encoding)


def read(sheets: str, limits: Limits | None = None) -> Blocks:
    return read_spreadsheetml(book(sheets), Budget(limits or Limits()))


def sheet(rows: str) -> Grid:
    (grid,) = read(f'<Worksheet ss:Name="绩效"><Table>{rows}</Table></Worksheet>').blocks
    assert isinstance(grid, Grid)
    return grid


def data(text: str, kind: str = "String", more: str = "") -> str:
    return f'<Cell {more}><Data ss:Type="{kind}">{text}</Data></Cell>'


WIDE = 'ss:Index="2" ss:MergeAcross="2" ss:StyleID="std"'
THIRD = 'ss:Index="3"'
PERCENT = 'ss:StyleID="pct0"'


def test_a_form_with_merges_and_gaps() -> None:
    rows = (
        f'<Row ss:Index="3">{data("项目支出绩效目标表", more=WIDE)}</Row>'
        f'<Row><Cell ss:Index="2" ss:MergeDown="1"><Data ss:Type="String">产出</Data></Cell>{data("人数")}{data("200", "Number")}</Row>'
        f"<Row>{data('完成率', more=THIRD)}{data('0.95', 'Number', PERCENT)}</Row>"
    )
    assert sheet(rows) == Grid(
        (
            Cell("项目支出绩效目标表", 0, 0, 1, 3), Cell("产出", 1, 0, 2, 1), Cell("人数", 1, 1), Cell("200", 1, 2),
            Cell("完成率", 2, 1), Cell("95%", 2, 2),
        ),
        3, 3, Place(sheet="绩效", table=1), first_row=3, first_column=2,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "kind", "style", "expected"),
    [
        ("0.955", "Number", "pct", "95.50%"),
        ("0.95", "Number", "pct0", "95%"),
        ("1234.5", "Number", "std", "1,234.50"),
        ("1234.5", "Number", "child", "1,234.50"),
        ("96.5", "Number", "fix", "96.50"),
        ("96.5", "Number", "no-such-style", "96.5"),
        ("12", "Number", "loop", "12"),
        ("45991", "Number", "long", "2025年11月30日"),
        ("2025-11-30T00:00:00.000", "DateTime", "day", "2025/11/30"),
        ("2025-11-30T00:00:00.000", "DateTime", "cn", "2025年11月"),
        ("2025-11-30T00:00:00.000", "DateTime", "Default", "2025/11/30"),
        ("2025年底", "DateTime", "day", "2025年底"),
        ("1", "Boolean", "Default", "TRUE"),
        ("#DIV/0!", "Error", "Default", "#DIV/0!"),
        ("≥95%", "String", "pct", "≥95%"),
        ("甲&#10;乙", "String", "Default", "甲\n乙"),
        ("约200", "Number", "std", "约200"),
    ],
)
def test_cells_as_shown(text: str, kind: str, style: str, expected: str) -> None:
    style_attribute = f'ss:StyleID="{style}"'
    assert sheet(f"<Row>{data(text, kind, style_attribute)}</Row>").cells[0].text == expected


def test_styles_of_rows_and_columns() -> None:
    rows = (
        '<Column ss:Index="2" ss:Span="1" ss:StyleID="pct0"/><Row>'
        + data("0.5", "Number") * 3
        + '</Row><Row ss:StyleID="fix">'
        + data("0.5", "Number") * 2
        + "</Row>"
    )
    assert [cell.text for cell in sheet(rows).cells] == ["0.5", "50%", "50%", "0.50", "0.50"]


def test_rich_text_and_comments() -> None:
    rich = '<ss:Data ss:Type="String" xmlns="http://www.w3.org/TR/REC-html40"><B>满意度</B><Font html:Color="#FF0000">≥90%</Font></ss:Data>'
    comment = "<Comment><ss:Data>批注</ss:Data></Comment>"
    assert [cell.text for cell in sheet(f"<Row><Cell>{rich}{comment}</Cell></Row>").cells] == ["满意度≥90%"]


def test_sheets_hidden_blank_and_too_wide() -> None:
    hidden = "<x:WorksheetOptions><x:Visible>SheetHidden</x:Visible></x:WorksheetOptions>"
    far = data("远", more='ss:Index="3000"')
    blocks = read(
        f'<Worksheet ss:Name="隐"><Table><Row>{data("a")}</Row></Table>{hidden}</Worksheet><Worksheet ss:Name="空"><Table/></Worksheet>'
        f'<Worksheet ss:Name="宽"><Table><Row>{data("a")}{far}</Row></Table></Worksheet>'
    )
    assert blocks.kind == "xls"
    assert [block.place.sheet for block in blocks.blocks] == ["宽"]
    assert blocks.doubts == ("工作表“隐”是隐藏的，未读取", "工作表“宽”第 2000 列以后的内容未读取")


def test_sheet_in_gb2312() -> None:
    xml = f'<Worksheet ss:Name="绩效"><Table><Row>{data("朱镕基㎡")}</Row></Table></Worksheet>'
    (grid,) = read_spreadsheetml(book(xml, "gb2312"), Budget(Limits())).blocks
    assert isinstance(grid, Grid)
    assert grid.cells[0].text == "朱镕基㎡"


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        ('<Row ss:Index="9999999"><Cell/></Row>', "damaged"),
        ("<Row>" + "<Cell/>" * 200 + "</Row>", "too-many-cells"),
    ],
)
def test_sheet_limits(rows: str, code: str) -> None:
    with pytest.raises(ReadError) as caught:
        read(f"<Worksheet><Table>{rows}</Table></Worksheet>", Limits(cells=100))
    assert caught.value.code == code


def test_entity_bomb_in_a_sheet() -> None:
    bomb = (
        b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">&b;</Workbook>'
    )
    with pytest.raises(ReadError) as caught:
        read_spreadsheetml(bomb, Budget(Limits()))
    assert caught.value.code == "entity-bomb"


WORD = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?><?mso-application progid="Word.Document"?>
<w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml" xmlns:wx="http://schemas.microsoft.com/office/word/2003/auxHint"
 xmlns:aml="http://schemas.microsoft.com/aml/2001/core" xmlns:st1="urn:schemas-microsoft-com:office:smarttags">
<w:styles><w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style></w:styles>
<w:body><wx:sect>{}<w:sectPr/></wx:sect></w:body></w:wordDocument>"""


def word(body: str) -> tuple[Block, ...]:
    blocks = read_wordml(WORD.format(body).encode(), Budget(Limits()))
    assert blocks.kind == "doc"
    return blocks.blocks


def run(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


def test_word_2003_text() -> None:
    body = (
        f'<wx:sub-section><w:p><w:pPr><w:pStyle w:val="1"/></w:pPr>{run("总体目标")}</w:p></wx:sub-section>'
        f'<w:p><w:pPr><w:listPr><w:ilvl w:val="0"/><w:ilfo w:val="1"/><wx:t wx:val="一、"/></w:listPr></w:pPr>{run("甲")}</w:p>'
        f'<w:p><w:pPr><w:listPr><wx:t wx:val="●"/></w:listPr></w:pPr>{run("点")}</w:p>'
        f'<w:p>{run("培训")}<aml:annotation w:type="Word.Deletion"><aml:content>'
        "<w:r><w:delText>100</w:delText></w:r></aml:content></aml:annotation>"
        f'<aml:annotation w:type="Word.Insertion"><aml:content>{run("200")}</aml:content></aml:annotation>'
        f"<st1:metricconverter>{run('人')}</st1:metricconverter>"
        f'<aml:annotation w:type="Word.Comment"><aml:content><w:p>{run("批注")}</w:p></aml:content></aml:annotation></w:p>'
        f'<w:p>{run("上")}<w:r><w:br w:type="text-wrapping"/></w:r>{run("下")}</w:p>'
    )
    assert [(block.text, block.level) for block in word(body) if isinstance(block, Paragraph)] == [
        ("总体目标", 1), ("一、甲", None), ("点", None), ("培训200人", None), ("上\n下", None),
    ]  # fmt: skip


def test_word_2003_table() -> None:
    def cell(text: str, properties: str = "") -> str:
        return f"<w:tc><w:tcPr>{properties}</w:tcPr><w:p>{run(text)}</w:p></w:tc>"

    rows = [
        cell("产出", '<w:vmerge w:val="restart"/>') + cell("人数") + cell("5"),
        cell("", "<w:vmerge/>") + cell("全", '<w:gridSpan w:val="2"/>'),
    ]
    (grid,) = word("<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in rows) + "</w:tbl>")
    assert isinstance(grid, Grid)
    assert grid.cells == (Cell("产出", 0, 0, 2, 1), Cell("人数", 0, 1), Cell("5", 0, 2), Cell("全", 1, 1, 1, 2))


def test_word_2003_without_a_body() -> None:
    with pytest.raises(ReadError) as caught:
        read_wordml(b'<w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml"/>', Budget(Limits()))
    assert caught.value.code == "unsupported"


MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
FLAT = '<pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage">{}</pkg:package>'


def part(name: str, content: str) -> str:
    return f'<pkg:part pkg:name="{name}"><pkg:xmlData>{content}</pkg:xmlData></pkg:part>'


DOCUMENT = f'<w:document xmlns:w="{MAIN}"><w:body><w:p>{run("绩效目标")}</w:p></w:body></w:document>'


def test_flat_package() -> None:
    blocks = read_flat_opc(FLAT.format(part("/word/document.xml", DOCUMENT)).encode(), Budget(Limits()))
    assert blocks.kind == "doc"
    assert [block.text for block in blocks.blocks if isinstance(block, Paragraph)] == ["绩效目标"]


def test_flat_package_with_an_encoded_part() -> None:
    encoded = base64.b64encode(DOCUMENT.encode()).decode()
    xml = FLAT.format(f'<pkg:part pkg:name="/word/document.xml"><pkg:binaryData>{encoded}</pkg:binaryData></pkg:part>')
    assert len(read_flat_opc(xml.encode(), Budget(Limits())).blocks) == 1


@pytest.mark.parametrize(
    ("xml", "code"),
    [
        (FLAT.format(part("/ppt/presentation.xml", "<a/>")), "unsupported"),
        (FLAT.format('<pkg:part pkg:name="/word/document.xml"><pkg:binaryData>abc</pkg:binaryData></pkg:part>'), "damaged"),
        (FLAT.format(part("/word/document.xml", "<a/>")), "damaged"),
        ("<pkg:package", "damaged"),
    ],
)
def test_flat_package_refusals(xml: str, code: str) -> None:
    with pytest.raises(ReadError) as caught:
        read_flat_opc(xml.encode(), Budget(Limits()))
    assert caught.value.code == code


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_mutated_workbooks(draw: st.DataObject) -> None:
    rows = f'<Row ss:Index="2">{data("0.5", "Number")}{data("甲")}</Row>'
    whole = bytearray(book(f'<Worksheet ss:Name="绩效"><Table>{rows}</Table></Worksheet>'))
    for _ in range(draw.draw(st.integers(1, 6))):
        whole[draw.draw(st.integers(0, len(whole) - 1))] = draw.draw(st.integers(0, 255))
    with contextlib.suppress(ReadError):
        read_spreadsheetml(bytes(whole), Budget(Limits()))
