"""提法或年份过时

检查什么：总体目标、分项目标、保障措施和绩效目标中，把以前年度、上一次党代会或已经结束的规划和行动当作当前任务来写。
为何重要：多半是照抄往年文本留下的，说明目标没有按本年度的任务重新编写。
反例：2025年的文本写“认真学习十九大报告”
改为：2025年的文本写“深入学习贯彻党的二十大和二十届历次全会精神”
依据：通行审核做法（未核对原文）
"""

from __future__ import annotations

from collections.abc import Iterator

from zhibiao.features.dated import dated
from zhibiao.features.narrative import narrative
from zhibiao.features.reading import DocumentReading
from zhibiao.model.finding import Finding
from zhibiao.rules.rule import Given, Rule
from zhibiao.rules.sources import PRACTICE

RULE = Rule(
    code="D701",
    slug="stale-reference",
    title="提法或年份过时",
    scope="document",
    severity="warning",
    message="“{evidence}”{reason}，多半是沿用了往年的文本；请改为本预算年度的提法和任务。",
    basis=PRACTICE,
)


def check(document: DocumentReading, given: Given) -> Iterator[Finding]:
    """Years that are named as a base or stand in a document's title are no fault."""
    year = document.document.year or given.year
    if year is None:
        return
    for field in narrative(document):
        for one in dated(field, year):
            yield RULE.found(field, one.span, reason=one.reason)
