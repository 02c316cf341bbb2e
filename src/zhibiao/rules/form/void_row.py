"""填写不涉及的空行

检查什么：指标名称或指标值写“不涉及”“不适用”“无”，整行没有内容。
为何重要：不适用的类别可以不设指标；留着这样的行，就有了分值却没有东西可考核。
反例：生态效益指标：不涉及 → 无
改为：删去这一行，分值调到其他指标
依据：通行审核做法（未核对原文）
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from zhibiao.features.blank_form import is_void
from zhibiao.features.reading import Row
from zhibiao.lexicon.words import by_role
from zhibiao.model.finding import Finding
from zhibiao.rules.rule import Given, Rule
from zhibiao.rules.sources import PRACTICE

RULE = Rule(
    code="F004",
    slug="void-row",
    title="填写不涉及的空行",
    scope="row",
    severity="warning",
    message="{place}写的是“{evidence}”，等于说明这一行不适用；不适用的类别不必设指标，请删去整行。",
    basis=PRACTICE,
    ceiling={"M": 0, "A": 0},
)
# 无 is the answer where the name asks whether something bad happened
_BAD = re.compile("|".join(by_role("mishaps", "mishap")))
_BARE_NO = ("无", "没有", "不存在", "不产生", "暂无", "无情况")


def check(row: Row, given: Given) -> Iterator[Finding]:  # noqa: ARG001 - every check has the same face
    """The name first: it speaks for the whole row."""
    name, value = row.name, row.value
    if len(name.core) <= 16 and is_void(name.core or name.text):
        yield RULE.found(name, place="指标名称")
    elif value.text and len(value.text) <= 20 and is_void(value.core or value.text):
        if value.core.startswith(_BARE_NO) and _BAD.search(name.text + row.description.text):
            return
        yield RULE.found(value, place="指标值")
