"""支出计划填成金额

检查什么：资金支出计划栏要求填百分比，填的却是金额。
为何重要：系统和审核人把这一栏当作支出比例读，金额会被当成百分之几。
反例：预算16万元，支出计划填 3月底4.00，6月底8.00，10月底12.00，12月底16.00
改为：3月底25%，6月底50%，10月底75%，12月底100%
依据：通行审核做法（未核对原文）
"""

from __future__ import annotations

from collections.abc import Iterator

from zhibiao.features.plan import plan_of
from zhibiao.features.reading import TableReading
from zhibiao.model.finding import Finding
from zhibiao.rules.rule import Given, Rule
from zhibiao.rules.sources import PRACTICE

RULE = Rule(
    code="P602",
    slug="plan-not-percent",
    title="支出计划填成金额",
    scope="table",
    severity="error",
    message="资金支出计划“{evidence}”填的是金额，这一栏要填累计支出占预算的百分比；请换算成百分比，最后一期为100%。",
    basis=PRACTICE,
)


def check(table: TableReading, given: Given) -> Iterator[Finding]:  # noqa: ARG001 - every check has the same face
    """Amounts under 3月底 … 12月底."""
    plan = plan_of(table)
    if plan is not None and plan.money:
        yield RULE.found(plan.field)
