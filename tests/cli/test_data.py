"""`zhibiao data check` on a small folder."""

from __future__ import annotations

import json
from pathlib import Path

from labelled import row, table, written
from typer.testing import CliRunner

from zhibiao.cli.main import app


def test_faults_are_printed_and_make_the_status_one(tmp_path: Path) -> None:
    folder = written(tmp_path, table(row(M=0, A=0)))
    (folder / "splits.json").write_text(json.dumps({"train": ["good-water-001"]}), encoding="utf-8")
    result = CliRunner().invoke(app, ["data", "check", str(folder), "--quick"], standalone_mode=False)
    assert "good 1 张 1 行" in result.output
    assert "good-water-001.1：M 为 0，却没有 M201、S102 或 F001 至 F004" in result.output


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    result = CliRunner().invoke(app, ["data", "check", str(tmp_path / "无")], standalone_mode=False)
    assert "没有这个文件夹" in result.output
