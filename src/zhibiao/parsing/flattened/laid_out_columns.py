"""Which column each piece of a layout line stands in: by position, and by sense where the layout is shifted."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from zhibiao.lexicon.levels import LEVEL1, LEVEL2
from zhibiao.parsing.flattened.senses import LEVELS, is_unit
from zhibiao.parsing.flattened.shapes import auto_blank

_MEASURE = re.compile(r"^(?:[≥≤＞＜≧≦].*|[=＝]?\s*\d[\d.,]*\s*(?:%|百分比|‰).{0,2}|[=＝]\s*\d.*)$")
_COUNT = re.compile(r"^\d[\d.,]*\s*(\S{1,4})$")
_SIGN = re.compile(r"^(?:[≥≤＞＜＝<>=≧≦]|[<>]=|定性|定量|正向|反向|正向指标|反向指标|预期性|约束性)$")
_WEIGHT = re.compile(r"^\d{1,3}(?:\.\d{1,2})?[%分]?$")
_YEAR = re.compile(r"^20\d\d")
# in units of "one odd thing"
AWAY = 0.35  # per position beyond the column
FARTHEST = 6.0
ASTRAY = 2.5  # a measure where names stand
SIGN_ASTRAY = 7.0
NO_LEVEL = 4.0
NO_SIGN = 4.0
NO_WEIGHT = 3.0
WORDS_TOGETHER = 1.5  # two words with one blank between them, which a cell hardly has
AUTO_CUT = 0.6  # a border at a blank that pdf text has between Chinese and digits anyway
NUMBER_CUT = 4.0  # a border between number and unit or inside a date
TOGETHER = 2.0  # two pieces with a wide gap between them in one column


def assigned(words: Sequence[tuple[str, int, int]], borders: Sequence[float], kinds: Sequence[str]) -> list[int]:
    """The column of each (text, start, stop) of a line, from left to right: the cheapest by place and sense."""
    return cheapest(words, borders, kinds)[1]


def cheapest(words: Sequence[tuple[str, int, int]], borders: Sequence[float], kinds: Sequence[str]) -> tuple[float, list[int]]:
    """The cost of that, and the columns."""
    columns = len(borders) + 1
    infinite = float("inf")
    best = [0.0] * columns
    back: list[list[int]] = []
    for k, (text, start, stop) in enumerate(words):
        row, origin = [infinite] * columns, [0] * columns
        stay, part = _seam(words[k - 1], words[k], "unit" in kinds) if k else (0.0, 0.0)
        lead, at = infinite, 0
        for c in range(columns):
            here = best[c] + stay
            row[c], origin[c] = (lead, at) if lead < here else (here, c)
            row[c] += _misfit((start + stop) / 2, c, borders) + (_astray(kinds[c], text) if c < len(kinds) else 0.0)
            if k and best[c] + part < lead:
                lead, at = best[c] + part, c
        best = row
        back.append(origin)
    out: list[int] = []
    c = min(range(columns), key=best.__getitem__)
    for origin in reversed(back):
        out.append(c)
        c = origin[c]
    return min(best), out[::-1]


def _seam(left: tuple[str, int, int], right: tuple[str, int, int], units: bool) -> tuple[float, float]:
    """What it costs that two words of a line stand in one column, and in two."""
    if right[1] - left[2] > 1:
        return TOGETHER, 0.0
    a, b = left[0], right[0]
    if _SIGN.match(a) and len(a) > 1:
        return NUMBER_CUT, 0.0
    if a[-1].isdigit() and (b[0] in "年月日" or (not units and not b[0].isascii() and b[0] not in "≥≤＝＞＜")):
        return 0.0, NUMBER_CUT
    if a[-1] in "年月" and b[0].isdigit():
        if _YEAR.match(b):
            return WORDS_TOGETHER, 0.0
        return 0.0, NUMBER_CUT
    return (0.0, AUTO_CUT) if auto_blank(a, b) and b[0] not in "≥≤＝＞＜" else (WORDS_TOGETHER, 0.0)


def refined(borders: Sequence[float], spans: Sequence[Sequence[tuple[int, int]]]) -> list[float]:
    """The borders moved between what was found in the columns: spans of each, start and stop."""
    out: list[float] = []
    for border, left, right in zip(borders, spans, spans[1:], strict=False):
        if left and right:
            stops, starts = sorted(stop for _, stop in left), sorted(start for start, _ in right)
            border = (stops[int(0.85 * (len(stops) - 1))] + starts[int(0.15 * (len(starts) - 1))]) / 2
        out.append(max(border, out[-1]) if out else border)
    return out


def _misfit(middle: float, column: int, borders: Sequence[float]) -> float:
    low = borders[column - 1] if column else float("-inf")
    high = borders[column] if column < len(borders) else float("inf")
    return min(FARTHEST, AWAY * max(0.0, low - middle, middle - high))


@lru_cache(maxsize=1 << 14)
def _astray(kind: str, text: str) -> float:
    """How odd a piece is in a column of a kind; it may be any part of a wrapped cell."""
    text = text.replace(" ", "")
    if kind in LEVELS:
        return 0.0 if text in _LEVEL_PARTS else NO_LEVEL if _MEASURE.match(text) or _SIGN.match(text) else 1.0
    if kind == "sign":
        return 0.0 if _SIGN.match(text) else NO_SIGN
    if kind == "weight":
        return 0.0 if _WEIGHT.match(text) else NO_WEIGHT
    if kind in ("name", "description", "basis", "note", "standard"):
        cost = SIGN_ASTRAY if _SIGN.match(text) else ASTRAY * bool(_MEASURE.match(text))
        if kind in ("name", "description"):
            count = _COUNT.match(text)
            cost += 0.8 * (text in _LONG_PARTS) + 1.0 * (count is not None and is_unit(count.group(1)))
        return cost
    return 0.0


_LEVEL_PARTS = frozenset(name[i:j] for name in LEVEL1 | LEVEL2 for i in range(len(name)) for j in range(i + 1, len(name) + 1))
_LONG_PARTS = frozenset(part for part in _LEVEL_PARTS if len(part) > 2)
