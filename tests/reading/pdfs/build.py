"""Makes the small pdfs beside it with LibreOffice: `python tests/reading/pdfs/build.py [folder]`. Needs soffice and the Noto CJK fonts."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
from docx import Document
from docx.document import Document as Docx
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt
from docx.table import Table
from openpyxl.styles import Alignment, Border, Font, Side

HERE = Path(__file__).parent
SERIF = "Noto Serif CJK SC"
OUTER = ("top", "left", "bottom", "right")
HEAD = ["一级指标", "二级指标", "三级指标", "指标值"]
GOAL = "目标1：完成全县12个乡镇108个行政村的环境整治，改善人居环境，群众满意度达到95%以上。"
NARRATIVE = (
    "为贯彻落实党中央、国务院关于乡村振兴的决策部署，进一步改善农村人居环境，本项目计划在2025年度内对全县12个乡镇的108个行政村"
    "开展环境整治，预计受益人口约36.5万人，项目资金由县级财政统筹安排，按进度拨付。"
)


def new_docx(size: float = 10.5) -> Docx:
    """An empty document in a font that any machine with Noto CJK has."""
    document = Document()
    style = document.styles["Normal"]
    style.font.name = SERIF
    style.font.size = Pt(size)
    style.element.rPr.rFonts.set(qn("w:eastAsia"), SERIF)
    style.paragraph_format.space_after = Pt(6)
    return document


def fill(table: Table, rows: list[list[str]], first: int = 0) -> None:
    """Texts of consecutive rows."""
    for number, row in enumerate(rows, first):
        for column, text in enumerate(row):
            table.cell(number, column).text = text


def page_field(document: Docx) -> None:
    """第 N 页 in the footer, a running header above."""
    section = document.sections[0]
    section.header.paragraphs[0].text = "某县农业农村局部门预算"
    paragraph = section.footer.paragraphs[0]
    paragraph.add_run("第")
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    paragraph._p.append(field)
    paragraph.add_run("页")


def indicators(count: int) -> list[list[str]]:
    """Rows of a plausible table, long enough to wrap."""
    name = "完成环境整治的行政村数量（第{}批，含自然村）"
    return [["产出指标", "数量指标", name.format(number), f"≥{number}个"] for number in range(1, count + 1)]


def long_table(document: Docx) -> None:
    """A table over several pages: header row repeated, rows cut by the page break, merged level cells, footer, header."""
    page_field(document)
    document.add_paragraph("项目支出绩效目标表")
    document.add_paragraph("一、项目概况")
    document.add_paragraph(NARRATIVE).paragraph_format.first_line_indent = Pt(21)
    table = document.add_table(rows=43, cols=4)
    table.style = "Table Grid"
    table.cell(0, 1).merge(table.cell(0, 3)).text = "农村环境整治项目"
    table.cell(0, 0).text = "项目名称"
    table.cell(1, 1).merge(table.cell(1, 3)).text = GOAL
    table.cell(1, 0).text = "年度目标"
    fill(table, [HEAD, *indicators(40)], 2)
    for row in (3, 23):
        merged = table.cell(row, 0).merge(table.cell(row + 19, 0))
        merged.text = "产出指标" if row == 3 else "效益指标"


def repeated_header(document: Docx) -> None:
    """Landscape; the header row comes again on each page and rows are not cut."""
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = section.page_height, section.page_width
    table = document.add_table(rows=31, cols=4)
    table.style = "Table Grid"
    fill(table, [HEAD, *indicators(30)])
    properties = table.rows[0]._tr.get_or_add_trPr()
    properties.append(OxmlElement("w:tblHeader"))
    for row in table.rows:
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))


def set_borders(table: Table, **sides: str) -> None:
    """Borders of the whole table by side: kind and width in eighths of a point, as in `single 4`."""
    properties = table._tbl.tblPr
    borders = OxmlElement("w:tblBorders")
    for side in (*OUTER, "insideH", "insideV"):
        kind, width = sides.get(side, "none 0").split()
        element = OxmlElement(f"w:{side}")
        element.set(qn("w:val"), kind)
        element.set(qn("w:sz"), width)
        element.set(qn("w:color"), "000000")
        borders.append(element)
    properties.append(borders)


def borders(document: Docx) -> None:
    """Open sides, a table with horizontal lines only, double and thick outer borders, dots, two tables close together."""
    rows = [HEAD, ["产出指标", "数量指标", "整治行政村数量", "108个"], ["产出指标", "质量指标", "验收合格率", "100%"]]
    kinds = [
        {"top": "single 12", "bottom": "single 12", "insideH": "single 4", "insideV": "single 4"},
        {"top": "single 12", "bottom": "single 12", "insideH": "single 4"},
        dict.fromkeys(OUTER, "double 4") | {"insideH": "single 4", "insideV": "single 4"},
        dict.fromkeys(OUTER, "single 36") | {"insideH": "dotted 4", "insideV": "dashed 4"},
    ]
    for number, kind in enumerate(kinds, 1):
        gap = document.add_paragraph(f"表{number}")
        gap.paragraph_format.space_after = Pt(0)
        table = document.add_table(rows=3, cols=4)
        fill(table, rows)
        set_borders(table, **kind)
    for columns in (2, 3):
        gap = document.add_paragraph()
        gap.paragraph_format.space_after = Pt(0)
        gap.paragraph_format.line_spacing = Pt(4)
        gap.add_run(" ").font.size = Pt(1)
        table = document.add_table(rows=2, cols=columns)
        table.style = "Table Grid"
        fill(table, [[f"格{row}{column}" for column in range(columns)] for row in range(2)])


def turned_cells(document: Docx) -> None:
    """Cells written upwards and downwards, a narrow cell with one character per line, a table within a cell."""
    table = document.add_table(rows=3, cols=4)
    table.style = "Table Grid"
    fill(table, [HEAD, ["", "数量指标", "整治行政村数量", "108个"], ["", "", "验收合格率", "100%"]])
    for row, direction, text in ((1, "btLr", "产出指标"), (2, "tbRl", "2025年效益")):
        cell = table.cell(row, 0)
        cell.text = text
        cell._tc.get_or_add_tcPr().append(parse_xml(f'<w:textDirection {nsdecls("w")} w:val="{direction}"/>'))
        height = parse_xml(f'<w:trHeight {nsdecls("w")} w:val="1600" w:hRule="atLeast"/>')
        table.rows[row]._tr.get_or_add_trPr().append(height)
    for cell in table.columns[1].cells:
        cell.width = Pt(22)
    inner = table.cell(2, 3).add_table(rows=2, cols=2)
    inner.style = "Table Grid"
    fill(inner, [["甲", "乙"], ["1", "2"]])
    document.add_paragraph("表后的文字")


HTML = """<html><head><meta charset="utf-8"><style>body {{font-family: '{font}'; font-size: 10pt}} p {{margin: 0 0 4pt 0}}</style></head>
<body><p>填报单位：某县教育局（盖章）</p>
<table border="{border}" cellspacing="{space}" cellpadding="3" width="100%">{rows}</table></body></html>"""


def html_page(border: int, space: int) -> str:
    """Thirty rows with level cells that span, over several pages."""
    rows = ["<tr><th>一级指标</th><th>二级指标</th><th>三级指标</th><th>指标值</th><th>指标值确定依据</th></tr>"]
    for number in range(30):
        level1 = '<td rowspan="15">产出指标</td>' if number % 15 == 0 else ""
        level2 = '<td rowspan="5">数量指标</td>' if number % 5 == 0 else ""
        basis = "《县级财政预算绩效管理办法》及上年度完成情况，结合本年度工作计划逐项测算确定"
        rows.append(f"<tr>{level1}{level2}<td>资助困难学生人数（第{number + 1}类）</td><td>≥{number + 100}人</td><td>{basis}</td></tr>")
    return HTML.format(font=SERIF, border=border, space=space, rows="".join(rows))


def workbook(path: Path) -> None:
    """A sheet printed to pdf, with borders and merged cells."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    rows = [
        ["项目绩效目标表", "", "", ""],
        ["项目名称", "义务教育营养改善计划", "", ""],
        HEAD,
        ["产出指标", "数量指标", "受益学生人数", "12300人"],
        ["", "质量指标", "供餐食品抽检合格率", "100%"],
        ["满意度指标", "服务对象满意度指标", "学生及家长满意度", "≥95%"],
    ]
    for row in rows:
        sheet.append(row)
    thin = Side(style="thin")
    for cells in sheet["A2:D6"]:
        for cell in cells:
            cell.border = Border(thin, thin, thin, thin)
            cell.alignment = Alignment(wrap_text=True, vertical="center")
    for cells in sheet["A1:D6"]:
        for cell in cells:
            cell.font = Font(name=SERIF, size=11)
    sheet.merge_cells("A1:D1")
    sheet.merge_cells("B2:D2")
    sheet.merge_cells("A4:A5")
    for letter in "ABCD":
        sheet.column_dimensions[letter].width = 16
    book.save(path)


