"""整张表照抄

检查什么：同一份文本中，一张表八成以上的指标（名称和指标值）与另一张表相同，或者只换了项目的名称。
为何重要：不同项目的产出和效益不会一样；照抄的指标不反映本项目做什么，考核时两个项目分不开。
反例：公园管护项目的指标全部照搬道路保洁项目，只改了名称
改为：按本项目的任务重新设置指标和指标值
依据：通行审核做法（未核对原文）
"""

from __future__ import annotations

from collections.abc import Iterator

from zhibiao.features.copies import copied_from
from zhibiao.features.field import Field
from zhibiao.features.reading import TableReading
from zhibiao.model.finding import Finding
from zhibiao.rules.rule import Given, Rule
from zhibiao.rules.sources import PRACTICE

RULE = Rule(
    code="P609",
    slug="copied-table",
    title="整张表照抄",
    scope="table",
    severity="warning",
    message="本表的指标与“{twin}”的指标基本相同；请按本项目实际要做的事重新设置指标和指标值。",
    basis=PRACTICE,
)


def check(table: TableReading, given: Given) -> Iterator[Finding]:  # noqa: ARG001 - every check has the same face
    """Names the table that holds the same rows."""
    twin = copied_from(table)
    if twin is not None:
        yield RULE.found(Field("indicators", "", True), twin=twin.project_name.text or twin.table.title or "另一张表")
