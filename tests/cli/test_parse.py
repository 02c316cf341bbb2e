"""The command `zhibiao parse` as a user runs it: a process of its own, in a folder with Chinese names and blanks."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from document_comparison import FILES

COPIES = {
    "绩效 文本/甲 表.docx": "a13_bare_table.docx",
    "绩效 文本/下级/乙.txt": "b14_plain.txt",
    "绩效 文本/丙.docx": "x_empty.docx",
    "绩效 文本/丁.xlsx": "a12_indicator_library.xlsx",
    "通知.docx": "x_notables.docx",
    "乱码.txt": "x_noise.txt",
}
WALKED = ["绩效 文本/丁.xlsx", "绩效 文本/下级/乙.txt", "绩效 文本/甲 表.docx"]  # in the order of the names' code points


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    top = tmp_path_factory.mktemp("送审 材料")
    for name, source in COPIES.items():
        (top / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(FILES / source, top / name)
    (top / "空 文件夹").mkdir()
    return top


def zhibiao(folder: Path, *arguments: str, **variables: str) -> subprocess.CompletedProcess[bytes]:
    command = [str(Path(sys.executable).with_name("zhibiao")), *arguments]
    environment = {**os.environ, **variables}
    return subprocess.run(command, cwd=folder, capture_output=True, check=False, timeout=120, env=environment)


def said(run: subprocess.CompletedProcess[bytes]) -> str:
    return run.stderr.decode("utf-8")


def test_one_file(folder: Path) -> None:
    run = zhibiao(folder, "parse", "绩效 文本/甲 表.docx")
    assert run.returncode == 0
    assert said(run) == ""
    whole = json.loads(run.stdout)
    assert list(whole) == ["documents", "errors"]
    assert whole["errors"] == []
    (document,) = whole["documents"]
    assert document["source"] == "绩效 文本/甲 表.docx"
    assert len(document["tables"][0]["indicators"]) == 10
    assert document["tables"][0]["indicators"][0]["where"] == {"table": 1, "row": 2, "part": "word/document.xml"}


def test_a_folder_with_something_unreadable(folder: Path) -> None:
    run = zhibiao(folder, "parse", "绩效 文本", "没有 这个.docx")
    assert run.returncode == 3
    whole = json.loads(run.stdout)
    assert [document["source"] for document in whole["documents"]] == WALKED
    assert whole["errors"] == [
        {"source": "绩效 文本/丙.docx", "code": "empty-file", "message": "绩效 文本/丙.docx：文件是空的。请确认文件已上传或保存完整。"},
        {"source": "没有 这个.docx", "code": "not-found", "message": "没有 这个.docx：文件不存在。请检查路径和文件名是否正确。"},
    ]
    assert said(run).splitlines() == [error["message"] for error in whole["errors"]]


def test_jsonl_has_a_document_or_an_error_on_each_line(folder: Path) -> None:
    whole = json.loads(zhibiao(folder, "parse", "绩效 文本").stdout)
    run = zhibiao(folder, "parse", "绩效 文本", "--format", "jsonl")
    assert run.returncode == 3
    lines = [json.loads(line) for line in run.stdout.decode("utf-8").splitlines()]
    assert [line["source"] for line in lines] == [*WALKED[:2], "绩效 文本/丙.docx", WALKED[2]]
    assert [line for line in lines if "tables" in line] == whole["documents"]
    assert [line for line in lines if "code" in line] == whole["errors"]


@pytest.mark.parametrize("form", ["json", "jsonl"])
def test_output_is_the_same_for_any_number_of_jobs_and_every_time(folder: Path, form: str) -> None:
    runs = [zhibiao(folder, "parse", ".", "--format", form, "--jobs", jobs) for jobs in ("1", "1", "3", "3")]
    assert {run.returncode for run in runs} == {3}
    assert len({run.stdout for run in runs}) == 1
    assert len({run.stderr for run in runs}) == 1
    assert runs[0].stdout


@pytest.mark.parametrize(
    "variables", [{"LANG": "C", "LC_ALL": "C"}, {"LANG": "C.UTF-8", "LC_ALL": ""}, {"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}]
)
def test_no_locale_loses_a_character(folder: Path, variables: dict[str, str]) -> None:
    usual = zhibiao(folder, "parse", "绩效 文本", LANG="C.UTF-8")
    run = zhibiao(folder, "parse", "绩效 文本", **variables)
    assert run.returncode == 3
    assert run.stdout == usual.stdout
    assert "文件是空的" in run.stdout.decode("utf-8")


def test_a_document_without_tables_is_read_without_error(folder: Path) -> None:
    run = zhibiao(folder, "parse", "通知.docx")
    assert run.returncode == 0
    whole = json.loads(run.stdout)
    assert whole["errors"] == []
    assert whole["documents"][0]["tables"] == []


def test_nothing_but_unreadable_files(folder: Path) -> None:
    run = zhibiao(folder, "parse", "乱码.txt")
    assert run.returncode == 3
    assert json.loads(run.stdout)["documents"] == []
    assert "乱码.txt：文件内容无法识别" in said(run)


def test_a_folder_without_files_is_said(folder: Path) -> None:
    run = zhibiao(folder, "parse", "空 文件夹")
    assert run.returncode == 0
    assert json.loads(run.stdout) == {"documents": [], "errors": []}
    assert "没有找到文件" in said(run)


WRONG = [
    (["parse"], "缺少 PATH：要读取的文件或文件夹"),
    (["parse", "--what", "."], "没有 --what 这个选项"),
    (["parse", "--form", "json", "."], "是不是 --format？"),
    (["parse", ".", "--format", "xml"], "--format 的值不对：json（合成一个整体）或 jsonl"),
    (["parse", ".", "--jobs", "0"], "--jobs 的值不对：同时读取的进程数，1 以上的整数"),
    (["parse", ".", "--jobs", "两个"], "--jobs 的值不对"),
    (["parse", ".", "--jobs"], "选项 --jobs 的用法不对"),
    (["pares", "."], "没有 pares 这个命令，现有的命令：score、annotate、parse"),
]


@pytest.mark.parametrize(("arguments", "message"), WRONG, ids=[" ".join(arguments) for arguments, _ in WRONG])
def test_wrong_use_is_told_in_chinese(folder: Path, arguments: list[str], message: str) -> None:
    run = zhibiao(folder, *arguments, LANG="C")
    assert run.returncode == 2
    assert run.stdout == b""
    assert message in said(run)
    assert "Traceback" not in said(run)


def test_help_is_no_wrong_use(folder: Path) -> None:
    run = zhibiao(folder, "parse", "--help")
    assert run.returncode == 0
    assert "读取文件和文件夹" in run.stdout.decode("utf-8")


def test_a_reader_that_stops_early_sees_no_traceback(folder: Path) -> None:
    command = [str(Path(sys.executable).with_name("zhibiao")), "parse", "绩效 文本", "--format", "jsonl"]
    with subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        streams: Any = process
        streams.stdout.read(10)
        streams.stdout.close()
        message = streams.stderr.read().decode("utf-8")
    assert "Traceback" not in message
