"""The cells of a w:tbl as they are printed: spans, merges and holes worked out, deleted rows and cells gone."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from zhibiao.errors import ReadError
from zhibiao.reading.budget import SPLIT, Budget
from zhibiao.reading.docx_names import CELLS, KIND, ROWS, attribute, unwrap, value_number

WORD_COLUMNS = 63  # the most Word itself makes; a wider span is believed only as far as w:tblGrid goes
RESTART, CONTINUE = "restart", "continue"


@dataclass(slots=True)
class Slot:
    """A printed cell and the w:tc that holds its text."""

    element: etree._Element
    row: int
    column: int
    span: int
    merge: str | None  # of w:vMerge
    order: tuple[int, int]  # nth w:tr of the table and nth w:tc of the row in the part, from 1, deleted ones counted
    shown: str | None  # text standing for the cell's own: placeholder or check box control around it
    height: int = 1


@dataclass(frozen=True, slots=True)
class Layout:
    """All printed cells in row order."""

    slots: list[Slot]
    height: int
    width: int


@dataclass(slots=True)
class _Marks:
    """What the properties of one cell say."""

    span: int = 1
    merge: str | None = None
    joins_left: bool = False
    deleted: bool = False


UNMARKED = _Marks()  # shared by plain cells, never written to


def lay_out(table: etree._Element, budget: Budget, place: str = "") -> Layout:
    """Work out which slots of the grid each cell covers."""
    slots: list[Slot] = []
    open_merges: dict[int, Slot] = {}
    height = width = spent = 0
    widest = min(max(WORD_COLUMNS, _declared_columns(table)), budget.limits.grid_columns)
    for order, (_, row, _) in enumerate(unwrap(table, ROWS, budget.limits.depth), 1):
        budget.check_time(place)
        budget.spend_cells(len(row), place)
        spent += len(row)
        found, end = _row_slots(row, height, order, widest, budget, place)
        if not found:
            continue  # deleted, or nothing left of it
        below: dict[int, Slot] = {}
        for slot in found:
            if slot.merge is not None:
                above = open_merges.get(slot.column) if slot.merge == CONTINUE else None
                if above is not None and above.span == slot.span:
                    above.height += 1
                    below[slot.column] = above
                    continue  # Word hides what a continued cell holds
                below[slot.column] = slot
            slots.append(slot)
        open_merges = below
        height += 1
        width = max(width, end)
    budget.spend_cells(max(0, height * width - spent), place)  # later floors lay the grid out densely
    return Layout(slots, height, width)


def _declared_columns(table: etree._Element) -> int:
    for child in table:
        if KIND.get(child.tag) == "tblGrid":
            return len(child)
    return 0


def _row_slots(row: etree._Element, index: int, order: int, widest: int, budget: Budget, place: str) -> tuple[list[Slot], int]:
    """The cells of a row, those merged to the left joined, and the column where the row ends."""
    before = after = 0
    for child in row:
        kind = KIND.get(child.tag)
        if kind == "trPr":
            before, after, deleted = _row_properties(child, widest)
            if deleted:
                return [], 0
        elif kind is not None:
            break  # cells; properties come first or not at all
    slots: list[Slot] = []
    column = before
    for nth, (_, cell, shown) in enumerate(unwrap(row, CELLS, budget.limits.depth), 1):
        marks = _cell_properties(cell)
        if marks.deleted:
            continue
        span = max(1, min(marks.span, widest - column)) if marks.span != 1 else 1
        if marks.joins_left and slots:
            slots[-1].span += span
        else:
            slots.append(Slot(cell, index, column, span, marks.merge, (order, nth), shown))
        column += span
        if column > budget.limits.grid_columns:
            raise ReadError("too-many-columns", f"表格超过 {budget.limits.grid_columns} 列的上限", SPLIT, place)
    return slots, min(column + after, max(column, widest))


def _row_properties(properties: etree._Element, widest: int) -> tuple[int, int, bool]:
    """Columns left free before and after the row, and whether the row is deleted."""
    before = after = 0
    for prop in properties:
        kind = KIND.get(prop.tag)
        if kind == "del":
            return 0, 0, True
        if kind == "gridBefore":
            before = max(0, min(value_number(prop, 0), widest))
        elif kind == "gridAfter":
            after = max(0, min(value_number(prop, 0), widest))
    return before, after, False


def _cell_properties(cell: etree._Element) -> _Marks:
    """Spans and merges of one cell; properties come first or not at all."""
    if not len(cell) or KIND.get(cell[0].tag) != "tcPr":
        return UNMARKED
    marks: _Marks | None = None
    for prop in cell[0]:
        name = KIND.get(prop.tag)
        if name is not None:
            marks = _Marks() if marks is None else marks
            _read_mark(marks, prop, name)
    return UNMARKED if marks is None else marks


def _read_mark(marks: _Marks, prop: etree._Element, name: str) -> None:
    """Take one property over; w:hMerge is how old programs write w:gridSpan."""
    if name == "gridSpan":
        marks.span = max(1, value_number(prop, 1))
    elif name == "vMerge":
        marks.merge = RESTART if attribute(prop, "val") == RESTART else CONTINUE
    elif name == "hMerge":
        marks.joins_left = attribute(prop, "val") != RESTART
    elif name == "cellDel":
        marks.deleted = True
    elif name == "cellMerge" and (state := attribute(prop, "vMerge")) is not None:  # a merge made while changes were tracked
        marks.merge = RESTART if state == "rest" else CONTINUE
