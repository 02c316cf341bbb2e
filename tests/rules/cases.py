"""Cases of rules as typed by hand in <family>/<slug>.toml, and the documents that they describe."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any

from zhibiao.features.reading import DocumentReading
from zhibiao.model.document import INDICATOR_FIELDS, Document, Indicator, SubGoal, Table
from zhibiao.model.finding import Finding
from zhibiao.rules.checking import check_document, check_row, check_table
from zhibiao.rules.rule import Given

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

FOLDER = Path(__file__).parent
_TABLE_KEYS = {field.name for field in fields(Table)} - {"indicators", "columns"}
_DOCUMENT_KEYS = {field.name for field in fields(Document)} - {"tables", "sub_goals"}


def load(code_path: str) -> dict[str, Any]:
    """The cases of one rule: family/slug_with_underscores."""
    return tomllib.loads((FOLDER / f"{code_path}.toml").read_text(encoding="utf-8"))


def findings_of(case: dict[str, Any]) -> list[Finding]:
    """What is found for a case: row (with others beside it), table (beside: further tables of its document), or document."""
    given = Given(year=case.get("year"), numbers=case.get("numbers", {}))
    if "row" in case:
        reading = DocumentReading(_document_of_row(case), context="context" not in case or case["context"])
        return check_row(reading.tables[0].rows[0], given)
    if "table" in case:
        tables = tuple(_table(table) for table in [case["table"], *case.get("beside", [])])
        reading = DocumentReading(Document(source="case", tables=tables, year=case.get("year")))
        return check_table(reading.tables[0], given)
    return check_document(DocumentReading(_document(case["document"])), given)


def _document_of_row(case: dict[str, Any]) -> Document:
    """The row stands first in its table; others (a list of rows) stand below it; table (keys of Table) stands round it."""
    row = dict(case["row"])
    about = {key: row.pop(key) for key in tuple(row) if key in _TABLE_KEYS}
    table = _table({**about, **case.get("around", {}), "indicators": [row, *case.get("others", [])]})
    return Document(source="case", tables=(table,), year=case.get("year"))


def _table(given: dict[str, Any]) -> Table:
    """columns are those that any row has, as in rows given as data: an absent key means no such column, "" a blank cell."""
    rows = given.get("indicators", [])
    columns = tuple(key for key in INDICATOR_FIELDS if any(key in row for row in rows) or key in given.get("columns", ()))
    indicators = tuple(_indicator(number, row) for number, row in enumerate(rows, 1))
    plain = {key: tuple(value) if isinstance(value, list) else value for key, value in given.items() if key in _TABLE_KEYS}
    unknown = set(given) - _TABLE_KEYS - {"indicators", "columns"}
    assert not unknown, unknown
    return Table(columns=columns, indicators=indicators, **plain)


def _indicator(number: int, row: dict[str, Any]) -> Indicator:
    unknown = set(row) - {field.name for field in fields(Indicator)}
    assert not unknown, unknown
    return Indicator(row=number, **{key: (value or None) if key in INDICATOR_FIELDS else value for key, value in row.items()})


def _document(given: dict[str, Any]) -> Document:
    tables = tuple(_table(table) for table in given.get("tables", []))
    goals = tuple(SubGoal(**goal) for goal in given.get("sub_goals", []))
    plain = {key: tuple(value) if isinstance(value, list) else value for key, value in given.items() if key in _DOCUMENT_KEYS}
    unknown = set(given) - _DOCUMENT_KEYS - {"tables", "sub_goals"}
    assert not unknown, unknown
    return Document(**{"source": "case", **plain}, tables=tables, sub_goals=goals)


def all_files() -> Iterator[str]:
    """family/slug of every file of cases."""
    for path in sorted(FOLDER.glob("*/*.toml")):
        yield f"{path.parent.name}/{path.stem}"
