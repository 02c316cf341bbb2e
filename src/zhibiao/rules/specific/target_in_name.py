"""目标值写进了名称

检查什么：指标名称里带着要达到的数（完成造林2000亩、参训率达到95%以上），而不是写在指标值里。
为何重要：名称只说明考核什么，目标写在名称里，调整目标就要改名称，汇总时也取不到数。
反例：完成造林2000亩 → 完成
改为：造林面积 → ≥2000亩
依据：财预〔2021〕101号《中央部门项目支出核心绩效目标和指标设置及取值指引（试行）》
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from zhibiao.features.reading import Row
from zhibiao.lexicon.words import by_role
from zhibiao.model.finding import Finding
from zhibiao.model.quantity import Quantity
from zhibiao.rules.rule import Given, Rule
from zhibiao.rules.sources import INDICATORS_101

RULE = Rule(
    code="S108",
    slug="target-in-name",
    title="目标值写进了名称",
    scope="row",
    severity="info",
    message="“{evidence}”是目标，不宜写在指标名称里；名称只写考核的内容，目标移到指标值一栏。",
    basis=INDICATORS_101,
)
_TARGETS = frozenset(("share", "people", "household", "body", "events", "things", "length", "area", "volume", "mass", "money"))
_DIGIT = re.compile("[0-9]")
_ACTS = re.compile("(?:" + "|".join(by_role("actions", "delivers")) + ")(?:了|约|共|共计|合计|至少|不少于)?$")


def check(row: Row, given: Given) -> Iterator[Finding]:  # noqa: ARG001 - every check has the same face
    """An age, a rank, a size that tells which objects are meant (500亩以上灌区) is no target."""
    name = row.name
    if _DIGIT.search(name.text) is None:
        return
    for quantity in name.measures.quantities:
        if quantity.dimension in _TARGETS and _is_target(name.text, quantity):
            yield RULE.found(name, (quantity.start, quantity.end))
            return


def _is_target(text: str, quantity: Quantity) -> bool:
    if not any("0" <= c <= "9" for c in text[quantity.start : quantity.end]):
        return False
    behind = text[quantity.end :].strip(" ()。,;")
    if quantity.symbol:
        return True
    before = text[: quantity.start]
    if before.endswith("每") or (quantity.per and behind):
        return False
    if not behind:
        return bool(before.strip("(、,")) and not before.endswith(("(", "〔"))
    if quantity.sign and quantity.sign_span and quantity.sign_span[0] > quantity.start and not _ACTS.search(before):
        return False  # 60平方米以下住房
    return bool(_ACTS.search(before)) and not behind.startswith(("级", "型", "以上", "以下", "以内"))
