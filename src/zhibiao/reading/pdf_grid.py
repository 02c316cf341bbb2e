"""A frame of lines turned into the cells of a table, with the rows and columns that each covers."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TypeAlias

from zhibiao.reading.pdf_marks import Box, Rule
from zhibiao.reading.pdf_rules import Frame, levels, nearest

# Points. No row or column that holds text is thinner: what is thinner is a double border or one drawn crookedly.
BAND = 4.5
# A line that goes on beyond the last one it crosses by more than this is a row or column whose outer border is not drawn.
OPEN_SIDE = 8.0
# How much of a slot's side may be missing from a line that walls it off.
SLACK = 4.0
SLACK_SHARE = 0.3


@dataclass(frozen=True, slots=True)
class Slot:
    """A cell by its place: first row and column, rows and columns covered; `loose` where one outer side is not drawn."""

    row: int
    column: int
    row_span: int
    column_span: int
    loose: bool = False


@dataclass(frozen=True, slots=True)
class Shape:
    """A table by its geometry: edges of columns and rows, cells, and which cell owns each slot (-1: none)."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    cells: tuple[Slot, ...]
    owners: tuple[tuple[int, ...], ...]
    guessed: bool = False  # columns were found by the text, not by lines

    @property
    def box(self) -> Box:
        """Left, top, right, bottom."""
        return self.xs[0], self.ys[0], self.xs[-1], self.ys[-1]

    def cell_at(self, x: float, y: float) -> int:
        """The cell that a point falls in, -1 for none."""
        row = bisect_right(self.ys, y) - 1
        column = bisect_right(self.xs, x) - 1
        if 0 <= row < len(self.owners) and 0 <= column < len(self.xs) - 1:
            return self.owners[row][column]
        return -1

    def cell_box(self, index: int) -> Box:
        """The outline of a cell."""
        cell = self.cells[index]
        return (
            self.xs[cell.column],
            self.ys[cell.row],
            self.xs[cell.column + cell.column_span],
            self.ys[cell.row + cell.row_span],
        )


Region: TypeAlias = list[tuple[int, int]]  # slots as row and column


def shapes_of(frame: Frame) -> list[Shape]:
    """The table that a frame draws and those within its cells; none for a box, an underline or another decoration."""
    horizontals, verticals = _closed(frame.horizontals, frame.verticals)
    xs = levels([rule[0] for rule in verticals], BAND)
    ys = levels([rule[0] for rule in horizontals], BAND)
    rows, columns = len(ys) - 1, len(xs) - 1
    if rows < 1 or columns < 2:
        return []
    beside = _walls(verticals, xs, ys)
    below = _walls(horizontals, ys, xs)
    regions = _regions(beside, below, rows, columns)
    inner = _inner_tables(regions)
    within = {index for found in inner.values() for index in found}
    cells: list[Slot] = []
    shapes: list[Shape | None] = []
    for index, region in enumerate(regions):
        if index in within:
            continue
        sides = _open_sides(region, beside, below)
        if index in inner:
            top, left, bottom, right = _bounds(region)
            cells.append(Slot(top, left, bottom - top, right - left, bool(sides)))
            shapes.append(shape_from(xs, ys, [cell for other in inner[index] for cell in _rectangles(regions[other], False)]))
        elif len(sides) < 2:
            cells.extend(_rectangles(region, bool(sides)))
    shapes.append(shape_from(xs, ys, cells))
    return [shape for shape in shapes if shape is not None]


def shape_from(xs: list[float], ys: list[float], cells: list[Slot], guessed: bool = False) -> Shape | None:
    """A shape of given cells; edges where no cell begins or ends are dropped. None with less than two columns."""
    used_columns = sorted({edge for cell in cells for edge in (cell.column, cell.column + cell.column_span)})
    used_rows = sorted({edge for cell in cells for edge in (cell.row, cell.row + cell.row_span)})
    if len(used_columns) < 3:
        return None
    column = {edge: index for index, edge in enumerate(used_columns)}
    row = {edge: index for index, edge in enumerate(used_rows)}
    kept = sorted(
        (
            Slot(
                row[cell.row],
                column[cell.column],
                row[cell.row + cell.row_span] - row[cell.row],
                column[cell.column + cell.column_span] - column[cell.column],
                cell.loose,
            )
            for cell in cells
        ),
        key=lambda cell: (cell.row, cell.column),
    )
    owners = [[-1] * (len(used_columns) - 1) for _ in used_rows[1:]]
    for index, cell in enumerate(kept):
        for owned in owners[cell.row : cell.row + cell.row_span]:
            owned[cell.column : cell.column + cell.column_span] = [index] * cell.column_span
    return Shape(
        tuple(xs[edge] for edge in used_columns), tuple(ys[edge] for edge in used_rows), tuple(kept), tuple(map(tuple, owners)), guessed
    )


def _closed(horizontals: list[Rule], verticals: list[Rule]) -> tuple[list[Rule], list[Rule]]:
    """The lines, with the outer borders that tables with open sides (开口表, 三线表) leave out."""
    upright = verticals + _missing_ends(horizontals, [rule[0] for rule in verticals])
    across = horizontals + _missing_ends(upright, [rule[0] for rule in horizontals])
    return across, upright


