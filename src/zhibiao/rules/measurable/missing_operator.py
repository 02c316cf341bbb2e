"""缺少比较符号

检查什么：指标值写了数和单位，没有 ≥、≤、= 等符号，也没有“不低于”“以内”一类的字。
为何重要：“60人”是至少60人还是正好60人，年底考核时各有各的说法。
反例：培训人数 → 200人
改为：培训人数 → ≥200人
依据：财办〔2023〕12号《预算管理一体化规范（2.0版）》
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from zhibiao.features.reading import Row
from zhibiao.model.finding import Finding
from zhibiao.model.quantity import Quantity
from zhibiao.rules.rule import Given, Rule
from zhibiao.rules.sources import DATA_12

RULE = Rule(
    code="M206",
    slug="missing-operator",
    title="缺少比较符号",
    scope="row",
    severity="warning",
    message="指标值“{evidence}”没有比较符号，看不出是至少、至多还是正好；请按本意加上 ≥、≤ 或 =。",
    basis=DATA_12,
    ceiling={"M": 2},
)

_TIMES = frozenset({"events"})
_PERIOD = re.compile(r"(?:年|月|日|天|周|季|季度|学期|小时)$")
_GRADED = re.compile(r"[水气]质|断面|标准|等级|级别|资质|耕地")
_SAID = re.compile(r"全部|全数|悉数|以[上下内]|不[低高少多大小超]|至少|至多|最[低高多少]|[≥≤<>=]")
_IN_BRACKETS = re.compile(r"[(\[【](?:单位[:：]?)?[^()\[\]【】]{1,8}[)\]】]$")


def check(row: Row, given: Given) -> Iterator[Finding]:  # noqa: ARG001 - every check has the same face
    """The quantity that bears the target has no sign, and no word says which way it is meant."""
    target = row.target
    quantity = target.quantity
    if quantity is None or _signed(quantity) or quantity.upper is not None or any(_signed(q) for q in target.quantities):
        return
    bracket = _IN_BRACKETS.search(row.name.text)
    if bracket and _SAID.search(bracket.group()):
        return  # 成活率(≥85%): the sign stands in the name
    if not quantity.unit and (not bracket or row.value.text != row.value.text[quantity.start : quantity.end]):
        return
    measures = row.value.measures
    if quantity.dimension in _TIMES and (_PERIOD.search(quantity.per) or measures.moments):
        return  # 每周2次, 1次/月: a frequency
    if quantity.dimension == "time" and (measures.moments or row.value.text.startswith(("前", "后", "一"), quantity.end)):
        return  # 每月5日, 收到申请后3天 …: a date or a term counted from an event
    if row.value.text[: quantity.start].endswith(("前", "第")):
        return  # 前三名
    if any("方向" in head and text for head, text in row.indicator.extra.items()):
        return  # a column of the form says which way
    if quantity.dimension == "rank" or _is_level(row, quantity) or _SAID.search(row.value.text):
        return
    yield RULE.found(row.value, (quantity.start, quantity.end))


def _signed(quantity: Quantity) -> bool:
    """约4.6万件 and 共2个 say neither at least nor at most."""
    return quantity.sign not in (None, "≈")


def _is_level(row: Row, quantity: Quantity) -> bool:
    """二级, 3类水质: a named level; 14类 is a count."""
    if quantity.unit in ("类", "等"):
        return quantity.number <= 5 and bool(_GRADED.search(row.name.text + row.value.text))
    return any(
        s.kind == "level" and s.start <= quantity.start < s.end and quantity.dimension in ("", "rank", "things")
        for s in row.value.measures.standards
    )
