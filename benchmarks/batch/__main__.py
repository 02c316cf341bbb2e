"""A folder of submissions from the files to the workbook, beside python-docx walking the same cells: `python benchmarks/batch`.

Ratios and bars of one run; --quick takes fewer files and rows. Exit status 1 where a bar is missed."""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import memory
import submissions

import zhibiao

JOBS = "2"
BESIDE = 1.0  # of the time that python-docx needs to walk all cells in one process
SUGGESTED = 2.0  # the same with suggestions
MIB = 700  # of all processes together
AGAIN = 0.1  # of the first run's time, where no file has changed
START = 1.0  # of the time in which scikit-learn and spaCy are imported
ONE = 0.020  # seconds of one row on a loaded scorer
ROWS = 5_000  # rows of a frame a second of processor time
_IMPORTS = "import sklearn, spacy"
_RUN = "from zhibiao.cli.main import run; run()"
_WALK = """
import sys
from pathlib import Path
import docx
print(sum(len(cell.text) for path in sorted(Path(sys.argv[1]).glob("*.docx"))
          for table in docx.Document(str(path)).tables for row in table.rows for cell in row.cells))
"""


class Bars:
    """Each figure beside its bar."""

    def __init__(self) -> None:
        self.kept = True

    def told(self, what: str, figure: float, bar: float, unit: str, more: bool = False) -> None:
        """more: the figure has to reach the bar instead of staying below it."""
        met = figure >= bar if more else figure <= bar
        self.kept = self.kept and met
        print(
            f"{'met   ' if met else 'MISSED'} {what}: {figure:,.3g} {unit} (bar: {'at least' if more else 'at most'} {bar:,g})", flush=True
        )


def seconds(command: list[str], environment: dict[str, str], rounds: int = 1) -> float:
    """The best of some fresh processes."""
    spent = []
    for _ in range(rounds):
        start = time.perf_counter()
        subprocess.run(command, check=True, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        spent.append(time.perf_counter() - start)
    return min(spent)


def folder(bars: Bars, place: Path, files: int, environment: dict[str, str]) -> None:
    """Bars of a whole folder: without suggestions, again, and with them."""
    different = submissions.write(place / "送审", files)
    print(f"{files} files, {files * submissions.TABLES * submissions.ROWS:,} rows, {different:,} of them different")
    before = _processor()
    walked = seconds([sys.executable, "-c", _WALK, str(place / "送审")], environment)
    between = _processor()
    first, mib = _scored(place, environment, "--no-suggestions")
    after = _processor()
    report = (place / "报告.xlsx").read_bytes()
    again, _ = _scored(place, environment, "--no-suggestions")
    if (place / "报告.xlsx").read_bytes() != report:
        raise SystemExit("the second run's report differs from the first one's")
    print(f"python-docx {walked:.1f} s; zhibiao {first:.1f} s with {JOBS} jobs, {again:.1f} s again; load {os.getloadavg()[0]:.1f}")
    print(f"processor time: python-docx {between - before:.1f} s, zhibiao {after - between:.1f} s")
    bars.told("a folder, of python-docx's time", first / walked, BESIDE, "×")
    bars.told("memory of all processes", mib, MIB, "MiB")
    bars.told("the second run, of the first", again / first, AGAIN, "×")
    suggested, mib = _scored(place, environment)
    print(f"with suggestions {suggested:.1f} s, {mib:.0f} MiB; load {os.getloadavg()[0]:.1f}")
    bars.told("a folder with suggestions, of python-docx's time", suggested / walked, SUGGESTED, "×")


def _scored(place: Path, environment: dict[str, str], *options: str) -> tuple[float, float]:
    """Seconds and MiB of one run."""
    command = [sys.executable, "-c", _RUN, "score", "送审", "-o", "报告.xlsx", "--jobs", JOBS, *options]
    spent, mib, status, told = memory.watched(command, place, environment)
    if status:
        raise SystemExit(told)
    return spent, mib


def _processor() -> float:
    """Seconds that ended children have used."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def one_file(bars: Bars, place: Path, environment: dict[str, str]) -> None:
    """Bars of what a single user waits for."""
    file = str(next((place / "送审").iterdir()))
    ours = seconds([sys.executable, "-c", _RUN, "score", file, "--no-cache", "--no-suggestions"], environment, 3)
    beside = seconds([sys.executable, "-c", _IMPORTS], environment, 3)
    print(f"one file from a cold start {ours:.2f} s; {_IMPORTS} {beside:.2f} s; load {os.getloadavg()[0]:.1f}")
    bars.told("one file, of the time of importing scikit-learn and spaCy", ours / beside, START, "×")


def rows(bars: Bars, count: int) -> None:
    """Bars of rows as data."""
    import pandas as pd

    scorer = zhibiao.load()
    scorer.score_indicator(name="培训人数", value="≥60人")
    one = _mean(lambda number: scorer.score_indicator(name=f"第{number}期技能培训人数", value=f"≥{number}人", level2="数量指标"))
    bars.told("score_indicator on a loaded scorer", 1000 * one, 1000 * ONE, "ms")
    printed = [(table.project_name, line) for table, lines in submissions.of(count) for line in lines]
    fields = ("level1", "level2", "name", "description", "value", "basis")
    frame = pd.DataFrame([{"project_name": project, **{key: getattr(line, key) for key in fields}} for project, line in printed[:count]])
    different = len(frame.drop_duplicates())
    start = time.process_time()
    scorer.score_frame(frame)
    spent = time.process_time() - start
    print(f"score_frame: {len(frame):,} rows, {different:,} different, {spent:.1f} s of processor time")
    bars.told("score_frame, rows a second of processor time", len(frame) / spent, ROWS, "rows/s", more=True)


def _mean(task: Callable[[int], object]) -> float:
    start = time.perf_counter()
    for number in range(50):
        task(number)
    return (time.perf_counter() - start) / 50


def main() -> None:
    """All bars."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--quick", action="store_true", help="fewer files and rows, for the gate")
    quick = arguments.parse_args().quick
    bars = Bars()
    with tempfile.TemporaryDirectory() as made:
        place = Path(made)
        environment = {**os.environ, "ZHIBIAO_CACHE": str(place / "缓存")}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)  # modules compiled once, as those of the installed libraries beside them are
        folder(bars, place, 100 if quick else 1_000, environment)
        one_file(bars, place, environment)
    rows(bars, 10_000 if quick else 100_000)
    raise SystemExit(not bars.kept)


if __name__ == "__main__":
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    main()
