"""项目表没有分项目标

检查什么：某个项目绩效目标表，总体部分的各个分项绩效目标都没有提到。
为何重要：项目要服务于部门的目标；分项目标里找不到，看不出这笔钱支持哪项职责。
反例：项目表有“健康保障项目”，分项目标只写了劳模慰问和机关运行
改为：在分项绩效目标中补写该项目要实现的目标
依据：通行审核做法（未核对原文）
"""

from __future__ import annotations

from collections.abc import Iterator

from zhibiao.features.narrative import belong
from zhibiao.features.reading import DocumentReading
from zhibiao.model.finding import Finding
from zhibiao.rules.rule import Given, Rule
from zhibiao.rules.sources import PRACTICE

RULE = Rule(
    code="D703",
    slug="table-without-goal",
    title="项目表没有分项目标",
    scope="document",
    severity="info",
    message="项目“{evidence}”在各个分项绩效目标中都没有提到；请在分项绩效目标中补写它要实现的目标。",
    basis=PRACTICE,
)


def check(document: DocumentReading, given: Given) -> Iterator[Finding]:  # noqa: ARG001 - every check has the same face
    """Only where the document states goals at all."""
    goals = document.document.sub_goals
    if not goals:
        return
    tables = [table for table in document.tables if table.table.kind == "project" and not table.project_name.blank]
    for table in tables:
        if not any(belong(goal, table, tables) for goal in goals):
            yield RULE.found(table.project_name)
