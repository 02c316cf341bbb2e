"""A printed form as a grid of merged cells, laid out the way an HTML table flows: a cell takes the next free place in its row."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Cell:
    row: int
    column: int
    rows: int
    columns: int
    value: object
    number_format: str | None = None


@dataclass(frozen=True)
class Shown:
    """A number or date together with the format that a workbook shows it in."""

    value: object
    number_format: str


@dataclass
class FormGrid:
    width: int
    height: int = 0
    cells: list[Cell] = field(default_factory=list)
    taken: set[tuple[int, int]] = field(default_factory=set)

    def row(self, *cells: object) -> None:
        """Add a row; a cell is its value, or (value, columns), or (value, columns, rows)."""
        column = 0
        for given in cells:
            value, columns, rows = (*given, 1, 1)[:3] if isinstance(given, tuple) else (given, 1, 1)
            while (self.height, column) in self.taken:
                column += 1
            if column + columns > self.width:
                raise ValueError(f"row {self.height} of the form is wider than {self.width}: {value!r}")
            shown = value if isinstance(value, Shown) else Shown(value, "")
            self.cells.append(Cell(self.height, column, rows, columns, shown.value, shown.number_format or None))
            self.taken |= {(self.height + r, column + c) for r in range(rows) for c in range(columns)}
            column += columns
        self.height += 1

    def at(self, row: int, column: int) -> Cell | None:
        """The cell that covers this place."""
        for cell in self.cells:
            if cell.row <= row < cell.row + cell.rows and cell.column <= column < cell.column + cell.columns:
                return cell
        return None


def merged_levels(rows: Iterable[Sequence[object]], depth: int = 2, last_width: int = 1) -> Iterator[list[object]]:
    """Rows whose first `depth` cells are merged downwards where they repeat (a change on the left starts anew on the right)."""
    lines = [list(r) for r in rows]
    for i, line in enumerate(lines):
        out: list[object] = []
        for c in range(depth):
            if i and lines[i - 1][: c + 1] == line[: c + 1]:
                continue
            run = 1
            while i + run < len(lines) and lines[i + run][: c + 1] == line[: c + 1]:
                run += 1
            out.append((line[c], 1, run))
        out += line[depth:]
        if last_width > 1:
            out[-1] = (out[-1], last_width)
        yield out
