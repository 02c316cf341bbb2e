"""资金全部集中在最后一期支出

检查什么：资金支出计划中，前面各期都是空白或0，全部资金列在最后一期。
为何重要：年底集中支出往往说明实施进度没有细化，也容易成为突击花钱；确为一次性发放的，保留即可。
反例：3月底、6月底、10月底空白，12月底100%
改为：按实施进度填写各期累计比例；年底一次性发放的，在用途或目标中写明发放时间
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
    code="P613",
    slug="plan-all-at-end",
    title="资金全部集中在最后一期支出",
    scope="table",
    severity="info",
    message="资金支出计划“{evidence}”把全部资金列在最后一期；如不是年底一次性支付，请按实施进度填写前面各期的累计比例。",
    basis=PRACTICE,
)


def check(table: TableReading, given: Given) -> Iterator[Finding]:  # noqa: ARG001 - every check has the same face
    """Nothing before the last of several periods, everything in it."""
    plan = plan_of(table)
    if plan is None or len(plan.figures) < 2 or any(plan.figures[:-1]):
        return
    last = plan.figures[-1]
    if last is not None and plan.complete(last):
        yield RULE.found(plan.field)
