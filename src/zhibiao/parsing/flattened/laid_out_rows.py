"""Visual lines gathered to table rows: cells of a row are centred (or begin together), full lines go on, short ones end."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from zhibiao.lexicon.levels import belongs, is_level1, is_level2, opens_level
from zhibiao.parsing.flattened.senses import sense
from zhibiao.parsing.flattened.shapes import room_left
from zhibiao.text.clean import width

TALLEST = 30  # visual lines of one row
# What a row costs, in units of "one odd thing"; set by reading layouts of our own documents.
SENSE = 0.8  # how much the oddness of a cell's text counts beside its place
MOST_ODD = 5.0
GAP = 4.0  # per line: a cell with a hole in it is two cells
WIDEST_STEP = 2  # lines of a cell stand two apart where a neighbour's lines stand half-way between
BLANK_INSIDE = 0.8  # an empty line inside a row
EARLY_END = 0.4  # the last line of a cell is full: it may well go on
GOES_ON = 2.5  # a short line before the last of a cell
OFF_CENTRE = 1.6  # per line
TWO_NUMBERS = 4.0  # two numbers over each other (scores, weights) are two rows
TWO_VALUES = 4.0  # and so are two measures: ≥48次 over ≥12公里
REST = 5.0  # of a missing name, where the row may be the rest of one that the page cut
TWO_NAMES = 8.0  # 指标3：begins a line of the form, though nothing else stands in it
TWO_LEVELS = 6.0  # two whole second levels stand at two rows
LINE_MORE = 0.15  # of two readings that are equally good, the one with more rows
EMPTY = {"name": 6.0, "value": 3.0, "description": 1.0, "basis": 1.0, "standard": 1.0}
UNNAMED = 3.0  # a row before the first label
UNNAMED_AFTER_BREAK = 0.3
NOT_AT_HOME = 3.0  # a label stands on the line of a row that it does not cover
LARGEST = 40_000  # rows times labels of one page: a real page has some 1,000; grouping takes time in proportion to their cube
SAME_MANNER = 2.5  # what it may cost more that second levels stand as first levels do
MANY_ROWS = 4
UNFILLED = 5.0  # a second level that no row stands under
RESTART = 6.0  # a first level comes again within one project
UNLIKE = 1.2  # a name that plainly speaks of another second level
EXACT = 0.25  # labels at the top of their rows stand exactly there
STRANGE = 20.0  # a second level under a first level where no form prints it
_HINTS = {
    "成本": re.compile(r"成本|单价|造价|(?:补助|补贴|发放|收费|费用)标准"),
    "时效": re.compile(r"时间|时限|及时|按时|按期|时效"),
    "满意": re.compile(r"满意"),
}
_NUMBER = re.compile(r"^\d+(?:\.\d+)?%?$")
_FORM_NAME = re.compile(r"^指标\s?\d{1,2}\s?[:：]")
_SIGNED = re.compile(r"^[≥≤<>=＞＜＝≧≦]{1,2}\s*\d")
_MEASURE = re.compile(r"^(?:[≥≤<>=＞＜＝≧≦]{0,2}\s*)\d[\d.,]*(?:%|[一-鿿/]{1,4})$")


@dataclass(frozen=True, slots=True)
class Row:
    """Lines start to stop (indices of non-blank lines); top and bottom: first and last line number that holds its text."""

    start: int
    stop: int
    top: float
    bottom: float


@dataclass(frozen=True)
class Lines:
    """The non-blank lines of a page's data: line numbers and column -> text of each."""

    numbers: Sequence[int]
    cells: Sequence[dict[int, str]]


def cut_rows(lines: Lines, columns: Sequence[int], roles: Sequence[str], continued: bool = False) -> list[Row]:
    """The least-cost rows, for cells centred or begun at the top, whichever fits better; continued: the first may be the rest of one."""
    widths = {c: max((width(line[c]) for line in lines.cells if c in line), default=0) for c in columns}
    return min((_cut(lines, columns, roles, widths, top, continued) for top in (False, True)), key=lambda found: found[0])[1]


def _cut(
    lines: Lines, columns: Sequence[int], roles: Sequence[str], widths: dict[int, int], top: bool, continued: bool
) -> tuple[float, list[Row]]:
    name = roles.index("name") if "name" in roles else -1
    n = len(lines.numbers)
    cost = [0.0] + [float("inf")] * n
    back = [0] * (n + 1)
    for i in range(n):
        for j in range(i + 1, min(n, i + TALLEST) + 1):
            here = cost[i] + _row_cost(lines, i, j, columns, roles, widths, top)
            if continued and not i and not any(name in cells for cells in lines.cells[:j]):
                here -= REST
            if here < cost[j]:
                cost[j], back[j] = here, i
    rows: list[Row] = []
    j = n
    while j > 0:
        rows.append(_row(lines, back[j], j, columns))
        j = back[j]
    return cost[n], rows[::-1]


