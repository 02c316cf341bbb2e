"""Grid tables drawn with + - and | (pandoc, reStructuredText): rows between rules, cells of several lines."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from zhibiao.parsing.flattened.markup import cell_text

_RULE = re.compile(r"^\s*\+(?:[-=:]{2,}\+)+\s*$")


def is_rule(line: str) -> bool:
    """A line such as +-----+-----+."""
    return bool(_RULE.match(line))


def rows_from(lines: Sequence[str], start: int) -> tuple[list[tuple[int, list[str]]], int]:
    """(first line, cells) of every row of the table that begins with the rule at `start`, and the line behind it."""
    edges = [k for k, char in enumerate(lines[start]) if char == "+"]
    rows: list[tuple[int, list[str]]] = []
    open_row: list[list[str]] = []
    first = i = start + 1
    while i < len(lines) and lines[i].lstrip()[:1] in ("+", "|"):
        if is_rule(lines[i]):
            if open_row:
                rows.append((first, [cell_text("\n".join(part for part in cell if part)) for cell in open_row]))
            open_row, first = [], i + 1
        else:
            pieces = _cut(lines[i], edges)
            open_row = open_row or [[] for _ in pieces]
            for cell, piece in zip(open_row, pieces, strict=False):
                cell.append(piece)
        i += 1
    return rows, i


def _cut(line: str, edges: Sequence[int]) -> list[str]:
    """The cells of one line; positions count wide characters as two, as the rules do."""
    cells: list[str] = []
    text, at, edge = "", 0, 0
    for char in line:
        if edge < len(edges) and at >= edges[edge] and char == "|":
            if edge:
                cells.append(text.strip())
            text, edge = "", edge + 1
        else:
            text += char
        at += 2 if unicodedata.east_asian_width(char) in "WF" else 1
    return cells
