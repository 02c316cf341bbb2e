"""Draws grids with merged cells into Word documents. In a grid "<" is merged with the cell on its left, "^" with the cell above."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

Grid = Sequence[Sequence[str]]
LEFT, UP = "<", "^"


def spans(grid: Grid) -> Iterator[tuple[int, int, int, int, str]]:
    """Row, column, height, width and text of every cell that starts a (merged) rectangle."""
    for i, row in enumerate(grid):
        for j, text in enumerate(row):
            if text in (LEFT, UP):
                continue
            wide = 1
            while j + wide < len(row) and row[j + wide] == LEFT:
                wide += 1
            high = 1
            while i + high < len(grid) and grid[i + high][j] == UP:
                high += 1
            yield i, j, high, wide, text


def new_document(font: str = "WenQuanYi Micro Hei", size: float = 10.5, landscape: bool = False, margin: float = 2.2) -> WordDocument:
    """An empty A4 document with one font for Chinese and western text."""
    document = Document()
    document.core_properties.author, document.core_properties.comments = "财务股", ""
    style = document.styles["Normal"]
    style.font.name, style.font.size = font, Pt(size)
    style.element.rPr.rFonts.set(qn("w:eastAsia"), font)
    style.paragraph_format.space_after = Pt(0)
    section = document.sections[0]
    section.page_width, section.page_height = (Cm(29.7), Cm(21)) if landscape else (Cm(21), Cm(29.7))
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    for side in ("left_margin", "right_margin", "top_margin", "bottom_margin"):
        setattr(section, side, Cm(margin))
    return document


def line(
    document: WordDocument, text: str = "", size: float = 10.5, bold: bool = False, align: str = "left", indent: bool = False
) -> Paragraph:
    """A paragraph; `indent` sets the two characters of Chinese body text."""
    paragraph = document.add_paragraph()
    run = paragraph.add_run(text)
    run.font.size, run.bold = Pt(size), bold
    paragraph.alignment = WD_ALIGN_PARAGRAPH[align.upper()]
    if indent:
        paragraph.paragraph_format.first_line_indent = Pt(size * 2)
    return paragraph


def write_cell(cell: _Cell, text: str, size: float, bold: bool, align: str) -> None:
    """Text of a cell, a paragraph a line."""
    cell.vertical_alignment = 1  # centre
    for k, part in enumerate(text.split("\n")):
        paragraph = cell.paragraphs[0] if k == 0 else cell.add_paragraph()
        paragraph.alignment = WD_ALIGN_PARAGRAPH[align.upper()]
        run = paragraph.add_run(part)
        run.font.size, run.bold = Pt(size), bold


def mark_row(table: Table, row: int, mark: str) -> None:
    """`mark` is tblHeader (repeated on each page) or cantSplit."""
    table.rows[row]._tr.get_or_add_trPr().append(OxmlElement(f"w:{mark}"))


def add_grid(
    document: WordDocument,
    grid: Grid,
    widths: Sequence[float],
    size: float = 10.5,
    repeat: int = 0,
    bold_rows: Sequence[int] = (),
    left: Sequence[int] = (),
    split: bool = True,
) -> Table:
    """A bordered table; `repeat` rows come again on each page, columns in `left` are not centred, `split` lets pages cut rows."""
    table = document.add_table(rows=len(grid), cols=len(widths), style="Table Grid")
    table.autofit = False
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Cm(width)
        for cell in column.cells:
            cell.width = Cm(width)
    for i, j, high, wide, text in spans(grid):
        cell = table.cell(i, j)
        if high > 1 or wide > 1:
            cell = cell.merge(table.cell(i + high - 1, j + wide - 1))
        write_cell(cell, text, size, i in bold_rows, "left" if j in left or wide > 2 else "center")
    for i in range(len(grid)):
        if i < repeat:
            mark_row(table, i, "tblHeader")
        if not split:
            mark_row(table, i, "cantSplit")
    return table


def page_number(document: WordDocument, before: str = "- ", after: str = " -") -> None:
    """A centred page number in the footer."""
    paragraph = document.sections[0].footer.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.add_run(before)
    run = paragraph.add_run()
    for kind, text in (("begin", ""), ("", "PAGE"), ("end", "")):
        element = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            element.set(qn("w:fldCharType"), kind)
        element.text = text or None
        run._r.append(element)
    paragraph.add_run(after)
