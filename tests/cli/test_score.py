"""The command `zhibiao score` as a user runs it: a process of its own, in a folder with Chinese names and blanks."""

from __future__ import annotations

import csv
import io
import json
import shutil
from pathlib import Path

import pytest
from command_line import said, zhibiao

from document_comparison import FILES

COPIES = {
    "送审/甲 表.docx": "a13_bare_table.docx",
    "送审/下级/乙.txt": "b14_plain.txt",
    "送审/丙.docx": "x_empty.docx",
    "通知.docx": "x_notables.docx",
}
ROWS = [
    {"id": "甲", "project_name": "技能提升", "level2": "数量指标", "name": "培训人数", "value": "200人", "basis": "工作计划"},
    {"id": 2, "name": "乡村道路养护里程", "value": "≥30公里"},
]
STDIN = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in ROWS).encode()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, source in COPIES.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(FILES / source, tmp_path / name)
    (tmp_path / "空 文件夹").mkdir()
    (tmp_path / "行.csv").write_text("id,三级指标,指标值\n1,培训人数,200人\n2,合格率,=100%\n", encoding="utf-8")
    return tmp_path


def test_a_table_for_people(folder: Path) -> None:
    run = zhibiao(folder, "score", "行.csv", "通知.docx", PYTHONIOENCODING="utf-8")
    assert run.returncode == 0
    text = run.stdout.decode("utf-8")
    lines = text.splitlines()
    assert lines[0].startswith("行.csv　")
    assert "\x1b" not in text
    assert all(width(line) <= 100 and line == line.rstrip() for line in lines)
    assert any(line.startswith("  1 ") and "培训人数 → 200人" in line and "警告" in line and "M206" in line for line in lines)
    assert any(line.startswith("通知.docx") and line.endswith("没有指标表") for line in lines)
    assert lines[-1].startswith("共 2 份文件、1 张表、2 个指标：")


def width(line: str) -> int:
    return sum(2 if ord(character) > 0x2E80 else 1 for character in line)


def test_json_with_something_unreadable(folder: Path) -> None:
    run = zhibiao(folder, "score", "送审", "没有 这个.docx", "--format", "json")
    assert run.returncode == 3
    whole = json.loads(run.stdout)
    assert [document["source"] for document in whole["documents"]] == ["送审/下级/乙.txt", "送审/甲 表.docx"]
    assert [error["code"] for error in whole["errors"]] == ["empty-file", "not-found"]
    assert said(run).splitlines() == [error["message"] for error in whole["errors"]]
    assert whole["documents"][1]["tables"][0]["indicators"][0]["where"] == {"table": 1, "row": 2, "part": "word/document.xml"}


@pytest.mark.parametrize("form", ["table", "json", "jsonl", "csv", "html"])
def test_output_is_the_same_for_any_number_of_jobs(folder: Path, form: str) -> None:
    runs = [zhibiao(folder, "score", ".", "--format", form, "--jobs", jobs) for jobs in ("1", "3")]
    assert runs[0].stdout
    assert [run.stdout for run in runs] == [runs[0].stdout] * 2
    assert {run.returncode for run in runs} == {3}


