"""What goes wrong on office machines: damaged files, full disks, killed runs, strange consoles. Told in Chinese, nothing half-written."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from command_line import said, started, without_progress, zhibiao
from typer.testing import CliRunner

from document_comparison import FILES
from zhibiao.batch import reading
from zhibiao.cli.main import app

GOOD = FILES / "a13_bare_table.docx"
posix = pytest.mark.skipif(os.name != "posix", reason="limits and signals of other systems than Windows")
FULL = pytest.mark.skipif(not Path("/dev/full").exists(), reason="the device that is always full is Linux's")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "送审 材料"
    made.mkdir()
    for name in ("甲 表.docx", "丙.docx"):
        shutil.copy(GOOD, made / name)
    return made


def many(folder: Path, count: int) -> None:
    for number in range(count):
        shutil.copy(GOOD, folder / f"第{number:02d}份 表.docx")


def left(folder: Path) -> list[str]:
    """All files, hidden ones too."""
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def test_a_damaged_file_among_good_ones(folder: Path) -> None:
    (folder / "乙.docx").write_bytes(GOOD.read_bytes()[:3_000])
    run = zhibiao(folder.parent, "score", "送审 材料", "--rules-only", "--format", "json")
    assert run.returncode == 3
    whole = json.loads(run.stdout)
    assert [document["source"] for document in whole["documents"]] == ["送审 材料/丙.docx", "送审 材料/甲 表.docx"]
    assert said(run) == "送审 材料/乙.docx：文件已损坏或不完整（压缩包结构不完整）。请用 Word、Excel 或 WPS 重新打开并另存后再试。\n"


def in_process(work: Callable[[Any], Any], tasks: Sequence[Any], *_: object) -> Iterator[Any]:
    return map(work, tasks)


def test_a_file_and_a_folder_without_permission(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Simulated: whoever runs the tests may be allowed everything."""
    (folder / "保密").mkdir()
    read, listed = Path.read_bytes, os.scandir

    def no_read(self: Path) -> bytes:
        if self.name == "丙.docx":
            raise PermissionError
        return read(self)

    def no_list(path: Any) -> Any:
        if Path(path).name == "保密":
            raise PermissionError
        return listed(path)

    monkeypatch.chdir(folder.parent)
    monkeypatch.setattr(reading, "run", in_process)
    monkeypatch.setattr(Path, "read_bytes", no_read)
    monkeypatch.setattr(os, "scandir", no_list)
    run = CliRunner().invoke(app, ["score", "送审 材料", "--rules-only", "--format", "json"])
    assert run.exit_code == 3
    assert [error["message"] for error in json.loads(run.stdout)["errors"]] == [
        "送审 材料/丙.docx：没有权限读取文件。请检查文件权限，或复制到本人的文件夹后再试。",
        "送审 材料/保密：没有权限打开文件夹。请检查文件夹权限，或复制到本人的文件夹后再试。",
    ]


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="for those whom permissions bind")
def test_permissions_as_they_are(folder: Path) -> None:
    (folder / "丙.docx").chmod(0)
    run = zhibiao(folder, "score", ".", "--rules-only", "--format", "json")
    assert run.returncode == 3
    assert "丙.docx：没有权限读取文件。" in said(run)


@FULL
@pytest.mark.parametrize("form", ["table", "json"])
def test_a_full_disk_behind_standard_output(folder: Path, form: str) -> None:
    with Path("/dev/full").open("wb") as full:
        more = {"capture_output": False, "stdout": full, "stderr": subprocess.PIPE}
        run = zhibiao(folder, "score", ".", "--rules-only", "--format", form, more=more)
    assert run.returncode == 2
    assert said(run) == "标准输出：写到一半，磁盘已满或超过了限额，没有写成。请清理磁盘，或用 -o 写到别的磁盘后重试。\n"


