"""Labels that contradict themselves, one by one."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from labelled import row, table, written

from zhibiao.training.data.logic import contradictions
from zhibiao.training.data.records import load


def mark(code: str, field: str = "value", span: tuple[int, int] = (0, 2)) -> dict[str, Any]:
    return {"code": code, "field": field, "span": list(span)}


def faults(folder: Path, line: dict[str, Any], **about: Any) -> list[str]:
    return contradictions(load(written(folder, table(line, **about))))


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (row(M=3, findings=[mark("M206")]), "有 M206，M 不能高于 2"),
        (row(M=0, A=0), "M 为 0，却没有"),
        (row(M=0, A=2, findings=[mark("M201")]), "A 不能高于 0"),
        (row(M=1, findings=[mark("M203"), mark("M204")]), "M201 至 M205 只能有一个"),
        (row(S=0, findings=[mark("S101", "name"), mark("S106", "name")]), "S101 和 S106 不并用"),
        (row(findings=[mark("P605")]), "P605 不是指标的问题代码"),
        (row(M=2, findings=[mark("M206", span=(0, 99))]), "超出 value 的文字"),
        (row(S=2, findings=[mark("S103", "standard")]), "没有的栏目 standard"),
        (row(level2="质量指标"), "没有 R401"),
        (row(R=1, findings=[mark("R401", "level2")]), "所写的类别是可接受的"),
        (row(level2="质量指标", R=3, findings=[mark("R401", "level2")]), "R 不能高于 1"),
        (row(acceptable=["质量"], level2="质量指标"), "类别不在可接受的类别之中"),
    ],
)
def test_a_contradiction_is_told(tmp_path: Path, line: dict[str, Any], said: str) -> None:
    assert any(said in fault for fault in faults(tmp_path, line))


@pytest.mark.parametrize(
    "line",
    [
        row(),
        row(value="3.2公里", M=2, findings=[mark("M206", span=(0, 5))]),
        row(level2="质量指标", R=1, findings=[mark("R401", "level2", (0, 4))]),
        row(level2="质量指标", R=1, findings=[mark("R405", "name")]),
    ],
)
def test_sound_labels_have_no_fault(tmp_path: Path, line: dict[str, Any]) -> None:
    assert faults(tmp_path, line) == []


def test_one_id_stands_for_one_table(tmp_path: Path) -> None:
    assert contradictions(load(written(tmp_path, table(), table()))) == ["good-water-001：有 2 张表用了这个 id"]
