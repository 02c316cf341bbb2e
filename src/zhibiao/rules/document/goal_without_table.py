"""分项目标没有项目表

检查什么：总体部分写了某个分项绩效目标，后面却没有与它对应的项目绩效目标表。
为何重要：分项目标要由项目和资金来实现；没有项目表，就没有指标和预算支撑，年底也无从评价。
反例：分项目标写“提升职工技能及创新水平”，项目表只有劳模津贴和春节慰问
改为：为该分项目标补报项目绩效目标表，没有资金安排的并入其他目标或删去
依据：通行审核做法（未核对原文）
"""

from __future__ import annotations

from collections.abc import Iterator

from zhibiao.features.field import Field
from zhibiao.features.narrative import belong
from zhibiao.features.reading import DocumentReading
from zhibiao.model.finding import Finding
from zhibiao.rules.rule import Given, Rule
from zhibiao.rules.sources import PRACTICE

RULE = Rule(
    code="D702",
    slug="goal-without-table",
    title="分项目标没有项目表",
    scope="document",
    severity="warning",
    message="分项绩效目标“{evidence}”没有对应的项目绩效目标表；请补报项目表，没有资金安排的并入其他目标或删去。",
    basis=PRACTICE,
)


def check(document: DocumentReading, given: Given) -> Iterator[Finding]:  # noqa: ARG001 - every check has the same face
    """Only where the document has project tables at all."""
    tables = [table for table in document.tables if table.table.kind == "project" and not table.project_name.blank]
    if not tables:
        return
    for goal in document.document.sub_goals:
        if goal.title and not any(belong(goal, table, tables) for table in tables):
            yield RULE.found(Field("sub_goals", goal.title, True))
