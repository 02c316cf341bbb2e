"""A sheet of weak rows of the test (or other) sectors with their suggestions, for people to judge.

`python benchmarks/suggest/sheet.py 200 [dev] > sheet.jsonl`. Rows are taken at even distances, so that every sector and kind is among
them; rows that were read before are left out, so that a second reading judges other rows. The verdicts are kept in
training_data/suggestion_verdicts.tsv."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import zhibiao
from zhibiao.model.document import Document
from zhibiao.reports.suggested import in_words
from zhibiao.training.data.readings import parsed
from zhibiao.training.data.records import load
from zhibiao.training.data.splits import load_splits, part

DATA = Path(__file__).resolve().parents[2] / "training_data"


def main(count: int, which: str) -> None:
    """One JSON line a row."""
    scorer = zhibiao.load(suggest=True)
    read = {line.split("\t")[1] for line in (DATA / "suggestion_verdicts.tsv").read_text(encoding="utf-8").splitlines()}
    found = []
    for table in part(load(DATA), load_splits(DATA), which):
        report = scorer.score_document(Document(source=table.id, tables=(parsed(table),), year=table.year)).tables[0]
        about = {key: table.about.get(key) for key in ("purpose", "objectives", "budget_total")}
        for line in report.indicators:
            weak = line.grade in ("中", "差") or any(one.severity != "info" for one in line.findings)
            if not line.unused and weak and f"{table.id}.{line.row}" not in read:
                written = {key: getattr(line, key) for key in ("level2", "name", "description", "value", "basis")}
                told = {"id": f"{table.id}.{line.row}", "sector": table.sector, "project": table.project_name, **about, "row": written}
                codes = " ".join(one.code for one in line.findings)
                offered = [in_words(one) for one in line.suggestions or ()]
                found.append({**told, "grade": line.grade, "codes": codes, "suggestions": offered})
    for number in range(min(count, len(found))):
        print(json.dumps(found[number * len(found) // min(count, len(found))], ensure_ascii=False))


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2] if len(sys.argv) > 2 else "test")
