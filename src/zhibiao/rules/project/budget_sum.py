"""预算合计与分项不符

检查什么：预算总额不等于财政资金与其他资金之和。
为何重要：资金规模是判断目标高低的依据，合计与分项对不上，表中一定有一个数是错的。
反例：预算数96.30万元，其中财政资金86.30万元、其他资金0
改为：核对后使预算数等于财政资金加其他资金
依据：通行审核做法（未核对原文）
"""

from __future__ import annotations

from collections.abc import Iterator

from zhibiao.features.budget import TENTH, money_of
from zhibiao.features.field import Field
from zhibiao.features.reading import TableReading
from zhibiao.model.finding import Finding
from zhibiao.rules.rule import Given, Rule
from zhibiao.rules.sources import PRACTICE

RULE = Rule(
    code="P604",
    slug="budget-sum",
    title="预算合计与分项不符",
    scope="table",
    severity="error",
    message="预算总额{evidence}与各项资金之和{parts}不相等；请核对总额、财政资金和其他资金，改正填错的一项。",
    basis=PRACTICE,
)


def check(table: TableReading, given: Given) -> Iterator[Finding]:  # noqa: ARG001 - every check has the same face
    """Department forms list further sources than these two, so there only parts above the total are a fault."""
    head = table.table
    if not head.budget_total or (head.budget_fiscal is None and head.budget_other is None):
        return
    money = money_of(table)
    parts = money.fiscal + money.other
    gap = money.total - parts
    unknown = not parts and None in (head.budget_fiscal, head.budget_other)
    if abs(gap) <= TENTH or (gap > 0 and (head.kind == "department" or unknown)):
        return
    if gap > 0 and money.further:  # carried over, self-raised, another level: whether those make it up is not for sure
        return
    written = Field("budget_total", f"{head.budget_total:.2f}", True)
    yield RULE.found(written, parts=f"{(head.budget_fiscal or 0) + (head.budget_other or 0):.2f}")
