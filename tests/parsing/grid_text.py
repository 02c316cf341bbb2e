"""Builds grids from drawn rows: one line a row, | between cells.

< takes the cell on the left, ^ the one above; ~ is a hole, ⏎ a line break."""

from __future__ import annotations

from collections.abc import Sequence

from zhibiao.model.document import Document
from zhibiao.model.place import Place
from zhibiao.parsing import parse
from zhibiao.parsing.matrix import Matrix
from zhibiao.reading.blocks import Block, Blocks, Cell, Grid, Lines, Paragraph

HERE = Place(table=1)


def grid(drawing: str, place: Place = HERE, wrapped: bool = False, first_row: int = 1, row_lines: Sequence[int] = ()) -> Grid:
    """The grid as drawn."""
    rows = [[text.strip() for text in line.strip().split("|")] for line in drawing.strip().split("\n")]
    width = max(len(row) for row in rows)
    rows = [row + ["~"] * (width - len(row)) for row in rows]
    owner: dict[tuple[int, int], tuple[int, int]] = {}
    for r, row in enumerate(rows):
        for c, mark in enumerate(row):
            if mark == "<":
                owner[r, c] = owner[r, c - 1]
            elif mark == "^":
                owner[r, c] = owner[r - 1, c]
            elif mark != "~":
                owner[r, c] = (r, c)
    cells = []
    for anchor in sorted(set(owner.values())):
        slots = [slot for slot, found in owner.items() if found == anchor]
        bottom, right = max(r for r, _ in slots), max(c for _, c in slots)
        text = rows[anchor[0]][anchor[1]].replace("⏎", "\n")
        cells.append(Cell(text, *anchor, row_span=bottom - anchor[0] + 1, column_span=right - anchor[1] + 1))
    return Grid(tuple(cells), len(rows), width, place, wrapped=wrapped, first_row=first_row, row_lines=tuple(row_lines))


def matrix(drawing: str, wrapped: bool = False) -> Matrix:
    """The drawn grid as a matrix."""
    return Matrix(grid(drawing, wrapped=wrapped))


def paragraph(text: str, level: int | None = None, page: int | None = None) -> Paragraph:
    """A line of running text."""
    return Paragraph(text, Place(page=page), level)


def read(*blocks: Block | str, kind: str = "docx", source: str = "送审稿.docx") -> Document:
    """The document of these blocks; a string is a paragraph."""
    return parse(Blocks(kind, tuple(paragraph(block) if isinstance(block, str) else block for block in blocks)), source)


def read_text(text: str, source: str = "送审稿.txt") -> Document:
    """The document of a flattened text."""
    return parse(Blocks("txt", (Lines(tuple(text.strip("\n").split("\n")), Place(line=1)),)), source)


def rows_of(document: Document, *fields: str, table: int = 0) -> list[tuple[str | None, ...]]:
    """These fields of every indicator of one table."""
    return [tuple(getattr(indicator, name) for name in fields) for indicator in document.tables[table].indicators]
