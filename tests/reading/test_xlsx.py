"""Workbooks as Excel, WPS and report generators write them, by openpyxl and by hand."""

from __future__ import annotations

import datetime as dt
import io
import os
import zipfile

import openpyxl
import pytest
from xlsx_builder import LINKS, MAIN, STRICT, STRICT_LINKS, by_hand, grid_of, package, read, relationships, saved, strings, styles, texts

from zhibiao.model.place import Place
from zhibiao.reading.blocks import Blocks, Grid, Paragraph


def test_cells_by_openpyxl() -> None:
    workbook = openpyxl.Workbook()
    sheet = workbook.worksheets[0]
    sheet.title = "绩效目标表"
    sheet["B3"] = "三级指标"
    sheet["C3"] = "指标值"
    sheet["B4"] = "第一行\n第二行"
    for address, value, code in (
        ("C4", 0.95, "0%"),
        ("C5", 96.5, "0.00"),
        ("C6", 45000.5, '#,##0.00"万元"'),
        ("C7", dt.date(2025, 11, 30), 'yyyy"年"m"月"d"日"'),
        ("C8", dt.datetime(2025, 11, 30, 12, 30), "yyyy/m/d h:mm"),
        ("C9", 45991, "General"),
        ("C10", 0.1 + 0.2, "General"),
        ("C11", 20, '"≤"0"天"'),
    ):
        sheet[address] = value
        sheet[address].number_format = code
    sheet["D4"] = True
    blocks = read(saved(workbook))
    assert texts(blocks) == {
        "B3": "三级指标",
        "C3": "指标值",
        "B4": "第一行\n第二行",
        "C4": "95%",
        "D4": "TRUE",
        "C5": "96.50",
        "C6": "45,000.50万元",
        "C7": "2025年11月30日",
        "C8": "2025/11/30 12:30",
        "C9": "45991",
        "C10": "0.3",
        "C11": "≤20天",
    }
    grid = grid_of(blocks)
    assert (grid.first_row, grid.first_column, grid.height, grid.width, grid.wrapped) == (3, 2, 9, 3, False)
    assert grid.place == Place(sheet="绩效目标表", table=1, part="xl/worksheets/sheet1.xml")
    assert blocks.doubts == ()
    assert blocks.failures == ()


def test_merges() -> None:
    workbook = openpyxl.Workbook()
    sheet = workbook.worksheets[0]
    sheet["A1"] = "绩效目标表"
    sheet.merge_cells("A1:F1")  # reaches past the columns with text: the title is as wide as it is printed
    sheet["A2"], sheet["B2"], sheet["B3"] = "产出指标", "数量指标", "质量指标"
    sheet.merge_cells("A2:A4")
    sheet.merge_cells("C2:C3")  # blank, inside: its anchor is a cell
    sheet.merge_cells("H9:J12")  # blank, outside: no part of the used range
    grid = grid_of(read(saved(workbook)))
    assert (grid.height, grid.width) == (4, 6)
    assert [(cell.text, cell.row, cell.column, cell.row_span, cell.column_span) for cell in grid.cells] == [
        ("绩效目标表", 0, 0, 1, 6),
        ("产出指标", 1, 0, 3, 1),
        ("数量指标", 1, 1, 1, 1),
        ("", 1, 2, 2, 1),
        ("质量指标", 2, 1, 1, 1),
    ]


@pytest.mark.parametrize("giant", ["A1:XFD1048576", "A1:XFD1", "A1:A1048576"])
def test_giant_merge_is_clipped(giant: str) -> None:
    rows = '<row r="1"><c r="A1" t="str"><v>标题</v></c></row><row r="3"><c r="B3" t="str"><v>单位</v></c></row>'
    grid = grid_of(read(by_hand(rows, f'<mergeCells><mergeCell ref="{giant}"/></mergeCells>')))
    assert (grid.height, grid.width) == (3, 2)
    assert grid.cells[0].text == "标题"


