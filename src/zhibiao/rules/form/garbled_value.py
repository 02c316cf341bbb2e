"""指标值是乱码

检查什么：指标值被办公软件弄坏了：日期变成序列号（45991）、####、#REF!、1E+05，或者是乱码。
为何重要：公开出去的表上看不出目标是什么，年底也无法对照考核。
反例：完成时间 → 45991
改为：完成时间 → 2025年11月30日
依据：通行审核做法（未核对原文）
"""

from __future__ import annotations

from collections.abc import Iterator

from zhibiao.features.blank_form import broken, serial_day
from zhibiao.features.reading import Row
from zhibiao.model.finding import Finding, Fix
from zhibiao.rules.rule import Given, Rule
from zhibiao.rules.sources import PRACTICE

RULE = Rule(
    code="F003",
    slug="garbled-value",
    title="指标值是乱码",
    scope="row",
    severity="error",
    message="指标值“{evidence}”{what}，不能当作目标，年底也对不上；请{do}。",
    basis=PRACTICE,
    ceiling={"M": 0, "A": 0},
)
_TIMES = ("moment", "duration", "")


def check(row: Row, given: Given) -> Iterator[Finding]:  # noqa: ARG001 - every check has the same face
    """A serial number counts only where a date is expected."""
    value = row.value
    text = value.text
    if not text:
        return
    if text.lstrip("≥≤<>=")[:1] == "4" and (day := serial_day(text)):
        if row.kind == "moment" or (row.category == "时效" and row.kind in _TIMES):
            fix = Fix("value", value.original, day, safe=True)
            yield RULE.found(value, None, fix, what=f"是电子表格里日期{day}的序列号", do="把单元格改为日期格式或直接写成文字")
        return
    if text.isalnum():
        text = text if "E" in text or "e" in text else ""
    if text and (span := broken(text)):
        yield RULE.found(value, span, what="不是正常的文字，是软件换算或转码出错留下的", do="对照原始文件重新填写指标值")
