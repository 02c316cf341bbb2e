"""名称与描述说的不是一回事

检查什么：三级指标名称和指标描述没有共同的内容，要量的量也不同；或者名称量的是数，描述量的是率。
为何重要：按名称取数和按描述取数会得出两个结果，指标无法评价。
反例：道路养护里程（描述：办公设备采购数量）
改为：道路养护里程（描述：年内完成日常养护的农村公路里程）
依据：财预〔2021〕101号《中央部门项目支出核心绩效目标和指标设置及取值指引（试行）》
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from zhibiao.features.field import Field
from zhibiao.features.reading import Row
from zhibiao.model.finding import Finding
from zhibiao.rules.rule import Given, Rule
from zhibiao.rules.sources import INDICATORS_101

RULE = Rule(
    code="S105",
    slug="name-description-mismatch",
    title="名称与描述说的不是一回事",
    scope="row",
    severity="error",
    message="名称“{name}”与描述“{evidence}”说的不是同一件事；请改描述，让它说明这个名称的范围和算法，或者改名称。",
    basis=INDICATORS_101,
    ceiling={"S": 1},
    reads=("fault.S105",),
)
_COUNTS = frozenset(("people", "household", "body", "events", "count", "length", "area", "volume", "mass"))
_TIMES = frozenset(("moment", "duration"))
# people are counted by the cards, copies or sums that they get
_NEAR = {("people", "count"), ("people", "money"), ("people", "household"), ("household", "people"), ("count", "mass"), ("count", "volume")}
_MEASURED = _COUNTS | _TIMES | {"share", "satisfaction", "money"}
_FORMULA = re.compile(r"[/÷×*=%]|[占乘差]|之比|除以|比值|百分比|反映|考核|考察|评价|指|衡量|公式|计算|统计")
# a scope, a way of counting or a start and an end: such a description speaks of its name in other words
_SCOPE = re.compile(r"[,;、:(（\d]|其中|包括|含|每|按|从|由|经[过由]?|[算计点]数$|[年月天日时钟]数$|户$|全部|为准")
_EMPTY = frozenset("的率数量度性和与及等人次个项目工作完成情况对为在了实施开展进行达到提高升及时年有是不标准")
_SHORT, _CLAUSE = 30, 6


def check(row: Row, given: Given) -> Iterator[Finding]:
    """What contradicts in words; models see texts that have nothing in common in meaning."""
    name, description = row.name, row.description
    if len(description.core) < 4 or len(name.core) < 4 or name.bare == description.bare:
        return
    if given.settled("S105", _apart(name, description)):
        yield RULE.found(description, name=name.text)


def _apart(name: Field, description: Field) -> bool:
    one, other = _kind(name), _kind(description)
    if one not in _MEASURED:
        return False
    if one in _COUNTS and other in ("share", "satisfaction"):
        return len(description.core) <= _SHORT and not _FORMULA.search(description.text)
    return _measures_apart(one, other) and _one_clause(description) and not _common(name, description)


def _kind(field: Field) -> str:
    """有效率 ends in a rate, not in 效率; a plain 情况 at the end is what a description tells of."""
    word, kind = field.measure_word
    return "share" if word == "效率" and field.core.endswith("有效率") else "told" if word.endswith("情况") else kind


def _measures_apart(one: str, other: str) -> bool:
    """Two kinds of measure, of which one cannot be read for the other: a rate and a count, a date and a count, people and events."""
    if one == other or {one, other} <= _TIMES or (one, other) in _NEAR:
        return False
    return other in _MEASURED or (other == "told" and one in _COUNTS | {"share"})


def _common(name: Field, description: Field) -> bool:
    return bool((name.characters & description.characters) - _EMPTY)


def _one_clause(description: Field) -> bool:
    text = description.text
    return len(description.core) >= _CLAUSE and not (_SCOPE.search(text) or _FORMULA.search(text))
