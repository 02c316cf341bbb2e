"""Fragments cut into cells: borders are lost, so the cut that costs least is taken, by separators, column widths and sense."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from zhibiao.lexicon.levels import LEVEL1, LEVEL2, is_level1, is_strict_level2, opens_level
from zhibiao.parsing.flattened.fragments import SPACE, Fragment
from zhibiao.parsing.flattened.shapes import LONGEST, Run, lines_of, measure, need, room_left, runs

VALUE_LIKE = re.compile(r"^(?:[≥≤<>=＞＜＝≧≦]|大于|小于|不低于|不超过|不少于)?\s*\d[\d.,]*|^20\d\d年|^(?:优|良|是|否|达标|合格|完成|定性)")
_SECOND_SIGN = re.compile(r"\d[^，；、,;]*[≥≤＝]|\d[^，；、,;]*[^<>=≥≤，；、,;]=\d")  # 73.2÷26≤2.82万元
_SECOND_NUMBER = re.compile(r"^\d[\d.]*[^\d年月日/.\-~至到]{1,3}\d[\d.]*[^\d年月日]{1,3}$")  # 1套26套
_UNIT_BEHIND = re.compile(
    r"^\d(?:万?元|亿元|[万千百]?(?:人|人次|户|个|件|次|家|亩|吨|台|套|册|场|期|名|辆|条|处|座|所|项|公里|公斤|千米|千瓦|米|平方米|立方米|公顷|天|日|小时|分钟|年|分))(?:/.*)?$"
)
_MEASURE = re.compile(r"^(?:[≥≤＞＜]\d.*|\d{2,3}%)$")
_DONE = re.compile(r"(?:\d(?:%|百分比|[一-鿿/·]{1,4})|[前底日内])$")
_UNIT_PAIRS = frozenset(
    ("公里", "平方", "方米", "立方", "百分", "分比", "万元", "亿元", "人次", "户次", "批次", "场次", "小时", "分钟", "工作", "作日")
) | frozenset(("日前", "月底", "个月", "季度", "年度", "公顷", "公斤", "千克", "千米", "台套", "以上", "以下", "以内"))
_WORD_PAIRS = _UNIT_PAIRS | frozenset(
    ("时间", "数量", "情况", "人员", "人数", "资金", "工程", "标准", "方案", "计划", "文件", "通知", "办法", "规定", "比例", "覆盖")
)
LEVELS = ("level1", "level2")
FORBIDDEN = 1e6
INFINITE = float("inf")
_NO_END = "/、，,（(《【〔“：:"  # a cell hardly ends or begins so
_NO_START = "）)》】〕”，、。；%/"
_WHOLE_LEVELS = frozenset(name for name in LEVEL1 | LEVEL2 if name.endswith("指标") and len(name) > 3)

# What a cut costs, in units of "one odd thing". Set by reading the layouts of seed 001 and of pdf text made from our own tables.
BLANK = {"level1": 0.0, "level2": 4.0, "name": 6.0, "value": 4.0, "description": 3.0, "basis": 2.5}
# in a text whose lines are rows
BLANK_BY_LINE = {**BLANK, "level2": 1.0, "sign": 2.0, "unit": 2.0}
INSIDE_LINE = 6.0  # a row begins inside a line
ON_NEXT_LINE = 4.0  # a cell behind the name begins a line
LAST_ROW = 30  # fragments of a row at the most, for what the end of a page may have cut
LONE_LEVEL1 = 3.0  # 满意度指标 as a second level
LAST_BLANK = 0.4  # where a page ends inside a row, cells may stand on the next page
FEW = 4  # fragments left on the page
NO_REST = 1.0  # a page that follows begins with a whole row: hardly odder than one that begins with a rest
REST_CELL = 0.8
UNIT_CUT = 3.0  # ≥58 | 公里, where the form has no column of units
MEASURE_INSIDE = 7.0  # ≥420件 or 100% inside a name
WORD_CUT = 2.0  # a border inside a unit (公|里)
BESIDE_TALL = 3.0
TALL_BESIDE = 1.5
HALF_LEVEL = 2.5  # a second level cut by the end of the page
LEVEL_INSIDE = 7.0  # the name of a level inside another cell
HALF_NAME = 4.0  # 满意度指 where a name should stand
SHORT_LEVEL = 2.0  # 生态效益 where 生态效益指标 is meant


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
    one, other = _bigrams(name), _bigrams(text)
    return 1.0 - len(one & other) / max(1, min(len(one), len(other)))


@lru_cache(maxsize=1 << 14)
def _bigrams(text: str) -> frozenset[str]:
    return frozenset(text[i : i + 2] for i in range(len(text) - 1)) or frozenset((text,))


@lru_cache(maxsize=1 << 15)
def _sense(role: str, text: str) -> float:
    """How odd a text is in its column."""
    if role == "level1":
        return 0.0 if is_level1(text) else FORBIDDEN
    if role == "level2":
        return (LONE_LEVEL1 if text == "满意度指标" else 0.0) if is_strict_level2(text) else FORBIDDEN
    like = bool(VALUE_LIKE.match(text))
    edges = 2.0 * (text[-1] in _NO_END) + 3.0 * (text[0] in _NO_START)
    if role in ("name", "description") and len(text) >= 4 and opens_level(text) and text[-1] not in "度益响本":
        edges += HALF_NAME
    return edges + _oddness(role, text, like)


def _oddness(role: str, text: str, like: bool) -> float:
    if role == "value":
        return (0.0 if like else 1.5) + 4.0 * bool(_SECOND_SIGN.search(text)) + 1.0 * bool(_SECOND_NUMBER.match(text))
    if role == "extra":
        return 0.0  # weights and scores are numbers
    if like and role != "basis":
        return 3.0 if role == "name" else 2.5
    return 1.5 if like and not text.startswith("20") else 0.0


class Segmenter:
    """Least-cost cut of one run of fragments into rows of the given columns."""

    def __init__(self, roles: Sequence[str], widths: dict[str, float], by_line: bool = False) -> None:
        self.roles = tuple(roles)
        self.by_line = by_line
        self.widths = widths
        self.named: dict[int, int] = {}

    def rows(self, fragments: Sequence[Fragment], before: Sequence[Sequence[str]] | None, goes_on: bool) -> list[Cut]:
        """Rows from first to last fragment.

        before: the lines of each cell of the row that the page before ended with, which the first row may go on with;
        goes_on: the last row may go on on the next page."""
        n, m = len(fragments), len(self.roles)
        self.named = _level_names(fragments, goes_on)
        best = [[INFINITE] * (m + 1) for _ in range(n + 1)]
        back: list[list[tuple[int, int] | None]] = [[None] * (m + 1) for _ in range(n + 1)]
        rests = self._rests(fragments, before) if before is not None else {}
        best[0][0] = 0.0 if before is None else NO_REST
        for i, (cost, _) in rests.items():
            best[i][0] = cost
        for i in range(n + 1):
            self._blanks(best[i], back[i], i, LAST_BLANK if goes_on and n - i <= FEW else 1.0)
            inside = INSIDE_LINE * (self.by_line and i < n and fragments[i].before == SPACE)
            if best[i][m] + inside < best[i][0]:
                best[i][0], back[i][0] = best[i][m] + inside, (i, m)
                self._blanks(best[i], back[i], i, LAST_BLANK if goes_on and n - i <= FEW else 1.0)
            for c in range(m):
                if best[i][c] < INFINITE:
                    self._place(fragments, i, c, best, back, goes_on)
        return self._trace(back, n, {i: cut for i, (_, cut) in rests.items()})

    def _rests(self, fragments: Sequence[Fragment], before: Sequence[Sequence[str]]) -> dict[int, tuple[float, Cut]]:
        """For every length the cheapest rest of a cut row: any columns, in order, each going on where its first half stopped."""
        m = len(self.roles)
        reach = min(len(fragments), LONGEST)
        table: list[dict[int, tuple[float, tuple[tuple[int, int], ...]]]] = [{0: (0.0, ())}]
        for c in range(m):
            row: dict[int, tuple[float, tuple[tuple[int, int], ...]]] = {}
            for i, (cost, spans) in table[c].items():
                _keep(row, i, cost, (*spans, (i, i)))
                for run in runs(fragments, i, self.widths.get(self.roles[c]), reach):
                    here = cost + self._rest_cell(c, fragments, i, run, before[c])
                    if here < FORBIDDEN:
                        _keep(row, run.stop, here, (*spans, (i, run.stop)))
            table.append(row)
        return {i: (cost, Cut(spans, rest=True)) for i, (cost, spans) in table[m].items() if i > 0}

    def _rest_cell(self, c: int, fragments: Sequence[Fragment], i: int, run: Run, before: Sequence[str]) -> float:
        role, text = self.roles[c], run.text
        cost = REST_CELL + run.cost
        whole = "".join(before)
        if role in LEVELS:
            known = is_level1 if role == "level1" else is_strict_level2
            return cost if whole and known(whole + text) else FORBIDDEN
        if any(k in self.named for k in range(i, run.stop)):
            return FORBIDDEN
        if not before:
            return cost + 1.0  # a centred cell may stand wholly on the second page
        limit = self.widths.get(role)
        if limit is not None and room_left(before[-1], fragments[i].text, limit) > 1:
            cost += 3.0
        if whole[-1] in "。》〉" or (role == "value" and (VALUE_LIKE.match(text) or _DONE.search(whole))):
            cost += 1.5
        opened = sum(whole.count(x) for x in "（(《〔【") - sum(whole.count(x) for x in "）)》〕】")
        if opened > 0 and any(x in text for x in "）)》〕】"):
            cost -= 1.5
        if whole[-1] + text[0] in _WORD_PAIRS:
            cost -= 1.0
        if (whole[-1].isdigit() and not text[0].isdigit()) or whole[-1] in _NO_END or text[0] in _NO_START:
            cost -= 1.0
        return cost

    def _blanks(self, best: list[float], back: list[tuple[int, int] | None], i: int, factor: float) -> None:
        """Columns left blank at a position."""
        for c, role in enumerate(self.roles):
            cost = best[c] + factor * (BLANK_BY_LINE if self.by_line else BLANK).get(role, 0.5 if self.by_line else 2.0)
            if cost < best[c + 1]:
                best[c + 1], back[c + 1] = cost, (i, c)

    def _place(
        self,
        fragments: Sequence[Fragment],
        i: int,
        c: int,
        best: list[list[float]],
        back: list[list[tuple[int, int] | None]],
        goes_on: bool,
    ) -> None:
        """Every cell that column c could hold from position i on."""
        role = self.roles[c]
        n = len(fragments)
        for run in runs(fragments, i, self.widths.get(role)):
            cost = self._cell(role, fragments, i, run)
            if cost >= FORBIDDEN and goes_on and role in LEVELS and n - run.stop < LONGEST:
                half = HALF_LEVEL + LEVEL_INSIDE * self._names_hurt(role, i, run.stop)
                cost = half if len(run.text) > 1 and opens_level(run.text) else cost
            if cost >= FORBIDDEN:
                if run.stop - i > 6:
                    break
                continue
            if self.by_line and role not in (*LEVELS, "name") and fragments[i].before != SPACE:
                cost += ON_NEXT_LINE
            total = best[i][c] + cost + self._likeness(c, fragments, i, run, back)
            if total < best[run.stop][c + 1]:
                best[run.stop][c + 1], back[run.stop][c + 1] = total, (i, c)

    def _cell(self, role: str, fragments: Sequence[Fragment], i: int, run: Run) -> float:
        j, text = run.stop, run.text
        cost = _sense(role, text)
        if cost >= FORBIDDEN:
            return cost
        cost += LEVEL_INSIDE * self._names_hurt(role, i, j)
        if j < len(fragments):
            if role in LEVELS and _is_level(text + fragments[j].text):
                cost += SHORT_LEVEL
            if text[-1] + fragments[j].text[0] in _UNIT_PAIRS:
                cost += WORD_CUT
            unit = fragments[j].before == SPACE and _UNIT_BEHIND.match(text[-1] + fragments[j].text)
            if role == "value" and unit and "unit" not in self.roles:
                cost += UNIT_CUT
        if role in ("name", "description"):
            cost += MEASURE_INSIDE * sum(bool(_MEASURE.match(f.text)) for f in fragments[i:j])
        if role == "value" and j - i > 1 and fragments[i + 1].before != SPACE and _MEASURE.match(fragments[i].text):
            cost += MEASURE_INSIDE
        if run.lines > 1:  # cells that share a visual line at their border have one line each, unless their tops are aligned
            cost += BESIDE_TALL * (j < len(fragments) and fragments[j].before == SPACE)
            cost += TALL_BESIDE * (i > 0 and fragments[i].before == SPACE)
        return cost + run.cost

    def _names_hurt(self, role: str, i: int, j: int) -> int:
        """Level names that a cell of another column holds, or that a level's cell cuts."""
        if role in LEVELS:
            return int(i in self.named and i + self.named[i] > j)
        return sum(k in self.named for k in range(i, j))

    def _likeness(self, c: int, fragments: Sequence[Fragment], i: int, run: Run, back: list[list[tuple[int, int] | None]]) -> float:
        """A description mostly speaks of its name: unlike ones are a little odd."""
        if self.roles[c] != "description" or c == 0 or self.roles[c - 1] != "name":
            return 0.0
        before = back[i][c]
        if before is None or before[1] != c - 1:
            return 0.0
        name = "".join(f.text for f in fragments[before[0] : i])
        return _unlike(name, run.text) if name else 0.0

    def _trace(self, back: list[list[tuple[int, int] | None]], n: int, rests: dict[int, Cut]) -> list[Cut]:
        """The rows, from the last back to the first; a rest of the page before comes first."""
        m = len(self.roles)
        i, c = n, m if back[n][m] is not None else 0
        rows: list[Cut] = []
        spans: list[tuple[int, int]] = [(0, 0)] * m
        while (step := back[i][c]) is not None:
            start, column = step
            if c == 0:
                i, c = step
                continue
            spans[column] = (start, i)
            i, c = start, column
            if c == 0:
                rows.append(Cut(tuple(spans)))
                spans = [(0, 0)] * m
        if c == 0 and i in rests:
            rows.append(rests[i])
        return rows[::-1]