def test_odd_merges() -> None:
    rows = (
        '<row r="1"><c r="B1" t="str"><v>被盖住</v></c><c r="C1" t="str"><v>丢弃</v></c></row>'
        '<row r="2"><c r="A2" t="str"><v>甲</v></c><c r="B2" t="str"><v>乙</v></c><c r="C2" t="str"><v>丙</v></c></row>'
    )
    merges = "".join(f'<mergeCell ref="{ref}"/>' for ref in ("A1:C1", "B1:B2", "A2:A2", "C2", "B2:A1", "乱", "C2:A0", "ZZZ1:ZZZ9"))
    grid = grid_of(read(by_hand(rows, f"<mergeCells>{merges}</mergeCells>")))
    assert [(cell.text, cell.row, cell.column, cell.column_span) for cell in grid.cells] == [
        ("被盖住", 0, 0, 3),  # the anchor was empty: the first covered text is kept
        ("甲", 1, 0, 1),
        ("乙", 1, 1, 1),
        ("丙", 1, 2, 1),
    ]


def test_covered_text_is_dropped() -> None:
    rows = '<row><c t="str"><v>合并</v></c><c t="str"><v>残留</v></c></row>'
    assert texts(read(by_hand(rows, '<mergeCells><mergeCell ref="A1:B1"/></mergeCells>'))) == {"A1": "合并"}


def test_shared_strings() -> None:
    shared = strings(
        "<t>普通</t>",
        '<r><t>工会</t></r><r><rPr><b/></rPr><t xml:space="preserve"> 会员</t></r><rPh sb="0" eb="2"><t>gonghui</t></rPh>',
        "<t>\n  缩进写出的  </t>",
        '<t xml:space="preserve">  </t>',
        "<t>第一行_x000D_\n第二行</t>",
        "<t>_x005F_x000D_</t>",
        "<t/>",
        "<t>一_x000B_二</t>",
        "<t>_xD83D__xDE00_</t>",
    )
    rows = "".join(f'<row><c t="s"><v>{k}</v></c></row>' for k in range(9)) + '<row><c t="s"><v>99</v></c></row>'
    blocks = read(by_hand(rows, xl__sharedStrings=shared))
    assert texts(blocks) == {
        "A1": "普通",
        "A2": "工会 会员",
        "A3": "缩进写出的",
        "A5": "第一行\n第二行",
        "A6": "_x000D_",
        "A8": "一\n二",
        "A9": "😀",
    }
    assert blocks.doubts == ("工作表“表1”有 1 个单元格的文字已丢失，按空白处理",)


def test_cell_kinds() -> None:
    rows = (
        '<row r="2"><c r="A2" t="inlineStr"><is><r><t>内</t></r><r><t>联</t></r></is></c>'
        '<c r="B2" t="str"><f>A1&amp;"人"</f><v>30人</v></c>'
        '<c r="C2" t="b"><v>1</v></c><c r="D2" t="b"><v>0</v></c><c r="E2" t="e"><v>#REF!</v></c>'
        '<c r="F2" t="str"><f>B1</f><v></v></c><c r="G2" t="str"><f>_xlfn.DISPIMG("ID_1",1)</f><v>=DISPIMG("ID_1",1)</v></c>'
        '<c r="H2" t="d" s="0"><v>2025-11-30T00:00:00Z</v></c><c r="I2"><v>不是数</v></c><c r="J2"><f>1+1</f><v>2</v></c>'
        '<c r="K2" s="999"><v>1.50</v></c><c r="L2"><v>1E+3</v></c></row>'
    )
    assert texts(read(by_hand(rows))) == {
        "A2": "内联",
        "B2": "30人",
        "C2": "TRUE",
        "D2": "FALSE",
        "E2": "#REF!",
        "H2": "2025/11/30",
        "I2": "不是数",
        "J2": "2",
        "K2": "1.5",
        "L2": "1000",
    }


def test_formulas_without_result_are_a_doubt() -> None:
    rows = '<row><c t="str"><v>完成率</v></c><c><f>1/2</f></c><c><f>2/3</f><v/></c></row>'
    blocks = read(by_hand(rows))
    assert texts(blocks) == {"A1": "完成率"}
    assert blocks.doubts == ("工作表“表1”有 2 个公式没有保存计算结果，按空白处理；请用 Excel 或 WPS 打开并保存后再试",)


