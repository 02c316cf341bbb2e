"""`zhibiao suggest`, and suggestions in the output of `zhibiao score`."""

from __future__ import annotations

import json
from pathlib import Path

from typer.testing import CliRunner

from zhibiao.cli.main import app

RUNNER = CliRunner()
ROW = ["--name", "保障机关工会正常运行", "--value", "使机关工会正常运转", "--level2", "质量指标", "--project", "工会保障项目"]


def test_suggestions_are_printed_for_people() -> None:
    run = RUNNER.invoke(app, ["suggest", *ROW])
    assert run.exit_code == 0
    lines = run.stdout.splitlines()
    assert [line.split()[0] for line in lines if line.startswith("建议")] == ["建议1", "建议2", "建议3"]
    assert "预计" in lines[0]
    assert any(line.startswith("请填") for line in lines)


def test_suggestions_as_json_have_the_keys_of_the_contract() -> None:
    run = RUNNER.invoke(app, ["suggest", *ROW, "-k", "1", "--format", "json"])
    found = json.loads(run.stdout)
    assert len(found) == 1
    assert set(found[0]) == {"kind", "rows", "blanks", "source", "score", "why"}
    assert set(found[0]["rows"][0]) == {"level1", "level2", "name", "description", "value", "basis"}


def test_a_row_that_need_not_change_is_told() -> None:
    run = RUNNER.invoke(
        app,
        ["suggest", "--name", "图像抽检合格率", "--value", "≥98%", "--level2", "质量指标", "--project", "档案图像数字化加工"],
    )
    assert run.exit_code == 0
    assert run.stdout == "这一行不必改。\n"


def test_a_row_without_name_and_value_is_refused() -> None:
    run = RUNNER.invoke(app, ["suggest", "--project", "工会保障项目"])
    assert run.exit_code == 2
    assert "既没有指标名称" in run.stderr


def test_score_gives_suggestions_unless_told_not_to(tmp_path: Path) -> None:
    rows = tmp_path / "行.jsonl"
    rows.write_text(json.dumps({"name": "工会会员满意度", "value": "100%", "level2": "满意度指标"}, ensure_ascii=False), encoding="utf-8")
    for option, wanted in (([], ["≥90%"]), (["--no-suggestions"], None)):
        out = tmp_path / "报告.json"
        assert RUNNER.invoke(app, ["score", str(rows), "-o", str(out), *option]).exit_code == 0
        line = json.loads(out.read_text(encoding="utf-8"))["documents"][0]["tables"][0]["indicators"][0]
        told = line["suggestions"]
        assert (told and [one["rows"][0]["value"] for one in told][:1]) == wanted
