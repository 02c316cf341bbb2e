"""Text that other tools flattened, given back its paragraphs and grids; what had to be inferred is said in doubts."""

from __future__ import annotations

from dataclasses import replace

from zhibiao.model.place import Place
from zhibiao.parsing.flattened.celled import cells_of, is_celled, rows_of
from zhibiao.parsing.flattened.fragments import fragments_of
from zhibiao.parsing.flattened.markup import CONTENTS_LINE, heading, without_marks
from zhibiao.parsing.flattened.ragged import grid_of
from zhibiao.parsing.flattened.stacked import StackedTable, data_rows, head_rows, inferred_cells, place_of, segment, tables_in
from zhibiao.parsing.flattened.tabbed import pipe_cells, tab_cells
from zhibiao.reading.blocks import Block, Grid, Lines, Paragraph


class Unflattener:
    """Reads lines once, top to bottom; grids get running numbers over the file."""

    def __init__(self) -> None:
        self.tables = 0
        self.doubts: list[str] = []

    def blocks(self, lines: Lines) -> list[Block]:
        """The lines of one text as paragraphs and grids."""
        rows = [line.replace("\f", "") for line in lines.lines]
        start = lines.place.line or 1
        if is_celled(rows):
            return self._celled(rows, start, lines.place)
        blocks = self._by_line(rows, start, lines.place)
        if any(isinstance(block, Grid) for block in blocks):
            return blocks
        return self._stacked(list(lines.lines), lines.place) or blocks

    def _place(self, place: Place, line: int) -> Place:
        self.tables += 1
        return replace(place, table=self.tables, line=line)

    def _celled(self, rows: list[str], start: int, place: Place) -> list[Block]:
        out: list[Block] = []
        i = 0
        while i < len(rows):
            if rows[i].startswith("\t"):
                cells, end = cells_of(rows, i)
                out.append(grid_of([texts for _, texts in rows_of(cells)], self._place(place, start + i)))
                i = max(end, i + 1)
                continue
            self._paragraph(out, rows[i], replace(place, line=start + i))
            i += 1
        return out

    def _by_line(self, rows: list[str], start: int, place: Place) -> list[Block]:
        """Tab and pipe rows gathered to grids; everything else is running text."""
        out: list[Block] = []
        table: list[list[str]] = []
        first = 0
        for i, line in enumerate([*rows, ""]):
            cells = pipe_cells(line)
            if cells is None:
                cells = tab_cells(line)
            if cells is not None:
                first = i if not table else first
                if cells:
                    table.append(cells)
                continue
            if table:
                out.append(grid_of(table, self._place(place, start + first)))
                table = []
            self._paragraph(out, line, replace(place, line=start + i))
        return out

    def _stacked(self, lines: list[str], place: Place) -> list[Block]:
        """Plain pdf text; [] where it holds no table header."""
        shown = [("" if CONTENTS_LINE.search(line) else without_marks(line)) for line in lines]
        fragments = fragments_of(shown)
        tables = tables_in(shown, fragments)
        if not tables:
            return []
        segment(tables)
        out: list[Block] = []
        ends = self._paragraph_lines(tables, fragments[-1].line + 1)
        start = place.line or 1
        for i, line in enumerate(shown):
            if i in ends:
                out.extend(self._stacked_table(ends[i], place))
            if not any(t.title_line <= i < self._last_line(t) for t in tables):
                self._paragraph(out, line, replace(place, line=start + i))
        return out

    def _paragraph_lines(self, tables: list[StackedTable], stop: int) -> dict[int, StackedTable]:
        return {table.title_line: table for table in tables}

    def _last_line(self, table: StackedTable) -> int:
        pages = [page for page in table.pages if page]
        return pages[-1][-1].line + 1 if pages else table.title_line + 1

    def _stacked_table(self, table: StackedTable, place: Place) -> list[Block]:
        """Title, head and data of one table as blocks."""
        out: list[Block] = []
        here = place_of(place, table.title_line, 0)
        if table.title:
            out.append(Paragraph(table.title, here))
        rows, loose, doubts = head_rows(table.head)
        out.extend(Paragraph(line, here) for line in loose)
        self.tables += 1
        if rows:
            out.append(grid_of(rows, place_of(place, table.title_line, self.tables)))
        for page in data_rows(table):
            out.append(grid_of([list(table.header.words), *page], place_of(place, table.title_line, self.tables)))
        cells = inferred_cells(table)
        name = f"表“{table.title or self.tables}”"
        self.doubts += [f"{name}：{doubt}" for doubt in doubts]
        if cells:
            self.doubts.append(f"{name}的边框已在转成文字时丢失，这些单元格的分界是推断的：{'；'.join(cells)}")
        return out

    def _paragraph(self, out: list[Block], line: str, place: Place) -> None:
        level, text = heading(line)
        text = without_marks(text).strip()
        if text:
            out.append(Paragraph(text, place, level))