DOCUMENTS: dict[str, Callable[[Docx], None]] = {
    "long_table": long_table,
    "repeated_header": repeated_header,
    "borders": borders,
    "turned_cells": turned_cells,
}


def build(folder: Path) -> None:
    """All pdfs into the folder."""
    with tempfile.TemporaryDirectory() as name:
        drafts = Path(name)
        for title, write in DOCUMENTS.items():
            document = new_docx()
            write(document)
            document.save(str(drafts / f"{title}.docx"))
        for title, border, space in (("web_table", 1, 0), ("spaced_cells", 1, 4), ("plain_table", 0, 0)):
            (drafts / f"{title}.html").write_text(html_page(border, space), encoding="utf-8")
        workbook(drafts / "sheet.xlsx")
        command = ["soffice", "--headless", f"-env:UserInstallation=file://{name}/profile", "--convert-to"]
        office = [str(path) for path in sorted(drafts.glob("*.docx")) + sorted(drafts.glob("*.xlsx"))]
        subprocess.run([*command, "pdf", "--outdir", str(folder), *office], check=True, timeout=180)  # our own files
        pages = [str(path) for path in sorted(drafts.glob("*.html"))]
        infilter = "--infilter=HTML (StarWriter)"  # the web view that html opens in loses text before tables
        subprocess.run([*command, "pdf", infilter, "--outdir", str(folder), *pages], check=True, timeout=180)


if __name__ == "__main__":
    build(Path(sys.argv[1]) if len(sys.argv) > 1 else HERE)
