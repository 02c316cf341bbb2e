"""Glyphs of a cell or of the page put together to the lines that a reader sees."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from math import inf
from operator import itemgetter

from zhibiao.reading.pdf_marks import ASCENT, DOWNWARDS, MIDDLE, UPWARDS, Glyph

# Superscripts are raised by a third of an em (Word, LibreOffice), lines lie at least 0.9 em apart: half an em tells them apart.
SAME_LINE = 0.5
# Gaps in em. Between CJK characters nothing but a blank makes 0.3 em; between CJK and Latin Word and LibreOffice put a quarter em
# on their own; a Latin blank is 0.25 em and shrinks to 0.2 in justified text.
CJK_BLANK = 0.3
MIXED_BLANK = 0.45
LATIN_BLANK = 0.18
NO_ROOM = 0.1
MISFIT = 0.15
PARTED = 2.0  # no gap in running text is that wide
# Bold type imitated by printing twice is off by at most a twentieth of an em; neighbours of one kind never overlap by half.
OVERLAP = 0.5
OVERPRINT_LOOK_BACK = 3  # glyphs kept before, in which the twin is looked for
CJK = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\u2018-\u201d\u2026\u2014\u3000-\u303f\U00020000-\U0003ffff]")

# Punctuation that may not end or begin a line, and has no blank after or before it.
OPENING = "（《「『【“‘"
CLOSING = "，。、；：？！）》」』】”’…％%"
BY_START = itemgetter(1)


@dataclass(frozen=True, slots=True)
class TextLine:
    """A visual line: baseline, left and right end, type size, text."""

    base: float
    left: float
    right: float
    size: float
    text: str
    parted: bool = False  # a wide gap divides it: label and value, columns
    turned: bool = False  # it does not stand upright; its place is where it begins

    @property
    def top(self) -> float:
        """The top of its em box."""
        return self.base - ASCENT * self.size


def is_cjk(character: str) -> bool:
    """Whether a character is set in a full-width box."""
    return character > "\u2000" and CJK.match(character) is not None


def rows_of(glyphs: list[Glyph]) -> list[list[Glyph]]:
    """Glyphs grouped by visual line from top to bottom, each line from left to right, without overprints."""
    rows: list[list[Glyph]] = []
    row: list[Glyph] = []
    base = size = 0.0
    for glyph in sorted(glyphs):
        if row and glyph[0] - base <= SAME_LINE * max(size, glyph[3]):
            row.append(glyph)
            if glyph[3] > size * 1.2:  # the main type of the line, after a superscript
                base, size = glyph[0], glyph[3]
        else:
            row = [glyph]
            rows.append(row)
            base, size = glyph[0], glyph[3]
    for row in rows:
        row.sort(key=BY_START)
    return [_without_overprints(row) for row in rows]


def _without_overprints(row: list[Glyph]) -> list[Glyph]:
    """The line without glyphs printed a second time over themselves."""
    kept: list[Glyph] = []
    for glyph in row:
        start, end = glyph[1], glyph[2]
        if kept and start < kept[-1][2] - (end - start) * 0.1:
            reach = max(end - start, 0.1 * glyph[3]) * OVERLAP
            if any(other[4] == glyph[4] and start - other[1] < reach for other in kept[-OVERPRINT_LOOK_BACK:]):
                continue
        kept.append(glyph)
    return kept


def text_of(row: list[Glyph]) -> str:
    """The text of one line; a gap becomes a blank only where it cannot be anything else."""
    pieces: list[str] = []
    end = row[0][1]
    before = typed = ""
    spread: dict[bool, float] = {}  # by kind of pair, looked at only where a gap turns up
    for _, start, after, size, text in row:
        if text.isspace():
            typed += text
            continue
        gap = start - end
        if before and typed:
            pieces.append(_visible(typed, gap / size))
        elif before and gap > LATIN_BLANK * size:
            blank = _blank(before[-1], text[0])
            latin = blank == LATIN_BLANK
            if gap > blank * size and latin not in spread:
                spread[latin] = _letter_space(row, latin)
            if gap > blank * size and gap - spread[latin] > blank * size:
                pieces.append(" ")
        pieces.append(text)
        before, typed = text, ""
        end = max(after, end)
    return "".join(pieces)


def _visible(typed: str, gap: float) -> str:
    """Typed blanks that have room to be seen: some producers put blanks over the letters, as carriers of an underline."""
    if -MISFIT <= gap <= NO_ROOM:
        return ""
    return typed[: max(1, int(gap / LATIN_BLANK + 0.5))] if gap > 0 else typed  # letters that overlap: the font's widths are wrong


def _blank(before: str, after: str) -> float:
    """The gap in em that makes a blank between two characters."""
    if before in OPENING or after in CLOSING:
        return inf
    if before.isascii() and after.isascii():
        return LATIN_BLANK
    return CJK_BLANK if is_cjk(before) and is_cjk(after) else MIXED_BLANK  # ≥ and ℃ count as mixed: Word spaces them off from figures


def _letter_space(row: list[Glyph], latin: bool) -> float:
    """The gap that every pair of the line has, among Latin pairs or the others: letters spread over a cell (分散对齐) are one word."""
    gaps: list[float] = []
    between_ideographs: list[float] = []
    for first, second in pairwise(row):
        left, right = first[4][-1:], second[4][:1]
        if not left.isspace() and not right.isspace() and latin == (left.isascii() and right.isascii()):
            gaps.append(second[1] - first[2])
            if "\u3400" <= left <= "\u9fff" and "\u3400" <= right <= "\u9fff":
                between_ideographs.append(gaps[-1])
    telling = between_ideographs if len(between_ideographs) > 1 else gaps  # brackets and figures may be left out of the spreading
    return max(min(telling), 0.0) if len(telling) > 1 else 0.0


def lines_of(glyphs: list[Glyph]) -> list[TextLine]:
    """The visual lines of upright glyphs, blank ones left out."""
    lines = []
    for row in rows_of(glyphs):
        text = text_of(row)
        if text:
            printed = [glyph for glyph in row if not glyph[4].isspace()] or row
            main = max(printed, key=itemgetter(3))
            parted = any(second[1] - first[2] > PARTED * second[3] for first, second in pairwise(printed))
            lines.append(TextLine(main[0], printed[0][1], max(map(itemgetter(2), printed)), main[3], text, parted))
    return lines


def cell_text(glyphs: list[Glyph], others: list[tuple[int, Glyph]] | None = None) -> str:
    """The text of a cell, one visual line per line; `others` are its glyphs that do not stand upright, with their direction."""
    if not others:
        texts = [text_of(row) for row in rows_of(glyphs)] if glyphs else []
        return "\n".join(text for text in texts if text)
    parts = []
    for direction in sorted({direction for direction, _ in others}):
        along = [glyph for turn, glyph in others if turn == direction]
        if glyphs and direction in (DOWNWARDS, UPWARDS) and all(len(row) == 1 for row in rows_of(glyphs)):
            # A column of upright characters with turned numbers between them (vertical writing) reads along the turned ones.
            along.extend(_laid(glyph, direction) for glyph in glyphs)
            glyphs = []
        parts.append("\n".join(filter(None, map(text_of, rows_of(along)))))
    if glyphs:
        parts.insert(0, cell_text(glyphs))
    return "\n".join(filter(None, parts))


def _laid(glyph: Glyph, direction: int) -> Glyph:
    """An upright glyph seen in the frame of a column: its em box turned with the page."""
    base, start, end, size, text = glyph
    top = base - ASCENT * size
    middle = (start + end) / 2
    along = (top, top + size) if direction == DOWNWARDS else (-(top + size), -top)
    across = -middle if direction == DOWNWARDS else middle
    return (across + MIDDLE * size, *along, size, text)
