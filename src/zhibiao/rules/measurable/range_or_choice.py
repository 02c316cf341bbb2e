"""目标值是区间或多个值

检查什么：指标值写成了区间（80%-100%）或几个并列的数（5次或6次），没有唯一的目标。
为何重要：完成到哪个数算达标说不清，考核只能按最低的算。
反例：培训场次 → 5场或6场
改为：培训场次 → ≥5场
依据：通行审核做法（未核对原文）
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from zhibiao.features.reading import Row
from zhibiao.model.finding import Finding
from zhibiao.model.quantity import Quantity
from zhibiao.rules.rule import Given, Rule
from zhibiao.rules.sources import PRACTICE

RULE = Rule(
    code="M210",
    slug="range-or-choice",
    title="目标值是区间或多个值",
    scope="row",
    severity="warning",
    message="指标值“{evidence}”是区间或几个并列的数，看不出以哪个为准；请只留一个目标数，写明至少或至多。",
    basis=PRACTICE,
    ceiling={"M": 2},
)

_PHYSICAL = re.compile(r"[pP][hH]|温度|湿度|室温|气温|水温|浓度|压力|水位|电压|余氯|酸碱|含水|年龄|岁|频率|分数段|间距|坡度|厚度")
_BETWEEN = re.compile(r"[、,,或/;和且至到~—-]+|或者|以上[、,]?|(?:同时|且)")
_MARK = re.compile("[、,，;；及和]|以及")
_AMOUNTS = frozenset({"people", "household", "body", "events", "things", "money", "area", "length", "mass", "volume"})
_AGE = re.compile(r"\d+(?:周?岁)?[-~—至到]\d+周?岁")


def check(row: Row, given: Given) -> Iterator[Finding]:  # noqa: ARG001 - every check has the same face
    """A range, or quantities of one dimension with nothing between them but a mark or 或."""
    target = row.target
    quantity = target.quantity
    if quantity is None or quantity.dimension == "physical" or _PHYSICAL.search(row.name.text):
        return
    text = row.value.text
    if quantity.upper is not None:
        if quantity.sign != "±" and not _AGE.search(text) and quantity.upper > quantity.number:
            yield RULE.found(row.value, (quantity.start, quantity.end))
        return
    apart = _two_targets(text, target.quantities)
    if apart:
        yield RULE.found(row.value, apart)
        return
    for first, second in pairwise(target.quantities):
        if first.dimension != second.dimension or second.sign == "±" or first.per != second.per:
            continue
        if _BETWEEN.fullmatch(text[first.end : second.start]):
            yield RULE.found(row.value, (first.start, second.end))
            return


def _two_targets(text: str, quantities: tuple[Quantity, ...]) -> tuple[int, int] | None:
    """12个小区、86栋; 4期200人: two amounts of what is counted or paid, with a mark or nothing between them."""
    stated = [q for q in quantities if q.dimension in _AMOUNTS and not q.per]
    for first, second in pairwise(stated):
        between = text[first.end : second.start]
        if first.dimension != second.dimension and (not between or _MARK.fullmatch(between)):
            return first.start, second.end
    return None
