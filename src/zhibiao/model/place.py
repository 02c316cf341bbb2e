"""Where a thing stands in its file, so that a person finds it and a comment can be put there."""

from __future__ import annotations

from dataclasses import dataclass

from zhibiao.model.pickled import quickly_pickled


@quickly_pickled
@dataclass(frozen=True, slots=True)
class Place:
    """An address: rows, columns, pages, tables and lines count from 1; what a format does not have is None."""

    page: int | None = None
    sheet: str | None = None
    table: int | None = None  # nth table of the file (docx, html, text), of the page (pdf) or of the sheet (xlsx: always 1)
    row: int | None = None
    column: int | None = None
    line: int | None = None
    part: str | None = None  # OOXML part that holds it, e.g. word/document.xml
    path: tuple[int, ...] = ()  # docx: way to a nested table: (table, row, cell, table, row, cell ...) in part order, from 1
