"""Text that other tools flattened, given back its paragraphs and grids; what had to be inferred is said in doubts."""

from __future__ import annotations

import re
from dataclasses import replace

from zhibiao.model.place import Place
from zhibiao.parsing.columns import find_header
from zhibiao.parsing.contents_line import CONTENTS_LINE
from zhibiao.parsing.flattened.celled import cells_of, is_celled, rows_of
from zhibiao.parsing.flattened.dashed import dashed_rows
from zhibiao.parsing.flattened.fragments import fragments_of
from zhibiao.parsing.flattened.laid_out import PageReader
from zhibiao.parsing.flattened.laid_out_head import read_head
from zhibiao.parsing.flattened.laid_out_tables import laid_out_tables
from zhibiao.parsing.flattened.markup import heading, without_marks
from zhibiao.parsing.flattened.ragged import grid_of
from zhibiao.parsing.flattened.ruled import is_rule, rows_from
from zhibiao.parsing.flattened.spaced import fill, is_spaced
from zhibiao.parsing.flattened.stacked import (
    StackedTable,
    data_rows,
    head_rows,
    inferred_cells,
    is_jumbled,
    joints_of,
    place_of,
    segment,
    tables_in,
)
from zhibiao.parsing.flattened.tabbed import aligned, has_outer_pipes, is_contents, pipe_cells, quoted_row, tab_cells
from zhibiao.parsing.matrix import Matrix
from zhibiao.reading.blocks import Block, Grid, Lines, Paragraph

LONGEST_TABLE = 4_000  # fragments of one page: a real page has some 300; cutting takes time in proportion
_NOTE = re.compile(r"^\s*(?:注|备注|说明)\s*\d{0,2}[:：.、]")


def _as_wide(lines: list[str], row: list[str]) -> bool:
    """Whether the next line goes on with the rows of a tab table."""
    cells = tab_cells(lines[0]) if lines else None
    return cells is not None and len(cells) == len(row)


