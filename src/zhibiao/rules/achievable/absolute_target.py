"""满意度或效果定为百分之百

检查什么：满意度、知晓率、幸福感、就业率等取决于他人感受或多方因素的指标，指标值定为100%；发放准确率、验收合格率、覆盖率等本应做到100%的不算。
为何重要：人人满意、人人受益几乎做不到，年底要么完不成，要么只好走过场，目标失去意义。
反例：参训学员满意度 → 100%
改为：参训学员满意度 → ≥＿%，按历年调查结果填写
依据：通行审核做法（未核对原文）
"""

from __future__ import annotations

from collections.abc import Iterator

from zhibiao.features.reading import Row
from zhibiao.features.share import of_effect, of_opinion, open_ended
from zhibiao.model.finding import Finding
from zhibiao.model.quantity import Quantity
from zhibiao.rules.rule import Given, Rule
from zhibiao.rules.sources import PRACTICE

RULE = Rule(
    code="A302",
    slug="absolute-target",
    title="满意度或效果定为百分之百",
    scope="row",
    severity="warning",
    message="“{name}”取决于{what}，定为“{evidence}”几乎做不到；请参照以往的调查结果或统计数据，改为可以实现的比例。",
    basis=PRACTICE,
    ceiling={"A": 1},
)


def check(row: Row, given: Given) -> Iterator[Finding]:  # noqa: ARG001 - every check has the same face
    """All of a satisfaction, of a feeling, of an effect."""
    quantities = row.value.measures.quantities
    if not quantities or not _is_all(quantities[0]):
        return
    first = quantities[0]
    if of_opinion(row):
        what = "服务对象的主观感受"
    elif first.dimension == "share" and of_effect(row) and not open_ended(row):
        what = "人们的感受或多方面的因素"
    else:
        return
    yield RULE.found(row.value, (first.start, first.end), name=row.name.core or row.description.core, what=what)


def _is_all(quantity: Quantity) -> bool:
    """100%, =100%, ≥100%; a satisfaction's 100 without its %."""
    if quantity.sign in ("≤", "<") or quantity.upper is not None:
        return False
    return quantity.base == 1 if quantity.dimension == "share" else not quantity.unit and quantity.number == 100
