"""Draws grids with merged cells on pdf pages: text wrapped and centred by hand, borders as thin filled rectangles (no lines to find)."""

from __future__ import annotations

from collections.abc import Sequence

from office_tools import font_file
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from word_grids import Grid, spans

FONT = "Chinese"
THIN = 0.48
LEADING = 1.25
PADDING = 2.5


def register_font() -> None:
    """Makes a Chinese TrueType font known; a pdf embeds only the glyphs it uses."""
    if FONT not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(TTFont(FONT, font_file("WenQuanYi Micro Hei"), subfontIndex=0))


def wrap(text: str, width: float, size: float) -> list[str]:
    """Lines that fit, broken at any character as Chinese text is; a digit string may break too, as cells of such systems do."""
    lines = []
    for part in text.split("\n"):
        current = ""
        for character in part:
            if current and pdfmetrics.stringWidth(current + character, FONT, size) > width:
                lines.append(current)
                current = ""
            current += character
        lines.append(current)
    return lines


def heights(grid: Grid, widths: Sequence[float], size: float) -> list[float]:
    """Row heights: what single-row cells need, then the last row of a merged cell grows if its text needs more."""
    high = [size * LEADING + 2 * PADDING] * len(grid)
    for i, j, rows, columns, text in sorted(spans(grid), key=lambda cell: cell[2]):
        need = len(wrap(text, sum(widths[j : j + columns]) - 2 * PADDING, size)) * size * LEADING + 2 * PADDING
        high[i + rows - 1] += max(0.0, need - sum(high[i : i + rows]))
    return high


def draw(canvas: Canvas, grid: Grid, widths: Sequence[float], x: float, top: float, size: float = 8, left: Sequence[int] = ()) -> float:
    """Draws from `top` down and returns the lower edge; columns in `left` are not centred."""
    high = heights(grid, widths, size)
    for i, j, rows, columns, text in spans(grid):
        x0, x1 = x + sum(widths[:j]), x + sum(widths[: j + columns])
        y1, y0 = top - sum(high[:i]), top - sum(high[: i + rows])
        for edge in ((x0, y1, x1 - x0, THIN), (x0, y0, x1 - x0, THIN), (x0, y0, THIN, y1 - y0), (x1, y0, THIN, y1 - y0)):
            canvas.rect(*edge, stroke=0, fill=1)
        lines = wrap(text, x1 - x0 - 2 * PADDING, size)
        baseline = (y0 + y1) / 2 + len(lines) * size * LEADING / 2 - size
        canvas.setFont(FONT, size)
        for line in lines:
            if j in left:
                canvas.drawString(x0 + PADDING, baseline, line)
            else:
                canvas.drawCentredString((x0 + x1) / 2, baseline, line)
            baseline -= size * LEADING
    return top - sum(high)
