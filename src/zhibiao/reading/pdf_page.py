"""One pdf page as a reader sees it: its tables with the text of their cells, and the lines of text around them."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field

from zhibiao.model.place import Place
from zhibiao.reading.blocks import Cell, Grid
from zhibiao.reading.budget import Budget
from zhibiao.reading.pdf_boxes import box_of, shapes_of_boxes
from zhibiao.reading.pdf_columns import shapes_of_rules
from zhibiao.reading.pdf_grid import Shape, shapes_of
from zhibiao.reading.pdf_layout import Layout, laid_out
from zhibiao.reading.pdf_marks import ASCENT, DOWNWARDS, UPRIGHT, UPWARDS, Box, Glyph, Marks, middle
from zhibiao.reading.pdf_rules import TangledPageError, frames
from zhibiao.reading.pdf_text import TextLine, cell_text, lines_of

SHAPES = 1_000  # tables of one page
CROSSINGS = 100_000  # horizontal by vertical lines of all frames of a page; the fullest real page has 120 by 40
# A grid made of coloured boxes needs text in this share of them: charts and ornaments have none.
FILLED_SHARE = 0.4
HEADER_WORDS = re.compile("一级指标|三级指标|指标值|绩效指标")
TABLE_LINES = 3  # lines of three segments or more that make a table without lines


@dataclass(frozen=True, slots=True)
class PlacedGrid:
    """A grid and its outline on the page."""

    box: Box
    grid: Grid


@dataclass(slots=True)
class PageContent:
    """What is kept of a page until the whole file has been seen."""

    number: int
    width: float
    height: float
    lines: list[TextLine] = field(default_factory=list)  # outside tables, from top to bottom
    grids: list[PlacedGrid] = field(default_factory=list)
    layout: Layout | None = None  # the lines laid out in columns, where they look like a table without lines
    guessed: bool = False  # a table whose columns were found by the text


def content_of(marks: Marks, number: int, budget: Budget, before: Layout | None = None) -> PageContent:
    """Tables and lines of a page whose marks stand upright; `before` is the layout of the page before, where that had no grid."""
    content = PageContent(number, marks.width, marks.height)
    shapes = _shapes(marks, budget)
    budget.spend_cells(sum(len(shape.cells) for shape in shapes), f"第{number}页")
    sorted_glyphs = Sorting(shapes)
    outside = _sort_out(marks, sorted_glyphs)
    content.lines = _lines(outside)
    content.grids = sorted_glyphs.grids(number)
    content.guessed = any(shape.guessed for shape in shapes)
    if not content.grids:
        _try_layout(content, outside[UPRIGHT], before)
    return content


def _shapes(marks: Marks, budget: Budget) -> list[Shape]:
    """The tables of a page: drawn by lines, by boxes, by horizontal lines only."""
    whole, loners = frames(marks.horizontals, marks.verticals, budget)
    shapes: list[Shape] = []
    boxes: list[Box] = []
    crossings = 0
    for frame in whole:
        crossings += len(frame.horizontals) * len(frame.verticals)
        if crossings > CROSSINGS:
            raise TangledPageError("表格线交叉过多")
        drawn = shapes_of(frame)
        shapes.extend(drawn)
        if not drawn and (box := box_of(frame)) is not None:
            boxes.append(box)
        if len(shapes) > SHAPES:
            raise TangledPageError(f"这一页的表格框超过 {SHAPES} 个")
    free = [box for box in boxes + marks.fills if not _covered(box, shapes)]
    shapes += [shape for shape in shapes_of_boxes(free, marks.width * marks.height) if _has_text(shape, marks.glyphs[UPRIGHT])]
    lonely = [rule for rule in loners if not _covered((rule[1], rule[0], rule[2], rule[0]), shapes)]
    if len(lonely) >= 3:
        taken = Sorting(shapes)
        free_glyphs = [glyph for glyph in marks.glyphs[UPRIGHT] if taken.find(*middle(glyph, UPRIGHT)) is None]
        shapes += shapes_of_rules(lonely, free_glyphs)
    return shapes


def _covered(box: Box, shapes: list[Shape]) -> bool:
    """Whether the middle of a box lies in a table."""
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return any(other[0] <= x <= other[2] and other[1] <= y <= other[3] for other in (shape.box for shape in shapes))


def _has_text(shape: Shape, glyphs: list[Glyph]) -> bool:
    filled = {shape.cell_at(*middle(glyph, UPRIGHT)) for glyph in glyphs if not glyph[4].isspace()} - {-1}
    return len(filled) >= max(2, FILLED_SHARE * len(shape.cells))


class Sorting:
    """Sorts glyphs into the cells of tables; of tables that lie in one another the innermost takes them."""

    def __init__(self, shapes: list[Shape]) -> None:
        self.shapes = shapes
        self.upright: list[list[list[Glyph]]] = [[[] for _ in shape.cells] for shape in shapes]
        self.turned: dict[tuple[int, int], list[tuple[int, Glyph]]] = {}
        self.edges = sorted({edge for shape in shapes for edge in (shape.ys[0], shape.ys[-1])})
        self.small_first = sorted(range(len(shapes)), key=lambda index: _area(shapes[index].box))
        self.bands = [[index for index in self.small_first if shapes[index].ys[0] <= edge < shapes[index].ys[-1]] for edge in self.edges]

    def find(self, x: float, y: float) -> tuple[int, int] | None:
        """Table and cell that a point falls in."""
        band = bisect_right(self.edges, y) - 1
        if band >= 0:
            for index in self.bands[band]:
                cell = self.shapes[index].cell_at(x, y)
                if cell >= 0:
                    return index, cell
        return None

    def take(self, glyph: Glyph, direction: int) -> bool:
        """Puts a glyph into its cell; False where it stands outside all tables."""
        found = self.find(*middle(glyph, direction))
        if found is None:
            return False
        if direction == UPRIGHT:
            self.upright[found[0]][found[1]].append(glyph)
        else:
            self.turned.setdefault(found, []).append((direction, glyph))
        return True

    def grids(self, page: int) -> list[PlacedGrid]:
        """The tables that hold text, from top to bottom, numbered; tables within a cell go into that cell."""
        order = sorted(range(len(self.shapes)), key=lambda index: (self.shapes[index].ys[0], self.shapes[index].xs[0]))
        texts = {index: self._texts(index) for index in order}
        order = [index for index in order if any(texts[index])]
        homes = {index: home for index in order if (home := self._home(index)) is not None and any(texts[home[0]])}
        numbers = {index: number for number, index in enumerate(order, 1)}
        built: dict[int, Grid] = {}
        for index in (one for one in self.small_first if one in numbers):  # inner ones first
            inner: dict[int, tuple[Grid, ...]] = {}
            for other in order:
                if other in homes and homes[other][0] == index:
                    inner[homes[other][1]] = (*inner.get(homes[other][1], ()), built[other])
            built[index] = _grid(self.shapes[index], texts[index], Place(page=page, table=numbers[index]), inner)
        return [PlacedGrid(self.shapes[index].box, built[index]) for index in order if index not in homes]

    def _texts(self, index: int) -> list[str]:
        return [cell_text(glyphs, self.turned.get((index, cell))) for cell, glyphs in enumerate(self.upright[index])]

    def _home(self, index: int) -> tuple[int, int] | None:
        """The table and cell that a table stands in."""
        left, top, right, bottom = self.shapes[index].box
        for other in self.small_first:
            shape = self.shapes[other]
            cell = shape.cell_at((left + right) / 2, (top + bottom) / 2) if other != index else -1
            if cell >= 0 and _area(shape.box) > _area(self.shapes[index].box):
                outline = shape.cell_box(cell)
                if outline[0] <= left + 1 and outline[1] <= top + 1 and outline[2] >= right - 1 and outline[3] >= bottom - 1:
                    return other, cell
        return None


def _area(box: Box) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])


def _grid(shape: Shape, texts: list[str], place: Place, inner: dict[int, tuple[Grid, ...]]) -> Grid:
    cells = tuple(
        Cell(texts[index], slot.row, slot.column, slot.row_span, slot.column_span, inner.get(index, ()))
        for index, slot in enumerate(shape.cells)
        if texts[index] or not slot.loose  # a notch in the outline is no cell
    )
    return Grid(cells, len(shape.ys) - 1, len(shape.xs) - 1, place, wrapped=True)


def _sort_out(marks: Marks, sorting: Sorting) -> tuple[list[Glyph], ...]:
    """Glyphs outside tables, by reading direction; what lies off the page is not seen and dropped."""
    outside: tuple[list[Glyph], ...] = ([], [], [], [])
    for direction, glyphs in enumerate(marks.glyphs):
        for glyph in glyphs:
            if not sorting.take(glyph, direction):
                x, y = middle(glyph, direction)
                if 0 <= x <= marks.width and 0 <= y <= marks.height:
                    outside[direction].append(glyph)
    for glyph in marks.running:  # Word calls repeated header rows artifacts too: in a table they are kept
        sorting.take(glyph, UPRIGHT)
    return outside


def _lines(outside: tuple[list[Glyph], ...]) -> list[TextLine]:
    """Lines outside tables; turned ones stand where they begin."""
    lines = lines_of(outside[UPRIGHT])
    for direction, glyphs in enumerate(outside):
        if direction == UPRIGHT or not glyphs:
            continue
        for line in lines_of(glyphs):
            x, y = middle((line.base, line.left, line.left, line.size, ""), direction)
            if direction in (DOWNWARDS, UPWARDS):
                y = min(y, middle((line.base, line.right, line.right, line.size, ""), direction)[1])
            lines.append(TextLine(y + ASCENT * line.size, x, x + line.size, line.size, line.text, turned=True))
    return sorted(lines, key=lambda line: (line.base, line.left))


def _try_layout(content: PageContent, glyphs: list[Glyph], before: Layout | None) -> None:
    """A page without grids that names indicators, or goes on with such a page, and stands in columns is kept as laid-out lines."""
    if before is None and not HEADER_WORDS.search("".join(line.text for line in content.lines).replace(" ", "")):
        return
    layout = laid_out(glyphs, before)
    if sum(1 for row in layout.lines if row.segments >= 3) >= TABLE_LINES:
        content.lines = [row.line for row in layout.lines]
        content.layout = layout
