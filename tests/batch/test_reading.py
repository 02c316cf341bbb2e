"""Many files: what each gave, in order, the same for any number of processes."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from document_comparison import FILES
from zhibiao.batch import reading
from zhibiao.batch.reading import Failure, Task, read_many, read_one
from zhibiao.batch.workers import TaskCrashError, TaskTimeoutError
from zhibiao.config.limits import Limits
from zhibiao.errors import ReadError
from zhibiao.model.place import Place
from zhibiao.reading.blocks import Blocks, Paragraph

NAMES = ("a13_bare_table.docx", "x_empty.docx", "b14_plain.txt", "x_noise.txt", "a12_indicator_library.xlsx")


@pytest.fixture
def sources(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    for name in NAMES:
        shutil.copy(FILES / name, tmp_path / name)
    monkeypatch.chdir(tmp_path)
    return [*NAMES, "没有.docx"]


def test_outcomes_come_in_order_and_alike_for_any_number_of_jobs(sources: list[str]) -> None:
    one = list(read_many(sources, jobs=1))
    assert [outcome.source for outcome in one] == sources
    assert [outcome.document is not None for outcome in one] == [True, False, True, False, True, False]
    assert [[failure.code for failure in outcome.failures] for outcome in one] == [
        [],
        ["empty-file"],
        [],
        ["unsupported"],
        [],
        ["not-found"],
    ]
    assert list(read_many(sources, jobs=3)) == one


def test_nothing_to_read() -> None:
    assert list(read_many([])) == []


def test_lost_tasks_are_named_and_the_others_kept(sources: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    def lose(work: Any, tasks: list[Task], jobs: int, seconds: float) -> Iterator[Any]:
        losses = {1: TaskTimeoutError(), 3: TaskCrashError()}
        yield from (losses.get(number) or work(task) for number, task in enumerate(tasks))

    monkeypatch.setattr(reading, "run", lose)
    outcomes = list(read_many(sources, jobs=2, limits=replace(Limits(), seconds=7)))
    assert [failure.code for outcome in outcomes for failure in outcome.failures] == ["timeout", "crashed", "not-found"]
    assert (
        outcomes[1].failures[0].message == "x_empty.docx：读取超过 7 秒仍未完成，已停止。请确认文件是否正常，必要时拆分成较小的文件后重试。"
    )
    assert outcomes[3].failures[0].message.startswith("x_noise.txt：读取这个文件的进程意外退出")
    assert [outcome.document is not None for outcome in outcomes] == [True, False, True, False, True, False]


def test_a_mistake_of_ours_is_named_as_ours(sources: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise KeyError("level1")

    monkeypatch.setattr("zhibiao.parsing.parse", fail)
    (failure,) = read_one(Task(NAMES[0], Limits())).failures
    assert failure.code == "internal"
    assert "KeyError" in failure.message
    assert NAMES[0] in failure.message


def test_too_little_memory_is_an_error_of_the_file(sources: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise MemoryError

    monkeypatch.setattr("zhibiao.parsing.parse", fail)
    (failure,) = read_one(Task(NAMES[0], Limits())).failures
    assert failure == Failure(NAMES[0], "too-large", f"{NAMES[0]}：读取时内存不足。请把文件拆分成较小的几份后重试。")


def test_a_folder_that_could_not_be_listed_says_why(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: object) -> None:
        raise PermissionError

    monkeypatch.setattr("zhibiao.batch.reading.os.scandir", refuse)
    (failure,) = read_one(Task(str(tmp_path), Limits())).failures
    assert failure.code == "no-permission"
    assert "没有权限打开文件夹" in failure.message


def test_a_folder_that_can_be_listed_is_no_file(tmp_path: Path) -> None:
    (failure,) = read_one(Task(str(tmp_path), Limits())).failures
    assert failure.code == "is-folder"


def test_old_word_files_are_converted_together(sources: list[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    runs: list[list[str]] = []

    def convert(paths: list[Path], limits: Limits) -> dict[Path, bytes | ReadError]:
        runs.append([path.name for path in paths])
        broken = ReadError("damaged", "文件已损坏", "请另存后再试")
        return {path: broken if path.name == "二.doc" else (FILES / "a13_bare_table.docx").read_bytes() for path in paths}

    for name in ("一.doc", "二.doc"):
        shutil.copy(FILES / "b16_market.doc", tmp_path / name)
    shutil.copy(FILES / "b17_jobs.wps", tmp_path / "三.wps")
    monkeypatch.setattr("zhibiao.reading.office.convert", convert)
    outcomes = list(read_many(["一.doc", NAMES[0], "二.doc", "三.wps"], jobs=1))
    assert runs == [["一.doc", "二.doc", "三.wps"]]
    assert [outcome.document.kind if outcome.document else None for outcome in outcomes] == ["doc", "docx", None, "doc"]
    assert outcomes[2].failures == (Failure("二.doc", "damaged", "二.doc：文件已损坏。请另存后再试。"),)


def test_old_word_files_without_libreoffice_say_what_to_do(sources: list[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    shutil.copy(FILES / "b16_market.doc", tmp_path / "旧.doc")
    monkeypatch.setenv("ZHIBIAO_SOFFICE", str(tmp_path / "没有"))
    first, second = read_many(["旧.doc", NAMES[0]], jobs=1)
    assert [failure.code for failure in first.failures] == ["needs-libreoffice"]
    assert "请安装 LibreOffice" in first.failures[0].message
    assert second.document is not None


@pytest.mark.office
def test_old_word_files_are_read_alike_alone_and_among_others(tmp_path: Path) -> None:
    sources = [(FILES / name).as_posix() for name in ("b16_market.doc", "b17_jobs.wps")]
    assert list(read_many(sources, jobs=2)) == [read_one(Task(source, Limits())) for source in sources]


def test_a_sheet_that_fails_is_named_and_the_rest_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "两张表.xlsx"
    lost = ReadError("damaged", "文件已损坏或不完整", "请另存后再试", "工作表“表2”")
    blocks = Blocks("xlsx", (Paragraph("标题", Place()),), failures=(lost,))
    monkeypatch.setattr("zhibiao.reading.read_blocks", lambda *_: blocks)
    outcome = read_one(Task(path.as_posix(), Limits()))
    assert outcome.document is not None
    assert [failure.message for failure in outcome.failures] == [f"{path.as_posix()}（工作表“表2”）：文件已损坏或不完整。请另存后再试。"]
