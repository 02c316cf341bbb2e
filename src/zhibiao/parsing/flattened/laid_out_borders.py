"""Where columns of layout text are parted: under a header between its words, without one where the page before had them, moved."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Protocol

from zhibiao.lexicon.levels import opens_level

ABUTTING = 0.3  # a piece that a border crosses at a blank: two columns that abut, or a cell cut in two
BEST_MOVES = 40  # of some six hundred
NEAR = 4  # positions around a border where a piece that crosses it may be parted at a blank
FAR = 10  # and before a sign, which hardly stands inside a cell
_SIGNED = re.compile(r"(?<=[^\s≥≤<>=＝])(?=[≥≤＝])")


class Word(Protocol):
    """A text that stands on a line from start to stop."""

    @property
    def text(self) -> str: ...
    @property
    def line(self) -> int: ...
    @property
    def start(self) -> int: ...
    @property
    def stop(self) -> int: ...


def under_header(starts: Sequence[int], stops: Sequence[int], pieces: Sequence[Word], words: Sequence[Word]) -> list[float]:
    """Between each two header words the position that the fewest words cross, and the fewest pieces; the middle of the widest such gap
    that leaves something in the column before it."""
    out: list[float] = []
    middles = [(p.start + p.stop) / 2 for p in pieces]
    for k in range(len(starts) - 1):
        low = int((starts[k] + stops[k]) / 2)
        high = max(low + 1, int((starts[k + 1] + stops[k + 1]) / 2))
        crossed = [
            sum(w.start < x < w.stop for w in words) + ABUTTING * sum(p.start < x < p.stop for p in pieces) for x in range(low, high + 1)
        ]
        gaps = [(first + low, last + low) for first, last in _gaps(crossed, min(crossed))]
        before = out[-1] if out else float("-inf")
        kept = [gap for gap in gaps if any(before < middle < gap[1] for middle in middles)] or gaps
        first, last = max(kept, key=lambda gap: gap[1] - gap[0])
        out.append((first + last) / 2)
    return out


def gutters(pieces: Sequence[Word]) -> list[float]:
    """The middles of all gaps that no piece of the data crosses."""
    if not pieces:
        return []
    first, last = min(p.start for p in pieces), max(p.stop for p in pieces)
    crossed = [sum(p.start <= x < p.stop for p in pieces) for x in range(first, last)]
    return [first + (a + b) / 2 for a, b in _gaps(crossed, 0)]


def moved(
    borders: Sequence[float], pieces: Sequence[Word], level_columns: Sequence[int], odd: Callable[[Sequence[float]], float] | None = None
) -> list[float]:
    """The borders of the page before on a page without header, whose layout is shifted and scaled: the move that cuts the fewest
    pieces and brings the level names into their columns; odd: what the page's words say of each of the best moves."""
    if not pieces or not borders:
        return list(borders)
    tried: list[tuple[float, list[float]]] = []
    for scale in (0.7, 0.75, 0.8, 0.85, 0.9, 0.95, 1.0, 1.05, 1.1, 1.15, 1.2, 1.3):
        for shift in range(-25, 26):
            here = [scale * border + shift for border in borders]
            tried.append((_misfit(here, pieces, level_columns) + 2.0 * abs(scale - 1.0) + 0.02 * abs(shift), here))
    tried.sort(key=lambda one: one[0])
    best = [[_settled(border, pieces) for border in here] for _, here in (tried[:1] if odd is None else tried[:BEST_MOVES])]
    return best[0] if odd is None else min(best, key=odd)


def _misfit(borders: Sequence[float], pieces: Sequence[Word], level_columns: Sequence[int]) -> float:
    cost = 0.0
    taken: set[tuple[int, int]] = set()
    for piece in pieces:
        cost += sum(piece.start < border < piece.stop for border in borders)
        column = sum((piece.start + piece.stop) / 2 > border for border in borders)
        cost += 1.5 * ((piece.line, column) in taken)  # two pieces of a line are two cells
        taken.add((piece.line, column))
        level = len(piece.text) >= 3 and opens_level(piece.text)
        if level != (column in level_columns) and (level or len(piece.text) > 6 or piece.text[:1].isdigit()):
            cost += 2.0
    return cost


def _settled(border: float, pieces: Sequence[Word]) -> float:
    """The border moved to the middle of the gap that it stands in or beside."""
    low = int(border) - 3
    crossed = [sum(p.start < x < p.stop for p in pieces) for x in range(low, low + 7)]
    return low + _widest(crossed, min(crossed))


def _widest(crossed: Sequence[float], fewest: float) -> float:
    """The middle of the longest run of the least-crossed positions."""
    first, last = max(_gaps(crossed, fewest), key=lambda gap: gap[1] - gap[0])
    return (first + last) / 2


def _gaps(crossed: Sequence[float], fewest: float) -> list[tuple[int, int]]:
    """First and last position of every run of the least-crossed ones."""
    found: list[tuple[int, int]] = []
    for x, count in enumerate(crossed):
        if count == fewest:
            found = [*found[:-1], (found[-1][0], x)] if found and found[-1][1] == x - 1 else [*found, (x, x)]
    return found


def parted(text: str, start: int, borders: Sequence[float], whole: bool = False) -> list[tuple[str, int]]:
    """A piece cut where it crosses borders: at the blank nearest to each, or before a sign; (text, start) of the parts.

    whole: no column of units, so that a number keeps what stands behind it."""
    parts: list[tuple[str, int]] = []
    begin = 0
    for border in borders:
        if not start + begin + 1 < border < start + len(text) - 1:
            continue
        cut = _cut_near(text, border - start, begin, whole)
        if cut is not None:
            parts.append((text[begin:cut].rstrip(), start + begin))
            begin = cut + (text[cut] == " ")
    parts.append((text[begin:], start + begin))
    return [(part, at) for part, at in parts if part]


def _cut_near(text: str, where: float, begin: int, whole: bool) -> int | None:
    """The best place to cut: a blank whose right side begins like a new cell weighs more than one inside number and unit."""
    options: list[tuple[float, int]] = []
    for x in range(max(begin + 1, int(where) - FAR), min(len(text) - 1, int(where) + FAR) + 1):
        if text[x] == " " and abs(x - where) <= NEAR:
            unit = text[x - 1].isdigit() and not text[x + 1].isascii()  # 100 百分比 is one cell
            date = text[x - 1] in "年月" and text[x + 1].isdigit()
            if whole and (unit or date):
                continue
            options.append((abs(x - where) + 6.0 * unit + 3.0 * date, x))
        elif _SIGNED.match(text, x):
            options.append((0.5 * abs(x - where) + 0.5, x))
    return min(options)[1] if options else None
