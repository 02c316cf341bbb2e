"""The rows of a html table as printed, and where each cell stands once spans are laid out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby
from typing import NamedTuple

from zhibiao.errors import ReadError
from zhibiao.reading.budget import SPLIT, Budget
from zhibiao.reading.html_flow import integer
from zhibiao.reading.html_page import DROPPED, Element, is_hidden, name_of

SECTIONS = ("thead", "tbody", "tfoot")
HEAD, BODY, FOOT = 0, 1, 2
ABSURD = 100  # a colspan above this is "all the rest": it does not widen the table
IGNORED_SPAN = re.compile(r"mso-ignore\s*:\s*colspan", re.I)


@dataclass
class Row:
    """One printed row: its cells and the section it belongs to."""

    rank: int
    section: int
    cells: list[Element] = field(default_factory=list)


@dataclass
class Frame:
    """A table taken apart: captions, content that wrongly stands between the cells, and rows in printed order."""

    captions: list[Element] = field(default_factory=list)
    strays: list[Element] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)


class Slot(NamedTuple):
    """A cell laid out."""

    element: Element
    row: int
    column: int
    row_span: int
    column_span: int


class _Level(NamedTuple):
    children: Iterator[Element]
    row: Row | None
    rank: int
    section: int


def take_apart(table: Element) -> Frame:
    """Rows with the head first and the foot last, as a browser prints them."""
    frame = Frame()
    sections = 0
    used = {"thead": False, "tfoot": False}
    stack = [_Level(iter(table), None, BODY, 0)]
    while stack:
        level = stack[-1]
        child = next(level.children, None)
        if child is None:
            stack.pop()
            continue
        name = name_of(child)
        if not name or name in DROPPED or name in ("col", "colgroup") or is_hidden(child):
            continue
        if name in ("td", "th"):
            row = level.row
            if row is None:
                row = new_row(frame, level)
                stack[-1] = level._replace(row=row)
            row.cells.append(child)
        elif name == "tr":
            stack.append(_Level(iter(child), new_row(frame, level), level.rank, level.section))
            stack[-2] = level._replace(row=None)
        elif name in SECTIONS:
            sections += 1
            special = name in used and not used[name]
            used[name] = used.get(name, True) or special
            rank = (HEAD if name == "thead" else FOOT) if special else BODY
            stack.append(_Level(iter(child), None, rank, sections))
            sections += 1
            stack[-2] = level._replace(row=None, section=sections)
        elif name == "caption":
            frame.captions.append(child)
        elif name != "table" and has_rows(child):
            stack.append(level._replace(children=iter(child)))
        else:
            frame.strays.append(child)
    frame.rows.sort(key=lambda row: row.rank)
    return frame


def new_row(frame: Frame, level: _Level) -> Row:
    """Begin a row."""
    row = Row(level.rank, level.section)
    frame.rows.append(row)
    return row


def has_rows(element: Element) -> bool:
    """Whether a tag that does not belong between rows, such as form, wraps some of them."""
    inner = next(element.iter("tr", "td", "th", "table"), None)
    return inner is not None and name_of(inner) != "table"


def lay_out(rows: list[Row], budget: Budget) -> tuple[list[Slot], int]:
    """Every cell with its place and spans, and the width; spans end with their section and never overlap."""
    slots: list[Slot] = []
    taken: list[int] = []  # per column, the first row that is free again
    start = 0
    for _, group in groupby(rows, key=lambda row: row.section):
        section = list(group)
        end = start + len(section)
        for at, row in enumerate(section, start):
            budget.check_time()
            lay_row(row, at, end, taken, slots, budget)
        start = end
    width = max((slot.column + (slot.column_span if slot.column_span <= ABSURD else 1) for slot in slots), default=0)
    slots = [slot._replace(column_span=min(slot.column_span, width - slot.column)) for slot in slots]
    budget.spend_cells(max(0, len(rows) * width - sum(slot.column_span for slot in slots)))  # later floors lay the grid out densely
    return slots, width


def lay_row(row: Row, at: int, end: int, taken: list[int], slots: list[Slot], budget: Budget) -> None:
    """Put the cells of one row into the columns that are free."""
    limit = budget.limits.grid_columns
    column = 0
    for cell in row.cells:
        while column < len(taken) and taken[column] > at:
            column += 1
        if column >= limit:
            raise ReadError("too-many-columns", f"表格超过 {limit} 列的上限", SPLIT)
        asked = max(1, integer(cell.get("colspan"), 1))
        span = 1
        while span < min(asked, limit - column) and not (column + span < len(taken) and taken[column + span] > at):
            span += 1
        budget.spend_cells(span)
        down = integer(cell.get("rowspan"), 1)
        down = end - at if down == 0 else max(1, min(down, end - at))
        taken.extend([0] * (column + span - len(taken)))
        taken[column : column + span] = [at + down] * span
        shown = 1 if IGNORED_SPAN.search(cell.get("style", "")) else span  # Excel: text that runs over empty neighbours
        slots.append(Slot(cell, at, column, down, shown))
        column += span
