"""Cells of an OpenDocument table or sheet: repeated rows and columns counted, covered cells left out, spans worked out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

from zhibiao.errors import ReadError
from zhibiao.reading.budget import SPLIT, Budget
from zhibiao.reading.opendocument_lists import attribute, kind_of, whole
from zhibiao.reading.sheet_grid import COLUMNS, ROWS

WRAPPERS = ("table:table-header-rows", "table:table-rows", "table:table-row-group")
ANCHOR, COVERED = "table:table-cell", "table:covered-table-cell"


class Slot(NamedTuple):
    """A printed cell."""

    element: etree._Element
    row: int
    column: int
    row_span: int = 1
    column_span: int = 1


class Layout(NamedTuple):
    """All printed cells of a table in row order."""

    slots: list[Slot]
    height: int
    width: int


def table_rows(table: etree._Element) -> Iterator[tuple[etree._Element, int]]:
    """The rows of a table, also those inside groups, each with how often it stands there."""
    path = [iter(table)]
    while path:
        child = next(path[-1], None)
        if child is None:
            path.pop()
        elif kind_of(child) == "table:table-row":
            yield child, min(whole(attribute(child, "table:number-rows-repeated"), 1) or 1, ROWS)
        elif kind_of(child) in WRAPPERS:
            path.append(iter(child))


def row_cells(row: etree._Element) -> Iterator[tuple[etree._Element, str, int]]:
    """The cells of a row with their kind and how often they stand there."""
    for cell in row:
        kind = kind_of(cell)
        if kind in (ANCHOR, COVERED):
            yield cell, kind, min(whole(attribute(cell, "table:number-columns-repeated"), 1) or 1, COLUMNS)


def spans(cell: etree._Element) -> tuple[int, int]:
    """Rows and columns that a cell claims."""
    down = whole(attribute(cell, "table:number-rows-spanned"), 1)
    across = whole(attribute(cell, "table:number-columns-spanned"), 1)
    return min(max(1, down), ROWS), min(max(1, across), COLUMNS)


def lay_out(table: etree._Element, budget: Budget, place: str) -> Layout:
    """Where every cell of a text table stands, blank ones too; spans are held inside the table."""
    limit = budget.limits.grid_columns
    slots: list[Slot] = []
    row = width = 0
    for element, repeat in table_rows(table):
        budget.check_time(place)
        found: list[tuple[int, etree._Element]] = []
        column = 0
        for cell, kind, times in row_cells(element):
            if column + times > limit:
                raise ReadError("too-many-columns", f"表格超过 {limit} 列的上限", SPLIT, place)
            found.extend((column + step, cell) for step in range(times) if kind == ANCHOR)
            column += times
        width = max(width, column)
        budget.spend_cells(max(1, column) * repeat, place)
        for step in range(repeat):
            slots.extend(Slot(cell, row + step, at, *spans(cell)) for at, cell in found)
        row += repeat
    budget.spend_cells(max(0, row * width - len(slots)), place)  # later floors lay the grid out densely
    held = [
        slot._replace(row_span=min(slot.row_span, row - slot.row), column_span=min(slot.column_span, width - slot.column)) for slot in slots
    ]
    return Layout(held, row, width)


def sheet_slots(table: etree._Element, budget: Budget, place: str) -> Iterator[Slot]:
    """The cells of a sheet that hold something or are merged; the blank rest of a million rows is passed over."""
    row = 0
    for element, repeat in table_rows(table):
        budget.check_time(place)
        column = 0
        found: list[Slot] = []
        for cell, kind, times in row_cells(element):
            size = spans(cell)
            if kind == ANCHOR and (len(cell) or attribute(cell, "office:value-type") or size != (1, 1)):
                budget.spend_cells(times * repeat, place)
                found.extend(Slot(cell, row, column + step, *size) for step in range(times))
            column += times
        for step in range(repeat if found else 0):
            yield from (slot._replace(row=row + step) for slot in found)
        row += repeat
