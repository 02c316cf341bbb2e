"""Fragments cut into cells: borders are lost, so the cut that costs least is taken, by separators, column widths and sense."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from zhibiao.lexicon.levels import LEVEL1, LEVEL2, is_level1, is_strict_level2
from zhibiao.parsing.flattened.fragments import LINE, PAGE, PARA, SPACE, Fragment
from zhibiao.text.clean import width

VALUE_LIKE = re.compile(r"^(?:[≥≤<>=＞＜＝≧≦]|大于|小于|不低于|不超过|不少于)?\s*\d[\d.,]*|^20\d\d年|^(?:优|良|是|否|达标|合格|完成|定性)")
_TOKEN = re.compile(r"[（《【“〔\[(]*(?:[0-9A-Za-z.,%]+|.)[，。、；：）》】”〕\])]*")
LONGEST = 45  # fragments in one cell: a basis of some 300 characters in a column of 7
FORBIDDEN = 1e6
_NO_END = "/、，,（(《【〔“：:"  # a cell hardly ends or begins so
_NO_START = "）)》】〕”，、。；%/"
_WHOLE_LEVELS = tuple(name for name in sorted(LEVEL1 | LEVEL2) if name.endswith("指标") and len(name) > 3)

# What a cut costs, in units of "one odd thing". Set by reading the layouts of seed 001 and of pdf text made from our own tables.
BLANK = {"level1": 0.0, "level2": 4.0, "name": 6.0, "value": 4.0, "description": 3.0, "basis": 2.5}
BREAK_INSIDE = {PARA: 0.0, PAGE: 1.0, LINE: 6.0}
CJK_BLANK_INSIDE = 4.0
AUTO_BLANK_INSIDE = 0.3
LEVEL_INSIDE = 5.0  # the name of a second level inside another cell


@dataclass(frozen=True, slots=True)
class Cut:
    """A row: fragments [start, stop) of each column; `sure` tells for each boundary whether a separator shows it."""

    spans: tuple[tuple[int, int], ...]


def auto_blank(left: str, right: str) -> bool:
    """A blank that pdf text has between Chinese and digits or letters, inside one cell."""
    a, b = left[-1], right[0]
    return (a.isascii() != b.isascii()) or a in "≥≤＞＜＝" or (a.isdigit() and b.isdigit())


def text_of(fragments: Sequence[Fragment]) -> str:
    """A cell's fragments as its lines."""
    out = ""
    for k, f in enumerate(fragments):
        out += f.text if not k else (" " if f.before == SPACE else "\n") + f.text
    return out


def _bigrams(text: str) -> set[str]:
    return {text[i : i + 2] for i in range(len(text) - 1)} or {text}


@lru_cache(maxsize=1 << 14)
def _sense(role: str, text: str) -> float:
    """How odd a text is in its column."""
    if role == "level1":
        return 0.0 if is_level1(text) else FORBIDDEN
    if role == "level2":
        return 0.0 if is_strict_level2(text) else FORBIDDEN
    if any(text.startswith(name) for name in _WHOLE_LEVELS):
        return LEVEL_INSIDE + 1
    like = bool(VALUE_LIKE.match(text))
    edges = 2.0 * (text[-1] in _NO_END) + 3.0 * (text[0] in _NO_START)
    return edges + _oddness(role, text, like)


def _oddness(role: str, text: str, like: bool) -> float:
    if role == "value":
        return 0.0 if like else 1.5
    if like and role != "basis":
        return 3.0 if role == "name" else 2.5
    return 1.5 if like and not text.startswith("20") else 0.0


def _lines(fragments: Sequence[Fragment]) -> list[str]:
    lines: list[str] = []
    for k, f in enumerate(fragments):
        if k and f.before == SPACE:
            lines[-1] += " " + f.text
        else:
            lines.append(f.text)
    return lines


def room_left(line: str, following: str, limit: int) -> int:
    """Columns that stay free at the end of a wrapped line though the next one's first token would have fitted; 0 where it is full."""
    token = _TOKEN.match(following)
    need = width(token.group()) if token else 2
    return max(0, limit - width(line) - need)


def _width_cost(lines: Sequence[str], limit: int | None) -> float:
    """Lines before the last must be full; none may be wider than the column."""
    if limit is None:
        return 0.0
    cost = 0.0
    for k, line in enumerate(lines):
        taken = width(line)
        if taken > limit + 1:
            cost += 3.0 + 0.3 * (taken - limit)
        if k + 1 < len(lines):
            free = room_left(line, lines[k + 1], limit)
            if free >= 1:
                cost += min(5.0, 1.0 + 0.7 * free)
    return cost


