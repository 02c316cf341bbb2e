"""Many files judged: order, failures, any number of processes."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from document_comparison import FILES
from zhibiao.batch import reading, scoring
from zhibiao.batch.reading import Task
from zhibiao.batch.scored import Scored
from zhibiao.batch.scoring import ScoreTask, score_many, score_one, whole
from zhibiao.batch.workers import TaskCrashError
from zhibiao.config.limits import Limits
from zhibiao.model.report import DocumentReport, Failure, TableReport
from zhibiao.scorer import Scorer

NAMES = ("a13_bare_table.docx", "x_empty.docx", "b14_plain.txt", "b20_rows.csv")
SCORER = Scorer()


@pytest.fixture
def sources(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    for name in NAMES:
        shutil.copy(FILES / name, tmp_path / name)
    monkeypatch.chdir(tmp_path)
    return list(NAMES)


def scorer_of(source: str) -> Scorer:
    return SCORER


def test_reports_come_in_order_and_alike_for_any_number_of_jobs(sources: list[str]) -> None:
    one = list(score_many(sources, scorer_of, jobs=1))
    assert [scored.source for scored in one] == sources
    assert [scored.report is not None for scored in one] == [True, False, True, True]
    assert [failure.code for scored in one for failure in scored.failures] == ["empty-file"]
    assert list(score_many(sources, scorer_of, jobs=3)) == one
    assert one[0].report is not None
    assert [len(table.indicators) for table in one[0].report.tables] == [10]


def test_stdin_stands_where_the_command_names_it(sources: list[str]) -> None:
    rows = [b'{"name": "\xe5\x9f\xb9\xe8\xae\xad\xe4\xba\xba\xe6\x95\xb0", "value": "200"}\n']
    found = list(whole(score_many([NAMES[0], "-", NAMES[2]], scorer_of, jobs=1, stdin=rows)))
    assert [scored.source for scored in found] == [NAMES[0], "-", NAMES[2]]
    assert found[1].report is not None
    assert [line.name for table in found[1].report.tables for line in table.indicators] == ["培训人数"]


def test_lost_files_are_named_and_the_others_kept(sources: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    def lose(work: Any, tasks: list[ScoreTask], jobs: int, seconds: float) -> Iterator[Any]:
        yield from (TaskCrashError() if number == 2 else work(task) for number, task in enumerate(tasks))

    monkeypatch.setattr(reading, "run", lose)
    found = list(score_many(sources, scorer_of))
    assert [failure.code for scored in found for failure in scored.failures] == ["empty-file", "crashed"]
    assert isinstance(found[2], Scored)


def test_a_mistake_of_ours_is_named_as_ours(sources: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise KeyError("level1")

    monkeypatch.setattr("zhibiao.scorer.scorer.walk", fail)
    scored = score_one(ScoreTask(Task(NAMES[0], Limits()), SCORER))
    assert scored.report is None
    assert [failure.code for failure in scored.failures] == ["internal"]


def test_parts_of_one_source_are_put_together() -> None:
    def part(source: str, number: int) -> Scored:
        failure = Failure(source, "x", f"{number}")
        return Scored(source, DocumentReport(source, tables=(TableReport(number),), doubts=(f"{number}",), exempted=(number,)), (failure,))

    lost = Scored("-", None, (Failure("-", "internal", "0"),))
    found = list(scoring.whole([part("甲", 1), part("-", 1), lost, part("-", 2), part("乙", 1)]))
    assert [scored.source for scored in found] == ["甲", "-", "乙"]
    assert found[1].report == DocumentReport("-", tables=(TableReport(1), TableReport(2)), doubts=("1", "2"), exempted=(1, 2))
    assert [failure.message for failure in found[1].failures] == ["1", "0", "2"]
    assert list(scoring.whole([lost])) == [lost]
