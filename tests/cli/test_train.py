"""train and evaluate: what is missing is said in Chinese; models compared with themselves have not changed."""

from __future__ import annotations

from pathlib import Path

import pytest
from labelled import row, table, written
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


def test_models_against_themselves(tmp_path: Path) -> None:
    folder = written(tmp_path / "data", table(row(1), row(2, name="渠系建筑物座数", value="12座")))
    (folder / "splits.json").write_text('{"test": ["good-water-001"]}', encoding="utf-8")
    models, out = str(TOP / "models"), tmp_path / "变化.csv"
    done = run(app, ["evaluate", "--data", str(folder), "--models", models, "--against", models, "--rows", str(out)])
    assert done.exit_code == 0
    assert "与旧模型比较：2 行，其中 0 行的判断有变化" in done.output
    assert out.read_text(encoding="utf-8-sig").splitlines() == ["行编号,项目名称,三级指标,指标值,问的是,标注,旧模型,新模型,变化"]


def test_wrong_use_of_against(tmp_path: Path) -> None:
    done = run(app, ["evaluate", "--data", str(TOP / "training_data"), "--models", str(TOP / "models"), "--rows", "x.csv"])
    assert (done.exit_code, "--rows 要与 --against 同用" in done.output) == (2, True)
    done = run(app, ["evaluate", "--data", str(TOP / "training_data"), "--models", str(TOP / "models"), "--against", str(tmp_path / "无")])
    assert (done.exit_code, "没有这个文件夹" in done.output) == (3, True)
