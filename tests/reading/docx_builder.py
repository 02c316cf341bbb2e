"""Builds docx files from hand-written WordprocessingML, so that every oddity of the format can be a test case."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

from zhibiao.config.limits import Limits
from zhibiao.reading.blocks import Blocks, Grid, Paragraph
from zhibiao.reading.budget import Budget
from zhibiao.reading.docx import read_docx

TRANSITIONAL = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
SPACES = (
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def relationships(*targets: tuple[str, str, str]) -> str:
    """A .rels part of (id, last word of the type, target)."""
    items = "".join(f'<Relationship Id="{name}" Type="{OFFICE}/{kind}" Target="{target}"/>' for name, kind, target in targets)
    return f'<Relationships xmlns="{RELATIONS}">{items}</Relationships>'


def part(root: str, content: str, space: str = TRANSITIONAL) -> str:
    """One XML part with all namespaces declared."""
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{root} xmlns:w="{space}" {SPACES}>{content}</w:{root}>'


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    """Parts as a zip archive."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def build(
    body: str,
    styles: str | None = None,
    numbering: str | None = None,
    more: Mapping[str, str | bytes] | None = None,
    space: str = TRANSITIONAL,
) -> bytes:
    """A docx with that body, and styles and list definitions if given."""
    parts: dict[str, str | bytes] = {
        "_rels/.rels": relationships(("rId1", "officeDocument", "word/document.xml")),
        "word/document.xml": part("document", f"<w:body>{body}<w:sectPr/></w:body>", space),
    }
    if styles is not None:
        parts["word/styles.xml"] = part("styles", styles, space)
    if numbering is not None:
        parts["word/numbering.xml"] = part("numbering", numbering, space)
    return zipped(parts | dict(more or {}))


def read(data: bytes, limits: Limits | None = None) -> Blocks:
    """Read with a fresh budget."""
    return read_docx(data, Budget(limits or Limits()))


def t(text: str) -> str:
    """A run."""
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def p(content: str, properties: str = "") -> str:
    """A paragraph; content is text or runs."""
    runs = content if content.startswith("<") or not content else t(content)
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{runs}</w:p>"


def tc(content: str, properties: str = "") -> str:
    """A cell; content is text or blocks."""
    blocks = content if content.startswith("<") else p(content)
    return f"<w:tc>{f'<w:tcPr>{properties}</w:tcPr>' if properties else ''}{blocks}</w:tc>"


def tr(*cells: str, properties: str = "") -> str:
    """A row; a cell that does not begin with a tag is its text."""
    inner = "".join(cell if cell.startswith("<") else tc(cell) for cell in cells)
    return f"<w:tr>{f'<w:trPr>{properties}</w:trPr>' if properties else ''}{inner}</w:tr>"


def tbl(*rows: str) -> str:
    """A table without w:tblGrid."""
    return f"<w:tbl><w:tblPr/>{''.join(rows)}</w:tbl>"


def texts(data: bytes) -> list[str]:
    """Paragraph texts in order."""
    return [block.text for block in read(data).blocks if isinstance(block, Paragraph)]


def shown(body: str, styles: str | None = None, numbering: str | None = None) -> list[str]:
    """Paragraph texts of a body."""
    return texts(build(body, styles, numbering))


def grids(body: str, styles: str | None = None, numbering: str | None = None) -> list[Grid]:
    """Grids of a body."""
    return [block for block in read(build(body, styles, numbering)).blocks if isinstance(block, Grid)]


def grid(body: str) -> Grid:
    """The only grid of a body."""
    (only,) = grids(body)
    return only


def cells(table: Grid) -> list[tuple[int, int, int, int, str]]:
    """(row, column, row_span, column_span, text) of each cell."""
    return [(cell.row, cell.column, cell.row_span, cell.column_span, cell.text) for cell in table.cells]


def cell_text(content: str) -> str:
    """Text of a one-cell table with that content."""
    return grid(tbl(tr(tc(content)))).cells[0].text
