"""Which rows stand together: those of a table in a document do, rows of a bare list that names no project are strangers to each other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from zhibiao.features.reading import ROWS, DocumentReading, Row, TableReading
from zhibiao.model.document import Document, Table

_LISTS = frozenset({"csv", "jsonl", "xlsx", "xls", "ods"})  # kinds of files that may hold nothing but rows


def strangers(document: Document, table: Table) -> bool:
    """Whether the rows of a table have neither a project nor a document round them."""
    if table.project_name or table.kind != "project":
        return False
    if table.form == ROWS:
        return True
    known = table.title or table.project_code or table.department or table.purpose or table.objectives
    return document.kind in _LISTS and not (document.title or document.unit or known)


class Contexts:
    """A document as rules are to see it: tables of strangers are left out, their rows come one by one."""

    def __init__(self, document: Document, categories: Mapping[str, str]) -> None:
        self.categories = categories
        alone = [strangers(document, table) for table in document.tables]
        joined = tuple(table for table, apart in zip(document.tables, alone, strict=True) if not apart)
        self.reading = DocumentReading(replace(document, tables=joined), categories=categories)
        readings = iter(self.reading.tables)
        self.tables = tuple((table, None if apart else next(readings)) for table, apart in zip(document.tables, alone, strict=True))

    def rows(self) -> Iterator[Row]:
        """All used rows in order, each alone in a table of its own where they are strangers; made when they are asked for."""
        for table, reading in self.tables:
            yield from self.rows_of(table, reading)

    def rows_of(self, table: Table, reading: TableReading | None) -> Iterator[Row]:
        """Those of one table; reading: None where they are strangers."""
        if reading is not None:
            yield from reading.rows
            return
        for indicator in table.indicators:
            if not indicator.unused:
                yield TableReading(table, self.reading, False, self.categories).alone(indicator)

    def part(self) -> None:
        """At the end: the document lets its tables go, they their rows; what holds each other is only freed when Python looks for it."""
        for table in self.reading.tables:
            table.part()
        self.reading.tables = ()
