"""A parsed document as the JSON of `zhibiao parse`: its keys are stable, docs/output.md lists them."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

from zhibiao.model.document import INDICATOR_FIELDS, Document, Indicator, Source, SubGoal, Table
from zhibiao.model.place import Place


def document_json(document: Document) -> dict[str, Any]:
    """One Document; every field of the model has its key."""
    return {
        "source": document.source,
        "kind": document.kind,
        "title": document.title,
        "unit": document.unit,
        "year": document.year,
        "overall_goal": document.overall_goal,
        "sub_goals": [_sub_goal(goal) for goal in document.sub_goals],
        "safeguards": list(document.safeguards),
        "tables": [_table(table) for table in document.tables],
        "doubts": list(document.doubts),
    }


def _sub_goal(goal: SubGoal) -> dict[str, Any]:
    return {"title": goal.title, "goal": goal.goal, "indicators": goal.indicators, "where": place_json(goal.where)}


def _table(table: Table) -> dict[str, Any]:
    return {
        "kind": table.kind,
        "form": table.form,
        "columns": list(table.columns),
        "title": table.title,
        "project_code": table.project_code,
        "project_name": table.project_name,
        "department": table.department,
        "unit": table.unit,
        "year": table.year,
        "amount_unit": table.amount_unit,
        "budget_total": finite(table.budget_total),
        "budget_fiscal": finite(table.budget_fiscal),
        "budget_other": finite(table.budget_other),
        "purpose": table.purpose,
        "spending_plan": dict(table.spending_plan),
        "objectives": list(table.objectives),
        "period_objectives": list(table.period_objectives),
        "extra": dict(table.extra),
        "where": place_json(table.where),
        "cells": _cells(table.cells, {}),
        "indicators": [_indicator(indicator) for indicator in table.indicators],
    }


def _indicator(indicator: Indicator) -> dict[str, Any]:
    clean = {field: getattr(indicator, field) for field in INDICATOR_FIELDS}
    out: dict[str, Any] = {"row": indicator.row, **clean}
    if indicator.id is not None:
        out["id"] = finite(indicator.id)
    if indicator.extra:
        out["extra"] = dict(indicator.extra)
    if indicator.unused:
        out["unused"] = True
    out["where"] = place_json(indicator.where)
    out["cells"] = _cells(indicator.cells, clean)
    return out


def _cells(cells: Mapping[str, Source], clean: Mapping[str, str | None]) -> dict[str, Any]:
    """Where each field stands; the text as typed where it differs from the field; a table's fields have it always."""
    out: dict[str, Any] = {}
    for field, source in cells.items():
        entry = place_json(source.place)
        if source.original != clean.get(field):
            entry["original"] = source.original
        out[field] = entry
    return out


def finite(value: Any) -> Any:
    """JSON has no NaN and no infinity, and a caller's id, which comes back as it came, may hold them."""
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, list):
        return [finite(item) for item in value]
    if isinstance(value, dict):
        return {key: finite(item) for key, item in value.items()}
    return value


def place_json(place: Place) -> dict[str, Any]:
    """What is known of a place."""
    known = {key: getattr(place, key) for key in ("page", "sheet", "table", "row", "column", "line", "part")}
    out = {key: value for key, value in known.items() if value is not None}
    if place.path:
        out["path"] = list(place.path)
    return out
