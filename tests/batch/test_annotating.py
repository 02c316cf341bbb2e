"""Many files annotated: order, failures, what is on the disk before and after."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from document_comparison import FILES
from zhibiao.batch import annotating, reading
from zhibiao.batch.annotating import Annotated, AnnotateTask, annotate_many, annotate_one, put
from zhibiao.batch.reading import Task
from zhibiao.batch.workers import TaskCrashError
from zhibiao.config.limits import Limits
from zhibiao.errors import ReadError
from zhibiao.scorer import Scorer

NAMES = ("a13_bare_table.docx", "x_empty.docx", "b14_plain.txt", "a05_hubei.xlsx", "x_notables.docx")
SCORER = Scorer()
WHEN = datetime(2025, 11, 3, 9, 30)


@pytest.fixture
def pairs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, Path]]:
    for name in NAMES:
        shutil.copy(FILES / name, tmp_path / name)
    monkeypatch.chdir(tmp_path)
    return [(name, Path("批注 副本", name)) for name in NAMES]


def scorer_of(source: str) -> Scorer:
    return SCORER


def codes(found: list[Annotated]) -> list[str]:
    return [failure.code for one in found for failure in one.failures]


def test_copies_come_in_order_and_alike_for_any_number_of_jobs(pairs: list[tuple[str, Path]]) -> None:
    found = list(annotate_many(pairs, scorer_of, jobs=1, when=WHEN))
    assert [one.source for one in found] == list(NAMES)
    assert [one.target is not None for one in found] == [True, False, False, True, True]
    assert codes(found) == ["empty-file", "not-annotatable"]
    assert [one.comments > 0 for one in found] == [True, False, False, True, False]
    written = {path.name: path.read_bytes() for path in Path("批注 副本").iterdir()}
    assert sorted(written) == ["a05_hubei.xlsx", "a13_bare_table.docx", "x_notables.docx"]
    assert written["x_notables.docx"] == (FILES / "x_notables.docx").read_bytes()  # nothing to say: the same file
    assert list(annotate_many(pairs, scorer_of, jobs=2, when=WHEN)) == found
    assert {path.name: path.read_bytes() for path in Path("批注 副本").iterdir()} == written
    assert all(Path(name).read_bytes() == (FILES / name).read_bytes() for name in NAMES)


def test_files_that_take_no_comments_are_told_so(pairs: list[tuple[str, Path]]) -> None:
    found = list(annotate_many([pairs[2]], scorer_of, jobs=1))
    assert found[0].failures[0].message == (
        "b14_plain.txt：这是纯文字，不能加批注。能加批注的是 Word 文档（.docx、.docm）和 Excel 工作簿（.xlsx、.xlsm）："
        "请另存为其中一种后再试，或用 zhibiao score -o 报告.xlsx 另写一份报告。"
    )


def test_lost_files_are_named_and_the_others_kept(pairs: list[tuple[str, Path]], monkeypatch: pytest.MonkeyPatch) -> None:
    def lose(work: Any, tasks: list[AnnotateTask], jobs: int, seconds: float) -> Iterator[Any]:
        yield from (TaskCrashError() if number == 0 else work(task) for number, task in enumerate(tasks))

    monkeypatch.setattr(reading, "run", lose)
    found = list(annotate_many(pairs, scorer_of, jobs=1))
    assert codes(found) == ["crashed", "empty-file", "not-annotatable"]
    assert [one.target is not None for one in found] == [False, False, False, True, True]


def test_a_mistake_of_ours_in_one_file_is_named_as_ours(pairs: list[tuple[str, Path]], monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*arguments: Any) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(annotating, "_copy", fail)
    source, target = pairs[0]
    found = annotate_one(AnnotateTask(Task(source, Limits()), SCORER, target, False, WHEN))
    assert codes([found]) == ["internal"]


def test_a_strange_file_in_the_output_folder_is_not_written_over(pairs: list[tuple[str, Path]]) -> None:
    target = pairs[0][1]
    target.parent.mkdir()
    target.write_bytes(b"strange")
    found = list(annotate_many(pairs[:1], scorer_of, jobs=1))
    assert codes(found) == ["exists"]
    assert "批注 副本/a13_bare_table.docx 已经存在" in found[0].failures[0].message
    assert target.read_bytes() == b"strange"
    assert [path.name for path in target.parent.iterdir()] == [target.name]


def test_a_copy_of_an_earlier_run_is_replaced(pairs: list[tuple[str, Path]]) -> None:
    for _ in range(2):
        found = list(annotate_many([pairs[0], pairs[4]], scorer_of, jobs=1))
        assert codes(found) == []


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "文件").write_bytes(b"")
    with pytest.raises(ReadError) as caught:
        put(b"x", tmp_path / "文件" / "下级" / "a.docx", b"")
    assert caught.value.code == "not-writable"
