"""Worker processes: order, time limits, and what happens when one dies."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import worker_tasks

from zhibiao.batch.workers import AHEAD, MOST_JOBS, TaskCrashError, TaskTimeoutError, run

LONG = 60.0


@pytest.mark.parametrize("jobs", [1, 2, 5])
def test_results_come_in_the_order_of_the_tasks(jobs: int) -> None:
    assert list(run(worker_tasks.double_slowly, range(5), jobs, LONG)) == [0, 2, 4, 6, 8]


@pytest.mark.parametrize("jobs", [1, 3])
def test_a_stream_of_tasks_is_taken_as_it_is_needed(jobs: int) -> None:
    taken: list[int] = []

    def stream() -> Iterator[int]:
        for number in range(60):
            taken.append(number)
            yield number

    ahead = []
    for place, result in enumerate(run(worker_tasks.double, stream(), jobs, LONG)):
        assert result == 2 * place
        ahead.append(len(taken) - place)
    assert len(ahead) == 60
    assert max(ahead) <= AHEAD * jobs


def test_no_tasks_need_no_process() -> None:
    assert list(run(worker_tasks.double, [], 3, LONG)) == []


def test_a_task_over_its_time_is_stopped_and_the_others_go_on() -> None:
    start = time.monotonic()
    results = list(run(worker_tasks.misbehave, [1, "hang", 3, 4], 2, 1.5))
    assert [results[0], *results[2:]] == [2, 6, 8]
    assert isinstance(results[1], TaskTimeoutError)
    assert time.monotonic() - start < 30  # the hanging task alone would sleep for 60


@pytest.mark.parametrize("way", ["exit", "raise", "kill"])
@pytest.mark.parametrize("jobs", [1, 2])
def test_a_task_that_takes_its_process_down_is_named_and_the_others_go_on(way: str, jobs: int, capfd: pytest.CaptureFixture[str]) -> None:
    results = list(run(worker_tasks.misbehave, [1, way, 3, way, 5], jobs, LONG))
    assert [results[0], results[2], results[4]] == [2, 6, 10]
    assert isinstance(results[1], TaskCrashError)
    assert isinstance(results[3], TaskCrashError)


def test_one_process_does_many_tasks(tmp_path: Path) -> None:
    assert len(set(run(worker_tasks.write_process_id, [str(tmp_path / "id")] * 4, 1, LONG))) == 1


def test_a_process_that_dies_between_tasks_costs_no_task(tmp_path: Path) -> None:
    path = tmp_path / "id"
    results = run(worker_tasks.write_process_id, [str(path)] * 2, 1, LONG)
    first = next(results)
    os.kill(first, signal.SIGTERM)
    time.sleep(0.5)
    assert next(results) != first


def test_no_process_is_left_when_the_caller_stops_early(tmp_path: Path) -> None:
    results = run(worker_tasks.write_process_id, [str(tmp_path / "id")] * 3, 1, LONG)
    process = next(results)
    results.close()
    with pytest.raises(ProcessLookupError):
        os.kill(process, 0)


def test_tasks_larger_than_a_pipe_pass_both_ways() -> None:
    big = b"x" * (1 << 22)
    assert list(run(worker_tasks.echo, [big, big], 2, LONG)) == [big, big]


def test_a_script_without_a_guard_is_told_so(tmp_path: Path) -> None:
    script = tmp_path / "unguarded.py"
    script.write_text("from zhibiao.batch.reading import read_many\nprint(list(read_many(['missing.docx'], jobs=1)))\n", encoding="utf-8")
    told = {**os.environ, "PYTHONIOENCODING": "utf-8"}
    found = subprocess.run([sys.executable, str(script)], capture_output=True, text=True, encoding="utf-8", env=told, timeout=120)
    assert found.returncode == 1
    assert "StartError: 读取文件的进程启动失败" in found.stderr.splitlines()[-1]


def test_more_jobs_than_a_system_can_wait_for_are_as_many_as_it_can() -> None:
    assert list(run(worker_tasks.double, [1, 2], 10_000, LONG)) == [2, 4]
    assert MOST_JOBS < 63
