"""权重合计不对

检查什么：各指标的分值（权重）加起来不是表式使用的合计数（80、90或100）。
为何重要：权重随预算批复后不再调整；合计不对，自评打分时总分就不对。
反例：各指标分值合计为95
改为：调整分值，使合计等于表式规定的总分
依据：财预〔2021〕101号《中央部门项目支出核心绩效目标和指标设置及取值指引（试行）》
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from zhibiao.features.field import Field
from zhibiao.features.reading import TableReading
from zhibiao.features.weights import weights_of
from zhibiao.model.finding import Finding
from zhibiao.rules.rule import Given, Rule
from zhibiao.rules.sources import INDICATORS_101

RULE = Rule(
    code="P611",
    slug="weights-sum",
    title="权重合计不对",
    scope="table",
    severity="error",
    message="各指标的{column}合计为{total}，不是表式使用的80、90或100；请核对后调整，使合计等于规定的总分。",
    basis=INDICATORS_101,
)
_WHOLE = (Decimal(80), Decimal(90), Decimal(100), Decimal("0.8"), Decimal("0.9"), Decimal(1))


def check(table: TableReading, given: Given) -> Iterator[Finding]:  # noqa: ARG001 - every check has the same face
    """The whole form, or each goal of a form that weighs per goal."""
    weights = weights_of(table)
    if weights is None:
        return
    rounding = min(Decimal("0.5"), Decimal("0.05") * weights.count) if weights.total > 2 else Decimal("0.011")
    if any(abs(total - whole) <= rounding for total in weights.totals for whole in _WHOLE):
        return
    if len(weights.goals) > 1 and all(any(abs(goal - whole) <= rounding for whole in _WHOLE) for goal in weights.goals):
        return
    yield RULE.found(Field("indicators", "", True), column=weights.column, total=f"{weights.total.normalize():f}")
