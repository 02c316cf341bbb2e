"""train and evaluate: what is missing is said in Chinese."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from zhibiao.cli.main import app

TOP = Path(__file__).resolve().parents[2]
run = CliRunner().invoke


@pytest.mark.parametrize("command", ["train", "evaluate"])
def test_missing_folders_are_named(tmp_path: Path, command: str) -> None:
    done = run(app, [command, "--data", str(tmp_path / "没有")])
    assert done.exit_code == 3
    assert "没有：没有这个文件夹；请在项目的文件夹中运行" in done.output


def test_models_that_are_no_models(tmp_path: Path) -> None:
    done = run(app, ["evaluate", "--data", str(TOP / "training_data"), "--models", str(tmp_path)])
    assert done.exit_code == 3
    assert "没有这个模型文件夹，或者缺少 SHA256SUMS" in done.output


def test_score_refuses_them_before_it_opens_a_file(tmp_path: Path) -> None:
    done = run(app, ["score", str(TOP / "samples"), "--models", str(tmp_path)])
    assert done.exit_code == 2
    assert "没有这个模型文件夹" in done.output


def test_rules_only_needs_no_models(tmp_path: Path) -> None:
    rows = tmp_path / "rows.jsonl"
    rows.write_text('{"name": "培训人数", "value": "200人", "level2": "数量指标"}\n', encoding="utf-8")
    done = run(app, ["score", str(rows), "--rules-only", "--format", "jsonl"])
    assert done.exit_code == 0
    assert '"smart":null' in done.output.replace(" ", "")
    judged = run(app, ["score", str(rows), "--format", "jsonl"])
    assert '"smart":{"S":' in judged.output.replace(" ", "")


@pytest.mark.parametrize("command", ["train", "evaluate"])
def test_data_without_splits_is_told(tmp_path: Path, command: str) -> None:
    (tmp_path / "models" / "encoder" / "base").mkdir(parents=True)
    (tmp_path / "data").mkdir()
    done = run(app, [command, "--data", str(tmp_path / "data"), "--models", str(tmp_path / "models")])
    assert done.exit_code == 3
    assert "splits.json：没有这个文件；它写明哪些表用来训练、验证、测试" in done.output
