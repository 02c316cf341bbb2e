"""Word documents written as OOXML by hand: paragraphs, tables with gridSpan and vMerge, a fixed package that is the same on every run."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

from form_grid import FormGrid

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
NAMESPACES = (
    f'{W} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml"'
)
XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
STYLES = f"""{XML}<w:styles {W}><w:docDefaults><w:rPrDefault><w:rPr>
<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="宋体"/>
<w:sz w:val="21"/></w:rPr></w:rPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/>
<w:pPr><w:jc w:val="center"/><w:outlineLvl w:val="0"/></w:pPr>
<w:rPr><w:b/><w:sz w:val="36"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="2"><w:name w:val="heading 2"/><w:basedOn w:val="a"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr>
<w:rPr><w:b/><w:sz w:val="28"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/><w:basedOn w:val="a"/><w:pPr><w:tabs>
<w:tab w:val="right" w:leader="dot" w:pos="8296"/></w:tabs></w:pPr></w:style></w:styles>"""


def run(text: str, bold: bool = False, size: int = 0) -> str:
    """One w:r; a vertical tab is a line break, a tab a tab."""
    marks = ("<w:b/>" if bold else "") + (f'<w:sz w:val="{size}"/>' if size else "")
    inner = escape(text).replace("\v", '</w:t><w:br/><w:t xml:space="preserve">').replace("\t", '</w:t><w:tab/><w:t xml:space="preserve">')
    return f'<w:r>{f"<w:rPr>{marks}</w:rPr>" if marks else ""}<w:t xml:space="preserve">{inner}</w:t></w:r>'


def paragraph(text: str = "", style: str = "", align: str = "", bold: bool = False, size: int = 0, inner: str = "") -> str:
    """One w:p with its text, or with runs that are given as XML."""
    props = (f'<w:pStyle w:val="{style}"/>' if style else "") + (f'<w:jc w:val="{align}"/>' if align else "")
    runs = inner or (run(text, bold, size) if text else "")
    return f"<w:p>{f'<w:pPr>{props}</w:pPr>' if props else ''}{runs}</w:p>"


def heading(text: str, level: int, bookmark: int) -> str:
    """A heading with the bookmark that the table of contents points to."""
    inner = f'<w:bookmarkStart w:id="{bookmark}" w:name="_Toc_2_2_{bookmark:010d}"/>{run(text)}<w:bookmarkEnd w:id="{bookmark}"/>'
    return paragraph(style=str(level), inner=inner)


def contents_line(text: str, page: int, bookmark: int) -> str:
    """A line of the table of contents: a link, a leader of dots and the page number."""
    line = f"{run(text)}<w:r><w:tab/></w:r>{run(str(page))}"
    return paragraph(style="TOC1", inner=f'<w:hyperlink w:anchor="_Toc_2_2_{bookmark:010d}">{line}</w:hyperlink>')


def page_break() -> str:
    return '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'


def cell_paragraphs(value: object, align: str = "center") -> str:
    """The paragraphs of a cell; a value that begins with < is XML already."""
    text = "" if value is None else str(value)
    return text if text.startswith("<w:") else "".join(paragraph(line, align=align) for line in text.split("\n"))


def grid_table(grid: FormGrid, widths: list[int]) -> str:
    """The grid as w:tbl, merged cells as Word writes them: gridSpan to the right, vMerge restart and continue downwards."""
    rows = []
    for r in range(grid.height):
        cells, c = [], 0
        while c < grid.width:
            cell = grid.at(r, c)
            columns = cell.columns if cell else 1
            props = f'<w:tcW w:w="{sum(widths[c : c + columns])}" w:type="dxa"/>'
            props += f'<w:gridSpan w:val="{columns}"/>' if columns > 1 else ""
            first = cell is None or cell.row == r
            if cell and cell.rows > 1:
                props += '<w:vMerge w:val="restart"/>' if first else "<w:vMerge/>"
            body = cell_paragraphs(cell.value) if cell and first else "<w:p/>"
            cells.append(f'<w:tc><w:tcPr>{props}<w:vAlign w:val="center"/></w:tcPr>{body}</w:tc>')
            c += columns
        rows.append(f"<w:tr>{''.join(cells)}</w:tr>")
    return tbl("".join(rows), widths)


def tbl(rows: str, widths: list[int], borders: str = "single") -> str:
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    edges = "".join(f'<w:{side} w:val="{borders}" w:sz="4" w:space="0" w:color="auto"/>' for side in sides)
    columns = "".join(f'<w:gridCol w:w="{w}"/>' for w in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/><w:tblBorders>{edges}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr>'
        f"<w:tblGrid>{columns}</w:tblGrid>{rows}</w:tbl>"
    )


def zipped(parts: dict[str, bytes]) -> bytes:
    """A zip file in which every entry has the same date."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, data)
    return buffer.getvalue()


def save_word(path: Path, *blocks: str, further: dict[str, str] | None = None) -> None:
    """Write the blocks as a docx whose footer holds the page number; further parts (comments, numbering) by their kind."""
    further = further or {}
    section = (
        '<w:sectPr><w:footerReference w:type="default" r:id="rId2"/><w:pgSz w:w="11906" w:h="16838"/>'
        '<w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="851" w:footer="992" w:gutter="0"/></w:sectPr>'
    )
    footer = paragraph(align="center", inner=f'{run("— ")}<w:fldSimple w:instr="PAGE">{run("1")}</w:fldSimple>{run(" —")}')
    kinds = [("document", "document.main"), ("styles", "styles"), ("footer1", "footer")] + [(kind, kind) for kind in further]
    overrides = "".join(f'<Override PartName="/word/{part}.xml" ContentType="{WORD}.{kind}+xml"/>' for part, kind in kinds)
    links = [("styles", "styles.xml"), ("footer", "footer1.xml")] + [(kind, f"{kind}.xml") for kind in further]
    relations = "".join(f'<Relationship Id="rId{i}" Type="{OFFICE}/{kind}" Target="{to}"/>' for i, (kind, to) in enumerate(links, 1))
    parts = {
        "[Content_Types].xml": f'{XML}<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>',
        "_rels/.rels": f'{XML}<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" Type="{OFFICE}/officeDocument" '
        'Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'{XML}<Relationships xmlns="{PACKAGE}/relationships">{relations}</Relationships>',
        "word/document.xml": f"{XML}<w:document {NAMESPACES}><w:body>{''.join(blocks)}{section}</w:body></w:document>",
        "word/styles.xml": STYLES,
        "word/footer1.xml": f"{XML}<w:ftr {NAMESPACES}>{footer}</w:ftr>",
    }
    parts |= {f"word/{kind}.xml": f"{XML}<w:{kind} {NAMESPACES}>{inner}</w:{kind}>" for kind, inner in further.items()}
    path.write_bytes(zipped({name: text.encode() for name, text in parts.items()}))