class Segmenter:
    """Least-cost cut of one run of fragments into rows of the given columns."""

    def __init__(self, roles: Sequence[str], widths: dict[str, int]) -> None:
        self.roles = tuple(roles)
        self.widths = widths

    def rows(self, fragments: Sequence[Fragment], continued: bool) -> tuple[list[Cut], float]:
        """Rows from first to last fragment; `continued`: the first row may be the rest of a row on the page before."""
        n, m = len(fragments), len(self.roles)
        infinite = float("inf")
        # best[i][c]: cost of having placed fragments [0, i) with column c next
        best = [[infinite] * (m + 1) for _ in range(n + 1)]
        back: list[list[tuple[int, int] | None]] = [[None] * (m + 1) for _ in range(n + 1)]
        best[0][0] = 0.0
        if continued:
            for c in range(1, m):
                best[0][c] = 0.5
        for i in range(n + 1):
            self._blanks(best[i], back[i], i)
            if best[i][m] < best[i][0]:
                best[i][0], back[i][0] = best[i][m], (i, m)
                self._blanks(best[i], back[i], i)
            for c in range(m):
                if best[i][c] < infinite:
                    self._place(fragments, i, c, best, back)
        end = best[n][m] if best[n][m] <= best[n][0] else best[n][0]
        return self._trace(back, n), end

    def _blanks(self, best: list[float], back: list[tuple[int, int] | None], i: int) -> None:
        """Columns left blank at a position."""
        for c, role in enumerate(self.roles):
            cost = best[c] + BLANK.get(role, 2.0)
            if cost < best[c + 1]:
                best[c + 1], back[c + 1] = cost, (i, c)

    def _place(self, fragments: Sequence[Fragment], i: int, c: int, best: list[list[float]], back: list[list[tuple[int, int] | None]]) -> None:
        """Every cell that column c could hold from position i on."""
        role = self.roles[c]
        n = len(fragments)
        for j in range(i + 1, min(n, i + LONGEST) + 1):
            cost = self._cell(role, fragments, i, j)
            if cost >= FORBIDDEN:
                if j - i > 6:
                    break
                continue
            total = best[i][c] + cost + self._likeness(c, fragments, i, j, back)
            if total < best[j][c + 1]:
                best[j][c + 1], back[j][c + 1] = total, (i, c)

    def _cell(self, role: str, fragments: Sequence[Fragment], i: int, j: int) -> float:
        inside = fragments[i + 1 : j]
        cost = 0.0
        for k, f in enumerate(inside):
            if f.before == SPACE:
                cost += AUTO_BLANK_INSIDE if auto_blank(fragments[i + k].text, f.text) else CJK_BLANK_INSIDE
            else:
                cost += BREAK_INSIDE[f.before]
                if is_strict_level2(f.text):
                    cost += LEVEL_INSIDE
        text = "".join(f.text for f in fragments[i:j])
        cost += _sense(role, text)
        if cost >= FORBIDDEN:
            return cost
        return cost + _width_cost(_lines(fragments[i:j]), self.widths.get(role))

    def _likeness(self, c: int, fragments: Sequence[Fragment], i: int, j: int, back: list[list[tuple[int, int] | None]]) -> float:
        """A description mostly speaks of its name: unlike ones are a little odd."""
        if self.roles[c] != "description" or c == 0 or self.roles[c - 1] != "name":
            return 0.0
        before = back[i][c]
        if before is None or before[1] != c - 1:
            return 0.0
        name = "".join(f.text for f in fragments[before[0] : i])
        text = "".join(f.text for f in fragments[i:j])
        if not name:
            return 0.0
        if name == text:
            return -0.8
        shared = len(_bigrams(name) & _bigrams(text)) / max(1, min(len(_bigrams(name)), len(_bigrams(text))))
        return 1.0 - shared

    def _trace(self, back: list[list[tuple[int, int] | None]], n: int) -> list[Cut]:
        m = len(self.roles)
        i, c = n, m
        if back[n][m] is None:
            c = 0
        rows: list[Cut] = []
        spans: list[tuple[int, int]] = [(0, 0)] * m
        while True:
            if c == 0:
                step = back[i][0]
                if step is None:
                    break
                i, c = step
                continue
            step = back[i][c]
            if step is None:
                spans[:c] = [(i, i)] * c
                rows.append(Cut(tuple(spans)))
                break
            start, column = step
            spans[column] = (start, i)
            i, c = start, column
            if c == 0:
                rows.append(Cut(tuple(spans)))
                spans = [(0, 0)] * m
        return rows[::-1]


def learned_widths(roles: Sequence[str], cuts: Sequence[tuple[Sequence[Fragment], Sequence[Cut]]]) -> dict[str, int]:
    """Column widths as the cut shows them: the widest line among cells of several lines, else of all."""
    wrapped: dict[str, list[int]] = {}
    for fragments, rows in cuts:
        for row in rows:
            for role, (i, j) in zip(roles, row.spans, strict=True):
                lines = _lines(fragments[i:j])
                if len(lines) > 1:
                    wrapped.setdefault(role, []).extend(width(line) for line in lines[:-1])
    return {role: _typical(widths) for role, widths in wrapped.items()}


def _typical(widths: list[int]) -> int:
    """The width that wrapped lines reach: a high quantile, so that one wrong cut does not set it."""
    ordered = sorted(widths)
    return ordered[min(len(ordered) - 1, int(0.85 * len(ordered)))]
