"""时效指标没有时间

检查什么：时效指标的名称、描述和指标值里，既没有日期、期限、频次，也没有及时率一类的比率。
为何重要：时效要回答“什么时候完成”，没有时间就无法判断是否按时。
反例：登记入册时效 → 及时登记
改为：登记入册时间 → 2025年6月30日前
依据：财预〔2021〕101号《中央部门项目支出核心绩效目标和指标设置及取值指引（试行）》
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from zhibiao.features.clock import says_when
from zhibiao.features.reading import Row
from zhibiao.model.finding import Finding
from zhibiao.rules.rule import Given, Rule
from zhibiao.rules.sources import INDICATORS_101

RULE = Rule(
    code="T501",
    slug="no-deadline",
    title="时效指标没有时间",
    scope="row",
    severity="error",
    message="这是时效指标，名称、描述和指标值“{evidence}”里却没有完成日期、期限或频次；请写明什么时候完成、多长时间内办结或者多久一次。",
    basis=INDICATORS_101,
    ceiling={"T": 0},
    under=frozenset({"时效"}),
)

_RATE = re.compile(r"(?<![效频功税汇])率|比例|占比|百分比")
_YEAR = re.compile(r"[=≤]?(?:19|20)\d\d$")
_FULL_SHARE = 50  # a bare number from here to 100 under a word of promptness is a share whose % was left out


def check(row: Row, given: Given) -> Iterator[Finding]:  # noqa: ARG001 - every check has the same face
    """Neither a time nor a rate in name, description or value of a row that is written under 时效."""
    if row.value.blank:
        return
    target = row.target
    if target.kind in ("void", "placeholder") or any(q.dimension in ("share", "point") for q in target.quantities):
        return
    if target.kind == "grades" and row.value.measures.quantities:
        return
    quantity = target.quantity
    if _YEAR.match(row.value.text):
        return
    if quantity is not None and not quantity.unit and (_FULL_SHARE <= quantity.number <= 100 or quantity.number >= 40_000):
        return
    fields = (row.name, row.description, row.value)
    if any(_RATE.search(field.text) for field in fields) or any(says_when(field) for field in fields):
        return
    if re.search(r"合同|协议", row.value.text):
        return  # the contract sets the time
    yield RULE.found(row.value)
