"""Visual lines gathered to table rows: cells of a row are centred (or begin together), full lines go on, short ones end."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from zhibiao.lexicon.levels import belongs, is_level1, is_level2, opens_level
from zhibiao.parsing.flattened.segmenting import room_left
from zhibiao.text.clean import width

TALLEST = 30  # visual lines of one row
GAP_COST = 4.0  # a cell with a hole in it is two cells
WIDEST_STEP = 2  # lines of a cell stand two apart where a neighbour's lines stand half-way between
EARLY_END = 0.4  # the last line of a cell is full: it may well go on
GOES_ON = 2.5  # a short line before the last of a cell
OFF_CENTRE = 1.6  # per line
TWO_NUMBERS = 4.0  # two numbers over each other (scores, weights) are two rows
UNNAMED = 3.0  # a row before the first label
UNNAMED_AFTER_BREAK = 0.3
STRANGE = 20.0  # a second level under a first level where no form prints it
_NUMBER = re.compile(r"^\d+(?:\.\d+)?%?$")
BLANK = {"name": 6.0, "value": 3.0, "description": 1.0, "basis": 1.0, "standard": 1.0}


@dataclass(frozen=True, slots=True)
class Row:
    """Lines start to stop (indices of non-blank lines)."""

    start: int
    stop: int


def cut_rows(lines: Sequence[dict[int, str]], columns: Sequence[int], roles: Sequence[str]) -> tuple[list[Row], bool]:
    """The least-cost rows, for cells centred or begun at the top, whichever fits better; True where any row has several lines."""
    widths = {c: max((width(line[c]) for line in lines if c in line), default=0) for c in columns}
    rows = min((_cut(lines, columns, roles, widths, top) for top in (False, True)), key=lambda found: found[0])[1]
    return rows, any(row.stop - row.start > 1 for row in rows)


def _cut(
    lines: Sequence[dict[int, str]], columns: Sequence[int], roles: Sequence[str], widths: dict[int, int], top: bool
) -> tuple[float, list[Row]]:
    n = len(lines)
    cost = [0.0] + [float("inf")] * n
    back = [0] * (n + 1)
    for i in range(n):
        for j in range(i + 1, min(n, i + TALLEST) + 1):
            here = cost[i] + _row_cost(lines[i:j], columns, roles, widths, top)
            if here < cost[j]:
                cost[j], back[j] = here, i
    rows: list[Row] = []
    j = n
    while j > 0:
        rows.append(Row(back[j], j))
        j = back[j]
    return cost[n], rows[::-1]


def _row_cost(lines: Sequence[dict[int, str]], columns: Sequence[int], roles: Sequence[str], widths: dict[int, int], top: bool) -> float:
    total = 0.0
    height = len(lines)
    filled = False
    for c in columns:
        at = [k for k, line in enumerate(lines) if c in line]
        if not at:
            total += BLANK.get(roles[c], 0.5)
            continue
        filled = True
        total += GAP_COST * sum(max(0, b - a - WIDEST_STEP) for a, b in pairwise(at))
        total += OFF_CENTRE * (at[0] if top else abs((at[0] + at[-1]) / 2 - (height - 1) / 2))
        for k, after in pairwise(at):
            if room_left(lines[k][c], lines[after][c], widths[c]) > 2:
                total += GOES_ON
            if _NUMBER.match(lines[k][c]) and _NUMBER.match(lines[after][c]):
                total += TWO_NUMBERS
        if width(lines[at[-1]][c]) >= widths[c] - 1 and widths[c] > 6:
            total += EARLY_END
    return total if filled else total + 20.0


def level_of_rows(
    lines: Sequence[dict[int, str]], rows: Sequence[Row], column: int, role: str, below: Sequence[str], continued: bool
) -> list[str]:
    """For each row the level printed at it: labels stand in the middle of the rows that they cover; the rest stay blank.

    below: the second levels of the rows, which tell what first level they can stand under; continued: the first rows of a page
    may belong to a level named on the page before."""
    labels = _labels(lines, column, is_level1 if role == "level1" else is_level2)
    out = [""] * len(rows)
    if not labels or not rows:
        return out
    carried: list[str] = []
    for text in below:
        carried.append(text or (carried[-1] if carried else ""))
    strange = [[bool(text) and not belongs(text, label) for text in carried] for label, _ in labels]
    groups = _groups(rows, [middle for _, middle in labels], strange, UNNAMED_AFTER_BREAK if continued else UNNAMED)
    for (text, _), (first, _) in zip(labels, groups, strict=True):
        if first < len(out):
            out[first] = text
    return out


def _labels(lines: Sequence[dict[int, str]], column: int, known: Callable[[str], bool]) -> list[tuple[str, float]]:
    """Level names with their middle line; parts of a wrapped name join until they make a known one."""
    found: list[tuple[str, float]] = []
    text = ""
    at: list[int] = []
    for k, line in enumerate(lines):
        if column not in line:
            continue
        piece = line[column].replace(" ", "")
        done = known(text) and not known(text + piece)
        other = not opens_level(text + piece) and opens_level(piece)
        if text and (done or other or k - at[-1] > 3):
            found.append((text, (at[0] + at[-1]) / 2))
            text, at = "", []
        text += piece
        at.append(k)
    if text:
        found.append((text, (at[0] + at[-1]) / 2))
    return found


def _groups(rows: Sequence[Row], middles: Sequence[float], strange: Sequence[Sequence[bool]], unnamed: float) -> list[tuple[int, int]]:
    """Consecutive groups of rows, one per label, whose centres lie nearest to the labels; rows before the first belong to none."""
    n, m = len(rows), len(middles)
    infinite = float("inf")
    best = [[infinite] * (n + 1) for _ in range(m + 1)]
    back = [[0] * (n + 1) for _ in range(m + 1)]
    for i in range(n + 1):
        best[0][i] = unnamed * i
    for k in range(1, m + 1):
        for j in range(1, n + 1):
            for i in range(j):
                centre = (rows[i].start + rows[j - 1].stop - 1) / 2
                cost = best[k - 1][i] + abs(centre - middles[k - 1]) + STRANGE * sum(strange[k - 1][i:j])
                if cost < best[k][j]:
                    best[k][j], back[k][j] = cost, i
    groups: list[tuple[int, int]] = []
    j = n if best[m][n] < infinite else max(range(n + 1), key=lambda x: best[m][x] < infinite)
    for k in range(m, 0, -1):
        i = back[k][j]
        groups.append((i, j))
        j = i
    return groups[::-1]
