"""The shape of a cell in plain pdf text: its lines, how wide they are, and how odd its separators and widths look."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from zhibiao.parsing.flattened.fragments import PAGE, PARA, SPACE, Fragment
from zhibiao.text.clean import width

LONGEST = 45  # fragments in one cell: a basis of some 300 characters in a column of 7
_TOKEN = re.compile(r"[（(《【“〔\[]*(?:[0-9A-Za-z.,%]+|.)[，。、；：）)》】”〕\]％%！？]*")
_VAGUE = re.compile(r"[0-9A-Za-z.,%/()\-+]")
_ROUND = re.compile(r"[≥≤≠±÷×·“”‘’…—Ⅰ-Ⅻ①-⑳‰℃（）《》〔〕【】、，。；：]")
# In units of "one odd thing", set by reading the layouts of seed 001 and of pdf text made from our own tables.
CJK_BLANK_INSIDE = 4.0
AUTO_BLANK_INSIDE = 0.3
HOPELESS = 14.0  # separators and widths that cost more than any other reading of the same fragments
FIRST_WRAP = 0.8  # a cell that wraps in a column of which nothing is known
UNSEEN_WRAP = 1.0  # and in one where no other cell does
NARROW = 4.0  # columns: hardly any column holds less than two Chinese characters
TOO_NARROW = 3.0


@dataclass(frozen=True, slots=True)
class Width:
    """What is known of a column: its width where cells wrap in it, else only how wide it is at least."""

    limit: float
    wraps: bool


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
    return (a.isascii() != b.isascii()) or a in "≥≤＞＜＝" or (a.isascii() and b.isdigit())


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
def vagueness(line: str) -> float:
    """By how many columns a line may really be wider or narrower: fonts differ in letters, signs and punctuation, not in characters."""
    return 0.12 * len(_VAGUE.findall(line)) + 0.4 * len(_ROUND.findall(line)) + 0.4 * line.count(" ")


@lru_cache(maxsize=1 << 14)
def first_token(following: str) -> str:
    """What of a line must not be parted at its beginning: a number, or a character with its punctuation."""
    token = _TOKEN.match(following)
    return token.group() if token else following[:1]


@lru_cache(maxsize=1 << 14)
def need(following: str) -> int:
    """Columns of the first token of a line, which must not be parted."""
    return width(first_token(following)) if following else 2


def room_left(line: str, following: str, limit: float) -> float:
    """Columns that stay free at the end of a wrapped line though the next one's first token would have fitted; 0 where it is full."""
    return max(0.0, limit - measure(line) - need(following))


def too_wide(line: str, limit: float) -> float:
    """How odd it is that a line stands in a column of this width."""
    over = measure(line) - limit - vagueness(line)
    return 3.0 + 0.3 * over if over > 0.3 else 0.0


def not_full(line: str, following: str, limit: float) -> float:
    """How odd it is that a line goes on on the next one though its first token would have fitted."""
    free = limit - measure(line) - need(following) - vagueness(line) - vagueness(first_token(following))
    return min(5.0, 1.5 + 0.6 * free) if free > -0.3 else 0.0


def _closed(line: str, following: str, known: Width | None, first: str | None) -> float:
    """How odd a line is that is not the last of its cell."""
    if known is not None and known.wraps:
        return too_wide(line, known.limit) + not_full(line, following, known.limit)
    narrow = TOO_NARROW * (measure(line) < NARROW)
    if known is not None:
        return narrow + UNSEEN_WRAP * (first is None) + not_full(line, following, known.limit)
    if first is None:
        return narrow + FIRST_WRAP
    limit = measure(first) + vagueness(first)
    return narrow + too_wide(line, limit) + not_full(line, following, limit - 2 * vagueness(first))


def _last(line: str, known: Width | None, first: str | None) -> float:
    if known is not None:
        return too_wide(line, known.limit) if known.wraps else 0.0
    return too_wide(line, measure(first) + vagueness(first)) if first is not None else 0.0


def _usual(before: str) -> float:
    """What a line break costs inside a cell of a text of which nothing is known."""
    return {PARA: 0.0, PAGE: 1.0}.get(before, CJK_BLANK_INSIDE)


def runs(
    fragments: Sequence[Fragment], i: int, known: Width | None, stop: int | None = None, inside: Callable[[str], float] = _usual
) -> Iterator[Run]:
    """All readings of fragments i to j as one cell, j growing; lines before the last must be full, none wider than the column."""
    text, before, lines, line = "", 0.0, 0, ""
    first: str | None = None
    for j in range(i, min(len(fragments) if stop is None else stop, i + LONGEST)):
        f = fragments[j]
        if j == i:
            line, lines = f.text, 1
        elif f.before == SPACE and not (
            len(f.text) == 1 and inside(SPACE) < CJK_BLANK_INSIDE and not auto_blank(fragments[j - 1].text, f.text)
        ):
            before += AUTO_BLANK_INSIDE if auto_blank(fragments[j - 1].text, f.text) else CJK_BLANK_INSIDE
            line += " " + f.text
        else:
            before += inside(f.before) + (0.0 if f.before == PAGE else _closed(line, f.text, known, first))
            first = line if first is None else first
            line, lines = f.text, lines + 1
        if before > HOPELESS:
            return
        text += f.text
        yield Run(j + 1, text, before + _last(line, known, first), lines)