@FULL
def test_a_full_disk_behind_other_commands(folder: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        more = {"capture_output": False, "stdout": full, "stderr": subprocess.PIPE}
        for command in (["rules"], ["annotate", "甲 表.docx", "-o", "批注", "--rules-only"]):
            run = zhibiao(folder, *command, more=more)
            assert run.returncode == 2
            assert "磁盘已满或超过了限额" in said(run)
            assert "Traceback" not in said(run)
            assert "Exception" not in said(run)


def at_most(size: int) -> Callable[[], None]:
    """No file may grow larger: what a full disk is like, without one."""

    def limit() -> None:
        import resource

        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

    return limit


@posix
@pytest.mark.parametrize("name", ["报 告.json", "报 告.xlsx", "报 告.html"])
def test_a_full_disk_behind_the_report(folder: Path, tmp_path: Path, name: str) -> None:
    (tmp_path / "临时").mkdir()
    (tmp_path / name).write_bytes(b"old")
    arguments = ("score", "送审 材料", "--rules-only", "--no-cache", "-o", name)
    run = zhibiao(tmp_path, *arguments, more={"preexec_fn": at_most(2_000)}, TMPDIR=str(tmp_path / "临时"))
    assert run.returncode == 2
    assert said(run) == f"{name}：写到一半，磁盘已满或超过了限额，没有写成。请清理磁盘，或用 -o 写到别的磁盘后重试。\n"
    assert left(tmp_path) == [name, "送审 材料/丙.docx", "送审 材料/甲 表.docx"]
    assert (tmp_path / name).read_bytes() == b"old"


@posix
def test_a_full_disk_behind_kept_results(folder: Path, own_cache: Path) -> None:
    wanted = zhibiao(folder, "score", ".", "--rules-only", "--no-cache", "--format", "json")
    run = zhibiao(folder, "score", ".", "--rules-only", "--format", "json", more={"preexec_fn": at_most(500)})
    assert run.returncode == 0
    assert run.stdout == wanted.stdout
    assert said(run) == "有 2 份结果没能存入缓存（磁盘已满或没有权限），下次会重新评判。\n"
    assert left(own_cache) == []


def test_a_folder_for_kept_results_that_cannot_be_written(folder: Path) -> None:
    run = zhibiao(folder, "score", "丙.docx", "--rules-only", "--format", "json", "--cache", "甲 表.docx/缓存")
    assert run.returncode == 0
    assert len(json.loads(run.stdout)["documents"]) == 1
    assert said(run).startswith("甲 表.docx/缓存：缓存文件夹无法写入，结果不会留到下次。可以用 --cache 指定别的文件夹")


def test_an_output_folder_that_cannot_be_written(folder: Path) -> None:
    for place in ("甲 表.docx/报告.xlsx", "没有/报告.xlsx"):
        run = zhibiao(folder, "score", "丙.docx", "--rules-only", "-o", place)
        assert run.returncode == 2
        assert said(run) == f"{place}：文件无法写入。请检查文件夹是否存在、有没有权限、文件是否正被打开。\n"
    assert left(folder) == ["丙.docx", "甲 表.docx"]


def kept(cache: Path) -> dict[str, int]:
    """Entries with what tells a rewritten file from an old one: its inode."""
    return {path.name: path.stat().st_ino for path in cache.glob("*/*.z")}


def gone(group: int) -> bool:
    """Whether no process of the group is left."""
    for _ in range(200):
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.05)
    return False


def after_some(process: subprocess.Popen[bytes], cache: Path, count: int) -> dict[str, int]:
    """Wait until so many results are kept."""
    for _ in range(2_000):
        if len(found := kept(cache)) >= count:
            return found
        assert process.poll() is None, process.communicate()
        time.sleep(0.01)
    raise AssertionError("no results")


@posix
def test_a_killed_run_is_taken_up_where_it_was(folder: Path, own_cache: Path, tmp_path: Path) -> None:
    many(folder, 24)
    arguments = ("score", "送审 材料", "--rules-only", "-o", "报 告.json", "--jobs", "1")
    process = started(tmp_path, *arguments)
    after_some(process, own_cache, 3)
    process.send_signal(signal.SIGKILL)
    process.communicate()
    assert gone(process.pid)
    before = kept(own_cache)
    assert 3 <= len(before) < 26
    assert not (tmp_path / "报 告.json").exists()
    again = zhibiao(tmp_path, *arguments)
    assert again.returncode == 0
    after = kept(own_cache)
    assert {name: after[name] for name in before} == before
    assert len(after) == 26 + 1  # and the run as a whole
    taken = (tmp_path / "报 告.json").read_bytes()
    assert zhibiao(tmp_path, *arguments, "--no-cache").returncode == 0
    assert (tmp_path / "报 告.json").read_bytes() == taken


@posix
def test_a_stopped_run_says_so(folder: Path, own_cache: Path, tmp_path: Path) -> None:
    many(folder, 40)
    process = started(tmp_path, "score", "送审 材料", "--rules-only", "-o", "报 告.xlsx", "--jobs", "1", TMPDIR=str(tmp_path))
    after_some(process, own_cache, 1)
    os.killpg(process.pid, signal.SIGINT)  # as Ctrl-C does: the workers get it too
    _, told = process.communicate(timeout=30)
    assert process.returncode == 130
    assert without_progress(told).strip() == "已停止。"
    assert gone(process.pid)
    assert {name.partition("/")[0] for name in left(tmp_path)} == {"送审 材料"}