def test_number_formats_and_date_system() -> None:
    sheet = styles("0.0%", "yyyy&quot;年&quot;m&quot;月&quot;", "&quot;第&quot;@&quot;批&quot;")
    rows = (
        '<row><c s="1"><v>0.956</v></c><c s="2"><v>44529</v></c><c s="3" t="str"><v>二</v></c>'
        '<c s="4"><v>0.5</v></c><c s="5"><v>44529</v></c><c s="6"><v>44529</v></c><c><v>44529</v></c></row>'
    )
    blocks = read(by_hand(rows, book='<workbookPr date1904="1"/>', xl__styles=sheet))
    assert list(texts(blocks).values()) == ["95.6%", "2025年11月", "第二批", "50%", "2025/11/30", "2025年11月30日", "44529"]


def test_positions_implied_or_wrong() -> None:
    rows = (
        '<row><c t="str"><v>一</v></c><c t="str"><v>二</v></c></row>'
        '<row r="5"><c r="C5" t="str"><v>三</v></c><c t="str"><v>四</v></c></row>'
        '<row r="99999999"><c r="ZZZZ9" t="str"><v>五</v></c></row>'
        '<row><c r="B9" t="str"><v>六</v></c></row>'
        '<row r="-1"><c r="@!" t="str"><v>七</v></c></row>'
    )
    assert texts(read(by_hand(rows))) == {"A1": "一", "B1": "二", "C5": "三", "D5": "四", "A6": "五", "B9": "六", "A10": "七"}


def test_used_range_is_trimmed_and_blanks_inside_stay() -> None:
    rows = (
        '<row r="1"><c r="A1" s="1"/></row>'
        '<row r="4" hidden="1"><c r="C4" t="str"><v>隐藏行也是内容</v></c></row>'
        '<row r="8"><c r="E8" t="str"><v>末</v></c><c r="F8" t="str"><v> </v></c></row><row r="900"><c r="Z900" s="1"/></row>'
    )
    grid = grid_of(read(by_hand(rows)))
    assert (grid.first_row, grid.first_column, grid.height, grid.width) == (4, 3, 5, 3)
    assert [(cell.row, cell.column) for cell in grid.cells] == [(0, 0), (4, 2)]


def test_sheets_hidden_order_and_names() -> None:
    workbook = openpyxl.Workbook()
    workbook.worksheets[0].title = "绩效 & 目标"
    for name, state in (("字典", "hidden"), ("深藏", "veryHidden"), ("附表", "visible")):
        sheet = workbook.create_sheet(name)
        sheet["A1"] = name
        sheet.sheet_state = state
    workbook.worksheets[0]["A1"] = "首"
    workbook.move_sheet("附表", -3)
    workbook.create_sheet("空表")
    blocks = read(saved(workbook))
    assert [grid.place.sheet for grid in blocks.blocks if isinstance(grid, Grid)] == ["附表", "绩效 & 目标"]
    assert blocks.doubts == ("工作表“字典”是隐藏的，未读取", "工作表“深藏”是隐藏的，未读取")


def test_chart_sheet_is_skipped() -> None:
    workbook = openpyxl.Workbook()
    workbook.worksheets[0]["A1"] = "表"
    workbook.create_chartsheet("图")
    blocks = read(saved(workbook))
    assert len(blocks.blocks) == 1
    assert blocks.failures == ()


def test_empty_workbook() -> None:
    assert read(saved(openpyxl.Workbook())) == Blocks("xlsx", ())


def test_strict_ooxml_and_prefixes() -> None:
    rows = '<row r="1"><c r="A1" t="str"><v>严格</v></c></row>'
    assert texts(read(by_hand(rows, namespace=STRICT, links=STRICT_LINKS))) == {"A1": "严格"}
    prefixed = (
        f'<x:worksheet xmlns:x="{MAIN}"><x:sheetData><x:row><x:c t="inlineStr"><x:is><x:t>前缀</x:t></x:is></x:c>'
        '</x:row></x:sheetData><x:mergeCells><x:mergeCell ref="A1:B1"/></x:mergeCells></x:worksheet>'
    )
    blocks = read(by_hand("", xl__worksheets__sheet1=prefixed))
    assert texts(blocks) == {"A1": "前缀"}
    assert grid_of(blocks).width == 2


