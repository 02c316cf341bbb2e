"""Labelled tables as rules and models read them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from zhibiao.features.reading import DocumentReading, TableReading
from zhibiao.model.document import INDICATOR_FIELDS, Document, Indicator, Table
from zhibiao.training.data.records import LabelledRow, LabelledTable

_HEAD = ("purpose", "budget_total", "budget_fiscal", "budget_other", "department")


def reading(table: LabelledTable) -> TableReading:
    """The table alone in a document of its own."""
    return DocumentReading(Document(source=table.id, tables=(parsed(table),), year=table.year)).tables[0]


def parsed(table: LabelledTable) -> Table:
    """As the parser would have given it."""
    indicators = tuple(
        Indicator(
            row=row.number,
            unused=row.labels is None,
            extra={"分值": row.texts["weight"]} if row.texts.get("weight") else {},
            **_cells(row),
        )
        for row in table.rows
    )
    about: Mapping[str, Any] = table.about
    head: dict[str, Any] = {key: about.get(key) for key in _HEAD}
    return Table(
        columns=tuple(column for column in table.columns if column in INDICATOR_FIELDS),
        project_name=table.project_name,
        objectives=tuple(about.get("objectives", ())),
        spending_plan=about.get("spending_plan") or {},
        amount_unit="万元",
        year=table.year,
        indicators=indicators,
        **head,
    )


def _cells(row: LabelledRow) -> dict[str, Any]:
    return {key: row.texts.get(key) or None for key in INDICATOR_FIELDS}
