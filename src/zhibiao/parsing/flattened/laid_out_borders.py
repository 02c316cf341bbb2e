"""Where the columns of layout text are parted: under a header between its words, on a page without one by its rivers of blanks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Protocol

NEAR = 4  # positions around a border where a piece that crosses it may be parted
_SIGNED = re.compile(r"(?<=[^\s≥≤<>=＝])(?=[≥≤＝])")


class Spanned(Protocol):
    """Anything that stands on a line from start to stop."""

    @property
    def start(self) -> int: ...
    @property
    def stop(self) -> int: ...


def under_header(starts: Sequence[int], stops: Sequence[int], pieces: Sequence[Spanned]) -> list[float]:
    """Between each two header words the position that the fewest pieces cross; the middle of the widest such gap."""
    out: list[float] = []
    for k in range(len(starts) - 1):
        low = int((starts[k] + stops[k]) / 2)
        high = max(low + 1, int((starts[k + 1] + stops[k + 1]) / 2))
        crossed = [sum(p.start < x < p.stop for p in pieces) for x in range(low, high + 1)]
        out.append(_widest(crossed, min(crossed)) + low)
    return out


def by_rivers(pieces: Sequence[Spanned], count: int) -> list[float] | None:
    """The borders of `count` columns where no header tells them: the widest gaps that hardly any piece crosses."""
    if not pieces or count < 2:
        return None
    low, high = min(p.start for p in pieces), max(p.stop for p in pieces)
    crossed = [sum(p.start < x < p.stop for p in pieces) for x in range(low, high + 1)]
    allowed = 0
    while allowed <= max(1, len(pieces) // 12):
        gaps = _gaps(crossed, allowed)
        if len(gaps) >= count - 1:
            widest = sorted(gaps, key=lambda gap: gap[0] - gap[1])[: count - 1]
            return sorted(low + (a + b) / 2 for a, b in widest)
        allowed += 1
    return None


def _gaps(crossed: Sequence[int], allowed: int) -> list[tuple[int, int]]:
    """Runs of positions that at most `allowed` pieces cross, the page's edges left out."""
    gaps: list[tuple[int, int]] = []
    start: int | None = None
    for x, count in enumerate(crossed):
        if count <= allowed and start is None:
            start = x
        elif count > allowed and start is not None:
            if start > 0:
                gaps.append((start, x - 1))
            start = None
    return gaps


def _widest(crossed: Sequence[int], fewest: int) -> float:
    """The middle of the longest run of the least-crossed positions."""
    best, best_span = 0.0, -1
    start: int | None = None
    for x, count in enumerate([*crossed, fewest + 1]):
        if count == fewest and start is None:
            start = x
        elif count != fewest and start is not None:
            if x - 1 - start > best_span:
                best_span, best = x - 1 - start, (start + x - 1) / 2
            start = None
    return best


def parted(text: str, start: int, borders: Sequence[float]) -> list[tuple[str, int]]:
    """A piece cut where it crosses borders: at the blank nearest to each, or before a sign; (text, start) of the parts."""
    parts: list[tuple[str, int]] = []
    begin = 0
    for border in borders:
        if not start + begin + 1 < border < start + len(text) - 1:
            continue
        cut = _cut_near(text, border - start, begin)
        if cut is not None:
            parts.append((text[begin:cut].rstrip(), start + begin))
            begin = cut + (text[cut] == " ")
    parts.append((text[begin:], start + begin))
    return [(part, at) for part, at in parts if part]


def _cut_near(text: str, where: float, begin: int) -> int | None:
    """The best place to cut: a blank whose right side begins like a new cell weighs more than one inside number and unit."""
    options: list[tuple[float, int]] = []
    for x in range(max(begin + 1, int(where) - NEAR), min(len(text) - 1, int(where) + NEAR) + 1):
        if text[x] == " ":
            inside = text[x - 1].isdigit() and not text[x + 1].isascii()
            options.append((abs(x - where) + 2.0 * inside, x))
        elif _SIGNED.match(text, x):
            options.append((abs(x - where) + 0.5, x))
    return min(options)[1] if options else None
