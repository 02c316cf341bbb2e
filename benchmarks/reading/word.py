"""Docx files beside python-docx, which walks their cells and understands nothing."""

from __future__ import annotations

import gc
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import docx

import zhibiao

TABLES, ROWS, COLUMNS = 4, 10, 6
HEADER = ("一级指标", "二级指标", "三级指标", "绩效指标描述", "指标值", "指标值确定依据")
ALLOWED = 0.6  # share of python-docx's time


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


def ours(path: Path) -> int:
    """Indicators, by reading and parsing."""
    return sum(len(table.indicators) for table in zhibiao.read(path).tables)


def theirs(path: Path) -> int:
    """Characters in cells, as python-docx's users read tables (a merged cell comes once for each slot)."""
    document = docx.Document(str(path))
    return sum(len(cell.text) for table in document.tables for row in table.rows for cell in row.cells)


def seconds(task: Callable[[Path], int], path: Path) -> float:
    """Time of one file."""
    start = time.perf_counter()
    task(path)
    return time.perf_counter() - start


def measure(files: int) -> bool:
    """Build the files, read each by both in turn, print medians and their ratio; whether the bound is kept."""
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder) / f"{number:03}.docx" for number in range(files)]
        for number, path in enumerate(paths):
            build(path, number)
        seconds(ours, paths[0]), seconds(theirs, paths[0])  # imports and caches are not what is measured
        gc.collect()
        times = [(seconds(ours, path), seconds(theirs, path)) for path in paths]
    mine, other = (statistics.median(column) for column in zip(*times, strict=True))
    ratio = mine / other
    print(f"docx, {files} files of {TABLES} tables x {ROWS} rows: zhibiao.read {mine * 1000:.2f} ms, python-docx {other * 1000:.2f} ms")
    print(f"  ratio {ratio:.3f}, allowed {ALLOWED}: {'ok' if ratio <= ALLOWED else 'MISSED'}")
    return ratio <= ALLOWED
