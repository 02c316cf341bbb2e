"""Separated values (csv, tsv): one grid; what quotes protect is kept, line breaks inside them too."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice

from zhibiao.errors import ReadError
from zhibiao.model.place import Place
from zhibiao.reading.blocks import Blocks, Cell, Grid
from zhibiao.reading.budget import SPLIT, Budget

DELIMITERS = ",\t;|"
SAMPLE = 100  # records that decide on the delimiter
LONGEST = 1 << 24  # characters of one field: the library's 131,072 is less than a pasted document
AGREE = 0.8  # share of records with the usual number of columns that makes a text a table
HEAD = 1 << 17  # characters that decide
GUARDED = re.compile(r'="(?P<inner>(?:[^"]|"")*)"', re.S)  # ="100%": how Excel is kept from turning text into numbers
SEPARATOR_LINE = re.compile(r"sep=([^\"\r\n])\r?\n?", re.I)  # Excel's first line that names the delimiter


def read_csv(text: str, budget: Budget) -> Blocks:
    """The records as one grid; rows count from 1 as a spreadsheet shows them."""
    text = text.replace("\x00", "").removeprefix("\ufeff")
    delimiter, text = _delimiter(text)
    rows, doubts = _rows(text, delimiter, budget)
    cells: list[Cell] = []
    for number, row in enumerate(rows):
        for column, field in enumerate(row):
            shown = _shown(field)
            if shown and not shown.isspace():
                cells.append(Cell(shown, number, column))
    if not cells:
        return Blocks("csv", (), doubts=tuple(doubts))
    height, width = cells[-1].row + 1, max(cell.column for cell in cells) + 1
    return Blocks("csv", (Grid(tuple(cells), height, width, Place(table=1)),), doubts=tuple(doubts))


def looks_delimited(text: str) -> bool:
    """Whether a text of unknown kind is a table of separated values: most records have the same number of columns, over one."""
    text = text.removeprefix("\ufeff")
    if SEPARATOR_LINE.match(text):
        return True
    if text[:HEAD].lstrip().startswith("|"):  # a markdown table
        return False
    return max((_agreement(text, delimiter)[0] for delimiter in DELIMITERS), default=0.0) >= AGREE


def _delimiter(text: str) -> tuple[str, str]:
    """The delimiter and the text behind Excel's sep= line; without any the comma, as one column needs none."""
    if named := SEPARATOR_LINE.match(text):
        return named[1], text[named.end() :]
    return max(DELIMITERS, key=lambda delimiter: _agreement(text, delimiter)), text


def _agreement(text: str, delimiter: str) -> tuple[float, int]:
    """Share of the first records that have the usual number of columns, and that number; nothing for one column."""
    stream = io.StringIO(text[:HEAD], newline="")
    try:
        widths = [len(row) for row in islice(csv.reader(stream, delimiter=delimiter), SAMPLE) if any(row)]
    except csv.Error:
        return 0.0, 0
    if len(text) > HEAD and len(widths) < SAMPLE:
        widths = widths[:-1]  # cut off inside a record
    usual = Counter(width for width in widths if width > 1).most_common(1)
    if not usual:
        return 0.0, 0
    width, count = usual[0]
    return count / len(widths), width


def _rows(text: str, delimiter: str, budget: Budget) -> tuple[list[list[str]], list[str]]:
    """All records; where a quote is never closed they are read again with quotes as plain characters."""
    doubts: list[str] = []
    rows = _parse(text, delimiter, budget, csv.QUOTE_MINIMAL)
    if rows is None:
        doubts.append("有引号没有成对，引号按普通字符处理")
        rows = _parse(text, delimiter, budget, csv.QUOTE_NONE) or []
    limit = budget.limits.grid_columns
    if any(len(row) > limit for row in rows):
        doubts.append(f"第 {limit} 列以后的内容未读取")
        rows = [row[:limit] for row in rows]
    return rows, doubts


def _parse(text: str, delimiter: str, budget: Budget, quoting: int) -> list[list[str]] | None:
    """Records, or None for an unclosed quote."""
    rows: list[list[str]] = []
    lines = _Lines(text)
    previous = csv.field_size_limit(LONGEST)
    try:
        reader = csv.reader(lines, delimiter=delimiter, quoting=quoting)  # type: ignore[arg-type]  # int is what csv's constants are
        for row in reader:
            budget.spend_cells(len(row), f"第{reader.line_num}行")
            if len(rows) % 1_000 == 0:
                budget.check_time()
            if reader.line_num > budget.limits.lines:
                raise ReadError("too-many-lines", f"行数超过 {budget.limits.lines} 的上限", SPLIT)
            rows.append(row)
            if quoting != csv.QUOTE_NONE and lines.taken > 1 and lines.quotes % 2:
                return None
            lines.taken = lines.quotes = 0
    except csv.Error as error:
        raise ReadError("damaged", "表格文本无法解析（单个单元格过长或含有非法字符）", SPLIT, f"第{lines.number}行") from error
    finally:
        csv.field_size_limit(previous)
    return rows


class _Lines:
    """Lines of the text, counted with their quotes since the last record."""

    def __init__(self, text: str) -> None:
        self.stream = io.StringIO(text, newline="")
        self.number = self.taken = self.quotes = 0

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = next(self.stream)
        self.number += 1
        self.taken += 1
        self.quotes += line.count('"')
        return line


def _shown(field: str) -> str:
    if field.startswith('="') and (guarded := GUARDED.fullmatch(field.strip())):
        field = guarded["inner"].replace('""', '"')
    return field.replace("\r\n", "\n").replace("\r", "\n") if "\r" in field else field
