"""Tables flattened to a cell a line: each cell begins behind a tab, a blank line ends a row (or is a blank paragraph of a cell)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from zhibiao.lexicon.levels import is_level1, is_level2
from zhibiao.parsing.columns import role_of
from zhibiao.parsing.drafts import TITLE
from zhibiao.parsing.flattened.markup import without_marks
from zhibiao.parsing.head import label_role

_END = re.compile(r"^\s*(?:填表人|填报人|单位负责人|\d{1,3}[.、．].*绩效目标表|第[一二三四]部分)")


_TEXT_LABELS = frozenset({"objectives", "objectives~", "period_objectives", "purpose"})


@dataclass
class LooseCell:
    """A cell and how many blank lines stood before it."""

    text: str
    line: int
    gap: int


def is_celled(lines: list[str]) -> bool:
    """Header words stand one a line, each behind a tab."""
    alone = [
        line
        for line in lines
        if line.startswith("\t") and "\t" not in line.strip("\t ") and role_of(without_marks(line)) in ("level1", "level2", "name", "value")
    ]
    return len(alone) >= 2


def cells_of(lines: list[str], start: int) -> tuple[list[LooseCell], int]:
    """Cells from a tab-led line on, and the index of the first line behind the table."""
    cells: list[LooseCell] = []
    gap = 0
    i = start
    while i < len(lines):
        line = lines[i]
        if not line.strip():
            if not line.startswith("\t"):
                gap += 1
            elif line.count("\t") == 1:
                cells.append(LooseCell("", i, gap))
                gap = 0
            i += 1
            continue
        if line.startswith("\t"):
            cells.append(LooseCell(without_marks(line[1:].rstrip("\t ")), i, gap))
        elif gap >= 2 or _END.match(line) or (TITLE.search(line.strip()) and len(line.strip()) < 80 and gap):
            return cells, i
        elif cells:
            cells[-1].text += "\n" + without_marks(line.rstrip("\t "))
        gap = 0
        i += 1
    return cells, i


def rows_of(cells: list[LooseCell]) -> list[tuple[int, list[str]]]:
    """Rows (first line, texts): as the blank lines part them, but under a header as wide as the header."""
    rows: list[tuple[int, list[str]]] = []
    parts = _parted(cells)
    k = 0
    while k < len(parts):
        row = parts[k]
        rows.append((row[0].line, [c.text for c in row]))
        k += 1
        if sum(role_of(c.text) in ("level1", "level2", "name", "value") for c in row) >= 2:
            rest = [c for part in parts[k:] for c in part]
            taken, used = _as_wide(rest, [c.text for c in row])
            rows.extend(taken)
            parts, k = _parted(rest[used:]), 0
    return rows


def _parted(cells: list[LooseCell]) -> list[list[LooseCell]]:
    parts: list[list[LooseCell]] = []
    for cell in cells:
        if not parts or (cell.gap and not _awaits_text(parts[-1])):
            parts.append([])
        parts[-1].append(cell)
    return parts


def _awaits_text(row: list[LooseCell]) -> bool:
    """A label of goals alone in its row: the blank line behind it parts no rows."""
    return len(row) == 1 and label_role(row[0].text, {}) in _TEXT_LABELS


def _as_wide(cells: list[LooseCell], header: list[str]) -> tuple[list[tuple[int, list[str]]], int]:
    """Rows of the header's width, as long as their level cells hold levels or nothing."""
    size = len(header)
    roles = [role_of(text) for text in header]
    rows: list[tuple[int, list[str]]] = []
    used = 0
    while used + size <= len(cells):
        row = cells[used : used + size]
        if any(not _fits(c.text, role) for c, role in zip(row, roles, strict=True)):
            break
        rows.append((row[0].line, [c.text for c in row]))
        used += size
    return rows, used


def _fits(text: str, role: str | None) -> bool:
    if not text.strip():
        return True
    if role == "level1":
        return is_level1(text)
    if role == "level2":
        return is_level2(text) or len(text) < 14
    return True
