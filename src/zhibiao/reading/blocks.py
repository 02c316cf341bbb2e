"""What readers give: paragraphs, grids of cells and bare lines, in reading order, each with its place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from zhibiao.model.place import Place


@dataclass(frozen=True, slots=True)
class Cell:
    """A printed cell. `text` is the author's, untouched but for line ends (\\n); row and column count from 0 in its grid."""

    text: str
    row: int
    column: int
    row_span: int = 1
    column_span: int = 1
    grids: tuple[Grid, ...] = ()  # tables standing inside the cell; their text is not in `text`


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: anchor cells only, in row order; slots that no cell covers are holes."""

    cells: tuple[Cell, ...]
    height: int
    width: int
    place: Place
    wrapped: bool = False  # line breaks inside cells are the layout's (pdf, flattened text), not the author's
    first_row: int = 1  # printed number of row 0 (a sheet's used range need not begin at 1)
    first_column: int = 1
    row_lines: tuple[int, ...] = ()  # text files: the line where each row begins


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line of running text outside tables; `level` is the heading level where the format tells (1 = highest)."""

    text: str
    place: Place
    level: int | None = None


@dataclass(frozen=True, slots=True)
class Lines:
    """Plain text whose tables were flattened by another tool: the parser finds them. Line k stands at place.line + k."""

    lines: tuple[str, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Record:
    """One jsonl line: indicator fields by their key, as the JSON output names them or under Chinese headers."""

    fields: Mapping[str, Any]
    place: Place


Block: TypeAlias = Paragraph | Grid | Lines | Record


@dataclass(frozen=True, slots=True)
class Blocks:
    """A file as read: its blocks, what the reader is unsure of, and parts that failed while the rest was read."""

    kind: str  # docx, pdf, xlsx, xls, html, csv, md, txt, jsonl
    blocks: tuple[Block, ...]
    title: str | None = None  # the file's own title property, where it says more than the text
    doubts: tuple[str, ...] = ()
    failures: tuple[Any, ...] = field(default=())  # ReadError of a sheet or page that could not be read
    report: bool = False  # a report that this program wrote: no submission
