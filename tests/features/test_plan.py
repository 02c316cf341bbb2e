"""Spending plans as numbers."""

from __future__ import annotations

from decimal import Decimal

import pytest

from zhibiao.features.plan import plan_of
from zhibiao.features.reading import TableReading
from zhibiao.model.document import Table

KEYS = ("3月底", "6月底", "10月底", "12月底")


def table(budget: float | None, *values: str | None) -> TableReading:
    return TableReading(Table(budget_total=budget, spending_plan=dict(zip(KEYS, values, strict=True))))


@pytest.mark.parametrize(
    ("budget", "values", "money", "figures"),
    [
        (16.0, ("4.00", "8.00", "12.00", "16.00"), True, (4, 8, 12, 16)),
        (100.0, ("20", "50", "80", "100"), False, (20, 50, 80, 100)),
        (50.0, ("0.2", "0.5", "0.8", "1"), False, (20, 50, 80, 100)),
        (None, (None, "３０％", None, "１００％"), False, (None, 30, None, 100)),
        (1380.0, (None, None, "690", "1,380"), True, (None, None, 690, 1380)),
        (58.5, ("10万元", "30万元", "50万元", "58.5万元"), True, (10, 30, 50, Decimal("58.5"))),
    ],
)
def test_shares_and_amounts_are_told_apart(
    budget: float | None, values: tuple[str | None, ...], money: bool, figures: tuple[int | None, ...]
) -> None:
    plan = plan_of(table(budget, *values))
    assert plan is not None
    assert plan.money is money
    assert plan.figures == figures


@pytest.mark.parametrize("values", [(None, None, None, None), ("按进度", None, None, "100%")])
def test_no_plan_where_nothing_or_words_are_filled_in(values: tuple[str | None, ...]) -> None:
    assert plan_of(table(10.0, *values)) is None


@pytest.mark.parametrize(
    ("values", "falls", "per_period"),
    [
        (("30%", "60%", "90%", "100%"), False, False),
        ((None, None, "50%", "50%"), False, True),
        (("25%", "25%", "25%", "25%"), False, True),
        (("30%", "60%", "40%", "100%"), True, False),
        (("100%", "100%", "100%", "100%"), False, False),
    ],
)
def test_what_is_not_cumulative(values: tuple[str | None, ...], falls: bool, per_period: bool) -> None:
    plan = plan_of(table(80.0, *values))
    assert plan is not None
    assert (plan.falls, plan.per_period) == (falls, per_period)