def test_a_file_is_written_in_the_format_of_its_ending(folder: Path) -> None:
    for name in ("报告.json", "报告.jsonl", "报告.csv", "报告.html"):
        run = zhibiao(folder, "score", "行.csv", "-o", name)
        assert (run.returncode, run.stdout) == (0, b"")
        lines = said(run).splitlines()
        assert lines[0] == "评判完成：1 份文件、1 张表、2 个指标。"
        assert lines[-1] == f"报告已写入 {name}。"
    whole = json.loads((folder / "报告.json").read_text(encoding="utf-8"))
    lines = [json.loads(line) for line in (folder / "报告.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [line["name"] for line in lines] == [line["name"] for line in whole["documents"][0]["tables"][0]["indicators"]]
    rows = list(csv.DictReader(io.StringIO((folder / "报告.csv").read_text(encoding="utf-8-sig"))))
    assert [row["value"] for row in rows if row["scope"] == "row"] == ["200人", "'=100%"]
    assert sorted(path.name for path in folder.glob("报告*")) == ["报告.csv", "报告.html", "报告.json", "报告.jsonl"]


def test_a_table_is_written_plainly(folder: Path) -> None:
    assert zhibiao(folder, "score", "行.csv", "--format", "table", "-o", "清单.txt").returncode == 0
    assert (folder / "清单.txt").read_text(encoding="utf-8").startswith("行.csv　")


def test_rows_from_standard_input(folder: Path) -> None:
    run = zhibiao(folder, "score", "-", "--format", "jsonl", stdin=STDIN)
    assert run.returncode == 0
    lines = [json.loads(line) for line in run.stdout.splitlines()]
    assert [(line["source"], line["table"], line["project_name"], line["id"]) for line in lines] == [
        ("-", 1, "技能提升", "甲"),
        ("-", 2, None, 2),
    ]
    assert "M206" in [finding["code"] for finding in lines[0]["findings"]]
    whole = json.loads(zhibiao(folder, "score", "-", "--format", "json", stdin=STDIN).stdout)
    assert [len(table["indicators"]) for document in whole["documents"] for table in document["tables"]] == [1, 1]


def test_a_bad_row_is_named_and_the_others_are_judged(folder: Path) -> None:
    run = zhibiao(folder, "score", "-", "--format", "json", stdin=STDIN + b"{oops\n")
    assert run.returncode == 3
    whole = json.loads(run.stdout)
    assert [error["source"] for error in whole["errors"]] == ["-"]
    assert "标准输入（第3行）" in said(run)
    assert len(whole["documents"][0]["tables"]) == 2


STATUS = [("never", 0), ("error", 0), ("warning", 1)]


@pytest.mark.parametrize(("fail_on", "status"), STATUS)
def test_the_exit_status_tells_how_grave_it_is(folder: Path, fail_on: str, status: int) -> None:
    (folder / "zhibiao.toml").write_text("select = ['M206']\n", encoding="utf-8")
    assert zhibiao(folder, "score", "行.csv", "--fail-on", fail_on).returncode == status
    assert zhibiao(folder, "score", "通知.docx", "--fail-on", fail_on).returncode == 0


def test_what_could_not_be_read_weighs_more_than_findings(folder: Path) -> None:
    assert zhibiao(folder, "score", "行.csv", "送审/丙.docx", "--fail-on", "warning").returncode == 3


def test_settings_and_exceptions_hold(folder: Path) -> None:
    (folder / "zhibiao.toml").write_text("[severity]\nM206 = 'error'\n", encoding="utf-8")
    assert zhibiao(folder, "score", "行.csv", "--fail-on", "error").returncode == 1
    (folder / "别的.toml").write_text("select = ['M206']\n", encoding="utf-8")
    assert zhibiao(folder, "score", "行.csv", "--config", "别的.toml", "--fail-on", "error").returncode == 0
    entry = '[[exceptions]]\nname = "{name}"\ncode = "M206"\nreason = "上级统一下发"\nexpires = {day}\n'
    text = (
        entry.format(name="培训人数", day="2099-01-01")
        + entry.format(name="别的", day="2099-01-01")
        + entry.format(name="旧", day="2020-01-01")
    )
    (folder / "例外.toml").write_text(text, encoding="utf-8")
    run = zhibiao(folder, "score", "行.csv", "--baseline", "例外.toml", "--config", "别的.toml", "--fail-on", "warning")
    assert run.returncode == 0
    assert said(run).splitlines() == [
        "例外.toml 第11行：例外已于 2020-01-01 到期，不再生效（旧，M206）。",
        "例外.toml 第6行：没有与这条例外相符的问题，可以删去（别的，M206）。",
    ]


def test_a_mistake_in_the_settings_stops_before_reading(folder: Path) -> None:
    (folder / "送审" / "zhibiao.toml").write_text("year = 2025\nselct = []\n", encoding="utf-8")
    run = zhibiao(folder, "score", "行.csv", "送审")
    assert run.returncode == 2
    assert run.stdout == b""
    assert "zhibiao.toml 第2行：没有“selct”这个设置。可用的设置：" in said(run)


WRONG = [
    (["score"], "缺少 PATH：要评判的文件或文件夹"),
    (["score", "行.csv", "--format", "xml"], "--format 的值不对：table（给人看的清单，默认）、xlsx"),
    (["score", "行.csv", "-o", "报告.docx"], "不能写成“docx”格式。现有的格式：json、jsonl、csv"),
    (["score", "行.csv", "-o", "没有/报告.json"], "没有/报告.json：文件无法写入。请检查文件夹是否存在"),
    (["score", "行.csv", "--fail-on", "info"], "--fail-on 的值不对：有 error（错误）或 warning"),
    (["score", "行.csv", "--jobs", "0"], "--jobs 的值不对"),
    (["score", "行.csv", "--config", "没有.toml"], "没有.toml：配置文件无法打开。"),
    (["score", "行.csv", "--baseline", "没有.toml"], "没有.toml：配置文件无法打开。"),
]


@pytest.mark.parametrize(("arguments", "message"), WRONG, ids=[" ".join(arguments) for arguments, _ in WRONG])
def test_wrong_use_is_told_in_chinese(folder: Path, arguments: list[str], message: str) -> None:
    run = zhibiao(folder, *arguments, LANG="C")
    assert run.returncode == 2
    assert run.stdout == b""
    assert message in said(run)
    assert "Traceback" not in said(run)


def test_a_folder_without_files_is_said(folder: Path) -> None:
    run = zhibiao(folder, "score", "空 文件夹", "--format", "json")
    assert run.returncode == 0
    assert json.loads(run.stdout)["documents"] == []
    assert "没有找到文件" in said(run)
