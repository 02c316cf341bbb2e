"""Tables flattened to a paragraph a cell (docx2txt): every paragraph ends with two line breaks, so blank cells can be counted."""

from __future__ import annotations

import re
from collections.abc import Sequence

from zhibiao.lexicon.levels import is_level1, is_level2, is_strict_level2
from zhibiao.parsing.columns import role_of
from zhibiao.parsing.flattened.stacked import StackedTable

_SIDE = re.compile(r"^(?:部门)?(?:整体支出|项目支出)?(?:本?年度|实施期)?(?:绩效指标)?$")  # the label cell at the left of the whole table
_LEVELS = {"level1": is_level1, "level2": is_level2}
Cell = tuple[int, str]  # line, text
NumberedRow = tuple[int, list[str]]


def is_spaced(lines: Sequence[str]) -> bool:
    """Whether blank lines come in odd numbers only, and often more than one: two breaks a paragraph."""
    gaps = _gaps(lines)
    return len(gaps) >= 20 and sum(gap >= 3 for gap in gaps) >= 5 and sum(gap % 2 == 0 and gap > 0 for gap in gaps) == 0


def fill(tables: Sequence[StackedTable], lines: Sequence[str]) -> None:
    """Give each table the rows that its cells make, where they fall into rows of one width with the levels in their columns."""
    for k, table in enumerate(tables):
        stop = tables[k + 1].title_line if k + 1 < len(tables) else len(lines)
        first = next((page[0].line for page in table.pages if page), stop)
        cells = _cells(lines, first, stop)
        roles = table.header.roles
        best = max((_rows(cells, roles, side) for side in (0, 1, 2)), key=len)
        if len(best) >= 2:
            table.rows = best
            table.head = table.head[: len(table.head) - _side_label(table)]


def _gaps(lines: Sequence[str]) -> list[int]:
    """Blank lines before each paragraph but the first."""
    gaps: list[int] = []
    blank, begun = 0, False
    for line in lines:
        if line.strip():
            if begun:
                gaps.append(blank)
            blank, begun = 0, True
        else:
            blank += 1
    return gaps


def _cells(lines: Sequence[str], start: int, stop: int) -> list[Cell]:
    """(line, text) of every cell from a line on; the blank ones too. Lines without a blank between them are one cell."""
    while start > 0 and not lines[start - 1].strip():
        start -= 1
    cells: list[Cell] = []
    blank = 0
    for i in range(start, stop):
        if not lines[i].strip():
            blank += 1
            continue
        if cells and not blank:
            cells[-1] = (cells[-1][0], cells[-1][1] + "\n" + lines[i].strip())
        else:
            cells.extend((i, "") for _ in range((blank - 1) // 2))
            cells.append((i, lines[i].strip()))
        blank = 0
    return cells


def _rows(cells: Sequence[Cell], roles: Sequence[str], side: int) -> list[NumberedRow]:
    """Rows of the header's width behind `side` label cells, as long as the levels stand in their columns."""
    size = len(roles) + side
    rows: list[NumberedRow] = []
    for at in range(0, len(cells) - size + side + 1, size):
        row = [text for _, text in cells[at : at + size]]
        row += [""] * (size - len(row))
        if any(row[:side]) or not all(_fits(text, role) for text, role in zip(row[side:], roles, strict=True)):
            break
        if not any(row):
            break
        rows.append((cells[at][0], row[side:]))
    return rows


def _fits(text: str, role: str) -> bool:
    known = _LEVELS.get(role)
    if known is None:
        return role_of(text) not in ("level1", "level2") and not is_strict_level2(text)
    return not text or known(text)


def _side_label(table: StackedTable) -> int:
    """How many fragments at the end of the head are the label at the table's left side."""
    count = 0
    while count < min(3, len(table.head)) and _SIDE.match(table.head[-1 - count].text):
        count += 1
    return count
