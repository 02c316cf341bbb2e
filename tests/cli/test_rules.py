"""`zhibiao rules`, `zhibiao explain` and `zhibiao --version`."""

from __future__ import annotations

import json

import pytest
from typer.testing import CliRunner

import zhibiao
from zhibiao.cli.main import app
from zhibiao.rules.catalogue import catalogue

RUNNER = CliRunner()


def test_the_catalogue_names_every_rule() -> None:
    run = RUNNER.invoke(app, ["rules"])
    assert run.exit_code == 0
    lines = [line.split() for line in run.stdout.splitlines()]
    assert lines[0] == ["代码", "问题", "级别", "范围", "英文名"]
    assert [line[0] for line in lines[1:]] == list(catalogue())
    assert ["M206", "缺少比较符号", "警告", "指标", "missing-operator"] in lines


def test_the_catalogue_as_json(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    run = RUNNER.invoke(app, ["rules", "--format", "json"])
    entries = json.loads(run.stdout)
    assert [one["code"] for one in entries] == list(catalogue())
    assert {"code", "name", "title", "severity", "scope", "message", "basis"} <= set(entries[0])


@pytest.mark.parametrize("name", ["M206", "m206", "missing-operator", "缺少比较符号"])
def test_a_rule_is_explained_by_any_of_its_names(name: str) -> None:
    run = RUNNER.invoke(app, ["explain", name])
    assert run.exit_code == 0
    assert run.stdout.startswith("M206 缺少比较符号（missing-operator）\n级别：警告　范围：指标\n\n检查什么\n  ")


def test_every_rule_is_explained() -> None:
    for code in catalogue():
        run = RUNNER.invoke(app, ["explain", code])
        assert run.exit_code == 0
        assert "\n依据\n  " in run.stdout


def test_an_unknown_code_names_near_ones() -> None:
    run = RUNNER.invoke(app, ["explain", "M2066"])
    assert run.exit_code == 2
    assert run.stdout == ""
    assert run.stderr.startswith("没有“M2066”这种问题。相近的有：")
    assert "M206 缺少比较符号" in run.stderr
    assert RUNNER.invoke(app, ["explain", "天气"]).stderr == "没有“天气”这种问题。全部代码见 zhibiao rules。\n"


def test_the_version() -> None:
    run = RUNNER.invoke(app, ["--version"])
    assert (run.exit_code, run.stdout) == (0, f"zhibiao {zhibiao.__version__}\n")
