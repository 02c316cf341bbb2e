"""写成了工作内容或愿望，不是指标

检查什么：指标名称是一个动作或愿望（及时更新登记、按标准发放资金、提高服务能力），结尾没有可以量的量，指标值也不是能数的数。
为何重要：指标是要量的那个“量”，写成动作只能填“完成”“100%”，考核不出好坏。
反例：按标准发放帮扶资金 → 100%
改为：帮扶资金发放准确率 → =100%
依据：财预〔2021〕101号《中央部门项目支出核心绩效目标和指标设置及取值指引（试行）》
"""

from __future__ import annotations

from collections.abc import Iterator

from zhibiao.features.action import ends_in_measure, is_action
from zhibiao.features.field import Field
from zhibiao.features.reading import Row
from zhibiao.model.finding import Finding
from zhibiao.model.quantity import Quantity
from zhibiao.rules.rule import Given, Rule
from zhibiao.rules.sources import INDICATORS_101

RULE = Rule(
    code="S106",
    slug="activity-not-measure",
    title="写成了工作内容或愿望，不是指标",
    scope="row",
    severity="warning",
    message="“{evidence}”说的是要做的事或希望的效果，不是可以量的指标；请改成以“率”“数量”“时间”等结尾、能取数的名称。",
    basis=INDICATORS_101,
    ceiling={"S": 1},
    reads=("fault.S106",),
)
_NO_COUNT = ("", "share", "point", "score")
_FEW = 50  # a bare number below it counts meetings or works; one of 50 to 100 is a share without its %


def check(row: Row, given: Given) -> Iterator[Finding]:
    """查处违法行为 ≥7万起 and 完成验收 6月底前 are fair: the value says what is counted."""
    name, description = row.name, row.description
    if name.blank or _counts(row.value) or _counts(name):
        return
    told = description.text and description.bare != name.bare and ends_in_measure(description.core)
    if given.settled("S106", is_action(name.core) and not told):
        yield RULE.found(name)


def _few(quantity: Quantity) -> bool:
    return not quantity.unit and quantity.number < _FEW and quantity.number == int(quantity.number)


def _counts(value: Field) -> bool:
    measures = value.measures
    counted = any(q.dimension not in _NO_COUNT or _few(q) for q in measures.quantities)
    return counted or any(m.kind != "period" for m in measures.moments)
