"""指标值过低

检查什么：满意度只要60%、合格率只要50%、日常活动全年只要1次，以及“≥0”一类谁都能达到的指标值；本来就只有一次或一个的（赛事、普查、规划、系统）不算。
为何重要：不用做什么就能完成的目标起不到约束作用，指标值应当在能够实现的前提下尽量从严。
反例：全年开展文体活动次数 → ≥1次
改为：全年开展文体活动次数 → ≥＿次，按年度计划或上年实际填写
依据：财预〔2021〕101号《中央部门项目支出核心绩效目标和指标设置及取值指引（试行）》
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from zhibiao.features.reading import Row
from zhibiao.features.share import of_opinion
from zhibiao.lexicon.patterns import any_of
from zhibiao.model.finding import Finding
from zhibiao.model.quantity import Quantity
from zhibiao.rules.rule import Given, Rule
from zhibiao.rules.sources import INDICATORS_101

RULE = Rule(
    code="A303",
    slug="too-easy",
    title="指标值过低",
    scope="row",
    severity="warning",
    message="“{name}”的指标值“{evidence}”几乎不用努力就能达到，起不到约束作用；请参照上年实际完成数、计划或标准提高要求。",
    basis=INDICATORS_101,
    ceiling={"A": 1},
)
_ACCURATE = ("准确率", "正确率", "精准率", "完好率", "及时率", "足额率", "按时率")
_PASSED = ("合格率", "验收率")
_OFTEN = any_of("recurring_activities")
_ONCE = any_of("single_occasions")
_EACH = re.compile(r"每(?!年)|人均|户均|平均|各|逐")
_NUMBERED = re.compile(r"(?:次数|场次|场数|期数|频次)$|^(?:全年|年度|每年|本年度?)|活动$")
_ONE = re.compile(r"(?<![\d一二三四五六七八九十])[1一]\s*[次场期届]")
_COUNTED = ("people", "household", "body", "events", "count", "satisfaction")


def check(row: Row, given: Given) -> Iterator[Finding]:
    """A bar that nobody can miss."""
    quantities = row.value.measures.quantities
    if len(quantities) != 1 or quantities[0].sign not in ("≥", ">", "=", None) or quantities[0].upper is not None:
        return
    first = quantities[0]
    if first.dimension in ("share", ""):
        low = _low_share(row, first, given)
    elif first.dimension == "events":
        low = _one_only(row, first)
    else:
        low = False
    if low or (first.number == 0 and first.sign == "≥" and row.kind in _COUNTED and first.dimension != "share"):
        yield RULE.found(row.value, (first.start, first.end), name=row.name.core or row.description.core)


def _low_share(row: Row, first: Quantity, given: Given) -> bool:
    if first.dimension == "" and first.unit:
        return False
    number = float(first.base * 100 if first.dimension == "share" else first.number)
    if of_opinion(row):
        return 1 < number <= given.threshold("satisfaction_floor")
    if first.dimension == "" or "不" in row.name.core:
        return False
    if row.name.core.endswith(_PASSED):
        return number <= given.threshold("pass_rate_floor")
    return row.name.core.endswith(_ACCURATE) and number <= given.threshold("accuracy_floor")


def _one_only(row: Row, first: Quantity) -> bool:
    """At least one occasion of what should happen often, where the project itself does not plan just one."""
    if first.number != 1 or first.sign != "≥" or first.per or row.value.measures.moments or first.end < len(row.value.text.rstrip("。;")):
        return False
    name = row.name.core
    if row.kind not in ("events", "", "count") or not _NUMBERED.search(name) or not _OFTEN.search(name):
        return False
    texts = name + row.description.text
    return not (_ONCE.search(texts) or _EACH.search(texts) or _ONE.search(row.table.about))
