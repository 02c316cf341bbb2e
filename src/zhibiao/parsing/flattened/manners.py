"""How plain pdf text shows where the cells of a row stand: what parts two cells tells how many lines each of them has."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from zhibiao.parsing.flattened.fragments import LINE, PAGE, PARA, SPACE, Fragment

START, FREE = 0, 4  # instead of a number of lines: the row begins here; a merged cell stands anywhere
TALL = 3  # more lines show no further difference
APART = {SPACE: 4.0, LINE: 2.5, PARA: 3.0, PAGE: 0.0}  # a separator that a manner does not explain
UNEXPLAINED = 0.8  # a border in a text whose manner is not known
INSIDE_LINE = 5.0  # a row begins inside a line
NEAR_ROW = 2.0  # or half a line below the last cell of the one before
OTHER_INSIDE = 4.0  # a line break of another kind than the text has inside cells
PAGE_INSIDE = 1.0
LAST_CHARACTER = 0.8


@dataclass(frozen=True, slots=True)
class Manner:
    """What stands between two lines, by how far they are apart.

    top: cells begin together, else they are centred; half, one: between lines that are half a line or one line apart."""

    top: bool
    half: str
    one: str = PARA

    def inside(self, before: str) -> float:
        """What a line break costs inside a cell."""
        if before == SPACE == self.half:
            return LAST_CHARACTER  # tools that join lines half a line apart join a last line of one character too
        return PAGE_INSIDE if before == PAGE else OTHER_INSIDE * (before != self.one)

    def odd(self, lines: int, following: int, before: str, broken: str) -> float:
        """What a separator costs between two cells of a row with these numbers of lines; broken: the line break before it."""
        if before == PAGE:
            return 0.0
        if lines == START:
            return INSIDE_LINE if before == SPACE else NEAR_ROW if before != self.one else 0.0
        if lines == FREE:
            return 0.0
        away = 2 * (lines - 1) if self.top else lines + following - 2
        half = PARA if self.half == broken == LINE else self.half  # two half steps to the right make a paragraph
        meant = SPACE if away == 0 else half if away == 1 else self.one if away == 2 else PARA
        return 0.0 if before == meant else APART[before]


@dataclass(frozen=True, slots=True)
class AnyManner:
    """Nothing is known: every border costs nearly the same."""

    def inside(self, before: str) -> float:
        """What a line break costs inside a cell."""
        return {PARA: 0.0, PAGE: PAGE_INSIDE}.get(before, OTHER_INSIDE)

    def odd(self, lines: int, following: int, before: str, _broken: str) -> float:
        """What a separator costs between two cells of a row with these numbers of lines."""
        if lines == START:
            return INSIDE_LINE if before == SPACE else 0.0
        tall = lines in (2, TALL) or following > 1
        return UNEXPLAINED + (1.5 if before == SPACE and tall else 0.0)


def manners_for(fragments: Sequence[Fragment]) -> tuple[Manner | AnyManner, ...]:
    """The manners that a text may have, by the separators that occur in it."""
    seen = {f.before for f in fragments}
    if SPACE not in seen:
        return (AnyManner(),)
    if LINE in seen:
        return (*(Manner(top, LINE, one) for top in (False, True) for one in (PARA, LINE)), AnyManner())
    return (Manner(top=False, half=PARA), Manner(top=True, half=PARA), Manner(top=False, half=SPACE), AnyManner())


def breaks_before(fragments: Sequence[Fragment]) -> list[str]:
    """For every fragment the last line break before the separator in front of it."""
    out: list[str] = []
    last = PARA
    for f in fragments:
        out.append(last)
        last = last if f.before == SPACE else f.before
    return out