def test_two_runs_at_once_on_one_cache(folder: Path, own_cache: Path) -> None:
    many(folder, 8)
    arguments = ("score", ".", "--rules-only", "--format", "json", "--jobs", "2")
    both = [started(folder, *arguments) for _ in range(2)]
    outputs = [process.communicate(timeout=120) for process in both]
    alone = zhibiao(folder, *arguments, "--no-cache")
    assert [process.returncode for process in both] == [0, 0]
    assert [(out, without_progress(told)) for out, told in outputs] == [(alone.stdout, "")] * 2
    assert all(name.endswith(".z") for name in left(own_cache))
    assert len(kept(own_cache)) == 10


STRANGE = "吉𠮷.docx"  # the second character is in no GBK


@pytest.mark.parametrize("form", ["table", "json"])
def test_a_console_of_windows(folder: Path, form: str) -> None:
    (folder / STRANGE).write_bytes(GOOD.read_bytes()[:3_000])
    run = zhibiao(folder, "score", STRANGE, "丙.docx", "--rules-only", "--format", form, PYTHONIOENCODING="gbk")
    assert run.returncode == 3
    assert without_progress(run.stderr, "gbk").startswith("吉\\U00020bb7.docx：文件已损坏")
    shown = run.stdout.decode("gbk" if form == "table" else "utf-8")
    assert "丙.docx" in shown


@pytest.mark.parametrize(
    "variables",
    [
        {"LANG": "C", "LC_ALL": "C"},
        {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"},
        {"LC_ALL": "POSIX", "PYTHONIOENCODING": "ascii"},
    ],
    ids=["C", "no utf-8", "ascii"],
)
def test_a_console_without_chinese(folder: Path, variables: dict[str, str]) -> None:
    shutil.copy(folder / "丙.docx", folder / "good.docx")
    (folder / "bad.docx").write_bytes(GOOD.read_bytes()[:3_000])
    run = zhibiao(folder, "score", "bad.docx", "good.docx", "--rules-only", **variables)
    assert run.returncode == 3
    assert said(run).startswith("bad.docx：文件已损坏")
    assert "个指标" in run.stdout.decode("utf-8")


def test_chinese_names_where_the_system_knows_none(folder: Path) -> None:
    variables = {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}
    run = zhibiao(folder, "score", ".", "--rules-only", "-o", "report.xlsx", **variables)
    assert run.returncode == 0, said(run)
    assert "评判完成：2 份文件" in said(run)


@pytest.mark.skipif(sys.platform != "linux", reason="other systems take names in Unicode only")
def test_a_name_in_another_encoding(folder: Path) -> None:
    """As old archives from Windows leave them."""
    shutil.move(folder / "丙.docx", os.fsencode(folder) + b"/" + "绩效.docx".encode("gbk"))
    for name in ("报告.json", "报告.xlsx", "报告.html"):
        run = zhibiao(folder.parent, "score", "送审 材料", "--rules-only", "-o", name)
        assert run.returncode == 0, said(run)
        assert "评判完成：2 份文件" in said(run)
    whole = json.loads((folder.parent / "报告.json").read_text(encoding="utf-8"))
    assert [os.fsencode(Path(document["source"]).name) for document in whole["documents"]] == [
        "甲 表.docx".encode(),
        "绩效.docx".encode("gbk"),
    ]


@pytest.mark.parametrize("stdin", [b"", b"\xff\xfe\x00", b"null\n[]\n1\n"])
def test_strange_rows_are_no_crash(folder: Path, stdin: bytes) -> None:
    run = zhibiao(folder, "score", "-", "--rules-only", "--format", "jsonl", stdin=stdin)
    assert run.returncode in (0, 3)
    assert "Traceback" not in said(run)


@pytest.mark.skipif(sys.platform == "win32", reason="pipes of other systems")
def test_a_reader_that_has_seen_enough(folder: Path) -> None:
    process = started(folder, "score", ".", "--rules-only", "--format", "json")
    assert process.stdout is not None
    process.stdout.close()
    assert process.stderr is not None
    with process.stderr as told:
        assert b"Traceback" not in told.read()
    process.wait(30)
