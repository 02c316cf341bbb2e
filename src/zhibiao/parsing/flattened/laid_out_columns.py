"""Which column each piece of a layout line stands in: by position, and by sense where the layout is shifted."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from zhibiao.lexicon.levels import LEVEL1, LEVEL2
from zhibiao.parsing.flattened.senses import LEVELS, is_unit

_MEASURE = re.compile(r"^(?:[≥≤＞＜≧≦].*|[=＝]?\s*\d[\d.,]*\s*(?:%|百分比|‰).{0,2}|[=＝]\s*\d.*)$")
_COUNT = re.compile(r"^\d[\d.,]*\s*(\S{1,4})$")
_SIGN = re.compile(r"^(?:[≥≤＞＜＝<>=≧≦]|[<>]=|定性|定量|正向|反向|正向指标|反向指标|预期性|约束性)$")
_WEIGHT = re.compile(r"^\d{1,3}(?:\.\d{1,2})?[%分]?$")
# in units of "one odd thing"
AWAY = 0.35  # per position beyond the column
FARTHEST = 6.0
ASTRAY = 2.5  # a measure where names stand
NO_LEVEL = 4.0
NO_SIGN = 4.0
NO_WEIGHT = 3.0
TOGETHER = 2.0  # two pieces with a wide gap between them in one column


def assigned(spans: Sequence[tuple[str, int, int]], borders: Sequence[float], kinds: Sequence[str]) -> list[int]:
    """The column of each (text, start, stop) of a line, from left to right: the cheapest by place and sense."""
    columns = len(borders) + 1
    infinite = float("inf")
    best = [0.0] * columns
    back: list[list[int]] = []
    for k, (text, start, stop) in enumerate(spans):
        costs = [_misfit((start + stop) / 2, c, borders) + (_astray(kinds[c], text) if c < len(kinds) else 0.0) for c in range(columns)]
        row, origin = [infinite] * columns, [0] * columns
        apart = k > 0 and start - spans[k - 1][2] > 1
        lead, at = infinite, 0
        for c in range(columns):
            here = best[c] + (TOGETHER if apart else 0.0) if k else 0.0
            row[c], origin[c] = (lead, at) if lead < here else (here, c)
            row[c] += costs[c]
            if best[c] < lead:
                lead, at = best[c], c
        best = row
        back.append(origin)
    out: list[int] = []
    c = min(range(columns), key=best.__getitem__)
    for origin in reversed(back):
        out.append(c)
        c = origin[c]
    return out[::-1]


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
        cost = ASTRAY * bool(_MEASURE.match(text) or (_SIGN.match(text) and len(text) > 1))
        if kind in ("name", "description"):
            count = _COUNT.match(text)
            cost += 0.8 * (text in _LONG_PARTS) + 1.0 * (count is not None and is_unit(count.group(1)))
        return cost
    return 0.0


_LEVEL_PARTS = frozenset(name[i:j] for name in LEVEL1 | LEVEL2 for i in range(len(name)) for j in range(i + 1, len(name) + 1))
_LONG_PARTS = frozenset(part for part in _LEVEL_PARTS if len(part) > 2)
