"""Tables between dashed lines (pandoc's simple and multiline tables): the dashes under the header show where the columns stand."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from zhibiao.parsing.flattened.markup import cell_text
from zhibiao.text.clean import width

_RULE = re.compile(r"^\s*-{3,}(?: +-{2,})*\s*$")
_HEADER_LINES = 8  # a header wraps over a few lines at the most
Row = tuple[int, list[str]]  # first line, cells


def dashed_rows(lines: Sequence[str], start: int) -> tuple[list[Row], int] | None:
    """The rows of the table that begins at a line, and the line behind it; None where none does."""
    if _is_rule(lines, start):
        columns = start if len(_spans(lines[start])) > 1 else _column_rule(lines, start + 1)
        head = range(start + 1, columns) if columns is not None and columns > start else range(0)
        close = _closing(lines, columns + 1) if columns is not None else None
    elif start + 1 < len(lines) and lines[start].strip() and _is_rule(lines, start + 1) and len(_spans(lines[start + 1])) > 1:
        columns, head = start + 1, range(start, start + 1)
        close = next((i for i in range(columns + 1, len(lines)) if not lines[i].strip() or _is_rule(lines, i)), len(lines))
    else:
        return None
    if columns is None or close is None:
        return None
    edges = _spans(lines[columns])
    rows = [_row(lines, head, edges)] if head else []
    rows += [_row(lines, group, edges) for group in _groups(lines, range(columns + 1, close))]
    return rows, min(len(lines), close + 1)


def _is_rule(lines: Sequence[str], i: int) -> bool:
    return i < len(lines) and bool(_RULE.match(lines[i]))


def _spans(rule: str) -> list[int]:
    """Where each run of dashes begins."""
    return [found.start() for found in re.finditer("-+", rule)]


def _column_rule(lines: Sequence[str], start: int) -> int | None:
    """The rule under the header that begins at a line."""
    for i in range(start, min(len(lines), start + _HEADER_LINES)):
        if _is_rule(lines, i):
            return i if len(_spans(lines[i])) > 1 and i > start else None
        if not lines[i].strip():
            return None
    return None


def _closing(lines: Sequence[str], start: int) -> int | None:
    return next((i for i in range(start, len(lines)) if _is_rule(lines, i)), None)


def _groups(lines: Sequence[str], body: range) -> list[range]:
    """Lines of each row: blank lines part the rows where there are any, else every line is one."""
    blank = [i for i in body if not lines[i].strip()]
    if not blank:
        return [range(i, i + 1) for i in body]
    edges = [body.start - 1, *blank, body.stop]
    return [range(a + 1, b) for a, b in itertools.pairwise(edges) if b > a + 1]


def _row(lines: Sequence[str], group: range, edges: Sequence[int]) -> Row:
    pieces = [_cut(lines[i], edges) for i in group]
    return group.start, [cell_text("\n".join(part for part in column if part)) for column in zip(*pieces, strict=True)]


def _cut(line: str, edges: Sequence[int]) -> list[str]:
    """The cells of one line; wide characters take two columns, as pandoc counts them."""
    cells = [""] * len(edges)
    at = 0
    for character in line:
        column = sum(edge <= at for edge in edges) - 1
        if column >= 0:
            cells[column] += character
        at += width(character)
    return [cell.strip() for cell in cells]
