"""The result's file appears whole or not at all, and failures are told."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from zhibiao.cli import output
from zhibiao.cli.output import OutputError, opened


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_the_file_appears_when_it_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "报告.json"
    path.write_bytes(b"old")
    with opened(path) as write:
        write("新")
        assert path.read_bytes() == b"old"
        (part,) = (name for name in names(tmp_path) if name != path.name)
        assert part.startswith(".")  # what a killed run leaves is passed over as a submission
        write(b"!")
    assert path.read_text(encoding="utf-8") == "新!"
    assert names(tmp_path) == ["报告.json"]


@pytest.mark.parametrize("error", [RuntimeError("x"), KeyboardInterrupt()])
def test_what_stops_the_work_leaves_the_old_one(tmp_path: Path, error: BaseException) -> None:
    path = tmp_path / "报告.json"
    path.write_bytes(b"old")

    def work() -> None:
        with opened(path) as write:
            write("新")
            raise error

    with pytest.raises(type(error)):
        work()
    assert path.read_bytes() == b"old"
    assert names(tmp_path) == ["报告.json"]


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT, errno.EFBIG])
def test_no_room_is_told(tmp_path: Path, number: int) -> None:
    path = tmp_path / "报告.json"
    with pytest.raises(OutputError, match=r"报告\.json：写到一半，磁盘已满或超过了限额，没有写成。请清理磁盘"), opened(path):
        raise OSError(number, os.strerror(number))
    assert names(tmp_path) == []


def test_other_faults_are_told(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match=r"没有/报告\.json：文件无法写入。请检查文件夹是否存在"), opened(tmp_path / "没有" / "报告.json"):
        pytest.fail("opened")


def test_a_name_of_the_longest_kind_can_be_written(tmp_path: Path) -> None:
    path = tmp_path / ("绩" * 83 + ".json")  # 254 bytes
    with opened(path) as write:
        write("x")
    assert path.read_bytes() == b"x"


def test_two_runs_do_not_write_into_each_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "报告.json"
    with opened(path) as first:
        first("一")
        monkeypatch.setattr(os, "getpid", lambda: 1)
        with opened(path) as second:
            second("二")
        first("一")
    assert path.read_text(encoding="utf-8") == "一一"
    assert names(tmp_path) == ["报告.json"]


def test_names_that_windows_refuses_are_refused_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(output, "name_refused", lambda path: f"{path.name}：不行。")
    with pytest.raises(OutputError, match=r"aux\.xlsx：不行。"), opened(tmp_path / "aux.xlsx"):
        pytest.fail("opened")
    assert names(tmp_path) == []