def _row(lines: Lines, i: int, j: int, columns: Sequence[int]) -> Row:
    held = [lines.numbers[k] for k in range(i, j) if any(c in lines.cells[k] for c in columns)] or [lines.numbers[i], lines.numbers[j - 1]]
    return Row(i, j, held[0], held[-1])


def _row_cost(lines: Lines, i: int, j: int, columns: Sequence[int], roles: Sequence[str], widths: dict[int, int], top: bool) -> float:
    number = lines.numbers
    total = BLANK_INSIDE * (number[j - 1] - number[i] + 1 - (j - i))
    inside = [k for k in range(i, j) if any(c in lines.cells[k] for c in columns)]
    if not inside:
        return total + 20.0
    total += LINE_MORE * (len(inside) - 1) + TWO_LEVELS * _levels_too_many(lines, i, j, roles)
    first, middle = number[inside[0]], (number[inside[0]] + number[inside[-1]]) / 2
    for c in columns:
        at = [k for k in inside if c in lines.cells[k]]
        if not at:
            total += EMPTY.get(roles[c], 0.5)
            continue
        total += GAP * sum(max(0, number[b] - number[a] - WIDEST_STEP) for a, b in pairwise(at))
        total += OFF_CENTRE * (number[at[0]] - first if top else abs((number[at[0]] + number[at[-1]]) / 2 - middle))
        texts = [lines.cells[k][c] for k in at]
        total += _wrap_cost(texts, widths[c])
        if roles[c] == "name":
            total += TWO_NAMES * sum(bool(_FORM_NAME.match(text)) for text in texts[1:])
        if roles[c] in ("name", "value", "description", "basis") and not _FORM_NAME.match(texts[0]):
            total += SENSE * min(MOST_ODD, sense(roles[c], "".join(texts).replace(" ", "")))
        if roles[c] == "value":
            total += TWO_VALUES * sum(_two_values(a, b) for a, b in pairwise(texts))
    return total


def _two_values(text: str, after: str) -> bool:
    """A sign begins a measure, and a whole measure does not go on with another."""
    return bool(_SIGNED.match(after) or (_MEASURE.match(text) and _MEASURE.match(after)))


def _levels_too_many(lines: Lines, i: int, j: int, roles: Sequence[str]) -> int:
    """Whole second levels on lines i to j beyond the first."""
    if "level2" not in roles:
        return 0
    column = roles.index("level2")
    labels = [lines.cells[k][column].replace(" ", "") for k in range(i, j) if column in lines.cells[k]]
    starts = [
        text
        for k, text in enumerate(labels)
        if is_level2(text) and (not k or is_level2(labels[k - 1]) or not is_level2(labels[k - 1] + text))
    ]
    return max(0, len(starts) - 1)


def _wrap_cost(texts: Sequence[str], limit: int) -> float:
    """How odd it is that these lines are one cell, and that it ends where it ends."""
    total = 0.0
    for text, after in pairwise(texts):
        if room_left(text, after, limit) > 2:
            total += GOES_ON
        if _NUMBER.match(text) and _NUMBER.match(after):
            total += TWO_NUMBERS
    return total + EARLY_END * (width(texts[-1]) >= limit - 1 and limit > 6)


def levels_of_rows(
    lines: Lines,
    rows: Sequence[Row],
    column: int,
    role: str,
    below: Sequence[str],
    continued: bool,
    names: Sequence[str] = (),
    topped: bool = False,
) -> tuple[list[Row], list[str]]:
    """The rows and the level printed at each: labels stand in the middle of the rows that they cover; the rest stay blank.
    A second level without any row is a line that the form prints and nobody filled: it becomes a row.

    below: the second levels of the rows, which tell what first level they can stand under; continued: the first rows of a page
    may belong to a level named on the page before; names: the rows' names, which hint at their second level; topped: first levels
    stand at the top of their rows."""
    labels = _level_labels(lines, column, is_level1 if role == "level1" else is_level2)
    out = [""] * len(rows)
    if not labels or not rows:
        return list(rows), out
    carried: list[str] = []
    for text in below:
        carried.append(text or (carried[-1] if carried else ""))
    odd = [[STRANGE if text and not belongs(text, label) else 0.0 for text in carried or [""] * len(rows)] for label, *_ in labels]
    if role == "level2" and names:
        odd = [[UNLIKE * (_hint(name) not in ("", *(word for word in _HINTS if word in label))) for name in names] for label, *_ in labels]
    # a first level begins where a second one does
    inner = [k > 0 and bool(below) and not below[k] for k in range(len(rows))]
    unnamed = UNNAMED_AFTER_BREAK if continued else UNNAMED
    empty = UNFILLED if role == "level2" else float("inf")
    spots = [(line, middle) for _, line, middle in labels]
    groups = grouped(rows, spots, odd, inner, unnamed, empty, topped=topped)
    kept = list(rows)
    for (text, _, middle), (first, stop) in reversed(list(zip(labels, groups, strict=True))):
        if first < stop:
            out[first] = text
        elif role == "level2":
            at = rows[first].start if first < len(rows) else rows[-1].stop
            kept.insert(first, Row(at, at, middle, middle))
            out.insert(first, text)
    return kept, out