def _missing_ends(rules: list[Rule], crossed: list[float]) -> list[Rule]:
    """Lines to draw where at least two parallel ones go on beyond all that they cross, to about the same place."""
    first, last = min(crossed), max(crossed)
    missing: list[Rule] = []
    before = sorted((rule[1], rule[0]) for rule in rules if rule[1] < first - OPEN_SIDE)
    after = sorted(((rule[2], rule[0]) for rule in rules if rule[2] > last + OPEN_SIDE), reverse=True)
    for ends in (before, after):
        reached = [position for end, position in ends if abs(end - ends[0][0]) <= OPEN_SIDE]
        if len(reached) >= 2:
            missing.append((ends[0][0], min(reached), max(reached)))
    return missing


def _walls(rules: list[Rule], across: list[float], along: list[float]) -> list[bytearray]:
    """For each level that lines lie on: which of the slots along it are walled off there."""
    walls = [bytearray(len(along) - 1) for _ in across]
    for position, low, high in rules:
        wall = walls[nearest(across, position)]
        for slot in range(max(bisect_left(along, low - SLACK) - 1, 0), min(bisect_right(along, high), len(wall))):
            slack = min(SLACK, SLACK_SHARE * (along[slot + 1] - along[slot]))
            if low <= along[slot] + slack and high >= along[slot + 1] - slack:
                wall[slot] = 1
    return walls


def _regions(beside: list[bytearray], below: list[bytearray], rows: int, columns: int) -> list[Region]:
    """Slots that no wall divides, together."""
    seen = [bytearray(columns) for _ in range(rows)]
    regions = []
    for row in range(rows):
        for column in range(columns):
            if seen[row][column]:
                continue
            region = [(row, column)]
            seen[row][column] = 1
            for here, at in region:  # grows while it is walked
                for down, right, wall in (
                    (here, at - 1, beside[at][here]),
                    (here, at + 1, beside[at + 1][here]),
                    (here - 1, at, below[here][at]),
                    (here + 1, at, below[here + 1][at]),
                ):
                    if not wall and 0 <= down < rows and 0 <= right < columns and not seen[down][right]:
                        seen[down][right] = 1
                        region.append((down, right))
            regions.append(region)
    return regions


def _bounds(region: Region) -> tuple[int, int, int, int]:
    """First row and column, and the ones after the last."""
    rows = [row for row, _ in region]
    columns = [column for _, column in region]
    return min(rows), min(columns), max(rows) + 1, max(columns) + 1


def _inner_tables(regions: list[Region]) -> dict[int, list[int]]:
    """For a cell that runs around a table standing in it on three sides at least: the regions of that table."""
    owner = {slot: index for index, region in enumerate(regions) for slot in region}
    found: dict[int, list[int]] = {}
    for index, region in enumerate(regions):
        top, left, bottom, right = _bounds(region)
        if len(region) == (bottom - top) * (right - left):
            continue
        others = {owner[row, column] for row in range(top, bottom) for column in range(left, right)} - {index}
        bounds = [_bounds(regions[other]) for other in others]
        block = (min(b[0] for b in bounds), min(b[1] for b in bounds), max(b[2] for b in bounds), max(b[3] for b in bounds))
        outside = block[0] < top or block[1] < left or block[2] > bottom or block[3] > right
        touched = (block[0] <= top) + (block[1] <= left) + (block[2] >= bottom) + (block[3] >= right)
        if not outside and touched <= 1 and len({b[1] for b in bounds}) > 1:
            found[index] = sorted(others)
    return found


def _open_sides(region: Region, beside: list[bytearray], below: list[bytearray]) -> set[str]:
    """The outer sides of the frame through which a region runs out."""
    last_row, last_column = len(below) - 2, len(beside) - 2
    sides = set()
    for row, column in region:
        if column == 0 and not beside[0][row]:
            sides.add("left")
        if column == last_column and not beside[-1][row]:
            sides.add("right")
        if row == 0 and not below[0][column]:
            sides.add("top")
        if row == last_row and not below[-1][column]:
            sides.add("bottom")
    return sides


def _rectangles(region: Region, loose: bool) -> list[Slot]:
    """A region as cells: one, unless a border inside it is half drawn; then runs of equal width are stacked."""
    runs: list[tuple[int, int, int]] = []
    for row, column in sorted(region):
        if runs and runs[-1][0] == row and runs[-1][2] == column:
            runs[-1] = (row, runs[-1][1], column + 1)
        else:
            runs.append((row, column, column + 1))
    stacks: dict[tuple[int, int], list[list[int]]] = {}
    for row, start, end in runs:
        spans = stacks.setdefault((start, end), [])
        if spans and spans[-1][1] == row:
            spans[-1][1] = row + 1
        else:
            spans.append([row, row + 1])
    return [Slot(top, start, bottom - top, end - start, loose) for (start, end), spans in stacks.items() for top, bottom in spans]
