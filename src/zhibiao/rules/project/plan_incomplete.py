"""支出计划没有到100%

检查什么：资金支出计划最后一期的累计比例不是100%。
为何重要：年度预算应当在年内支出完毕；计划到不了或超过100%，说明计划没有编完或填错。
反例：3月底30%，6月底55%，10月底85%，12月底95%
改为：3月底30%，6月底55%，10月底85%，12月底100%
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
    code="P603",
    slug="plan-incomplete",
    title="支出计划没有到100%",
    scope="table",
    severity="error",
    message="资金支出计划“{evidence}”最后一期不是100%；请把各期改为累计比例，到12月底累计为100%，确有结转的在用途中说明。",
    basis=PRACTICE,
)


def check(table: TableReading, given: Given) -> Iterator[Finding]:  # noqa: ARG001 - every check has the same face
    """The last figure given is not the whole; money that was all spent before the last period may leave it blank."""
    plan = plan_of(table)
    if plan is not None and not plan.complete(plan.stated[-1]):
        yield RULE.found(plan.field)
