"""Lines of a page without table lines, laid out in columns of blanks as a text tool would do it."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass
from statistics import median
from unicodedata import east_asian_width

from zhibiao.reading.pdf_marks import Glyph
from zhibiao.reading.pdf_text import TextLine, lines_of, rows_of, text_of

# Em. A gap this wide divides columns; a narrower one only where a column begins on other lines too.
WIDE_GAP = 1.0
ALIGNED_GAP = 0.15
COLUMN_LINES = 3  # stretches that begin at the same place make a column
SAME_START = 1.5  # points
WIDEST = 400  # columns of a line, whatever the page says its width is


@dataclass(frozen=True, slots=True)
class LaidLine:
    """A line with its layout and the number of stretches that wide gaps divide."""

    line: TextLine
    text: str
    segments: int


@dataclass(frozen=True, slots=True)
class Layout:
    """Lines of a page, and where column 0 stands and how wide one is: the next page goes on with the same."""

    lines: tuple[LaidLine, ...]
    left: float
    column: float


def laid_out(glyphs: list[Glyph], before: Layout | None = None) -> Layout:
    """The lines of a page; a CJK character counts two columns, and every stretch begins at the column of its place."""
    rows = [printed for row in rows_of(glyphs) if (printed := [glyph for glyph in row if not glyph[4].isspace()])]
    if not rows:
        return Layout((), 0.0, 1.0)
    left = min(row[0][1] for row in rows)
    farthest = max(glyph[2] for row in rows for glyph in row)
    if before is not None:
        left = min(left, before.left)
    column = before.column if before is not None else median(glyph[3] for row in rows for glyph in row) / 2
    column = max(column, (farthest - left) / WIDEST, 0.1)
    starts = _column_starts(rows)
    return Layout(tuple(_laid_line(row, left, column, starts) for row in rows), left, column)


def _column_starts(rows: list[list[Glyph]]) -> list[float]:
    """Places where stretches begin on several lines."""
    found: Counter[int] = Counter(round(stretch[0][1]) for row in rows for stretch in _stretches(row, []))
    return [float(place) for place in sorted(found) if found[place] + found[place + 1] >= COLUMN_LINES]


def _stretches(row: list[Glyph], starts: list[float]) -> list[list[Glyph]]:
    """A line cut at wide gaps, and at narrow ones where a column starts."""
    stretches: list[list[Glyph]] = []
    for glyph in row:
        gap = (glyph[1] - stretches[-1][-1][2]) / glyph[3] if stretches else WIDE_GAP
        if gap >= WIDE_GAP or (gap >= ALIGNED_GAP and _near(starts, glyph[1])):
            stretches.append([glyph])
        else:
            stretches[-1].append(glyph)
    return stretches


def _near(places: list[float], value: float) -> bool:
    index = bisect_left(places, value - SAME_START)
    return index < len(places) and places[index] <= value + SAME_START


def _laid_line(row: list[Glyph], left: float, column: float, starts: list[float]) -> LaidLine:
    text = ""
    taken = 0
    stretches = _stretches(row, starts)
    for stretch in stretches:
        start = min(round((stretch[0][1] - left) / column), WIDEST)
        blanks = max(start - taken, 2 if text else 0)
        piece = text_of(stretch)
        text += " " * blanks + piece
        taken += blanks + sum(2 if east_asian_width(mark) in "WF" else 1 for mark in piece)
    return LaidLine(lines_of(row)[0], text, len(stretches))
