"""What suggestions cost: weak rows a second beside judging alone, and one row on a loaded scorer: `python benchmarks/suggest [--quick]`.

The rows are the weak tables of training_data/, each project's nouns changed from copy to copy so that no row is judged twice. Times are
of the processor, for other work on the machine must not count."""

from __future__ import annotations

import sys
import time
from dataclasses import replace
from pathlib import Path

import zhibiao
from zhibiao.model.document import Document, Table
from zhibiao.suggesting.suggest import is_weak
from zhibiao.training.data.readings import parsed
from zhibiao.training.data.records import load

TOP = Path(__file__).resolve().parents[2]
A_SECOND, ONE_ROW = 1_000, 0.050  # weak rows a second on one core; seconds that one row may take
PLACES = "东西南北上下前后左右内外大小新老高长清明"
PART = 100  # tables of one document


def copies(count: int) -> list[Table]:
    """So many weak rows at least, in tables of different projects."""
    tables = [parsed(table) for table in load(TOP / "training_data").tables if table.source == "weak"]
    out: list[Table] = []
    rows = number = 0
    while rows < 2 * count:
        table = tables[number % len(tables)]
        place = PLACES[number // len(tables) % len(PLACES)] + PLACES[number % len(PLACES)] + "湾"
        indicators = tuple(replace(one, name=f"{place}{one.name}" if one.name else None) for one in table.indicators)
        out.append(replace(table, project_name=f"{place}{table.project_name}", indicators=indicators))
        rows += len(indicators)
        number += 1
    return out


def main() -> int:
    count = 1_000 if "--quick" in sys.argv else 4_000
    scorer = zhibiao.load(suggest=True)
    scorer.suggest(name="各项工作质量", value="高质量完成", level2="质量指标", project_name="档案业务")
    tables = copies(count)
    documents = [Document(str(start), tables=tuple(tables[start : start + PART])) for start in range(0, len(tables), PART)]
    weak, alone, together = 0, 0.0, 0.0
    for number, document in enumerate(documents):  # whichever comes first finds nothing in caches of words
        for suggest in (False, True) if number % 2 else (True, False):
            start = time.process_time()
            report = scorer.score_document(replace(document, source=f"{number}"), suggest)
            spent = time.process_time() - start
            together, alone = (together + spent, alone) if suggest else (together, alone + spent)
        weak += sum(is_weak(line) for table in report.tables for line in table.indicators)
    more = max(together - alone, 1e-9)
    rate = weak / more
    print(f"weak rows a second and core, judging them apart: {rate:,.0f}, wanted {A_SECOND:,}: {'ok' if rate >= A_SECOND else 'MISSED'}")
    print(f"a document with suggestions takes {together / alone:.2f} times what judging it takes")
    start = time.process_time()
    for number in range(50):
        scorer.suggest(name=f"第{number}期培训质量", value="高质量", level2="质量指标", project_name=f"第{number}期技能培训")
    one = (time.process_time() - start) / 50
    print(f"one row on a loaded scorer: {1000 * one:.1f} ms, allowed {1000 * ONE_ROW:.0f} ms: {'ok' if one <= ONE_ROW else 'MISSED'}")
    return 0 if rate >= A_SECOND and one <= ONE_ROW else 1


if __name__ == "__main__":
    sys.exit(main())
