"""The walk over paragraphs and grids: where a table begins, goes on over a page break, and ends."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import takewhile

from zhibiao.lexicon.levels import is_level1, is_level2
from zhibiao.parsing.columns import SIDE, Column, Header, find_header, role_of
from zhibiao.parsing.feet import data_follows, is_foot
from zhibiao.parsing.head import inline_label, label_role
from zhibiao.parsing.joining import cut_by_page, join_cut
from zhibiao.parsing.matrix import Matrix
from zhibiao.parsing.rows import Line, is_number_row, read_lines
from zhibiao.reading.blocks import Block, Cell, Grid, Paragraph
from zhibiao.text.clean import squeeze, unspaced

TITLE = re.compile(
    r"(?:绩效|指标|目标|自评|績效).{0,24}(?:表|情况表|申报书|文本)(?:[(（].{0,30}[)）])?$|绩效目标$|.{6}绩效指标$|指标(?:库|体系)(?:[(（].{0,30}[)）])?$|自评表|绩效目标(?:申报|批复)?表|績效目標"
)
_ORDINAL = re.compile(r"^(?:[(（][一二三四五六七八九十\d]{1,2}[)）]|[一二三四五六七八九十\d]{1,2}[、.．])")
_CONTINUED = re.compile(r"续[上下]?\s*[表页]|[(（]续[)）]|^\s*续\s*$|接上[页表]")
HEAD_ROLES = frozenset(
    (
        "project_name",
        "project_code",
        "department",
        "department~",
        "reporting",
        "budget_total",
        "budget_total~",
        "budget_fiscal",
        "budget",
        "budget&purpose",
        "purpose",
        "spending_plan",
        "objectives",
        "objectives~",
        "period_objectives",
        "year",
        "extra",
        "amount_unit",
    )
)
_OF_ONE_PROJECT = HEAD_ROLES - {"extra", "amount_unit"}  # what says, where it differs, that another project begins


@dataclass
class Draft:
    """One table in the making."""

    header: Header
    head: list[Paragraph | tuple[Matrix, int]]
    lines: list[Line] = field(default_factory=list)
    foot: list[tuple[Matrix, int]] = field(default_factory=list)
    first: Matrix | None = None
    doubts: list[str] = field(default_factory=list)


def nested_after(blocks: Iterable[Block]) -> Iterator[Block]:
    """Grids inside cells follow the grid that holds them; a layout cell's table is a table like any other."""
    for block in blocks:
        yield block
        if isinstance(block, Grid):
            for cell in block.cells:
                yield from nested_after(cell.grids)


