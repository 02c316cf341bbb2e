"""指标重复

检查什么：同一张表里两条指标衡量的是同一件事：名称和指标值相同，或名称相同而单位、类别也相同。
为何重要：一件事算两次分，其他该考核的内容就没有位置了。
反例：质量指标、经济效益、社会效益下都写“保障机关工会正常运行”
改为：只在最合适的二级指标下保留一条
依据：财预〔2021〕101号《中央部门项目支出核心绩效目标和指标设置及取值指引（试行）》
"""

from __future__ import annotations

from collections.abc import Iterator

from zhibiao.features.reading import Row
from zhibiao.model.finding import Finding
from zhibiao.rules.rule import Given, Rule
from zhibiao.rules.sources import INDICATORS_101

RULE = Rule(
    code="R404",
    slug="duplicate",
    title="指标重复",
    scope="row",
    severity="warning",
    message="“{evidence}”与本表第{other}行衡量的是同一件事；请只在最合适的二级指标下保留一条，其余的删去或改为别的内容。",
    basis=INDICATORS_101,
    reads=("twin.figure", "twin.satisfaction", "twin.row"),
)


def check(row: Row, given: Given) -> Iterator[Finding]:
    """A namesake that measures the same; by models, a row with the same figure, or another satisfaction, under a name near in meaning."""
    if not row.table.context or len(row.name.bare) < 2:
        return
    for other in row.table.namesakes.get(row.name.bare.replace("的", ""), ()):
        if other.indicator.row != row.indicator.row and _same_object(row, other) and _same_measure(row, other):
            yield RULE.found(row.name, other=other.indicator.row)
            return
    numbers = given.numbers
    figure, satisfaction = numbers.get("twin.figure", 0.0), numbers.get("twin.satisfaction", 0.0)
    if figure >= given.threshold("twin_figure") or satisfaction >= given.threshold("twin_satisfaction"):
        yield RULE.found(row.name, other=int(numbers["twin.row"]))


def _same_object(row: Row, other: Row) -> bool:
    """Descriptions, and whatever else the form prints of a row's scope, do not tell the two apart."""
    own, its = row.description.bare, other.description.bare
    repeated = (row.name.bare, "")
    return own == its or own in repeated or its in (other.name.bare, "")


def _same_measure(row: Row, other: Row) -> bool:
    if row.value.bare == other.value.bare:
        return True
    if row.category != other.category or not row.kind:
        return False
    own, its = row.value.measures.quantities, other.value.measures.quantities
    return bool(own and its) and own[0].dimension == its[0].dimension and own[0].number == its[0].number
