"""Many files judged: order, failures, any number of processes."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

import zhibiao
from document_comparison import FILES
from zhibiao.batch import reading, scoring
from zhibiao.batch.reading import Task
from zhibiao.batch.scored import Scored
from zhibiao.batch.scoring import ScoreTask, score_many, score_some, whole
from zhibiao.batch.workers import TaskCrashError
from zhibiao.config.limits import Limits
from zhibiao.features.reading import Row
from zhibiao.learned.judge import Judge, Judgement
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


def test_files_of_a_lost_group_are_tried_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    names = [(tmp_path / f"{number}.csv").as_posix() for number in range(16)]
    for name in names:
        Path(name).write_text("三级指标,指标值\n培训人数,200人\n", encoding="utf-8")
    groups: list[int] = []

    def lose(work: Any, tasks: list[list[ScoreTask]], jobs: int, seconds: float) -> Iterator[Any]:
        groups.extend(len(group) for group in tasks)
        yield from (TaskCrashError() if any(task.task.source == names[5] for task in group) else work(group) for group in tasks)

    monkeypatch.setattr(reading, "run", lose)
    found = list(score_many(names, scorer_of, jobs=1))
    assert groups == [4, 4, 4, 4, 1, 1, 1, 1]
    assert [scored.source for scored in found] == names
    assert [scored.source for scored in found if scored.report is None] == [names[5]]


def test_files_are_handed_over_together_only_where_they_are_small_and_no_job_is_left_idle(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    groups: list[list[str]] = []

    def note(work: Any, tasks: list[list[ScoreTask]], jobs: int, seconds: float) -> Iterator[Any]:
        groups[:] = [[Path(task.task.source).stem for task in group] for group in tasks]
        yield from (work(group) for group in tasks)

    monkeypatch.setattr(reading, "run", note)
    for number in range(12):
        (tmp_path / f"{number}.csv").write_text("三级指标,指标值\n培训人数,200人\n", encoding="utf-8")
    (tmp_path / "1.csv").write_text("三级指标,指标值\n" + "\n" * 600_000, encoding="utf-8")
    names = [(tmp_path / f"{number}.csv").as_posix() for number in range(12)]
    list(score_many(names, scorer_of, jobs=1))
    assert groups == [["0"], ["1"], ["2", "3", "4"], ["5", "6", "7"], ["8", "9", "10"], ["11"]]
    list(score_many(names, scorer_of, jobs=3))
    assert [len(group) for group in groups] == [1] * 12


def test_a_mistake_of_ours_is_named_as_ours(sources: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise KeyError("level1")

    monkeypatch.setattr("zhibiao.scorer.scorer.walk", fail)
    (scored,) = score_some([ScoreTask(Task(NAMES[0], Limits()), SCORER)])
    assert scored.report is None
    assert [failure.code for failure in scored.failures] == ["internal"]


def test_a_mistake_of_ours_loses_only_the_file_it_is_met_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(3):
        (tmp_path / f"{number}.csv").write_text(f"三级指标,指标值\n第{number}项,{number}人\n", encoding="utf-8")
    real = Judge.judge

    def fail(judge: Judge, rows: Sequence[Row]) -> list[Judgement]:
        if any(row.name.text == "第1项" for row in rows):
            raise KeyError("level1")
        return real(judge, rows)

    monkeypatch.setattr(Judge, "judge", fail)
    scorer = zhibiao.load()
    found = score_some([ScoreTask(Task((tmp_path / f"{number}.csv").as_posix(), Limits()), scorer) for number in range(3)])
    assert [[failure.code for failure in scored.failures] for scored in found] == [[], ["internal"], []]
    assert [scored.report is None for scored in found] == [False, True, False]


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
