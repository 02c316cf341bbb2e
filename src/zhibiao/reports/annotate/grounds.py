"""The cells and paragraphs of a file by their places: where a comment can be put."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from zhibiao.model.place import Place
from zhibiao.reading.blocks import Block, Cell, Grid, Paragraph
from zhibiao.text.clean import squeeze

Key: TypeAlias = tuple[str | None, str | None, int | None, tuple[int, ...]]


@dataclass(slots=True)
class _Rows:
    """One grid's cells by the printed number of the row where they begin."""

    grid: Grid
    rows: dict[int, list[Cell]] = field(default_factory=dict)
    tall: list[Cell] = field(default_factory=list)


class Grounds:
    """What was read, asked by place and by text; every answer is the address of a cell's first slot, or a paragraph's line."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self.grids: dict[Key, _Rows] = {}
        self.texts: list[tuple[str, Place]] = []  # in reading order
        for block in blocks:
            if isinstance(block, Grid):
                self._take(block)
            elif isinstance(block, Paragraph) and block.place.line is not None:  # a shape over a sheet takes no comment
                self.texts.append((squeeze(block.text), block.place))

    def _take(self, grid: Grid) -> None:
        found = self.grids.setdefault(grid_of(grid.place), _Rows(grid))
        for cell in grid.cells:
            found.rows.setdefault(cell.row + grid.first_row, []).append(cell)
            if cell.row_span > 1:
                found.tall.append(cell)
            if cell.text:
                self.texts.append((squeeze(cell.text), _at(grid, cell)))
            for inner in cell.grids:
                self._take(inner)

    def covering(self, place: Place) -> tuple[Place, str] | None:
        """The cell over a slot, and its text; a blank slot of a sheet is a cell too. None: the grid has no such slot."""
        rows = self.grids.get(grid_of(place))
        if rows is None or place.row is None or place.column is None:
            return None
        grid = rows.grid
        row, column = place.row - grid.first_row, place.column - grid.first_column
        for cell in (*rows.rows.get(place.row, ()), *rows.tall):
            if cell.row <= row < cell.row + cell.row_span and cell.column <= column < cell.column + cell.column_span:
                return _at(grid, cell), cell.text
        return (place, "") if place.sheet is not None else None

    def first_of_row(self, place: Place) -> Place | None:
        """The first cell that begins in a row and holds text, else any that begins there, else one that reaches into it."""
        rows = self.grids.get(grid_of(place))
        if rows is None or place.row is None:
            return None
        row = place.row - rows.grid.first_row
        own = rows.rows.get(place.row, [])
        reaching = [cell for cell in rows.tall if cell.row < row < cell.row + cell.row_span]
        cells = [cell for cell in own if cell.text.strip()] + own + reaching
        return _at(rows.grid, cells[0]) if cells else None

    def first_of_grid(self, place: Place) -> Place | None:
        """The first cell of the grid that a place names."""
        rows = self.grids.get(grid_of(place))
        return _at(rows.grid, rows.grid.cells[0]) if rows is not None and rows.grid.cells else None

    def within(self, place: Place, last: int | None, text: str) -> Place | None:
        """The first cell that holds a text, blanks apart, between a place and a row of its grid."""
        rows, wanted = self.grids.get(grid_of(place)), squeeze(text)
        if rows is None or place.row is None or not wanted:
            return None
        for row in range(place.row, min(last or place.row, place.row + rows.grid.height) + 1):
            for cell in rows.rows.get(row, ()):
                if wanted in squeeze(cell.text):
                    return _at(rows.grid, cell)
        return None

    def holding(self, text: str) -> Iterator[tuple[Place, str]]:
        """Paragraphs and cells that hold a text, blanks apart."""
        wanted = squeeze(text)
        return ((place, written) for written, place in self.texts if wanted and wanted in written)

    def first(self) -> Place | None:
        """The first thing that is written at all."""
        return self.texts[0][1] if self.texts else None


def grid_of(place: Place) -> Key:
    """What the places of one grid have in common."""
    return place.part, place.sheet, place.table, place.path


def _at(grid: Grid, cell: Cell) -> Place:
    place = grid.place
    return Place(
        sheet=place.sheet,
        table=place.table,
        row=cell.row + grid.first_row,
        column=cell.column + grid.first_column,
        part=place.part,
        path=place.path,
    )
