"""Grids built from rows of plain texts, as flattened tables give them."""

from __future__ import annotations

from collections.abc import Sequence

from zhibiao.model.place import Place
from zhibiao.reading.blocks import Cell, Grid


def grid_of(rows: Sequence[Sequence[str]], place: Place, lines: Sequence[int] = (), wrapped: bool = True) -> Grid:
    """One cell a text, no spans: what was merged shows as blanks. lines: where each row begins in the file."""
    cells = tuple(Cell(text, r, c) for r, row in enumerate(rows) for c, text in enumerate(row))
    width = max((len(row) for row in rows), default=0)
    return Grid(cells, len(rows), width, place, wrapped=wrapped, row_lines=tuple(lines))
