"""Rows a second through text and rules on one core, beside jieba's bare segmentation of the same texts: `python benchmarks/rules`.

--million streams a million rows instead and tells the peak of memory on the way: it must stay flat.
Exit status 1 where a bound is missed."""

from __future__ import annotations

import argparse
import resource
import sys
import time

from rows import tables

from zhibiao.batch.collector import relax
from zhibiao.rules.checking import check_row
from zhibiao.rules.rule import Given
from zhibiao.text.segment import jieba_engine

ROWS_A_SECOND = 10_000
GROWTH = 64  # MiB that the peak may rise between 100,000 and 1,000,000 rows
_MARKS = (100_000, 500_000, 1_000_000)


def checked(count: int) -> tuple[float, int, int]:
    """Processor seconds that text and rules take for so many rows, the rows, the findings; making the rows is not counted."""
    given = Given()
    spent, rows, findings = 0.0, 0, 0
    for printed in tables(count):
        start = time.process_time()
        for row in printed.table.rows:
            findings += len(check_row(row, given))
            rows += 1
        spent += time.process_time() - start
    return spent, rows, findings


def cut(count: int) -> float:
    """Processor seconds that jieba takes to segment the same texts."""
    engine = jieba_engine()
    engine("预算绩效指标")  # the dictionary is loaded before the clock starts
    spent = 0.0
    for printed in tables(count):
        start = time.process_time()
        for text in printed.texts:
            engine(text)
        spent += time.process_time() - start
    return spent


def peak() -> int:
    """MiB that the process has held at most."""
    size = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return size >> (20 if sys.platform == "darwin" else 10)


def speed(count: int) -> bool:
    """Print rows a second of both and their ratio."""
    checked(200)  # imports, patterns and word lists
    relax()  # as the worker processes of `zhibiao score` do
    spent, rows, findings = checked(count)
    beside = cut(count)
    ours, theirs = rows / spent, rows / beside
    print(f"rules  {rows} rows, {findings} findings: {ours:,.0f} rows/s (bound {ROWS_A_SECOND:,})")
    print(f"jieba  the same texts, segmentation alone: {theirs:,.0f} rows/s; ratio {ours / theirs:.2f}")
    return ours >= ROWS_A_SECOND


def memory() -> bool:
    """Print the peak on the way through a million rows."""
    given = Given()
    relax()
    done, peaks = 0, []
    for printed in tables(_MARKS[-1]):
        for row in printed.table.rows:
            check_row(row, given)
            done += 1
            if done in _MARKS:
                peaks.append(peak())
                print(f"memory {done:>9,} rows: peak {peaks[-1]} MiB", flush=True)
    return peaks[-1] - peaks[0] <= GROWTH


def main() -> None:
    """One of the two measurements."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--million", action="store_true", help="memory over a million rows")
    arguments.add_argument("--quick", action="store_true", help="fewer rows, for the gate")
    chosen = arguments.parse_args()
    raise SystemExit(not (memory() if chosen.million else speed(4_000 if chosen.quick else 20_000)))


if __name__ == "__main__":
    main()
