"""支出计划不是累计数

检查什么：资金支出计划要求填累计比例，填的却是后期比前期小，或者各期相加才等于全部资金（分期数）。
为何重要：支出计划按累计数监控执行进度；填成分期数，年底看上去只支出了一部分。
反例：10月底50%，12月底50%
改为：各期填到该时点为止的累计比例，最后一期为100%，例如 10月底50%，12月底100%
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
    code="P601",
    slug="plan-not-cumulative",
    title="支出计划不是累计数",
    scope="table",
    severity="error",
    message="资金支出计划“{evidence}”{fault}；请改填到各时点为止的累计比例，后一期不小于前一期，最后一期为100%。",
    basis=PRACTICE,
)


def check(table: TableReading, given: Given) -> Iterator[Finding]:  # noqa: ARG001 - every check has the same face
    """Falling figures, or parts that only together make the whole."""
    plan = plan_of(table)
    if plan is None:
        return
    if plan.per_period:
        yield RULE.found(plan.field, fault="是各期分别支出的数，不是累计数")
    elif plan.falls:
        yield RULE.found(plan.field, fault="后期的数比前期小，不是累计数")
