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
    reads=("description.similarity",),
)
_COUNTS = frozenset(("people", "household", "body", "events", "count", "length", "area", "volume", "mass"))
_GROUPS = dict.fromkeys(_COUNTS, "count") | {
    "share": "share",
    "satisfaction": "satisfaction",
    "money": "money",
    "moment": "time",
    "duration": "time",
}
_FORMULA = re.compile(r"[/÷×*=%]|占|之比|除以|比值|百分比|反映|考核|考察|评价|指|衡量|公式|计算|统计")
_EMPTY = frozenset("的率数量度性和与及等人次个项目工作完成情况对为在了实施开展进行达到提高升及时年有是不标准")
_SHORT = 30


def check(row: Row, given: Given) -> Iterator[Finding]:
    """Without a model's number only what contradicts in words counts."""
    name, description = row.name, row.description
    if len(description.core) < 4 or len(name.core) < 4 or name.bare == description.bare:
        return
    one, other = _GROUPS.get(name.measure_word[1], ""), _GROUPS.get(description.measure_word[1], "")
    if one == "count" and other in ("share", "satisfaction"):
        apart = len(description.core) <= _SHORT and not _FORMULA.search(description.text)
    else:
        apart = _differ(one, other, description, given) and not _common(name, description)
    if apart:
        yield RULE.found(description, name=name.text)


def _common(name: Field, description: Field) -> bool:
    return bool((name.characters & description.characters) - _EMPTY)


def _differ(one: str, other: str, description: Field, given: Given) -> bool:
    """Measures of different groups; where a model has compared the two, what it says as well."""
    similar = given.numbers.get("description.similarity")
    differ = bool(one and other and one != other) if similar is None else similar < given.threshold("description_similarity")
    return differ and not (_FORMULA.search(description.text) or any("0" <= c <= "9" for c in description.text))
