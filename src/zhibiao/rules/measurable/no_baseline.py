"""变化率没有基期

检查什么：指标量的是增长、下降、提高等变化，却没有一处写明和什么时候、多少数相比。
为何重要：不说和谁比，就不知道从多少变到多少，年底无法计算。
反例：游客接待量增长率 → ≥5%
改为：游客接待量较上年增长率 → ≥5%
依据：通行审核做法（未核对原文）
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from zhibiao.features.effect import is_effect
from zhibiao.features.reading import Row
from zhibiao.model.finding import Finding
from zhibiao.rules.rule import Given, Rule
from zhibiao.rules.sources import PRACTICE

RULE = Rule(
    code="M209",
    slug="no-baseline",
    title="变化率没有基期",
    scope="row",
    severity="warning",
    message="“{name}”要求变化“{evidence}”，但没有写明和哪一年、哪个数相比；请写明比较对象（如“较上年”），并在依据中列出基数。",
    basis=PRACTICE,
    ceiling={"M": 2},
)

_WORD = r"增[长加幅速收]|增长|提[高升]|下降|降低|降幅|减[少排幅]|上[升涨]|涨幅|缩短|压[减缩降]|递增|提速|回落|增产|减产|减负"
_SHORTER = re.compile(r"(?:缩短|压缩|减少|节省)(?:时间|时长)?$")
_NAMED = re.compile(rf"(?:{_WORD})(?:率|比率|幅度|比例|速度|百分比|程度|百分点|情况)?$")
_RATE_NAMED = re.compile(r"(?:增长|下降|降低|提[高升]|减少|上升|增加|缩短|压[减缩]|改善)(?:率|幅度|比例|速度)|增幅|降幅|涨幅|增速")
_LED = re.compile(r"(?:有效|进一步|逐步|不断|年均?)?(?:降低|减少|增加|缩短|提高|提升|扩大|下降|增长)(?![^,。;]*[率度比]$)")
_IN_VALUE = re.compile(rf"(?:{_WORD})[^,。;到至]{{0,3}}$")
_BASE = re.compile(
    r"较|相比|对比|比照|比[上去往前同年原基改项实\d]|同比|环比|[上去往前历]一?[年期季月]|基期|基数|基准|年均|平均增|逐年|同期|原有|原来|基础上|改造前|实施前|(?:19|20)\d\d年|三年|近[两三五]年|翻[一两]?番|以[来前]"
)
_ESTABLISHED = re.compile(r"降解|减免|节约率|提升机|提高班|合格率|达标率|满意|覆盖率(?!提|增)|投诉率|故障率|差错率|事故率|发生率|人数|户数")
_STATISTIC = re.compile(r"自然增长|GDP|生产总值|经济增长")  # published as change on the year before
_AMOUNT_OF_CHANGE = 50  # percent: what is said to rise by more is a share
_FIGURE = frozenset({"money", "people", "mass", "household", "area", "things", "body"})


def check(row: Row, given: Given) -> Iterator[Finding]:  # noqa: ARG001 - every check has the same face
    """A share or points of change, and no word of its base in the row."""
    quantity = row.target.quantity
    if quantity is None:
        return
    name = row.name.core
    if (
        quantity.dimension not in ("share", "point", "multiple")
        and quantity.unit
        and not (quantity.dimension == "time" and _SHORTER.search(name))
    ):
        return
    said = row.value.text[: quantity.start]
    rate = _RATE_NAMED.search(name) or _RATE_NAMED.search(row.description.core)
    if not (
        rate
        or _NAMED.search(name)
        or (_LED.match(name) and quantity.number < 100 and quantity.sign not in ("≤", "<"))
        or _IN_VALUE.search(said)
        or (quantity.sign_span and _IN_VALUE.search(row.value.text[: quantity.sign_span[0]]))
    ):
        return
    if is_effect(name) and quantity.dimension != "point" and quantity.number > _AMOUNT_OF_CHANGE:
        return  # ≥90% of an effect is no amount of change: the share itself cannot be computed, which M204 says
    if _STATISTIC.search(name) or (_ESTABLISHED.search(name) and not _RATE_NAMED.search(name)):
        return
    if any(_BASE.search(field.text) for field in (row.name, row.description, row.value)) or _based(row):
        return
    yield RULE.found(row.value, (quantity.start, quantity.end), name=name)


def _based(row: Row) -> bool:
    """The basis names a base: a year's figure or a word of comparison; a document's year alone is none."""
    measures = row.basis.measures
    return any(q.dimension in _FIGURE for q in measures.quantities) or bool(
        re.search(r"较|同比|环比|[上去往历]年|基[期数准]|实际(?:完成|值|数)|同期", row.basis.text)
    )
