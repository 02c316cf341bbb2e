"""Figures of a row against those of its project."""

from __future__ import annotations

from decimal import Decimal

import pytest
from row_typing import row_of

from zhibiao.features.agreement import disagreeing, project_end, spent_beyond


@pytest.mark.parametrize(
    ("name", "value", "objective", "expected"),
    [
        ("培训人数", "≥500人", "培训300人,提高技能", "培训300人"),
        ("培训人数", "≥300人", "培训300人,提高技能", ""),
        ("培训村干部人数", "≥100人", "培训300人", ""),
        ("培训人次", "≥500人次", "培训300人", ""),
        ("慰问人数", "≥60人", "春节慰问老党员30人,七一慰问老党员30人", ""),
        ("造林面积", "≥1000亩", "实施期累计造林3000亩", ""),
        ("救助困难职工人数", "=80人", "救助困难职工120名", "救助困难职工120名"),
        ("培训人数", "≥500人", "", ""),
    ],
)
def test_the_same_thing_in_an_objective(name: str, value: str, objective: str, expected: str) -> None:
    row = row_of("数量指标", name, value, objectives=(objective,) if objective else ())
    assert disagreeing(row, row.value.measures.quantities[0]) == expected


@pytest.mark.parametrize(
    ("level2", "name", "value", "expected"),
    [
        ("成本指标", "项目总成本", "≤50万元", Decimal(30)),
        ("成本指标", "项目总成本", "≤300000元", None),
        ("成本指标", "每公里成本", "≤50万元/公里", None),
        ("经济效益指标", "带动投资", "≥500万元", None),
        ("数量指标", "发放补贴资金", "=31万元", Decimal(30)),
    ],
)
def test_spending_beyond_the_budget(level2: str, name: str, value: str, expected: Decimal | None) -> None:
    row = row_of(level2, name, value, budget_total=30.0)
    assert spent_beyond(row, row.value.measures.quantities[0]) == expected


def test_the_end_of_the_project() -> None:
    assert project_end(row_of("时效指标", "完成时间", "12月", extra={"起止时间": "2025年3月至2025年9月"}).table) == (2025, 9)
    assert project_end(row_of("时效指标", "完成时间", "12月").table) is None
