"""Figures of good tables, by hand."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from labelled import row, table, written

from zhibiao.training.data.figures import disagreements
from zhibiao.training.data.records import load


def found(folder: Path, *rows: dict[str, Any], **about: Any) -> list[str]:
    return list(disagreements(load(written(folder, table(*rows, **about))).tables[0]))


def test_figures_that_agree(tmp_path: Path) -> None:
    rows = [row(), row(2, level2="成本指标", name="每公里造价", value="≤30万元/公里"), row(3, level2="时效指标", value="2026年10月底前")]
    assert found(tmp_path, *rows, objectives=["2026年投入96万元，完成渠道防渗3.2公里"]) == []


@pytest.mark.parametrize(
    ("about", "said"),
    [
        ({"budget_fiscal": 90.0}, "不等于财政资金"),
        ({"budget_total": None}, "没有预算数"),
        ({"spending_plan": {"6月底": "60%", "12月底": "40%"}}, "逐次增加到 100%"),
        ({"spending_plan": {"6月底": "约一半"}}, "不是数"),
        ({"objectives": ["完成渠道防渗4公里"]}, "没有一条指标与它一致"),
    ],
)
def test_a_disagreement_is_told(tmp_path: Path, about: dict[str, Any], said: str) -> None:
    assert any(said in fault for fault in found(tmp_path, **about))


def test_costs_and_dates_of_rows(tmp_path: Path) -> None:
    rows = [row(level2="成本指标", value="≤120万元"), row(2, level2="时效指标", value="2025年10月底前")]
    said = found(tmp_path, *rows, objectives=[])
    assert [fault.split("，")[0] for fault in said] == ["第1行的成本 120万元 超过预算 96.0 万元", "第2行的时限在 2025 年"]