def _hint(name: str) -> str:
    """The kind of indicator that a name speaks of plainly, "" where it does not."""
    return next((word for word, pattern in _HINTS.items() if pattern.search(name)), "")


def _level_labels(lines: Lines, column: int, known: Callable[[str], bool]) -> list[tuple[str, float, float]]:
    """Level names with their first and their middle line; parts of a wrapped name join until they make a known one."""
    found: list[tuple[str, float, float]] = []
    text = ""
    at: list[int] = []
    for number, cells in zip(lines.numbers, lines.cells, strict=True):
        if column not in cells:
            continue
        piece = cells[column].replace(" ", "")
        done = known(text) and not known(text + piece)
        other = not opens_level(text + piece) and opens_level(piece)
        if text and (done or other or number - at[-1] > 3):
            found.append((text, at[0], (at[0] + at[-1]) / 2))
            text, at = "", []
        text += piece
        at.append(number)
    if text:
        found.append((text, at[0], (at[0] + at[-1]) / 2))
    return found


def grouped(
    rows: Sequence[Row],
    spots: Sequence[tuple[float, float]],
    odd: Sequence[Sequence[float]],
    inner: Sequence[bool],
    unnamed: float,
    empty: float = float("inf"),
    restarts: Sequence[bool] = (),
    topped: bool = False,
) -> list[tuple[int, int]]:
    """Consecutive groups of rows, one per label; rows before the first belong to none. Labels stand in the middle of their rows,
    or every one at the top of its own.

    spots: first and middle line of each label; odd: what it costs that a row stands under a label; inner: rows at which no group
    should begin; empty: cost of a label without rows; restarts: rows at which a group should begin; topped: other labels of the table
    stand at the top, so that these do where that is not much odder."""
    if len(rows) * len(spots) > LARGEST:
        return _nearest(rows, [spot for _, spot in spots])
    middle, groups = _grouped(rows, [spot for _, spot in spots], False, odd, inner, unnamed, empty, restarts)
    top, others = _grouped(rows, [spot for spot, _ in spots], True, odd, inner, unnamed, empty, restarts)
    return others if top < min(middle, EXACT) or (topped and top < middle + SAME_MANNER) else groups


def stands_at_top(lines: Lines, rows: Sequence[Row], column: int) -> bool:
    """Whether the first of several first levels stands on the first of its many rows: in the middle it could not."""
    labels = _level_labels(lines, column, is_level1)
    if len(labels) < 2 or len(rows) < MANY_ROWS:
        return False
    covered = sum(row.top < labels[1][1] for row in rows)
    return covered >= MANY_ROWS and labels[0][1] <= rows[0].bottom and any(row.top == labels[1][1] for row in rows)


def _nearest(rows: Sequence[Row], spots: Sequence[float]) -> list[tuple[int, int]]:
    """For text far longer than a page: each label covers the rows from its own line on."""
    starts = [bisect_left([row.bottom for row in rows], spot) for spot in spots]
    return [(start, max(start, stop)) for start, stop in zip(starts, [*starts[1:], len(rows)], strict=True)]


def _grouped(
    rows: Sequence[Row],
    spots: Sequence[float],
    top: bool,
    odd: Sequence[Sequence[float]],
    inner: Sequence[bool],
    unnamed: float,
    empty: float,
    restarts: Sequence[bool],
) -> tuple[float, list[tuple[int, int]]]:
    """The cheapest groups, for labels at the top or in the middle, and their cost."""
    n, m = len(rows), len(spots)
    homes = [next((k for k, row in enumerate(rows) if row.top <= spot <= row.bottom), -1) for spot in spots]
    infinite = float("inf")
    best = [[infinite] * (n + 1) for _ in range(m + 1)]
    back = [[0] * (n + 1) for _ in range(m + 1)]
    best[0] = [unnamed * i + RESTART * sum(restarts[1:i]) for i in range(n + 1)]
    for k in range(1, m + 1):
        for j in range(n + 1):
            lost = empty + NOT_AT_HOME * (homes[k - 1] >= 0)
            if best[k - 1][j] + lost < best[k][j]:
                best[k][j], back[k][j] = best[k - 1][j] + lost, j
            strange = 0.0
            for i in range(j - 1, -1, -1):
                strange += odd[k - 1][i]
                again = RESTART * sum(restarts[i + 1 : j])
                stands = rows[i].top if top else (rows[i].top + rows[j - 1].bottom) / 2
                away = NOT_AT_HOME * (homes[k - 1] >= 0 and not i <= homes[k - 1] < j)
                cost = again + best[k - 1][i] + abs(stands - spots[k - 1]) + away + strange + 4.0 * inner[i]
                if cost < best[k][j]:
                    best[k][j], back[k][j] = cost, i
    groups: list[tuple[int, int]] = []
    j = n
    for k in range(m, 0, -1):
        i = back[k][j] if best[k][j] < infinite else j
        groups.append((i, j))
        j = i
    return best[m][n], groups[::-1]
