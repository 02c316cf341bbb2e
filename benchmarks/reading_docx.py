"""How fast docx files are read, beside python-docx on the same files: `python benchmarks/reading_docx.py [--read-only] [--files N]`.

Without --read-only the whole of zhibiao.read (reading and parsing) is timed, with it the reader alone.
"""

from __future__ import annotations

import argparse
import gc
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import docx

from zhibiao.config.limits import Limits
from zhibiao.reading.budget import Budget
from zhibiao.reading.docx import read_docx

TABLES, ROWS, COLUMNS = 4, 10, 6
HEADER = ("一级指标", "二级指标", "三级指标", "绩效指标描述", "指标值", "指标值确定依据")
ALLOWED = {True: 0.25, False: 0.6}  # share of python-docx's time; the target is for the machine of libraries.md


def build(path: Path, number: int) -> None:
    """One file like a submission: headings, and tables with merged level columns and a merged title row."""
    document = docx.Document()
    document.add_heading(f"第{number}号项目绩效目标表", 1)
    for table_number in range(1, TABLES + 1):
        document.add_paragraph(f"项目{number}-{table_number}的绩效目标如下：")
        table = document.add_table(rows=ROWS, cols=COLUMNS, style="Table Grid")
        for row_number, row in enumerate(table.rows):
            for column_number, cell in enumerate(row.cells):
                cell.text = HEADER[column_number] if row_number == 1 else f"{table_number}-{row_number}-{column_number}完成率≥95%"
        table.cell(0, 0).merge(table.cell(0, COLUMNS - 1)).text = f"绩效目标表{table_number}"
        for first, last in ((2, 5), (6, 9)):
            table.cell(first, 0).merge(table.cell(last, 0)).text = "产出指标"
            table.cell(first, 1).merge(table.cell(first + 1, 1)).text = "数量指标"
        document.add_paragraph("")
    document.save(str(path))


def read_ours(path: Path) -> int:
    """Characters in cells, by our reader alone."""
    blocks = read_docx(path.read_bytes(), Budget(Limits()))
    return sum(len(cell.text) for block in blocks.blocks for cell in getattr(block, "cells", ()))


def parse_ours(path: Path) -> int:
    """Indicators, by reading and parsing."""
    import zhibiao

    return sum(len(table.indicators) for table in zhibiao.read(path).tables)


def read_python_docx(path: Path) -> int:
    """Characters in cells, as python-docx's users read tables (a merged cell comes once for each slot)."""
    document = docx.Document(str(path))
    return sum(len(cell.text) for table in document.tables for row in table.rows for cell in row.cells)


def seconds(task: Callable[[Path], int], path: Path) -> float:
    """Time of one file."""
    start = time.perf_counter()
    task(path)
    return time.perf_counter() - start


def main() -> None:
    """Build the files, read each by both in turn, print medians and their ratio."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--read-only", action="store_true", help="time the reader without the parser")
    arguments.add_argument("--files", type=int, default=200)
    options = arguments.parse_args()
    task = read_ours if options.read_only else parse_ours
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder) / f"{number:03}.docx" for number in range(options.files)]
        for number, path in enumerate(paths):
            build(path, number)
        seconds(task, paths[0]), seconds(read_python_docx, paths[0])  # imports and caches are not what is measured
        gc.collect()
        ours, theirs = [], []
        for path in paths:
            ours.append(seconds(task, path))
            theirs.append(seconds(read_python_docx, path))
    mine, other = statistics.median(ours) * 1000, statistics.median(theirs) * 1000
    name = "read_docx" if options.read_only else "zhibiao.read"
    print(f"{options.files} files: {name} {mine:.2f} ms, python-docx {other:.2f} ms, ratio {mine / other:.3f}")
    print(f"allowed {ALLOWED[options.read_only]}: {'ok' if mine / other <= ALLOWED[options.read_only] else 'TOO SLOW'}")


if __name__ == "__main__":
    main()
