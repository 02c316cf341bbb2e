"""Fragments cut into cells: borders are lost, so the cut that costs least is taken, by separators, column widths and sense."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass
from functools import lru_cache

from zhibiao.lexicon.levels import is_level1, is_strict_level2, opens_level
from zhibiao.parsing.flattened.fragments import SPACE, Fragment
from zhibiao.parsing.flattened.habits import Habits, level_starts
from zhibiao.parsing.flattened.manners import FREE, START, TALL, breaks_before
from zhibiao.parsing.flattened.rests import rests
from zhibiao.parsing.flattened.senses import FORBIDDEN, LEVELS, is_unit, sense
from zhibiao.parsing.flattened.shapes import Run, runs

_MEASURE = re.compile(r"^(?:[≥≤＞＜]\d.*|\d{2,3}%)$")
_NUMBER = re.compile(r"\d[\d.,]*$")
_LEADING = re.compile(r"^[^\d（(，、,。；]{1,8}")
_DATE = re.compile(r"[年月]$")
INFINITE = float("inf")

# What a cut costs, in units of "one odd thing". Set by reading the layouts of seed 001 and of pdf text made from our own tables.
LAST_ROW = 30  # fragments of a row at the most, for what the end of a page may have cut
LAST_BLANK = 0.4  # where a page ends inside a row, cells may stand on the next page
FEW = 4  # fragments left on the page
NO_REST = 1.0  # a page that follows begins with a whole row: hardly odder than one that begins with a rest
UNIT_CUT = 3.0  # ≥58 | 公里, where the form has no column of units
MEASURE_INSIDE = 5.0  # ≥420件 or 100% inside a name
NUMBER_INSIDE = 2.5  # and so does 40 所
LIKE_NAME = 1.2
UNIT_OF_TEXT = 8.0  # a unit behind a value that is a text
HALF_LEVEL = 2.5  # a second level cut by the end of the page
LEVEL_INSIDE = 7.0  # the name of a level inside another cell
SHORT_LEVEL = 2.0  # 生态效益 where 生态效益指标 is meant
DATE_CUT = 3.0
JOINT = 1.0  # a border between two characters that stand together elsewhere in the document
STATES = FREE + 1


@dataclass(frozen=True, slots=True)
class Cut:
    """A row: fragments [start, stop) of each column. rest: it goes on with the last row of the page before."""

    spans: tuple[tuple[int, int], ...]
    rest: bool = False


@lru_cache(maxsize=1 << 14)
def _unlike(name: str, text: str) -> float:
    """1 where a description shares nothing with its name, below 0 where it repeats it."""
    if name == text:
        return -0.8
    one, other = bigrams(name), bigrams(text)
    return 1.0 - len(one & other) / max(1, min(len(one), len(other)))


@lru_cache(maxsize=1 << 14)
def bigrams(text: str) -> frozenset[str]:
    """Pairs of characters that stand together."""
    return frozenset(text[i : i + 2] for i in range(len(text) - 1)) or frozenset((text,))


class Segmenter:
    """Least-cost cut of one run of fragments into rows of the given columns."""

    def __init__(self, kinds: Sequence[str], habits: Habits, joints: Set[str] = frozenset()) -> None:
        self.kinds = tuple(kinds)
        self.habits = habits
        self.joints = joints
        self.widths = habits.widths or (None,) * len(self.kinds)
        self.named: dict[int, int] = {}
        self.cost = 0.0

    def rows(self, fragments: Sequence[Fragment], before: Sequence[Sequence[str]] | None, goes_on: bool) -> list[Cut]:
        """Rows from first to last fragment.

        before: the lines of each cell of the row that the page before ended with, which the first row may go on with;
        goes_on: the last row may go on on the next page."""
        n, m = len(fragments), len(self.kinds)
        self.named = _level_names(fragments, goes_on)
        self.breaks = breaks_before(fragments)
        self.best = [[[INFINITE] * STATES for _ in range(m + 1)] for _ in range(n + 1)]
        self.back: list[list[list[tuple[int, int] | None]]] = [[[None] * STATES for _ in range(m + 1)] for _ in range(n + 1)]
        ends: list[int | None] = [None] * (n + 1)  # the state in which the row before each position ended
        found = rests(self.kinds, self.habits, fragments, before, self.named.keys()) if before is not None else {}
        self.best[0][0][START] = 0.0 if before is None else NO_REST
        for i, (cost, _) in found.items():
            self.best[i][0][START] = cost
        for i in range(n + 1):
            factor = LAST_BLANK if goes_on and n - i <= FEW else 1.0
            self._blanks(i, factor)
            state = min(range(1, STATES), key=self.best[i][m].__getitem__)
            if self.best[i][m][state] < self.best[i][0][START]:
                self.best[i][0][START], ends[i] = self.best[i][m][state], state
                self._blanks(i, factor)
            for c in range(m):
                if min(self.best[i][c]) < INFINITE:
                    self._place(fragments, i, c, goes_on)
        self.cost += self.best[n][0][START]
        return self._trace(ends, n, {i: Cut(spans, rest=True) for i, (_, spans) in found.items()})

    def _blanks(self, i: int, factor: float) -> None:
        """Columns left blank at a position."""
        best, back = self.best[i], self.back[i]
        for c in range(len(self.kinds)):
            blank = factor * self.habits.blanks[c]
            for state, so_far in enumerate(best[c]):
                if so_far + blank < best[c + 1][state]:
                    best[c + 1][state], back[c + 1][state] = so_far + blank, (i, state)

    def _place(self, fragments: Sequence[Fragment], i: int, c: int, goes_on: bool) -> None:
        """Every cell that column c could hold from position i on."""
        kind, free = self.kinds[c], self.habits.free[c]
        n = len(fragments)
        here = self.best[i][c]
        joint = JOINT * self._cuts_word(fragments, i) + DATE_CUT * _cuts_date(fragments, i)
        for run in runs(fragments, i, self.widths[c], None, self.habits.manner.inside):
            cost = self._cell(kind, fragments, i, run)
            if cost >= FORBIDDEN and goes_on and kind in LEVELS and n - run.stop < LAST_ROW:
                half = HALF_LEVEL + LEVEL_INSIDE * self._names_hurt(kind, i, run.stop)
                cost = half if len(run.text) > 1 and opens_level(run.text) else cost
            if cost >= FORBIDDEN:
                if run.stop - i > 6:
                    break
                continue
            lines = min(run.lines, TALL)
            target, back = self.best[run.stop][c + 1], self.back[run.stop][c + 1]
            for state, so_far in enumerate(here):
                if so_far == INFINITE:
                    continue
                total = so_far + cost + joint
                total += 0.0 if free and state != START else self.habits.manner.odd(state, lines, fragments[i].before, self.breaks[i])
                total += self._likeness(c, fragments, i, run, state) + self._measured(c, fragments, i, state)
                after = FREE if free else lines
                if total < target[after]:
                    target[after], back[after] = total, (i, state)

    def _cuts_word(self, fragments: Sequence[Fragment], i: int) -> bool:
        """A border here would part two characters that stand together elsewhere."""
        if not 0 < i < len(fragments) or fragments[i].before == SPACE:
            return False
        return fragments[i - 1].text[-1] + fragments[i].text[0] in self.joints

    def _cell(self, kind: str, fragments: Sequence[Fragment], i: int, run: Run) -> float:
        j, text = run.stop, run.text
        cost = sense(kind, text)
        if cost >= FORBIDDEN:
            return cost
        cost += LEVEL_INSIDE * self._names_hurt(kind, i, j)
        if j < len(fragments):
            if kind in LEVELS and _is_level(text + fragments[j].text):
                cost += SHORT_LEVEL
            if kind in ("value", "actual"):
                cost += UNIT_CUT * self._goes_on(text, fragments, j)
        if kind in ("name", "description"):
            cost += MEASURE_INSIDE * sum(bool(_MEASURE.match(f.text)) for f in fragments[i:j])
            cost += NUMBER_INSIDE * sum(_number_and_unit(fragments, k) for k in range(i + 1, j))
        if kind == "value" and j - i > 1 and fragments[i + 1].before != SPACE and _MEASURE.match(fragments[i].text):
            cost += MEASURE_INSIDE * (not is_unit(fragments[i + 1].text))
        return cost + run.cost

    def _goes_on(self, text: str, fragments: Sequence[Fragment], j: int) -> bool:
        """Behind a number stands its unit, whole or wrapped, or behind a year or month the rest of the date."""
        following = fragments[j].text
        if _DATE.search(text):
            return following[0].isdigit() and fragments[j].before == SPACE
        if not _NUMBER.search(text):
            return False
        if fragments[j].before == SPACE and following[0] in "年月日":
            return True
        if "unit" in self.kinds:
            return False
        for k in range(j + 1, min(j + 4, len(fragments) + 1)):
            if is_unit("".join(f.text for f in fragments[j:k])):
                return True
        leading = _LEADING.match(following)
        return leading is not None and is_unit(leading.group()) and leading.group() != following

    def _names_hurt(self, kind: str, i: int, j: int) -> int:
        """Level names that a cell of another column holds, or that a level's cell cuts."""
        if kind in LEVELS:
            return int(i in self.named and i + self.named[i] > j)
        return sum(k in self.named for k in range(i, j))

    def _likeness(self, c: int, fragments: Sequence[Fragment], i: int, run: Run, state: int) -> float:
        """A description mostly speaks of its name: unlike ones are a little odd."""
        if self.kinds[c] == "value" and "description" in self.kinds[:c]:
            return self._as_description(c, i, fragments, run.text, state)
        if self.kinds[c] != "description" or c == 0 or self.kinds[c - 1] != "name":
            return 0.0
        before = self.back[i][c][state]
        if before is None or before[0] == i:
            return 0.0
        return _unlike("".join(f.text for f in fragments[before[0] : i]), run.text)

    def _as_description(self, c: int, i: int, fragments: Sequence[Fragment], text: str, state: int) -> float:
        """A value right behind the name that speaks of the name may well be its description."""
        if self.kinds[c - 2 : c] != ("name", "description"):
            return 0.0
        blank = self.back[i][c][state]
        name = self.back[i][c - 1][state] if blank is not None and blank[0] == i else None
        if name is None or name[0] == i:
            return 0.0
        shared = bigrams("".join(f.text for f in fragments[name[0] : i])) & bigrams(text)
        return LIKE_NAME * (len(shared) > 1)

    def _measured(self, c: int, fragments: Sequence[Fragment], i: int, state: int) -> float:
        """Behind 定性 stands a text, which has no unit."""
        if self.kinds[c] != "unit" or self.kinds[max(0, c - 2) : c] != ("sign", "value"):
            return 0.0
        value = self.back[i][c][state]
        sign = self.back[value[0]][c - 1][value[1]] if value is not None else None
        return UNIT_OF_TEXT * (sign is not None and fragments[sign[0]].text == "定性")

    def _trace(self, ends: Sequence[int | None], n: int, found: dict[int, Cut]) -> list[Cut]:
        """The rows, from the last back to the first; a rest of the page before comes first."""
        m = len(self.kinds)
        rows: list[Cut] = []
        i = n
        while (state := ends[i]) is not None:
            spans: list[tuple[int, int]] = [(i, i)] * m
            for c in range(m, 0, -1):
                start, before = self.back[i][c][state] or (i, state)
                spans[c - 1] = (start, i)
                i, state = start, before
            rows.append(Cut(tuple(spans)))
        if i in found:
            rows.append(found[i])
        return rows[::-1]


