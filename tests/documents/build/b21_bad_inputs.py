"""Inputs that cannot be read, each with its cause, and two that only look so: a web page named .xlsx and a text without tables."""

from __future__ import annotations

import hashlib
import io
import tempfile
import zipfile
from pathlib import Path

import printed_rows
from drawn_grids import FONT, draw, register_font
from office_tools import font_file
from PIL import Image, ImageDraw, ImageFont
from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas
from word_grids import UP, Grid, add_grid, line, new_document

FIELDS = ("level1", "level2", "name", "value")
HEADS = ("一级指标", "二级指标", "三级指标", "指标值")
ROWS = (
    ("产出指标", "数量指标", "采集血液总量", "≥2.6吨"),
    ("", "", "无偿献血宣传活动场次", "≥40场"),
    ("", "质量指标", "血液检测合格率", "100%"),
    ("", "时效指标", "临床用血供应及时率", "≥99%"),
    ("效益指标", "社会效益指标", "临床用血满足率", "≥98%"),
    ("满意度指标", "服务对象满意度指标", "献血者满意度", "≥95%"),
)
PROJECT = "无偿献血采供血经费"
WHY = {
    "x_truncated.docx": "truncated",
    "x_encrypted.pdf": "encrypted",
    "x_scanned.pdf": "scanned",
    "x_empty.docx": "empty",
    "x_zipbomb.docx": "too-large",
    "x_entities.docx": "entities",
    "x_cells.xlsx": "too-many-cells",
    "x_noise.txt": "not-text",
}
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WORD_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
MEGABYTE = 1 << 20


def grid() -> Grid:
    """A small form."""
    return [
        ["项目名称", PROJECT, "预算数", "186.00"],
        list(HEADS),
        *([cell or UP if k < 2 else cell for k, cell in enumerate(row)] for row in ROWS),
    ]


def word_file() -> bytes:
    """A sound docx of the form."""
    document = new_document(font="宋体")
    line(document, "项目支出绩效目标表", 16, True, "center")
    add_grid(document, grid(), (3, 4, 6, 3))
    line(document)
    memory = io.BytesIO()
    document.save(memory)
    return memory.getvalue()


def package(target: Path, main: str, kind: str) -> zipfile.ZipFile:
    """Opens an Office package whose main part is still to be written."""
    archive = zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9)
    types = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    types += f'<Override PartName="/{main}" ContentType="{kind}"/>'
    archive.writestr("[Content_Types].xml", f'<?xml version="1.0"?><Types xmlns="{PACKAGE}/content-types">{types}</Types>')
    link = f'<Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="{main}"/>'
    archive.writestr("_rels/.rels", f'<?xml version="1.0"?><Relationships xmlns="{PACKAGE}/relationships">{link}</Relationships>')
    return archive


def write_zip_bomb(target: Path) -> None:
    """400 MB of zeros as the main part."""
    with package(target, "word/document.xml", WORD_KIND) as archive, archive.open("word/document.xml", "w") as part:
        for _ in range(400):
            part.write(bytes(MEGABYTE))


def write_entities(target: Path) -> None:
    """Entities that stand for entities, ten times ten."""
    nested = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    text = f'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY l0 "绩效">{nested}]>'
    text += f'<w:document xmlns:w="{WORD}"><w:body><w:p><w:r><w:t>&l9;</w:t></w:r></w:p></w:body></w:document>'
    with package(target, "word/document.xml", WORD_KIND) as archive:
        archive.writestr("word/document.xml", text)


def write_cells(target: Path) -> None:
    """2,100 rows of 1,000 filled cells."""
    with package(target, "xl/workbook.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml") as archive:
        sheets = f'<sheets><sheet name="Sheet1" sheetId="1" r:id="rId1" xmlns:r="{OFFICE}"/></sheets>'
        archive.writestr("xl/workbook.xml", f'<?xml version="1.0"?><workbook xmlns="{SHEET}">{sheets}</workbook>')
        link = f'<Relationship Id="rId1" Type="{OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>'
        archive.writestr(
            "xl/_rels/workbook.xml.rels", f'<?xml version="1.0"?><Relationships xmlns="{PACKAGE}/relationships">{link}</Relationships>'
        )
        with archive.open("xl/worksheets/sheet1.xml", "w") as part:
            part.write(f'<?xml version="1.0"?><worksheet xmlns="{SHEET}"><dimension ref="A1:ALL2100"/><sheetData>'.encode())
            for number in range(1, 2101):
                part.write(f'<row r="{number}">{"<c><v>1</v></c>" * 1000}</row>'.encode())
            part.write(b"</sheetData></worksheet>")


