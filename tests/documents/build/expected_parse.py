"""The expected parse, typed by the reader of the printed form: nothing here reads a document."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

Row = dict[str, Any]


def indicator(
    level1: str | None, level2: str | None, name: str | None, value: str | None, description: str | None = None, basis: str | None = None,
    standard: str | None = None, **hints: object,
) -> Row:  # fmt: skip
    """One printed line. Hints: extra, accept, alias, optional."""
    row: Row = {"level1": level1, "level2": level2, "name": name or None, "description": description or None, "value": value or None}
    return {**row, "basis": basis or None, "standard": standard or None, **{key: hint for key, hint in hints.items() if hint}}


def joined(sign: str, number: str, unit: str) -> str:
    """The value of a form that splits it over columns; 定性 is no sign."""
    return ("" if sign == "定性" else sign) + number + unit


def table(title: str | None, indicators: Sequence[Row], **facts: object) -> Row:
    """One table; every fact that is not given is null or empty."""
    blank: Row = {
        "kind": "project", "title": title, "project_code": None, "project_name": None, "department": None, "amount_unit": None,
        "budget_total": None, "budget_fiscal": None, "budget_other": None, "purpose": None, "spending_plan": {}, "objectives": [],
        "period_objectives": [],
    }  # fmt: skip
    if unknown := set(facts) - set(blank):
        raise ValueError(f"no such fact of a table: {unknown}")
    return {**blank, **facts, "indicators": list(indicators)}


def write_expected(folder: Path, source: str, tables: Sequence[Row], **facts: object) -> None:
    """Write the JSON beside the document."""
    blank: Row = {"title": None, "unit": None, "year": None, "overall_goal": None, "sub_goals": [], "safeguards": []}
    if unknown := set(facts) - set(blank):
        raise ValueError(f"no such fact of a document: {unknown}")
    parse = {"source": source, **blank, **facts, "tables": list(tables)}
    target = folder / f"{source.rsplit('.', 1)[0]}.parse.json"
    target.write_text(json.dumps(parse, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
