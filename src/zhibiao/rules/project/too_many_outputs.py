"""小项目的产出指标过多

检查什么：20万元以下的项目设了12条以上的产出指标（数量、质量、时效）。
为何重要：指标要少而精，突出核心产出；又多又碎，年底取数和考核的成本比项目本身还高。
反例：12万元的培训项目设26条产出指标
改为：合并同类事项，保留最能反映任务完成情况的几条
依据：财预〔2021〕101号《中央部门项目支出核心绩效目标和指标设置及取值指引（试行）》
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from zhibiao.features.budget import money_of
from zhibiao.features.field import Field
from zhibiao.features.reading import TableReading
from zhibiao.lexicon.categories import OUTPUTS
from zhibiao.model.finding import Finding
from zhibiao.rules.rule import Given, Rule
from zhibiao.rules.sources import INDICATORS_101

RULE = Rule(
    code="P612",
    slug="too-many-outputs",
    title="小项目的产出指标过多",
    scope="table",
    severity="info",
    message="预算只有{budget}万元，却设了{count}条产出指标；请合并琐碎的事项，只留最能反映任务完成情况的几条。",
    basis=INDICATORS_101,
)


def check(table: TableReading, given: Given) -> Iterator[Finding]:
    """Outputs by their second level, or by the first where the second is not known."""
    if not table.table.budget_total or len(table.rows) <= given.threshold("outputs_of_small_project"):
        return
    total = money_of(table).total
    if total >= Decimal(str(given.threshold("small_project"))):
        return
    count = sum(row.category in OUTPUTS or (row.category is None and "产出" in (row.indicator.level1 or "")) for row in table.rows)
    if count > given.threshold("outputs_of_small_project"):
        yield RULE.found(Field("indicators", "", True), budget=f"{total.normalize():f}", count=count)
