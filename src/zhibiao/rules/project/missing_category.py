"""缺少应设的指标

检查什么：整张表没有数量指标、没有质量指标或没有任何效益指标；工程、购置和大型修缮没有成本指标，面向群众的服务和补助没有满意度指标。
为何重要：缺了这些指标，看不出项目做了多少、做得好不好、带来什么变化，预算审核不能通过。
反例：道路硬化项目只有数量、时效和成本指标
改为：增加质量指标（如 工程验收合格率 =100%）和社会效益指标（如 受益群众人数）
依据：财预〔2021〕101号《中央部门项目支出核心绩效目标和指标设置及取值指引（试行）》
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from zhibiao.features.field import Field
from zhibiao.features.project import is_of
from zhibiao.features.reading import TableReading
from zhibiao.lexicon.categories import BENEFITS
from zhibiao.model.finding import Finding
from zhibiao.rules.rule import Given, Rule
from zhibiao.rules.sources import INDICATORS_101

RULE = Rule(
    code="P608",
    slug="missing-category",
    title="缺少应设的指标",
    scope="table",
    severity="error",
    message="表中没有{missing}；请增加能反映{shows}的指标。",
    basis=INDICATORS_101,
)
_COST = ("成本指标，而工程、购置和维修类项目应当有", "单位造价、单价或成本控制数")
_SATISFACTION = ("满意度指标，而面向群众的服务和补助类项目应当有", "服务对象是否满意")


def check(table: TableReading, given: Given) -> Iterator[Finding]:  # noqa: ARG001 - every check has the same face
    """Rows whose second level is not known could be any of those that their first level holds: then nothing is said of these."""
    held = {row.category for row in table.rows}
    if held <= {None} or "value" not in table.columns:  # a list without levels; a library of indicators to choose from
        return
    unknown = [row.indicator.level1 or "" for row in table.rows if row.category is None]
    output_unknown = any("效" not in level1 and "满意" not in level1 for level1 in unknown)
    where = Field("indicators", "", True)
    if "数量" not in held and not output_unknown:
        yield RULE.found(where, missing="数量指标", shows="完成多少任务")
    if "质量" not in held and not output_unknown:
        yield RULE.found(where, missing="质量指标", shows="产出达到什么标准")
    if not held & BENEFITS and not any("产出" not in level1 and "成本" not in level1 and "满意" not in level1 for level1 in unknown):
        yield RULE.found(where, missing="效益指标", shows="项目带来的变化")
    if "成本" not in held and not unknown and is_of("works", table):
        yield replace(RULE.found(where, missing=_COST[0], shows=_COST[1]), severity="warning")
    if "满意度" not in held and not unknown and is_of("people", table):
        yield replace(RULE.found(where, missing=_SATISFACTION[0], shows=_SATISFACTION[1]), severity="warning")
