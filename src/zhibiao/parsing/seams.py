"""Heads of forms that a page break cut inside a row: the two grids become one again before anything is read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from zhibiao.parsing.columns import find_header
from zhibiao.parsing.head import label_role
from zhibiao.parsing.matrix import Matrix
from zhibiao.reading.blocks import Block, Cell, Grid


def rejoined(blocks: Iterable[Block]) -> Iterator[Block]:
    """Grids whose last row is completed by the first row of the grid on the next page, joined there."""
    held: Grid | None = None
    for block in blocks:
        if not isinstance(block, Grid):
            if held is not None:
                yield held
            held = None
            yield block
            continue
        if held is not None:
            joined = _joined(held, block)
            if joined is None:
                yield held
            else:
                held = joined
                continue
        held = block
    if held is not None:
        yield held


def _joined(upper: Grid, lower: Grid) -> Grid | None:
    if not upper.wrapped or upper.width != lower.width or upper.place.page == lower.place.page:
        return None
    above, below = Matrix(upper), Matrix(lower)
    last, first = list(above.touching(upper.height - 1)), below.own(0)
    if len(last) != len(first) or not any(_completes(a, b) for a, b in zip(last, first, strict=True)):
        return None
    if any(find_header(below, r) is not None for r in range(lower.height)):
        return None  # indicator lines keep their own page; drafts join those
    offset = upper.height - 1
    merged = {id(a): _with(a, b, offset) for a, b in zip(last, first, strict=True)}
    cells = [merged.get(id(cell), cell) for cell in upper.cells]
    cells += [replace(cell, row=cell.row + offset) for cell in lower.cells if cell.row > 0]
    cells.sort(key=lambda cell: (cell.row, cell.column))
    return replace(upper, cells=tuple(cells), height=offset + lower.height)


def _completes(a: Cell, b: Cell) -> bool:
    """Whether two halves make a label that the first half alone is not."""
    return bool(b.text.strip()) and label_role(a.text, {}) is None and label_role(a.text + b.text, {}) is not None


def _with(a: Cell, b: Cell, offset: int) -> Cell:
    text = "\n".join(part for part in (a.text, b.text) if part.strip())
    return replace(a, text=text, row_span=offset - a.row + b.row_span)
