"""A workbook of 3,000 rows and 12 columns, hundreds of projects with merged cells: time beside openpyxl, peak of memory."""

from __future__ import annotations

import io
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

import openpyxl

from zhibiao.config.limits import Limits
from zhibiao.parsing import parse
from zhibiao.reading import read_bytes

ROWS, PER_PROJECT = 3_000, 9  # a city's largest submission; nine indicators a project is the usual form
COLUMNS = ("项目名称", "一级指标", "二级指标", "三级指标", "指标值", "计量单位", "指标说明", "确定依据", "金额", "时间", "分值", "备注")
LEVELS = (("产出指标", "数量指标"), ("产出指标", "质量指标"), ("产出指标", "时效指标"), ("效益指标", "社会效益指标"))
# Linux hands the parent's peak on to the child's getrusage, so there the kernel's own count for the new process is read
READ_ALONE = """
import sys
from pathlib import Path
import zhibiao
assert len(zhibiao.read(sys.argv[1]).tables) > 300
status = Path("/proc/self/status")
if status.exists():
    print(next(int(line.split()[1]) for line in status.read_text().splitlines() if line.startswith("VmHWM")))
else:
    import resource
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""
ALLOWED = 150.0  # megabytes


def build() -> bytes:
    """The workbook; texts differ from row to row, so that shared strings do not make it small."""
    workbook = openpyxl.Workbook()
    sheet = workbook.worksheets[0]
    sheet.append(COLUMNS)
    for row in range(2, ROWS + 1):
        level1, level2 = LEVELS[row % len(LEVELS)]
        project = (row - 2) // PER_PROJECT
        sheet.append(
            [
                *(f"第{project}号公共服务保障项目", level1, level2, f"开展第{row}批服务活动次数", 0.9 + row % 10 / 100, "次"),
                *(
                    f"反映第{row}批活动的完成情况，按季度统计",
                    f"依据工作计划第{row % 50}条",
                    row * 1234.5,
                    45_658 + row % 365,
                    row % 10,
                    None,
                ),
            ]
        )
        sheet.cell(row, 5).number_format = "0%"
        sheet.cell(row, 9).number_format = '#,##0.00"元"'
        sheet.cell(row, 10).number_format = 'yyyy"年"m"月"d"日"'
    for first in range(2, ROWS - PER_PROJECT, PER_PROJECT):
        sheet.merge_cells(start_row=first, end_row=first + PER_PROJECT - 1, start_column=1, end_column=1)
    stream = io.BytesIO()
    workbook.save(stream)
    return stream.getvalue()


def ours(data: bytes) -> int:
    """Indicators read by us."""
    return sum(len(table.indicators) for table in parse(read_bytes(data, "list.xlsx", Limits()), "list.xlsx").tables)


def theirs(data: bytes) -> int:
    """Cells read by openpyxl in full mode, the only one that knows merges: value and format of each."""
    sheet = openpyxl.load_workbook(io.BytesIO(data), data_only=True).worksheets[0]
    read = [(cell.value, cell.number_format) for row in sheet.iter_rows() for cell in row]
    return len(read) + len(sheet.merged_cells.ranges)


def seconds(function: Callable[[bytes], int], data: bytes) -> float:
    """One timed call."""
    start = time.perf_counter()
    function(data)
    return time.perf_counter() - start


def peak_megabytes(data: bytes) -> float | None:
    """Peak resident size of a fresh process that reads the workbook; None where the system does not tell (Windows)."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "large.xlsx"
        path.write_bytes(data)
        run = subprocess.run([sys.executable, "-c", READ_ALONE, str(path)], capture_output=True, text=True, check=False)
    if run.returncode:
        return None
    return int(run.stdout) / (1 << 20 if sys.platform == "darwin" else 1 << 10)  # macOS counts bytes, Linux kibibytes


def measure(rounds: int) -> bool:
    """Print the ratio and the peak; whether the memory's bound is kept."""
    data = build()
    pairs = [(seconds(ours, data), seconds(theirs, data)) for _ in range(rounds)]  # interleaved: the machine drifts
    mine, other = (median(column) for column in zip(*pairs, strict=True))
    size, times = f"{ROWS} rows x {len(COLUMNS)} columns", f"zhibiao {mine * 1000:.0f} ms, openpyxl {other * 1000:.0f} ms"
    print(f"xlsx, {size}: {times}, ratio {mine / other:.2f}")
    peak = peak_megabytes(data)
    if peak is None:
        print("  peak of memory: this system does not tell")
        return True
    print(f"  peak of a fresh process {peak:.0f} MB, allowed {ALLOWED:.0f} MB: {'ok' if peak <= ALLOWED else 'MISSED'}")
    return peak <= ALLOWED
