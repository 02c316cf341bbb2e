"""What a whole table shows of itself: column widths, which columns are filled, whether levels are printed in every row."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from zhibiao.lexicon.levels import LEVEL1, LEVEL2, is_level1
from zhibiao.parsing.flattened.fragments import PAGE, SPACE, Fragment
from zhibiao.parsing.flattened.manners import AnyManner, Manner
from zhibiao.parsing.flattened.senses import LEVELS
from zhibiao.parsing.flattened.shapes import Width, first_token, lines_of, measure, need, vagueness

WHOLE_LEVELS = frozenset(name for name in LEVEL1 | LEVEL2 if name.endswith(("指标", "指標")) and len(name) > 3)
LONGEST_LEVEL = 5  # fragments of a wrapped level name

# What a blank cell costs before anything is known, in units of "one odd thing".
BLANK = {
    "level1": 0.0, "level2": 2.0, "name": 7.0, "value": 4.0, "description": 3.0, "basis": 2.5, "standard": 2.0,
    "sign": 4.0, "unit": 1.5, "weight": 3.0, "direction": 1.5, "actual": 2.5, "note": 0.8,
}  # fmt: skip
LEAST = {"name": 6.0, "value": 3.5, "sign": 3.0, "weight": 2.0, "level1": 0.0}
MOST = 5.0
REPEATED = {"level1": 3.0, "level2": 6.0}  # a blank level in a table that prints it in every row
MERGED = {"level1": 0.0, "level2": 0.7}


@dataclass(frozen=True)
class Habits:
    """How a table is set: what the cut of its text goes by."""

    manner: Manner | AnyManner = field(default_factory=AnyManner)
    widths: tuple[Width | None, ...] = ()
    blanks: tuple[float, ...] = ()
    free: tuple[bool, ...] = ()  # columns whose cells may be merged over rows


def level_starts(fragments: Sequence[Fragment]) -> list[tuple[int, int, str]]:
    """(fragment, number of fragments, name) of every whole level name, also wrapped ones, in order and without overlap."""
    found: list[tuple[int, int, str]] = []
    i = 0
    while i < len(fragments):
        best, text = 0, ""
        for k in range(i, min(i + LONGEST_LEVEL, len(fragments))):
            if k > i and fragments[k].before in (SPACE, PAGE):
                break
            text += fragments[k].text
            best = k + 1 - i if text in WHOLE_LEVELS else best
        if best:
            found.append((i, best, "".join(f.text for f in fragments[i : i + best])))
        i += max(best, 1)
    return found


def level_blanks(pages: Sequence[Sequence[Fragment]]) -> dict[str, float]:
    """What a blank level costs: nothing where levels are merged, much where the same name stands in row after row."""
    again = {"level1": 0, "level2": 0}
    names = [name for page in pages for _, _, name in level_starts(page)]
    seconds = [name for name in names if not is_level1(name)]
    again["level2"] = sum(a == b for a, b in pairwise(seconds))
    firsts = [name for name in names if is_level1(name)]
    again["level1"] = sum(a == b for a, b in pairwise(firsts))
    return {level: (REPEATED if again[level] else MERGED)[level] for level in LEVELS}


def first_habits(
    kinds: Sequence[str], pages: Sequence[Sequence[Fragment]], manner: Manner | AnyManner, widths: Sequence[Width | None]
) -> Habits:
    """Before the first cut."""
    levels = level_blanks(pages)
    blanks = tuple(levels.get(kind, BLANK.get(kind, 2.0)) for kind in kinds)
    free = tuple(kind in LEVELS and levels[kind] == MERGED[kind] for kind in kinds)
    return Habits(manner, tuple(widths), blanks, free)


def learned(before: Habits, kinds: Sequence[str], cells: Sequence[Sequence[Sequence[Fragment]]]) -> Habits:
    """The habits that the cells of a cut show (rows of cells of fragments)."""
    widths: list[Width | None] = []
    blanks: list[float] = []
    for c, kind in enumerate(kinds):
        column = [row[c] for row in cells]
        widths.append(learned_width([lines_of(cell) for cell in column if cell]))
        empty = sum(not cell for cell in column)
        seen = 1.2 * math.log((len(column) + 1) / (empty + 0.5))
        blanks.append(before.blanks[c] if kind in LEVELS or len(column) < 3 else max(LEAST.get(kind, 0.4), min(MOST, seen)))
    return Habits(before.manner, tuple(widths), tuple(blanks), before.free)


def learned_width(cells: Sequence[Sequence[str]]) -> Width | None:
    """The width that the fewest lines of a column contradict: none wider, none that had room for the next token."""
    closed = [(a, measure(a), measure(a) + need(b), vagueness(a) + vagueness(first_token(b))) for cell in cells for a, b in pairwise(cell)]
    last = [(measure(cell[-1]), vagueness(cell[-1])) for cell in cells]
    if not last:
        return None
    if not closed:
        return Width(max(taken - vague for taken, vague in last), wraps=False)

    def against(limit: float) -> float:
        wide = sum(taken > limit + vagueness(text) + 0.3 for text, taken, _, _ in closed) + sum(t > limit + v + 0.3 for t, v in last)
        return wide + sum(full <= limit + 0.3 - vague for _, _, full, vague in closed)

    return Width(min(sorted({taken for _, taken, _, _ in closed}), key=lambda limit: (against(limit), -limit)), wraps=True)


def header_widths(words: Sequence[Sequence[str]]) -> tuple[Width | None, ...]:
    """Widths as wrapped header words show them: 指标值确定 over 依据."""
    return tuple(Width(max(measure(line) for line in lines[:-1]), wraps=True) if len(lines) > 1 else None for lines in words)