def write_encrypted(target: Path) -> None:
    """A pdf with a form that opens only with a password."""
    register_font()
    canvas = Canvas(str(target), pagesize=A4, encrypt=StandardEncryption("k3y-7b", ownerPassword="own-3d", canPrint=1), invariant=1)
    canvas.setFont(FONT, 14)
    canvas.drawCentredString(A4[0] / 2, 790, "项目支出绩效目标表")
    draw(canvas, grid(), (90, 120, 200, 90), 45, 760, 10)
    canvas.save()


def write_scanned(target: Path) -> None:
    """Two pages that are pictures of the form."""
    canvas = Canvas(str(target), pagesize=A4, pageCompression=1, invariant=1)
    face = ImageFont.truetype(font_file("WenQuanYi Micro Hei"), 26)
    for number in (1, 2):
        page = Image.new("1", (1240, 1754), 1)
        pen = ImageDraw.Draw(page)
        pen.text((470, 100), "项目支出绩效目标表", font=face, fill=0)
        for k, row in enumerate((HEADS, *ROWS)):
            for c, cell in enumerate(row):
                pen.rectangle((120 + 250 * c, 200 + 60 * k, 370 + 250 * c, 260 + 60 * k), outline=0)
                pen.text((130 + 250 * c, 212 + 60 * k), cell, font=face, fill=0)
        pen.text((600, 1690), str(number), font=face, fill=0)
        canvas.drawImage(ImageReader(page), 0, 0, *A4)
        canvas.showPage()
    canvas.save()


def write_mislabelled(folder: Path) -> None:
    """A system's "Excel export" that is a web page."""
    cells = [("项目名称", PROJECT, "预算数", "186.00"), ("年度绩效目标", "全年采集血液2.6吨，保障临床用血需求。", "", ""), HEADS, *ROWS]
    body = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>\n" for row in cells)
    page = '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta charset="utf-8"><title>Sheet1</title></head>\n'
    page += f'<body><table border="1">\n<caption>项目支出绩效目标表（2025年度）</caption>\n{body}</table>\n</body></html>\n'
    (folder / "x_mislabelled.xlsx").write_text(page, encoding="utf-8", newline="\n")
    table = printed_rows.table(
        ROWS,
        FIELDS,
        title="项目支出绩效目标表",
        project_name=PROJECT,
        budget_total=186.0,
        objectives=["全年采集血液2.6吨，保障临床用血需求。"],
    )
    printed_rows.write(folder, "x_mislabelled.xlsx", [table], title="项目支出绩效目标表", year=2025)


def write_without_tables(folder: Path) -> None:
    """A notice that speaks of indicators and holds none."""
    document = new_document(font="宋体", size=12)
    line(document, "关于做好2026年部门预算绩效目标编制工作的通知", 16, True, "center")
    for text in (
        "县直各部门：",
        "为做好2026年部门预算绩效目标编制工作，现将有关事项通知如下。",
        "一、各部门应当按照“谁申请资金、谁编制目标”的原则，填写项目支出绩效目标表，产出指标、效益指标、满意度指标应当细化量化。",
        "二、指标值应当有依据，避免“有效提升”“逐步改善”等无法衡量的表述。",
        "三、请于10月20日前将绩效目标通过预算管理一体化系统报送县财政局。",
        "联系人：宋涛    联系电话：5550126",
        "清漳县财政局",
        "2025年9月28日",
    ):
        line(document, text, 12, indent=True)
    document.save(str(folder / "x_notables.docx"))
    printed_rows.write(folder, "x_notables.docx", title="关于做好2026年部门预算绩效目标编制工作的通知", year=2026)


def build(folder: Path) -> None:
    """Writes every file and what is expected of it."""
    with tempfile.TemporaryDirectory() as scratch:
        sound = Path(scratch) / "sound.docx"
        sound.write_bytes(word_file())
        (folder / "x_truncated.docx").write_bytes(sound.read_bytes()[: sound.stat().st_size * 3 // 5])
    write_encrypted(folder / "x_encrypted.pdf")
    write_scanned(folder / "x_scanned.pdf")
    (folder / "x_empty.docx").write_bytes(b"")
    write_zip_bomb(folder / "x_zipbomb.docx")
    write_entities(folder / "x_entities.docx")
    write_cells(folder / "x_cells.xlsx")
    (folder / "x_noise.txt").write_bytes(b"".join(hashlib.sha512(bytes([n])).digest() for n in range(64)))
    for source, why in WHY.items():
        printed_rows.write_error(folder, source, why)
    write_mislabelled(folder)
    write_without_tables(folder)


if __name__ == "__main__":
    build(Path(__file__).parent.parent / "files")
