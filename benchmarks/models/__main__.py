"""What models add to rules: rows a second of a frame with and without them, one row, and the start: `python benchmarks/models`.

Ratios of one run; the rows are those of benchmarks/rules, each different, each in a table of a project."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "rules"))

from rows import tables

import zhibiao
from zhibiao.model.document import Document
from zhibiao.scorer import Scorer

ONE_ROW = 0.020  # seconds that one row may take on a loaded scorer
_START = "import zhibiao; zhibiao.load().score_indicator(name='培训人数', value='≥60人', level2='数量指标')"
_BESIDE = "import sklearn, spacy"


def a_second(scorer: Scorer, printed: list[Document]) -> float:
    """Rows a second over documents of one table each, joined to documents of a hundred tables as batches are."""
    rows = sum(len(table.indicators) for document in printed for table in document.tables)
    start = time.perf_counter()
    for document in printed:
        scorer.score(document)
    return rows / (time.perf_counter() - start)


def documents(count: int) -> list[Document]:
    """So many rows, in documents of a hundred tables each."""
    found = [printed.table.table for printed in tables(count)]
    return [Document(source=str(start), tables=tuple(found[start : start + 100])) for start in range(0, len(found), 100)]


def seconds(code: str) -> float:
    """The best of three fresh processes."""
    spent = []
    for _ in range(3):
        start = time.perf_counter()
        subprocess.run([sys.executable, "-c", code], check=True)
        spent.append(time.perf_counter() - start)
    return min(spent)


def main() -> int:
    quick = "--quick" in sys.argv
    count = 4_000 if quick else 20_000
    scorer = zhibiao.load()
    scorer.score_indicator(name="培训人数", value="≥60人")
    printed = documents(2 * count)
    half = len(printed) // 2  # neither half has been seen before it is timed
    with_models, without = a_second(scorer, printed[:half]), a_second(zhibiao.load(models=False), printed[half:])
    print(f"rows a second: rules and models {with_models:,.0f}, rules alone {without:,.0f}; ratio {with_models / without:.2f}")
    start = time.perf_counter()
    for number in range(50):
        scorer.score_indicator(name=f"第{number}期培训人数", value=f"≥{number}人", level2="数量指标", project_name="技能培训")
    one = (time.perf_counter() - start) / 50
    print(f"one row on a loaded scorer: {1000 * one:.1f} ms, allowed {1000 * ONE_ROW:.0f} ms: {'ok' if one <= ONE_ROW else 'MISSED'}")
    own, beside = seconds(_START), seconds(_BESIDE)
    print(f"first row from a cold start: {own:.2f} s; {_BESIDE}: {beside:.2f} s; ratio {own / beside:.2f}")
    return 0 if one <= ONE_ROW else 1


if __name__ == "__main__":
    sys.exit(main())