def _is_level(text: str) -> bool:
    return is_level1(text) or is_strict_level2(text)


def _level_names(fragments: Sequence[Fragment], goes_on: bool) -> dict[int, int]:
    """Where names such as 服务对象满意度指标 begin, also wrapped ones and one that the page cuts, and how many fragments they take."""
    found: dict[int, int] = {}
    for i in range(len(fragments)):
        text = ""
        for k in range(i, min(i + 5, len(fragments))):
            if k > i and fragments[k].before == SPACE:
                break
            text += fragments[k].text
            half = goes_on and i not in found and len(text) >= 6 and len(fragments) - k <= LAST_ROW and opens_level(text)
            if text in _WHOLE_LEVELS or half:
                found[i] = k + 1 - i
    return found


def _keep(row: dict[int, tuple[float, tuple[tuple[int, int], ...]]], i: int, cost: float, spans: tuple[tuple[int, int], ...]) -> None:
    if i not in row or cost < row[i][0]:
        row[i] = (cost, spans)


def learned_widths(roles: Sequence[str], cuts: Sequence[tuple[Sequence[Fragment], Sequence[Cut]]]) -> dict[str, float]:
    """Column widths as the wrapped cells of a cut show them."""
    wrapped: dict[str, list[tuple[float, float]]] = {}
    for fragments, rows in cuts:
        for row in rows:
            for role, (i, j) in zip(roles, row.spans, strict=True):
                lines = lines_of(fragments[i:j])
                for line, following in pairwise(lines):
                    taken = measure(line)
                    wrapped.setdefault(role, []).append((taken, taken + need(following)))
    return {role: _fitting(pairs) for role, pairs in wrapped.items()}


def _fitting(pairs: list[tuple[float, float]]) -> float:
    """The width that the fewest wrapped lines contradict: none wider, none that had room for the next token."""
    candidates = sorted({taken for taken, _ in pairs})
    return min(candidates, key=lambda w: (sum(taken > w + 0.5 for taken, _ in pairs) + sum(full <= w - 1 for _, full in pairs), -w))
