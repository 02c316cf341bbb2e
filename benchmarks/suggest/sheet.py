"""A sheet of weak rows with their suggestions, for people to judge.

`python benchmarks/suggest/sheet.py 200 [test|dev|ROWS.jsonl] > sheet.jsonl`: of the test sectors, of those kept for choosing, or of rows
written for nothing else (training_data/probes/suggestion_rows.jsonl). Rows are taken at even distances, so that every sector and kind is
among them; rows that were read before are left out, so that a second reading judges other rows. The verdicts are kept in
training_data/suggestion_verdicts.tsv."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

import zhibiao
from zhibiao.model.document import Document
from zhibiao.model.place import Place
from zhibiao.parsing.records import tables_from_records
from zhibiao.reading.blocks import Record
from zhibiao.reports.suggested import in_words
from zhibiao.suggesting.suggest import is_weak
from zhibiao.training.data.readings import parsed
from zhibiao.training.data.records import load
from zhibiao.training.data.splits import load_splits, part

DATA = Path(__file__).resolve().parents[2] / "training_data"
_ROW = ("level2", "name", "description", "value", "basis")


def labelled(which: str) -> Iterator[tuple[str, str, Document]]:
    """Identity, sector and table of a part of the labelled data."""
    for table in part(load(DATA), load_splits(DATA), which):
        yield table.id, table.sector, Document(source=table.id, tables=(parsed(table),), year=table.year)


def written(path: Path) -> Iterator[tuple[str, str, Document]]:
    """The same of rows as data; what stands before the point of a row's id is its table."""
    rows: list[dict[str, Any]] = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    for ident, members in groupby(rows, lambda row: str(row["id"]).rpartition(".")[0]):
        given = list(members)
        tables, _ = tables_from_records([Record(row, Place(row=number)) for number, row in enumerate(given, 1)])
        yield ident, given[0]["sector"], Document(source=ident, tables=tuple(tables), year=given[0].get("year"))


def main(count: int, which: str) -> None:
    """One JSON line a row."""
    scorer = zhibiao.load(suggest=True)
    read = {line.split("\t")[1] for line in (DATA / "suggestion_verdicts.tsv").read_text(encoding="utf-8").splitlines()}
    found = []
    for ident, sector, document in written(Path(which)) if which.endswith(".jsonl") else labelled(which):
        table, report = document.tables[0], scorer.score_document(document).tables[0]
        about = {
            "project": table.project_name,
            "purpose": table.purpose,
            "objectives": table.objectives,
            "budget_total": table.budget_total,
        }
        for line in report.indicators:
            if is_weak(line) and f"{ident}.{line.row}" not in read:
                row = {key: getattr(line, key) for key in _ROW}
                others = [f"{one.level2}/{one.name}→{one.value}" for one in report.indicators if one is not line]
                told = {"id": f"{ident}.{line.row}", "sector": sector, **about, "row": row, "other_rows": others}
                codes = " ".join(one.code for one in line.findings)
                found.append(
                    {**told, "grade": line.grade, "codes": codes, "suggestions": [in_words(one) for one in line.suggestions or ()]}
                )
    for number in range(min(count, len(found))):
        print(json.dumps(found[number * len(found) // min(count, len(found))], ensure_ascii=False))


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2] if len(sys.argv) > 2 else "test")
