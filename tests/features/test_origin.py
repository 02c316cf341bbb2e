"""Whether a basis names a source."""

from __future__ import annotations

import pytest

from zhibiao.features.origin import names_source, remainder, vague, work


@pytest.mark.parametrize(
    ("basis", "expected"),
    [
        ("县政府批示", True),
        ("2025年部门工作计划", True),
        ("问卷调查", True),
        ("部门职责", True),
        ("近三年平均数", True),
        ("食品安全法", True),
        ("按照县教育局下达的招生计划确定", True),
        ("2021年预算项目绩效", True),
        ("依据资助文件规定确认受助学生", True),
        ("在规定时间内完成体检", False),
        ("正规体检机构保证体检质量", False),
        ("每年安排一次体检", False),
        ("", False),
    ],
)
def test_sources(basis: str, expected: bool) -> None:
    assert names_source(basis) is expected


@pytest.mark.parametrize(
    ("basis", "expected"), [("根据实际情况确定", True), ("工作需要", True), ("本单位实际情况", True), ("工作计划", False), ("", False)]
)
def test_vague_phrases(basis: str, expected: bool) -> None:
    assert vague(basis) is expected


def test_what_follows_the_document() -> None:
    assert remainder("根据文件要求核实困难职工") == "核实困难职工"
    assert remainder("工作计划") == "工作计划"
    assert work("确保劳模全部登记在册")
    assert not work("水源地名录")
