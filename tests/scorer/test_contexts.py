"""Rows that stand alone hold their table, and are freed without a search for circles."""

from __future__ import annotations

import gc
import weakref

from zhibiao.features.reading import ROWS
from zhibiao.model.document import Document, Indicator, Table
from zhibiao.scorer.contexts import Contexts

TWO = tuple(Indicator(row=row, name=f"培训{row}期人数", value="60人") for row in (1, 2))


def test_strangers_are_alone_each_time() -> None:
    contexts = Contexts(Document(source="x", kind="jsonl", tables=(Table(form=ROWS, indicators=TWO),)), {})
    rows = list(contexts.rows())
    assert [row.table.rows for row in rows] == [(rows[0],), (rows[1],)]
    assert not rows[0].table.context


def test_a_project_keeps_its_rows_together() -> None:
    contexts = Contexts(Document(source="x", kind="jsonl", tables=(Table(form=ROWS, project_name="甲", indicators=TWO),)), {})
    rows = list(contexts.rows())
    assert rows[0].table is rows[1].table
    assert rows[0].table.rows == tuple(rows)


def test_what_was_let_go_is_freed_at_once() -> None:
    contexts = Contexts(Document(source="x", kind="jsonl", tables=(Table(form=ROWS, indicators=TWO),)), {})
    gc.disable()
    try:
        row = next(contexts.rows())
        row.table.part()
        gone = weakref.ref(row)
        del row
        assert gone() is None
    finally:
        gc.enable()


def test_nothing_of_a_document_is_left() -> None:
    contexts = Contexts(Document(source="x", kind="jsonl", tables=(Table(form=ROWS, project_name="甲", indicators=TWO),)), {})
    rows = list(contexts.rows())
    gone = [weakref.ref(rows[0]), weakref.ref(rows[0].table), weakref.ref(contexts.reading)]
    gc.disable()
    try:
        contexts.part()
        del rows, contexts
        assert [each() for each in gone] == [None, None, None]
    finally:
        gc.enable()
