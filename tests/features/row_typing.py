"""Rows of a table as features see them, from plain words."""

from __future__ import annotations

from typing import Any

from zhibiao.features.reading import DocumentReading, Row
from zhibiao.model.document import INDICATOR_FIELDS, Document, Indicator, Table


def row_of(level2: str, name: str, value: str, **more: Any) -> Row:
    """The first row of a table; keys of the row or of the table."""
    fields = {"level2": level2, "name": name, "value": value} | {k: v for k, v in more.items() if k in INDICATOR_FIELDS}
    about = {k: v for k, v in more.items() if k not in INDICATOR_FIELDS}
    table = Table(columns=tuple(fields), indicators=(Indicator(row=1, **fields),), **about)
    return DocumentReading(Document(source="rows", tables=(table,))).tables[0].rows[0]
