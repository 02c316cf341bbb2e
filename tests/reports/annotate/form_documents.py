"""Small forms made by hand, in Word's and Excel's own markup: each oddity of a cell can be put into one place of them."""

from __future__ import annotations

from collections.abc import Mapping

from docx_builder import TRANSITIONAL, build, p, tbl, tc, tr
from xlsx_builder import LINKS, MAIN, PACKAGE, package, relationships

TYPES = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/word/document.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
BOOK_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>'
    '<Override PartName="/xl/worksheets/sheet1.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>'
)
HEAD = tr("一级指标", "二级指标", "三级指标", "指标描述", "指标值")


def form(value: str = "≥200人", name: str = "培训人数", description: str = "参加培训的人数") -> str:
    """A project's table with two rows; value, name and description are the cells of the second, as text or as markup."""
    return tbl(
        tr("项目名称", tc("技能提升", '<w:gridSpan w:val="4"/>')),
        tr("绩效目标", tc("培训二百人，提高技能。", '<w:gridSpan w:val="4"/>')),
        HEAD,
        tr("产出指标", "数量指标", "培训期数", "办班的期数", "≥4期"),
        tr("产出指标", "数量指标", name, description, value),
    )


def word(body: str, more: Mapping[str, str | bytes] | None = None, space: str = TRANSITIONAL) -> bytes:
    """A whole docx."""
    return build(body, more={"[Content_Types].xml": TYPES, **(more or {})}, space=space)


def titled(body: str) -> bytes:
    """A docx whose table stands under a heading."""
    return word(p("技能提升项目绩效目标表") + body)


ROWS = (
    ("项目名称", "技能提升"),
    ("一级指标", "二级指标", "三级指标", "指标描述", "指标值"),
    ("产出指标", "数量指标", "培训期数", "办班的期数", "≥4期"),
    ("产出指标", "数量指标", "培训人数", "参加培训的人数", "=100%"),
)


def sheet_rows(rows: tuple[tuple[str, ...], ...] = ROWS) -> str:
    """Cells with their text inside; blank ones are left out."""
    out = []
    for number, row in enumerate(rows, 1):
        cells = "".join(f'<c r="{"ABCDE"[at]}{number}" t="inlineStr"><is><t>{text}</t></is></c>' for at, text in enumerate(row) if text)
        out.append(f'<row r="{number}">{cells}</row>')
    return "".join(out)


def book(
    rows: str = "",
    tail: str = "",
    parts: Mapping[str, str] | None = None,
    namespace: str = MAIN,
    links: str = LINKS,
    head: str = "",
) -> bytes:
    """A workbook of one sheet, 表1; tail stands behind the cells, head before them."""
    return package(
        {
            "[Content_Types].xml": BOOK_TYPES,
            "_rels/.rels": relationships([("r1", "officeDocument", "xl/workbook.xml")], links),
            "xl/workbook.xml": f'<workbook xmlns="{namespace}" xmlns:r="{links}"><sheets>'
            '<sheet name="表1" sheetId="1" r:id="r1"/></sheets></workbook>',
            "xl/_rels/workbook.xml.rels": relationships([("r1", "worksheet", "worksheets/sheet1.xml")], links),
            "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{namespace}" xmlns:r="{links}">{head}'
            f"<sheetData>{rows or sheet_rows()}</sheetData>{tail}</worksheet>",
            **(parts or {}),
        }
    )


def links_of(*targets: tuple[str, str, str]) -> str:
    """A .rels part."""
    items = "".join(f'<Relationship Id="{name}" Type="{LINKS}/{kind}" Target="{target}"/>' for name, kind, target in targets)
    return f'<Relationships xmlns="{PACKAGE}">{items}</Relationships>'
