"""A run over many sources: sums, messages, and what is kept for the next one."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from document_comparison import FILES
from zhibiao.batch.cache import Cache
from zhibiao.batch.run import Run, Wanted
from zhibiao.batch.scorers import Scorers
from zhibiao.reports.earlier import earlier_of

NAMES = ["甲.docx", "乙.docx", "空.docx"]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in NAMES[:2]:
        shutil.copy(FILES / "a13_bare_table.docx", tmp_path / name)
    (tmp_path / NAMES[2]).write_bytes(b"")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(folder: Path, wanted: Wanted, cache: Cache | None = None, stdin: list[bytes] | None = None) -> Run:
    made = Run(wanted, Scorers(models=False), cache, stdin or [])
    if made.recalled() is None:
        list(made.parts())
        made.copies()
    return made


def test_sums_messages_and_copies_are_gathered(folder: Path) -> None:
    told = run(folder, Wanted(NAMES, 1)).told()
    assert (told.summary.documents, told.summary.tables, told.summary.rows, told.summary.failures) == (2, 2, 20, 1)
    assert told.summary.copies == 1
    assert len(told.failures) == 1
    assert told.failures[0].startswith("空.docx：")
    assert told.unmatched == ()


def test_rows_of_standard_input_are_one_document(folder: Path) -> None:
    rows = ['{"name": "培训人数", "value": "200", "project_name": "甲"}\n'.encode()] * 3
    told = run(folder, Wanted(["-"], 1), stdin=rows).told()
    assert (told.summary.documents, told.summary.rows) == (1, 3)


def test_the_same_run_is_recalled_and_a_changed_one_is_not(folder: Path) -> None:
    cache = Cache(folder / "缓存")
    wanted = Wanted(NAMES, 1, ("json", folder.as_posix()))
    (folder / "报告.json").write_bytes(b"bytes")
    first = run(folder, wanted, cache)
    first.keep(folder / "报告.json")
    again = run(folder, wanted, cache)
    assert again.recalled() == (b"bytes", first.told())
    (folder / "乙.docx").write_bytes((FILES / "a01_hebei.docx").read_bytes())
    assert Run(wanted, Scorers(models=False), cache).recalled() is None


def test_a_run_with_a_passing_failure_is_not_kept(folder: Path) -> None:
    cache = Cache(folder / "缓存")
    wanted = Wanted(NAMES[:2], 1, ("json", folder.as_posix()))
    (folder / "报告.json").write_bytes(b"bytes")
    made = run(folder, wanted, cache)
    made._passing = True
    made.keep(folder / "报告.json")
    assert Run(wanted, Scorers(models=False), cache).recalled() is None
    made._passing = False
    made.keep(None)
    assert Run(wanted, Scorers(models=False), cache).recalled() is None


def test_only_new_findings_are_counted(folder: Path) -> None:
    parts = list(Run(Wanted(NAMES, 1), Scorers(models=False)).parts())
    known = earlier_of([part.report for part in parts[:1] if part.report], NAMES)
    told = run(folder, Wanted(NAMES, 1, earlier=known)).told()
    (second,) = (part.report for part in parts[1:] if part.report)
    assert told.summary.findings == len(list(second.all_findings())) > 0
