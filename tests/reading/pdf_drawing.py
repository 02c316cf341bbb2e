"""Draws pdfs for tests: ruled tables in the ways that producers draw them, and files written object by object."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from functools import partial
from itertools import pairwise
from typing import Any

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from zhibiao.config.limits import Limits
from zhibiao.reading.blocks import Blocks, Grid, Paragraph
from zhibiao.reading.budget import Budget
from zhibiao.reading.pdf import read_pdf

FONT = "STSong-Light"
WIDTH, HEIGHT = A4
Edges = list[float]
# Draws the lines of a table: canvas, edges of columns, edges of rows (both growing, rows from the top of the page down).
Ruler = Callable[[Canvas, Edges, Edges], None]

pdfmetrics.registerFont(UnicodeCIDFont(FONT))


def read(data: bytes, **limits: Any) -> Blocks:
    """The blocks of a pdf under the usual limits or the given ones."""
    return read_pdf(data, Budget(Limits(**limits)))


def grids(data: bytes) -> list[Grid]:
    """Its grids."""
    return [block for block in read(data).blocks if isinstance(block, Grid)]


def paragraphs(data: bytes) -> list[str]:
    """The texts of its paragraphs."""
    return [block.text for block in read(data).blocks if isinstance(block, Paragraph)]


def table(grid: Grid) -> list[list[str]]:
    """The texts of a grid by slot; slots that a cell covers beside its first hold `<` (to the right) or `^` (below), holes `#`."""
    rows = [["#"] * grid.width for _ in range(grid.height)]
    for cell in grid.cells:
        for row in range(cell.row, cell.row + cell.row_span):
            for column in range(cell.column, cell.column + cell.column_span):
                assert rows[row][column] == "#"
                rows[row][column] = "^" if row > cell.row else "<"
        rows[cell.row][cell.column] = cell.text
    return rows


def draw(*pages: Callable[[Canvas], None], size: tuple[float, float] = A4, **options: Any) -> bytes:
    """A pdf with one page per function."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=size, **options)
    for page in pages:
        page(canvas)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def write(canvas: Canvas, x: float, y: float, text: str, size: float = 10, height: float = HEIGHT) -> None:
    """A line of text whose baseline is y points under the upper edge."""
    canvas.setFont(FONT, size)
    canvas.drawString(x, height - y, text)


def rule_lines(canvas: Canvas, xs: Edges, ys: Edges, height: float = HEIGHT) -> None:
    """Whole lines, as LibreOffice draws them."""
    for x in xs:
        canvas.line(x, height - ys[0], x, height - ys[-1])
    for y in ys:
        canvas.line(xs[0], height - y, xs[-1], height - y)


def rule_thin_boxes(canvas: Canvas, xs: Edges, ys: Edges) -> None:
    """Filled boxes half a point thick, cell by cell, with a square where they meet: Word's way."""
    for y in ys:
        for left, right in pairwise(xs):
            canvas.rect(left + 0.48, HEIGHT - y, right - left - 0.48, 0.48, stroke=0, fill=1)
            canvas.rect(left, HEIGHT - y, 0.48, 0.48, stroke=0, fill=1)
    for x in xs:
        for top, bottom in pairwise(ys):
            canvas.rect(x, HEIGHT - bottom + 0.48, 0.48, bottom - top - 0.48, stroke=0, fill=1)


def rule_boxes(canvas: Canvas, xs: Edges, ys: Edges) -> None:
    """Every cell a stroked box of its own: Excel's and reportlab's way."""
    for left, right in pairwise(xs):
        for top, bottom in pairwise(ys):
            canvas.rect(left, HEIGHT - bottom, right - left, bottom - top)


def ruled(
    xs: Edges, ys: Edges, texts: list[list[str]], ruler: Ruler = rule_lines, size: float = 10, height: float = HEIGHT
) -> Callable[[Canvas], None]:
    """A page with one table; each text stands at the top of its cell, its lines divided by \\n."""
    return partial(_ruled, xs=xs, ys=ys, texts=texts, ruler=ruler, size=size, height=height)


def _ruled(canvas: Canvas, xs: Edges, ys: Edges, texts: list[list[str]], ruler: Ruler, size: float, height: float) -> None:
    if height == HEIGHT:
        ruler(canvas, xs, ys)
    else:
        rule_lines(canvas, xs, ys, height)
    put_texts(canvas, xs, ys, texts, size, height)


def put_texts(canvas: Canvas, xs: Edges, ys: Edges, texts: list[list[str]], size: float = 10, height: float = HEIGHT) -> None:
    """The texts of cells."""
    for top, row in zip(ys, texts, strict=False):
        for left, text in zip(xs, row, strict=False):
            for number, line in enumerate(text.split("\n")):
                write(canvas, left + 4, top + 3 + size + number * size * 1.2, line, size, height)


def raw_pdf(objects: Mapping[int, bytes], trailer: bytes = b"/Root 1 0 R") -> bytes:
    """A pdf of hand-written objects with a correct cross-reference table."""
    data = bytearray(b"%PDF-1.7\n")
    offsets = {}
    for number, body in objects.items():
        offsets[number] = len(data)
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(data)
    data += b"xref\n0 1\n0000000000 65535 f \n"
    for number, offset in offsets.items():
        data += b"%d 1\n%010d 00000 n \n" % (number, offset)
    return bytes(data + b"trailer\n<< /Size %d %s >>\nstartxref\n%d\n%%%%EOF\n" % (max(offsets) + 1, trailer, start))


def stream(content: bytes, entries: bytes = b"") -> bytes:
    """A stream object."""
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(content), entries, content)


def page_pdf(
    content: bytes,
    resources: bytes = b"/Font << /F 5 0 R >>",
    more: Mapping[int, bytes] | None = None,
    box: bytes = b"[0 0 595 842]",
    page: bytes = b"",
) -> bytes:
    """A pdf with one page of hand-written content; font F is Helvetica unless object 5 says otherwise."""
    objects = {
        1: b"<< /Type /Catalog /Pages 2 0 R >>",
        2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        3: b"<< /Type /Page /Parent 2 0 R /MediaBox %s /Contents 4 0 R /Resources << %s >> %s >>" % (box, resources, page),
        4: stream(content),
        5: b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    }
    return raw_pdf({**objects, **(more or {})})