def test_part_names_in_other_case() -> None:
    parts = {
        "_rels/.rels": relationships([("r1", "officeDocument", "/xl/Workbook.xml")]),
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{LINKS}"><sheets><sheet name="a" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": relationships(
            [("r1", "worksheet", "/xl/Worksheets/Sheet1.xml"), ("r2", "sharedStrings", "SharedStrings.xml")]
        ),
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{MAIN}"><sheetData><row><c t="s"><v>0</v></c></row></sheetData></worksheet>',
        "xl/sharedStrings.xml": strings("<t>文字</t>"),
    }
    assert texts(read(package(parts))) == {"A1": "文字"}


def test_broken_styles_and_properties_do_not_stop_reading() -> None:
    rows = '<row><c s="1"><v>0.5</v></c></row>'
    blocks = read(by_hand(rows, xl__styles='<styleSheet xmlns="x"><cellXfs><xf numFmtId="0"/><xf numFmtId="9"/>', docProps__core="<坏"))
    assert texts(blocks) == {"A1": "50%"}
    assert blocks.doubts == ("工作簿的样式已损坏，百分比和日期可能与表中显示的不同",)


def test_one_broken_sheet_is_a_failure() -> None:
    workbook = openpyxl.Workbook()
    workbook.worksheets[0]["A1"] = "好"
    workbook.create_sheet("坏表")["A1"] = "坏"
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(saved(workbook))) as source, zipfile.ZipFile(stream, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            target.writestr(name, content[:-20] if name.endswith("sheet2.xml") else content)
    blocks = read(stream.getvalue())
    assert texts(blocks) == {"A1": "好"}
    (failure,) = blocks.failures
    assert failure.message("申报表.xlsx") == (
        "申报表.xlsx（工作表“坏表”）：文件已损坏或不完整（XML 无法解析）。请用 Word、Excel 或 WPS 重新打开并另存后再试。"
    )


def test_missing_sheet_part_is_a_failure() -> None:
    parts = {
        "_rels/.rels": relationships([("r1", "officeDocument", "xl/workbook.xml")]),
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{LINKS}"><sheets><sheet name="a" r:id="r1"/></sheets></workbook>',
    }
    blocks = read(package(parts))
    assert blocks.blocks == ()
    assert [failure.place for failure in blocks.failures] == ["工作表“a”"]


def test_text_boxes_follow_their_sheet() -> None:
    shape = "<xdr:sp><xdr:txBody><a:p><a:r><a:t>填报</a:t></a:r><a:br/><a:r><a:t>单位</a:t></a:r></a:p><a:p/></xdr:txBody></xdr:sp>"
    drawing = (
        '<xdr:wsDr xmlns:xdr="d" xmlns:a="a" xmlns:mc="m">'
        f"<xdr:twoCellAnchor><xdr:grpSp>{shape}</xdr:grpSp></xdr:twoCellAnchor><xdr:pic/>"
        f"<mc:AlternateContent><mc:Choice>{shape}</mc:Choice><mc:Fallback>{shape}</mc:Fallback></mc:AlternateContent></xdr:wsDr>"
    )
    parts = {"xl__worksheets___rels__sheet1": "", "xl__drawings__drawing1": drawing}
    data = by_hand('<row><c t="str"><v>表</v></c></row>', **parts)
    stream = io.BytesIO(data)
    with zipfile.ZipFile(stream, "a") as archive:
        archive.writestr("xl/worksheets/_rels/sheet1.xml.rels", relationships([("r1", "drawing", "../drawings/drawing1.xml")]))
    blocks = read(stream.getvalue())
    box = Paragraph("填报\n单位", Place(sheet="表1", part="xl/drawings/drawing1.xml"))
    assert blocks.blocks[1:] == (box, box)


def test_a_working_folder_whose_name_the_locale_cannot_write(monkeypatch: pytest.MonkeyPatch) -> None:
    """With an ASCII locale Chinese names arrive as surrogates; lxml must not come to look at the folder."""
    monkeypatch.setattr(os, "getcwd", lambda: "/\udce7\udcbb\udca9")
    workbook = openpyxl.Workbook()
    workbook.worksheets[0]["A1"] = "三级指标"
    workbook.worksheets[0]["B1"] = "指标值"
    assert texts(read(saved(workbook))) == {"A1": "三级指标", "B1": "指标值"}
