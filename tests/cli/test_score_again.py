"""A folder judged week after week: what was kept, what is new, and what the program itself left in the folder."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from command_line import said, zhibiao

from document_comparison import FILES

ROWS = "三级指标,指标值\n培训人数,200人\n合格率,=100%\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "送审 材料"
    made.mkdir()
    shutil.copy(FILES / "a13_bare_table.docx", made / "甲 表.docx")
    (made / "乙.csv").write_text(ROWS, encoding="utf-8")
    return made


def test_only_what_is_new_is_shown_and_counts(folder: Path) -> None:
    assert zhibiao(folder, "score", ".", "--rules-only", "-o", "上 周.json").returncode == 0
    before = json.loads((folder / "上 周.json").read_text(encoding="utf-8"))
    arguments = ("score", ".", "--rules-only", "--format", "json", "--baseline", "上 周.json", "--fail-on", "warning")
    run = zhibiao(folder, *arguments)
    assert run.returncode == 0  # nothing is new
    now = json.loads(run.stdout)
    assert [document["source"] for document in now["documents"]] == ["乙.csv", "甲 表.docx"]  # the old report is no submission
    assert not any(line["findings"] for document in now["documents"] for table in document["tables"] for line in table["indicators"])
    assert any(line["findings"] for document in before["documents"] for table in document["tables"] for line in table["indicators"])
    (folder / "乙.csv").write_text(ROWS + "慰问人数,300人\n", encoding="utf-8")
    run = zhibiao(folder, *arguments)
    assert run.returncode == 1
    lines = [line for document in json.loads(run.stdout)["documents"] for table in document["tables"] for line in table["indicators"]]
    assert [line["name"] for line in lines if line["findings"]] == ["慰问人数"]


def test_a_report_of_last_week_is_no_submission(folder: Path) -> None:
    assert zhibiao(folder, "score", ".", "--rules-only", "-o", "报告.xlsx").returncode == 0
    (folder / "报告.xlsx").rename(folder / "上周 报告.xlsx")
    run = zhibiao(folder, "score", ".", "--rules-only", "--format", "json")
    assert run.returncode == 0
    old = next(document for document in json.loads(run.stdout)["documents"] if document["source"] == "上周 报告.xlsx")
    assert old["tables"] == []
    assert old["doubts"] == ["这是 zhibiao 写的评审报告，不是送审材料，没有评判"]
    run = zhibiao(folder, "score", ".", "--rules-only", "-o", "报告.csv")
    assert "上周 报告.xlsx：这是 zhibiao 写的评审报告，不是送审材料，没有评判。" in said(run).splitlines()


def test_the_cache_in_the_folder_is_no_submission(folder: Path) -> None:
    arguments = ("score", ".", "--rules-only", "--format", "json", "--cache", "缓存")
    first = zhibiao(folder, *arguments)
    assert list((folder / "缓存").glob("*/*.z"))
    again = zhibiao(folder, *arguments)
    assert (again.returncode, again.stdout, said(again)) == (0, first.stdout, "")


def test_the_same_run_again_gives_the_same_report_and_says_the_same(folder: Path) -> None:
    (folder / "坏.docx").write_bytes(b"")
    arguments = ("score", ".", "--rules-only", "-o", "报告.xlsx")
    first = zhibiao(folder, *arguments)
    report = (folder / "报告.xlsx").read_bytes()
    (folder / "报告.xlsx").unlink()
    again = zhibiao(folder, *arguments)
    assert first.returncode == 3
    assert (again.returncode, said(again)) == (3, said(first))
    assert (folder / "报告.xlsx").read_bytes() == report


def test_a_moved_folder_is_not_judged_again_and_is_named_anew(folder: Path, own_cache: Path) -> None:
    (folder / "坏.docx").write_bytes(b"")
    first = zhibiao(folder.parent, "score", "送审 材料", "--rules-only", "--format", "json")
    entries = {path: path.stat().st_ino for path in own_cache.glob("*/*.z")}
    folder.rename(folder.with_name("归档"))
    again = zhibiao(folder.parent, "score", "归档", "--rules-only", "--format", "json")
    assert again.stdout.decode() == first.stdout.decode().replace("送审 材料/", "归档/")
    assert said(again) == said(first).replace("送审 材料/", "归档/")
    assert {path: path.stat().st_ino for path in own_cache.glob("*/*.z")} == entries


def test_an_earlier_report_that_is_none_is_refused(folder: Path) -> None:
    (folder / "旧.json").write_text("[]", encoding="utf-8")
    run = zhibiao(folder, "score", ".", "--rules-only", "--baseline", "旧.json")
    assert run.returncode == 2
    assert said(run).startswith("旧.json：不是 zhibiao 写的 json 报告，或由更早的版本写成。请指定例外清单")
