"""A grid as a matrix: every slot knows the cell that covers it."""

from __future__ import annotations

from collections.abc import Iterator

from zhibiao.model.place import Place
from zhibiao.reading.blocks import Cell, Grid


class Matrix:
    """Rows of slots over one grid; a merged cell stands in each slot that it covers, a hole is None."""

    def __init__(self, grid: Grid) -> None:
        self.grid = grid
        self.height = grid.height
        self.width = grid.width
        self.wrapped = grid.wrapped
        rows: list[list[Cell | None]] = [[None] * grid.width for _ in range(grid.height)]
        for cell in grid.cells:
            right = cell.column + cell.column_span
            for r in range(cell.row, min(cell.row + cell.row_span, grid.height)):
                row = rows[r]
                for c in range(cell.column, min(right, grid.width)):
                    row[c] = cell
        self.rows = rows
        self._own: dict[int, list[Cell]] = {}  # header, data, foot and head all ask for the cells of a row, some ten times
        self._texts: dict[int, list[Cell]] = {}

    def touching(self, r: int) -> Iterator[Cell]:
        """The distinct cells that touch a row, left to right."""
        last: Cell | None = None
        for cell in self.rows[r]:
            if cell is not None and cell is not last:
                yield cell
                last = cell

    def own(self, r: int) -> list[Cell]:
        """The cells that begin in a row."""
        known = self._own.get(r)
        if known is None:
            known = self._own[r] = [cell for cell in self.touching(r) if cell.row == r]
        return known

    def texts(self, r: int) -> list[Cell]:
        """The cells that begin in a row and hold text."""
        known = self._texts.get(r)
        if known is None:
            known = self._texts[r] = [cell for cell in self.own(r) if cell.text.strip()]
        return known

    def place(self, cell: Cell) -> Place:
        """The printed address of a cell."""
        return self.at(cell.row, cell.column)

    def at(self, row: int, column: int | None = None) -> Place:
        """The printed address of a row, or of a slot in it."""
        grid = self.grid
        return Place(
            page=grid.place.page,
            sheet=grid.place.sheet,
            table=grid.place.table,
            row=row + grid.first_row,
            column=None if column is None else column + grid.first_column,
            line=grid.row_lines[row] if row < len(grid.row_lines) else grid.place.line,
            part=grid.place.part,
            path=grid.place.path,
        )