def _has_header(grid: Grid) -> bool:
    """Whether the rows hold an indicator table; a signature line may have its tabs in any text."""
    matrix = Matrix(grid)
    return any(find_header(matrix, r) is not None for r in range(matrix.height))


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
        if any(_has_header(block) for block in blocks if isinstance(block, Grid)):
            return blocks
        text = [("" if CONTENTS_LINE.search(line) and not line.count("  ") > 2 else without_marks(line)) for line in lines.lines]
        return self._laid_out(text, lines.place) or self._stacked(text, lines.place) or blocks

    def _place(self, place: Place, line: int) -> Place:
        self.tables += 1
        return replace(place, table=self.tables, line=line)

    def _celled(self, rows: list[str], start: int, place: Place) -> list[Block]:
        out: list[Block] = []
        i = 0
        while i < len(rows):
            if rows[i].startswith("\t"):
                cells, end = cells_of(rows, i)
                found = rows_of(cells)
                lines = [start + line for line, _ in found]
                out.append(grid_of([texts for _, texts in found], self._place(place, start + i), lines))
                i = max(end, i + 1)
                continue
            self._paragraph(out, rows[i], replace(place, line=start + i))
            i += 1
        return out

    def _by_line(self, rows: list[str], start: int, place: Place) -> list[Block]:
        """Ruled, pipe and tab rows gathered to grids; everything else is running text."""
        out: list[Block] = []
        i = 0
        while i < len(rows):
            found = self._table_at(rows, i)
            if found is None:
                self._paragraph(out, rows[i], replace(place, line=start + i))
                i += 1
                continue
            numbered, i = found
            lines = [start + line for line, _ in numbered]
            out.append(grid_of([cells for _, cells in numbered], self._place(place, lines[0]), lines))
        return out

    def _table_at(self, rows: list[str], i: int) -> tuple[list[tuple[int, list[str]]], int] | None:
        """The rows of a table that begins at line i, and the line behind it."""
        if is_rule(rows[i]):
            ruled, stop = rows_from(rows, i)
            return (ruled, stop) if ruled else None
        dashed = dashed_rows(rows, i)
        if dashed:
            return dashed
        outer = has_outer_pipes(rows[i])
        piped = pipe_cells(rows[i], outer) is not None
        numbered: list[tuple[int, list[str]]] = []
        k = i
        while k < len(rows):
            line, after = (rows[k], k + 1) if piped else quoted_row(rows, k)
            cells = pipe_cells(line, outer) if piped else tab_cells(line)
            inside = cells is None and not piped and len(numbered) > 1 and _NOTE.match(rows[k])
            if inside and _as_wide(rows[k + 1 : k + 2], numbered[-1][1]):
                cells = [rows[k].strip()]
            if cells is None:
                break
            if cells:
                numbered.append((k, cells))
            k = after
        if not numbered or (not piped and is_contents([cells for _, cells in numbered])):
            return None
        if piped and outer:
            full = aligned([cells for _, cells in numbered])
            numbered = [(line, cells) for (line, _), cells in zip(numbered, full, strict=True)]
        return numbered, k

    def _laid_out(self, lines: list[str], place: Place) -> list[Block]:
        """Text that keeps the page's layout; [] where no header stands apart by wide gaps."""
        tables = laid_out_tables(lines)
        if not tables:
            return []
        out: list[Block] = []
        start = place.line or 1
        i = 0
        for table in tables:
            for k in range(i, table.head_from):
                self._paragraph(out, lines[k], replace(place, line=start + k))
            self.tables += 1
            here = replace(place, table=self.tables, line=start + table.head_from)
            rows, loose = read_head(lines, table.head_from, table.header.first)
            out.extend(Paragraph(text, here) for text in loose)
            if rows:
                out.append(grid_of(rows, here))
            told: list[str] = []
            count = 0
            reader = PageReader(table.header)
            for k, page in enumerate(table.pages):
                cells, numbers, wrapped = reader.read(lines, page, k > 0)
                told += [str(count + k) for k in wrapped]
                count += len(cells)
                out.append(grid_of([table.header.words, *cells], here, [start + n for n in numbers[:1] + numbers]))
            if told:
                where = f"原文第{start + table.header.first}行起的表"
                self.doubts.append(
                    f"{where}：边框已在转成文字时丢失，一、二级指标按居中位置归属，第{'、'.join(told)}行由多行文字按对齐合并，均为推断"
                )
            i = max([table.header.last + 1, *(page.stop for page in table.pages)])
        for k in range(i, len(lines)):
            self._paragraph(out, lines[k], replace(place, line=start + k))
        return out

    def _stacked(self, lines: list[str], place: Place) -> list[Block]:
        """Plain pdf text; [] where it holds no table header."""
        fragments = fragments_of(lines)
        tables = tables_in(lines, fragments)
        if not tables:
            return []
        if any(len(page) > LONGEST_TABLE for table in tables for page in table.pages):
            self.doubts.append("有一段文字像是表格，但过长，没有还原成表格；请提供原始的 Word、Excel 文件")
            return []
        if is_spaced(lines):
            fill(tables, lines)
        segment([table for table in tables if table.rows is None], joints_of(fragments))
        out: list[Block] = []
        ends = {table.title_line: table for table in tables}
        start = place.line or 1
        for i, line in enumerate(lines):
            if i in ends:
                out.extend(self._stacked_table(ends[i], place))
            if not any(t.title_line <= i < self._last_line(t) for t in tables):
                self._paragraph(out, line, replace(place, line=start + i))
        return out

    def _last_line(self, table: StackedTable) -> int:
        if table.rows:
            return table.rows[-1][0] + 1
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
        data, lines = data_rows(table)
        numbers = [(place.line or 1) + line for line in lines]
        out.append(grid_of([list(table.header.words), *data], place_of(place, table.title_line, self.tables), numbers[:1] + numbers))
        cells = inferred_cells(table)
        name = f"表“{table.title or self.tables}”"
        self.doubts += [f"{name}：{doubt}" for doubt in doubts]
        if is_jumbled(table):
            self.doubts.append(
                f"{name}的文字不像是按单元格的次序排列的（转换工具可能按栏或按行打乱了次序），各行的读取结果不可靠；"
                "请提供原始文件，或用 pdftotext -layout 重新转换"
            )
        if cells:
            self.doubts.append(f"{name}的边框已在转成文字时丢失，这些单元格的分界是推断的：{'；'.join(cells)}")
        return out

    def _paragraph(self, out: list[Block], line: str, place: Place) -> None:
        level, text = heading(line)
        text = without_marks(text).strip()
        if text:
            out.append(Paragraph(text, place, level))
