"""只有测度，没有对象

检查什么：指标名称只写了量什么（满意度、准确率、完成时间、各项工作完成率），没有写是谁的、什么事的。
为何重要：不同的人会统计出不同的结果；表内几项任务都能往里装，年底说不清考核的是哪一项。
反例：准确率 → =100%
改为：补助对象认定准确率 → =100%
依据：财预〔2021〕101号《中央部门项目支出核心绩效目标和指标设置及取值指引（试行）》
"""

from __future__ import annotations

from collections.abc import Iterator

from zhibiao.features.action import ends_in_measure
from zhibiao.features.field import Field
from zhibiao.features.filler import is_bare, is_empty_text
from zhibiao.features.reading import Row
from zhibiao.features.repeating import adds_nothing
from zhibiao.model.finding import Finding
from zhibiao.rules.rule import Given, Rule
from zhibiao.rules.sources import INDICATORS_101

RULE = Rule(
    code="S104",
    slug="bare-measure",
    title="只有测度，没有对象",
    scope="row",
    severity="warning",
    message="“{evidence}”只说了量什么，没有说是谁的、哪项工作的；请在名称前写明具体对象。",
    basis=INDICATORS_101,
    ceiling={"S": 1},
)
_LONG = 8  # a description of that length tells its object even where it does not use the name's words


def check(row: Row, given: Given) -> Iterator[Finding]:  # noqa: ARG001 - every check has the same face
    """A description that names the object makes up for the name."""
    name = row.name
    if is_bare(name.core) and not _tells_object(row.description, name):
        yield RULE.found(name)


def _tells_object(description: Field, name: Field) -> bool:
    text = description.core
    if not text or is_empty_text(text) or adds_nothing(description.bare, name.bare):
        return False
    return len(text) >= _LONG or ends_in_measure(text) or any(name.core[i : i + 2] in text for i in range(len(name.core) - 1))
