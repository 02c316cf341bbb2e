"""The shape of a cell in plain pdf text: its lines, how wide they are, and how odd its separators and widths look."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from zhibiao.parsing.flattened.fragments import LINE, PAGE, PARA, SPACE, Fragment
from zhibiao.text.clean import width

LONGEST = 45  # fragments in one cell: a basis of some 300 characters in a column of 7
_TOKEN = re.compile(r"[（《【“〔\[(]*(?:[0-9A-Za-z.,%]+|.)[，。、；：）》】”〕\])]*")
# In units of "one odd thing", set by reading the layouts of seed 001 and of pdf text made from our own tables.
BREAK_INSIDE = {PARA: 0.0, PAGE: 1.0, LINE: 6.0}
CJK_BLANK_INSIDE = 4.0
AUTO_BLANK_INSIDE = 0.3
HOPELESS = 25.0  # separators that cost more than any other reading of the same fragments


@dataclass(frozen=True, slots=True)
class Run:
    """Fragments i to j read as one cell."""

    stop: int
    text: str  # without separators
    cost: float  # of separators and widths
    lines: int


def auto_blank(left: str, right: str) -> bool:
    """A blank that pdf text has between Chinese and digits or letters, inside one cell."""
    a, b = left[-1], right[0]
    return (a.isascii() != b.isascii()) or a in "≥≤＞＜＝" or (a.isdigit() and b.isdigit())


def text_of(fragments: Sequence[Fragment]) -> str:
    """A cell's fragments as its lines."""
    return "\n".join(lines_of(fragments))


def lines_of(fragments: Sequence[Fragment]) -> list[str]:
    """The visual lines of a cell."""
    lines: list[str] = []
    for k, f in enumerate(fragments):
        if k and f.before == SPACE:
            lines[-1] += " " + f.text
        else:
            lines.append(f.text)
    return lines


@lru_cache(maxsize=1 << 14)
def measure(line: str) -> float:
    """Columns that a line takes on the page: pdf text has blanks between Chinese and digits that are a quarter of a character wide."""
    return width(line) - 0.5 * line.count(" ")


@lru_cache(maxsize=1 << 14)
def need(following: str) -> int:
    """Columns of the first token of a line, which must not be parted."""
    token = _TOKEN.match(following)
    return width(token.group()) if token else 2


def room_left(line: str, following: str, limit: float) -> float:
    """Columns that stay free at the end of a wrapped line though the next one's first token would have fitted; 0 where it is full."""
    return max(0.0, limit - measure(line) - need(following))


def _too_wide(taken: float, limit: float) -> float:
    return 3.0 + 0.3 * (taken - limit) if taken > limit + 1 else 0.0


def _not_full(taken: float, following: str, limit: float) -> float:
    free = limit - taken - need(following)
    return min(5.0, 1.0 + 0.7 * free) if free >= 1 else 0.0


def runs(fragments: Sequence[Fragment], i: int, limit: float | None, stop: int | None = None) -> Iterator[Run]:
    """All readings of fragments i to j as one cell, j growing; lines before the last must be full, none wider than the column."""
    text, before, taken, lines = "", 0.0, 0.0, 0
    for j in range(i, min(len(fragments) if stop is None else stop, i + LONGEST)):
        f = fragments[j]
        if j == i:
            taken, lines = measure(f.text), 1
        elif f.before == SPACE:
            before += AUTO_BLANK_INSIDE if auto_blank(fragments[j - 1].text, f.text) else CJK_BLANK_INSIDE
            taken += 0.5 + measure(f.text)
        else:
            before += BREAK_INSIDE[f.before]
            if limit is not None:
                before += _too_wide(taken, limit) + _not_full(taken, f.text, limit)
            taken, lines = measure(f.text), lines + 1
        if before > HOPELESS:
            return
        text += f.text
        yield Run(j + 1, text, before + (_too_wide(taken, limit) if limit is not None else 0.0), lines)
