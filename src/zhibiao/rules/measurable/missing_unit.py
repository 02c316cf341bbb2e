"""指标值缺少计量单位

检查什么：指标值只有一个数，没有单位，名称里也没有用括号写明单位。
为何重要：“500”是五百人、五百元还是五百万元，不写单位就无法核对。
反例：慰问标准 → 500
改为：慰问标准 → =500元/人
依据：财办〔2023〕12号《预算管理一体化规范（2.0版）》
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from zhibiao.features.prose import buried
from zhibiao.features.reading import Row
from zhibiao.lexicon.units import units
from zhibiao.model.finding import Finding, Fix
from zhibiao.model.quantity import Quantity
from zhibiao.rules.rule import Given, Rule
from zhibiao.rules.sources import DATA_12
from zhibiao.text.measures.building import serial

RULE = Rule(
    code="M202",
    slug="missing-unit",
    title="指标值缺少计量单位",
    scope="row",
    severity="warning",
    message="指标值“{evidence}”只有数、没有计量单位，看不出指的是什么；请在数后写明{unit}。",
    basis=DATA_12,
    ceiling={"M": 2},
)

_IN_BRACKETS = re.compile(r"[(\[【](?:单位[:：]?)?([^()\[\]【】]{1,8})[)\]】]")
_INDEX = re.compile(
    r"指数|得分|评分|分数|总分|[pP][hH]值?|系数|排名|名次|位次|排位|等级|级别|比值|师生比|生师比|床护比|容积率|之比|PUE|ΔE|AQI|郁闭度|臭气浓度|透明度|坡比|年份|编号|版本"
)
_TEMPLATE_SIGNS = "≥≤<>=*＿_×XxN "  # (≥**%): the template's sign and blanks before the unit
_WORD = re.compile(r'[一-鿿"”]')
_YEAR = re.compile(r"[=≥≤]?(?:19|20)\d\d$")


def check(row: Row, given: Given) -> Iterator[Finding]:  # noqa: ARG001 - every check has the same face
    """The number that bears the target has no unit, and neither the name nor a column of the form gives it one."""
    target = row.target
    quantity = target.quantity
    if quantity is None or quantity.dimension or not quantity.number:
        return
    if quantity.unit and (quantity.unit[-1] not in "万亿千百" or row.kind == "money" or row.category == "成本"):
        return
    text = row.value.text
    if _WORD.match(text, quantity.end) or text[: quantity.start].endswith("¥"):
        return  # a word of its own serves as the unit (3大类), or prose follows
    if (
        buried(row)
        or _is_serial(row, quantity)
        or _YEAR.match(text)
        or _INDEX.search(row.name.core)
        or "之比" in row.description.text
        or row.kind == "index"
        or _unit_elsewhere(row)
    ):
        return
    unit = "%" if row.kind in ("share", "satisfaction") else "单位"
    yield RULE.found(row.value, (quantity.start, quantity.end), _percent(row, quantity), unit=unit)


def _percent(row: Row, quantity: Quantity) -> Fix | None:
    """A satisfaction is asked for in percent: ≥90 → ≥90%. What else a bare number counts, only the author knows."""
    if row.kind != "satisfaction" or not 1 < quantity.number <= 100:
        return None
    old = row.value.original[slice(*row.value.normal.original_span(quantity.start, quantity.end))]
    return Fix("value", old, old + "%", safe=True) if old[-1:].isdigit() else None


def _is_serial(row: Row, quantity: Quantity) -> bool:
    """A date that a spreadsheet turned into a number, with or without a sign before it."""
    dated = row.category == "时效" or row.kind == "moment"
    return serial(quantity) is not None or (dated and 40_000 <= quantity.number < 60_000)


def _unit_elsewhere(row: Row) -> bool:
    """造林面积(亩), or a column 计量单位 that was not joined."""
    named = [
        m[1] for field in (row.name, row.description) if "(" in field.text or "【" in field.text for m in _IN_BRACKETS.finditer(field.text)
    ]
    named += [text for head, text in row.indicator.extra.items() if "单位" in head]
    named = [word.lstrip(_TEMPLATE_SIGNS) for word in named]
    return any(word in units() or word.split("/")[0] in units() or word.lstrip("万亿千百") in units() for word in named if word)
