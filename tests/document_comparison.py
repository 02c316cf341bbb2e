"""What a document gave beside what is expected of it, cell by cell: `python tests/document_comparison.py` prints the count.

An expected row may carry hints: accept {field: [other right readings]}, alias {field: header} (the text may stand in the row's extra
under that printed header instead), optional (a filler line, which may be there or not).
"""

from __future__ import annotations

import json
import re
import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

FILES = Path(__file__).parent / "documents" / "files"
CELLS = ("level1", "level2", "name", "description", "value", "basis", "standard")
TABLE = (
    *("kind", "project_code", "project_name", "amount_unit", "budget_total", "budget_other", "purpose", "spending_plan"),
    *("objectives", "period_objectives"),
)
DOCUMENT = ("year", "overall_goal", "sub_goals", "safeguards")
CODES = {  # what stands in an expected error -> codes of our errors
    "truncated": {"damaged"},
    "encrypted": {"encrypted"},
    "scanned": {"scanned-pdf", "scanned-image"},
    "empty": {"empty-file"},
    "too-large": {"zip-bomb", "too-large"},
    "too-many-cells": {"too-many-cells", "zip-bomb"},
    "entities": {"entity-bomb"},
    "not-text": {"unsupported"},
}
OFFICE = {".doc", ".wps"}  # endings of documents that LibreOffice reads for us
BLANKS = re.compile("[\\s\u200b-\u200d\ufeff]+")


def expected() -> dict[str, dict[str, Any]]:
    """By file name, what every document should give."""
    golds = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(FILES.glob("*.parse.json"))]
    return {gold["source"]: gold for gold in golds}


def plain(value: Any) -> Any:
    """NFKC without blanks; empty texts, lists and mappings are the same as null."""
    if isinstance(value, str):
        return BLANKS.sub("", unicodedata.normalize("NFKC", value)) or None
    if isinstance(value, list):
        return [plain(item) for item in value] or None
    if isinstance(value, dict):
        return {plain(key): plain(item) for key, item in value.items() if plain(item) is not None and key != "where"} or None
    return value


def differences(gold: dict[str, Any], got: dict[str, Any]) -> list[str]:
    """One line for each thing that is not as expected."""
    out = list(_unlike(DOCUMENT, gold, got, "document"))
    wanted, read = gold["tables"], got["tables"]
    if len(wanted) != len(read):
        out.append(f"{len(wanted)} tables expected, {len(read)} read")
    for number, (one, other) in enumerate(zip(wanted, read, strict=False), 1):
        out += _unlike(TABLE, one, other, f"table {number}")
        for k, (row, line) in enumerate(paired(one["indicators"], other["indicators"]), 1):
            out += _row_differences(row, line, f"table {number}, line {k}")
    return out


def _unlike(fields: tuple[str, ...], gold: dict[str, Any], got: dict[str, Any], where: str) -> Iterator[str]:
    for field in fields:
        if plain(gold.get(field)) != plain(got.get(field)):
            yield f"{where}, {field}: expected {gold.get(field)!r}, got {got.get(field)!r}"


def paired(gold: list[dict[str, Any]], got: list[dict[str, Any]]) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    """Rows in order; {} stands for one that is missing. Blank lines of a form that are not expected do no harm."""
    left = iter(got)
    line = next(left, None)
    for row in gold:
        if row.get("optional"):
            if line and plain(line["name"]) == plain(row["name"]):
                line = next(left, None)
            continue
        while line and _filled(row) and not _filled(line):
            line = next(left, None)
        yield row, line or {}
        line = next(left, None)
    while line:
        if _filled(line):
            yield {}, line
        line = next(left, None)


def _filled(row: dict[str, Any]) -> bool:
    return any(plain(row[field]) for field in ("name", "description", "value", "basis"))


def _row_differences(row: dict[str, Any], line: dict[str, Any], where: str) -> Iterator[str]:
    for field in CELLS:
        if not _right(row, line, field):
            yield f"{where}, {field}: expected {row.get(field)!r}, got {line.get(field)!r}"


def _right(row: dict[str, Any], line: dict[str, Any], field: str) -> bool:
    got = plain(line.get(field))
    if got in [plain(row.get(field)), *map(plain, row.get("accept", {}).get(field, []))]:
        return True
    header = row.get("alias", {}).get(field)
    return bool(header) and not got and plain(line.get("extra", {}).get(header)) == plain(row.get(field))


def main() -> None:
    """Read every document and count; exit status 1 where a cell is not as expected."""
    from zhibiao.batch.reading import read_many
    from zhibiao.reports.document_json import document_json

    golds = {name: gold for name, gold in expected().items() if not gold.get("error")}
    tables = rows = cells = 0
    wrong: list[str] = []
    for name, outcome in zip(golds, read_many([(FILES / name).as_posix() for name in golds]), strict=True):
        wrong += [failure.message for failure in outcome.failures]
        if outcome.document is not None:
            wrong += [f"{name}: {line}" for line in differences(golds[name], document_json(outcome.document))]
        lines = [row for table in golds[name]["tables"] for row in table["indicators"] if not row.get("optional")]
        tables, rows = tables + len(golds[name]["tables"]), rows + len(lines)
        cells += sum(plain(row.get(field)) is not None for row in lines for field in CELLS)
    wrong.append(f"{len(golds)} documents, {tables} tables, {rows} rows, {cells} filled cells: {len(wrong)} differences")
    print("\n".join(wrong))  # noqa: T201 - run as a program
    sys.exit(1 if len(wrong) > 1 else 0)


if __name__ == "__main__":
    main()