def _cuts_date(fragments: Sequence[Fragment], i: int) -> bool:
    """A border here would stand inside a date: 31 | 日前."""
    if not 0 < i < len(fragments) or fragments[i].before != SPACE:
        return False
    return fragments[i - 1].text[-1].isdigit() and fragments[i].text[0] in "年月日"


def _number_and_unit(fragments: Sequence[Fragment], k: int) -> bool:
    """A number with blanks around it and a unit of things behind it: 40 所."""
    if k + 1 >= len(fragments) or fragments[k].before != SPACE or fragments[k + 1].before != SPACE or not fragments[k].text.isdigit():
        return False
    return fragments[k + 1].text not in ("年", "月", "日", "级") and is_unit(fragments[k + 1].text)


def _is_level(text: str) -> bool:
    return is_level1(text) or is_strict_level2(text)


def _level_names(fragments: Sequence[Fragment], goes_on: bool) -> dict[int, int]:
    """Where names such as 服务对象满意度指标 begin, also wrapped ones and one that the page cuts, and how many fragments they take."""
    found = {i: count for i, count, _ in level_starts(fragments)}
    if goes_on:
        for i in range(max(0, len(fragments) - LAST_ROW), len(fragments)):
            text = ""
            for k in range(i, min(i + 5, len(fragments))):
                if k > i and fragments[k].before == SPACE:
                    break
                text += fragments[k].text
                if i not in found and len(text) >= 6 and len(fragments) - k <= LAST_ROW and opens_level(text):
                    found[i] = k + 1 - i
    return found