class Walk:
    """Goes over the blocks once and collects drafts; what stands before a header is its head."""

    def __init__(self, own_labels: Mapping[str, str]) -> None:
        self.own_labels = own_labels
        self.drafts: list[Draft] = []
        self.pending: list[Paragraph | tuple[Matrix, int]] = []
        self.open = False  # the last draft may go on
        self.section: dict[str, str] = {}  # levels that rows of their own gave
        self.between: list[Paragraph] = []  # paragraphs since the last indicator line
        self._seam = False  # the open table was taken up again by a repeated header or a new grid
        self._join_next = False  # the next line may be the rest of the last one

    def paragraph(self, paragraph: Paragraph) -> None:
        """A line outside tables: it may be the title of the next one."""
        self.pending.append(paragraph)
        self.between.append(paragraph)

    def grid(self, grid: Grid) -> None:
        """All rows of a grid; it may hold the rest of a table, one table, or many."""
        matrix = Matrix(grid)
        if not matrix.height:
            return
        headers = self._headers(matrix)
        in_data = self._continues(matrix, headers)
        r = 0
        while r < matrix.height:
            header = headers.get(r)
            if header is not None:
                in_data = self._header(matrix, header)
                r = header.last + 1
                while r < matrix.height and is_number_row(matrix, r):
                    r += 1
                continue
            in_data = self._row(matrix, r, in_data, headers)
            r += 1

    def _headers(self, matrix: Matrix) -> dict[int, Header]:
        found: dict[int, Header] = {}
        r = 0
        while r < matrix.height:
            header = find_header(matrix, r)
            if header is not None:
                found[r] = header
                r = header.last
            r += 1
        return found

    def _header(self, matrix: Matrix, header: Header) -> bool:
        """A header row: the repeated one of a table that goes on, or the first of a new table."""
        if self._repeats(header):
            self.drafts[-1].header = header  # its columns may stand elsewhere on the new page
            self._join_next, self._seam = True, True
        else:
            self.section = {}
            self.drafts.append(Draft(header=header, head=[x for x in self.pending if _same_sheet(x, matrix)], first=matrix))
            self._join_next = False
        self.pending, self.between, self.open = [], [], True
        return True

    def _repeats(self, header: Header) -> bool:
        """Whether this header only repeats that of the open table (page break, next sheet)."""
        if not self.drafts or header.signature != self.drafts[-1].header.signature:
            return False
        last = self.drafts[-1]
        if not self.open and not header.lists_projects:
            return False
        titles = {squeeze(p.text) for p in last.head if isinstance(p, Paragraph)} | {
            squeeze(c.text) for item in last.head if isinstance(item, tuple) for c in item[0].texts(item[1])
        }
        for item in self.pending:
            if isinstance(item, Paragraph):
                new = (
                    squeeze(item.text) not in titles
                    and not _CONTINUED.search(item.text)
                    and (TITLE.search(item.text.strip()) or not _page_furniture(item))
                )
                label = inline_label(item.text, self.own_labels)
                if new and (label is None or (label[0] in _OF_ONE_PROJECT and label[2])):
                    return False
            elif any(_without_continued(c.text) not in titles for c in item[0].texts(item[1])):
                return False
        return True

    def _row(self, matrix: Matrix, r: int, in_data: bool, headers: Mapping[int, Header]) -> bool:
        """One row that is no header: data of the open table, its foot, or the head of the next."""
        if in_data and self._is_data(matrix, r):
            if not self._section(matrix, r):
                for line in read_lines(matrix, self.drafts[-1].header, r):
                    self._append(line, matrix)
            return True
        texts = matrix.texts(r)
        if in_data and 1 <= len(texts) <= 2 and self._further_goal(texts[0].text):
            self.drafts[-1].head.append((matrix, r))
            return True
        if texts:
            if in_data and is_foot(matrix, self.drafts[-1].header, r):
                return self._foot(matrix, r, headers)
            self.pending.append((matrix, r))
            if not (self.drafts and is_foot(matrix, self.drafts[-1].header, r)):
                self.open = self.open and not self._starts_head(matrix, r)
        return in_data and not texts

    def _foot(self, matrix: Matrix, r: int, headers: Mapping[int, Header]) -> bool:
        """A sum, note or signature: the table ends there unless indicators follow."""
        draft = self.drafts[-1]
        draft.foot.append((matrix, r))
        text = matrix.texts(r)[0].text.strip()
        if text.startswith("小") or draft.header.lists_projects:
            return True
        below = takewhile(lambda k: k not in headers and not self._starts_head(matrix, k), range(r + 1, matrix.height))
        if data_follows(matrix, draft.header, below):
            draft.doubts.append(f"“{text[:12]}”一行夹在指标中间，按说明处理，其后各行仍按指标读取")
            return True
        self.open = False
        return False

    def _section(self, matrix: Matrix, r: int) -> bool:
        """A level on a row of its own (一、产出指标) in a form without level columns: it holds for the lines below."""
        draft = self.drafts[-1]
        texts = matrix.texts(r)
        if len(texts) != 1 or draft.header.has("level1") or draft.header.has("level2") or texts[0].column_span < 2:
            return False
        text = _ORDINAL.sub("", unspaced(texts[0].text))
        if is_level1(text) and not (text in ("成本指标", "满意度指标") and "level1" in self.section and texts[0].text.strip()[:1] in "（("):
            self.section = {"level1": text}
        elif is_level2(text):
            self.section["level2"] = text
        else:
            return False
        return True

    def _further_goal(self, text: str) -> bool:
        """年度绩效目标2 between the lines of a table whose indicators hang on their goals."""
        return text.strip()[-1:].isdigit() and label_role(text, self.own_labels) in ("objectives", "objectives~")

    def _append(self, line: Line, matrix: Matrix) -> None:
        draft = self.drafts[-1]
        line.texts.update(self.section)
        if self._seam and not draft.header.lists_projects and _starts_over(draft.lines, line):
            draft = Draft(header=draft.header, head=[], first=matrix)
            self.drafts.append(draft)
            self._join_next = False
        self._seam = False
        if self._join_next and draft.lines and cut_by_page(draft.lines[-1], line):
            join_cut(draft.lines[-1], line)
            draft.lines[-1].inferred.add("cut")
        else:
            draft.lines.append(line)
        self._join_next = False
        self.between = []

    def _is_data(self, matrix: Matrix, r: int) -> bool:
        texts = matrix.texts(r)
        if not texts:
            return True
        first = texts[0]
        text = first.text.strip()
        if is_foot(matrix, self.drafts[-1].header, r):
            more = self.drafts[-1].header.lists_projects and r < matrix.height - 1 and not text.startswith(("注", "备注", "填"))
            if not (more and len(texts) == 1) and not is_level1(text):
                return False
        if len(texts) == 1 and self._is_title_row(matrix, first):
            return False
        return not self._starts_head(matrix, r)

    def _first_slot(self) -> int:
        columns = [c for c in self.drafts[-1].header.columns if c.role not in ("side", "skip")]
        return columns[0].start if columns else 0

    def _starts_head(self, matrix: Matrix, r: int) -> bool:
        """A row that begins with a label of the head (项目名称 …) and is no indicator line."""
        texts = matrix.texts(r)
        if not texts or any(is_level1(c.text) or is_level2(c.text) for c in matrix.touching(r)):
            return False
        role = label_role(texts[0].text, self.own_labels)
        if role in ("project_name", "project_code") and len(texts) > 1:
            return not self._in_name_column(texts[0])
        if texts[0].column > self._first_slot_or_zero():
            return False
        if role not in HEAD_ROLES:
            inline = inline_label(texts[0].text, self.own_labels)
            role = inline[0] if inline and inline[2] and len(texts) <= 2 else None
            return role in ("project_name", "project_code", "department", "department~", "amount_unit")
        return role != "extra" or len(texts) >= 2

    def _in_name_column(self, cell: Cell) -> bool:
        """Behind level columns a label's word is an indicator's name."""
        header = self.drafts[-1].header if self.drafts else None
        name = header.find("name") if header else None
        return bool(header and name and (header.has("level1") or header.has("level2")) and cell.column == name.start > 0)

    def _first_slot_or_zero(self) -> int:
        return self._first_slot() if self.drafts else 0

    def _is_title_row(self, matrix: Matrix, cell: Cell) -> bool:
        """The heading of a next form: over the whole width, or alone at the left where a sheet merges nothing."""
        text = cell.text.strip()
        if len(text) >= 60 or not TITLE.search(text):
            return False
        return cell.column_span >= max(2, matrix.width - 1) or (cell.column == 0 and cell.row_span == 1 and not SIDE.match(squeeze(text)))

    def _continues(self, matrix: Matrix, headers: dict[int, Header]) -> bool:
        """Whether a grid that begins without a header goes on with the open table; its columns are then mapped."""
        if not (self.open and self.drafts) or 0 in headers:
            return False
        draft = self.drafts[-1]
        stop = min(headers, default=matrix.height)
        rows = [r for r in range(stop) if matrix.texts(r)]
        if not rows or any(self._starts_head(matrix, r) for r in rows[:1]) or any(_is_heading(p) for p in self.between):
            return False
        if not all(isinstance(item, Paragraph) for item in self.pending):
            return False
        header = _fit(draft.header, draft.first, matrix, rows)
        if header is None:
            return False
        if not matrix.wrapped and not _levels_fit(matrix, header, rows):
            return False
        draft.header = header
        self._join_next, self._seam = matrix.wrapped, True
        self.pending = []
        return True


