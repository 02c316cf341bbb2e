"""变化方向有两种读法

检查什么：名称是某个比率的升降（投诉率降低），指标值又是一个百分数，看不出是降到这个数还是降低这么多。
为何重要：“降低5%”和“降到5%”相差很远，年底怎么算都说得通。
反例：投诉率降低 → ≥5%
改为：投诉率 → ≤2%；或者：投诉量较上年下降率 → ≥5%
依据：通行审核做法（未核对原文）
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from zhibiao.features.reading import Row
from zhibiao.model.finding import Finding
from zhibiao.rules.rule import Given, Rule
from zhibiao.rules.sources import PRACTICE

RULE = Rule(
    code="S109",
    slug="unclear-direction",
    title="变化方向有两种读法",
    scope="row",
    severity="warning",
    message="“{evidence}”的指标值是{value}，可以读成{verb}到，也可以读成{verb}了；请写明是比上年变化多少，还是要达到多少。",
    basis=PRACTICE,
    ceiling={"S": 2},
)
_RATE = r"(?:率|比例|占比|比重|满意度)"
_VERB = r"降低|下降|减少|提高|提升|上升|增长|增加|压减|压降"
_BEHIND = re.compile(rf"{_RATE}(?:的|有所|明显|逐步|持续|进一步|有效)*(?P<verb>{_VERB})(?:情况|程度|水平|目标)?$")
_BEFORE = re.compile(rf"^(?:有效|逐步|持续|进一步|不断|切实|大幅|明显)*(?P<verb>{_VERB})[一-鿿]{{1,16}}{_RATE}$")
_OF_CHANGE = re.compile(rf"(?:{_VERB}|变化)(?:的)?(?:率|比例)$")
_BASED = re.compile(r"较|比(?!例|率|重|赛)|同比|环比|上年|去年|基期|基数|百分点|幅度|由|从|[到至]")
_HALF = 50  # above that no one would read it as a change


def check(row: Row, given: Given) -> Iterator[Finding]:  # noqa: ARG001 - every check has the same face
    """A base, or words that say to or by, settle it."""
    name = row.name.core
    found = _BEHIND.search(name) or _BEFORE.search(name)
    if found is None or (found.re is _BEFORE and _OF_CHANGE.search(name)):
        return
    quantities = row.value.measures.quantities
    if len(quantities) != 1 or quantities[0].dimension not in ("share", "") or quantities[0].sign in ("≤", "<"):
        return
    if not 0 < quantities[0].number <= _HALF:
        return
    if any(_BASED.search(text) for text in (row.name.text, row.value.text, row.description.text)):
        return
    yield RULE.found(row.name, value=row.value.text, verb=found["verb"])
