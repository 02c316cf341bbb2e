"""The expected parse beside a document, from the same hand-made rows as the printed form, by an explicit mapping of its columns."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

HEBEI = ("level1", "level2", "name", "description", "value", "basis")
PLAN = ("3月底", "6月底", "10月底", "12月底")
CELLS = ("level1", "level2", "name", "description", "value", "basis", "standard")
NO_SIGN = ("定性", "定量（其他）")  # kinds of value that stand in the sign column


def indicators(rows: Iterable[Sequence[str]], fields: Sequence[str] = HEBEI) -> list[dict[str, Any]]:
    """Rows as printed, one string a column; a blank level1 or level2 is a merged cell and repeats the one above.

    `fields` says what each column is: a field of the contract; "sign:HEADER" and "unit:HEADER" are joined to the value and kept under
    their printed header; "HEADER" alone, in any other wording, is a further column. Blanks in a value are layout ("≥12 所" is "≥12所").
    """
    read, above = [], {"level1": "", "level2": ""}
    for row in rows:
        found: dict[str, Any] = dict.fromkeys(CELLS)
        parts, extra = {"sign": "", "unit": ""}, {}
        for field, text in zip(fields, row, strict=True):
            kind, _, header = field.partition(":")
            if kind in parts:
                parts[kind] = "" if text in NO_SIGN else text
            if kind in CELLS:
                found[kind] = text or None
            elif text:
                extra[header or field] = text
        for level in above:
            if level in fields:
                above[level] = found[level] = found[level] or above[level]
        if found["value"]:
            found["value"] = (parts["sign"] + found["value"] + parts["unit"]).replace(" ", "")
        if set(fields) - set(CELLS):
            found["extra"] = extra
        read.append(found)
    return read


def table(rows: Iterable[Sequence[str]] = (), fields: Sequence[str] = HEBEI, **stated: Any) -> dict[str, Any]:
    """A table of the expected parse; `stated` holds its head, what is left out is null."""
    empty: dict[str, Any] = {
        "kind": "project", "title": None, "project_code": None, "project_name": None, "department": None, "amount_unit": None,
        "budget_total": None, "budget_fiscal": None, "budget_other": None, "purpose": None, "spending_plan": {},
        "objectives": [], "period_objectives": [],
    }  # fmt: skip
    if unknown := set(stated) - set(empty):
        raise KeyError(f"no such field in an expected table: {sorted(unknown)}")
    return {**empty, **stated, "indicators": indicators(rows, fields)}


def write(folder: Path, source: str, tables: Sequence[dict[str, Any]] = (), stem: str = "", **stated: Any) -> None:
    """Writes <stem>.parse.json beside `source`; `stated` holds title, unit, year, overall_goal, sub_goals, safeguards."""
    empty: dict[str, Any] = {"title": None, "unit": None, "year": None, "overall_goal": None, "sub_goals": [], "safeguards": []}
    if unknown := set(stated) - set(empty):
        raise KeyError(f"no such field in an expected document: {sorted(unknown)}")
    save(folder, stem or source.rsplit(".", 1)[0], {"source": source, **empty, **stated, "tables": list(tables)})


def write_error(folder: Path, source: str, why: str) -> None:
    """The document cannot be read: an entry in `errors` is expected, and no table."""
    save(folder, source.rsplit(".", 1)[0], {"source": source, "error": True, "why": why})


def save(folder: Path, stem: str, parse: dict[str, Any]) -> None:
    """One JSON file, as under gold/."""
    text = json.dumps(parse, ensure_ascii=False, indent=1)
    (folder / f"{stem}.parse.json").write_text(text + "\n", encoding="utf-8", newline="\n")