def _same_sheet(item: Paragraph | tuple[Matrix, int], matrix: Matrix) -> bool:
    """A head stands on the sheet of its table: what other sheets say is not about it."""
    sheet = item.place.sheet if isinstance(item, Paragraph) else item[0].grid.place.sheet
    return sheet == matrix.grid.place.sheet


def _without_continued(text: str) -> str:
    return squeeze(_CONTINUED.sub("", text))


def _starts_over(lines: list[Line], line: Line) -> bool:
    """A first level that the table had already left behind: these are another project's lines."""
    level = line.get("level1") if "level1" in line.own else ""
    seen = [x.get("level1") for x in lines if "level1" in x.own]
    return bool(level) and level in seen and level != seen[-1]


def _page_furniture(paragraph: Paragraph) -> bool:
    """On pdf pages a stray line between two parts of a table may be page furniture; elsewhere the author wrote it."""
    return paragraph.place.page is not None and not _is_heading(paragraph)


def _is_heading(paragraph: Paragraph) -> bool:
    """Text between two grids that begins something new."""
    text = paragraph.text.strip()
    if _CONTINUED.search(text) and len(text) < 12:
        return False
    if paragraph.place.page is None:
        return True
    return bool(TITLE.search(text) or re.match(r"^(?:第[一二三四五六]部分|[一二三四五六七八九十]+、|\d{1,3}[.、．])", text))


def _fit(header: Header, first: Matrix | None, matrix: Matrix, rows: list[int]) -> Header | None:
    """The header's columns on a grid without one: slot by slot if as wide, else cell by cell if as many."""
    columns = header.columns
    if first is not None and first.width == matrix.width and max(c.stop for c in columns) <= matrix.width:
        return replace(header, first=-2, last=-1)
    fullest = max(rows, key=lambda r: sum(1 for _ in matrix.touching(r)))
    cells = list(matrix.touching(fullest))
    kept = columns
    if len(cells) == len(columns) - 1 and columns[0].role == "side":
        kept = columns[1:]
    if len(cells) != len(kept):
        return None
    moved = tuple(Column(c.role, c.header, cell.column, cell.column + cell.column_span) for c, cell in zip(kept, cells, strict=True))
    return replace(header, columns=moved, first=-2, last=-1)


def _levels_fit(matrix: Matrix, header: Header, rows: list[int]) -> bool:
    """Level columns hold levels (or nothing): the grid is a table's rest and not some other table."""
    level = header.find("level1") or header.find("level2")
    if level is None:
        return all(role_of(c.text) is None for c in matrix.texts(rows[0]))
    known = is_level1 if level.role == "level1" else is_level2
    texts = [cell.text for r in rows if (cell := matrix.rows[r][level.start]) is not None and cell.row == r and cell.text.strip()]
    return (bool(texts) and all(known(t) for t in texts)) or (not texts and len(rows) > 0)
