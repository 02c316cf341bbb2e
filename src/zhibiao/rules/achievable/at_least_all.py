"""占比写成不低于百分之百

检查什么：占比类指标的值写成“≥100%”“100%以上”；增长率等可以超过100%的比率不算。
为何重要：占比最多是100%，“≥”没有意义；本应全部做到的用“=”，做不到全部的应降低数值。
反例：补助资金发放准确率 → ≥100%
改为：补助资金发放准确率 → =100%
依据：通行审核做法（未核对原文）
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from zhibiao.features.reading import Row
from zhibiao.features.share import of_effect, of_opinion, open_ended, stated_share, whole_by_nature
from zhibiao.model.finding import Finding, Fix
from zhibiao.model.quantity import Quantity
from zhibiao.rules.rule import Given, Rule
from zhibiao.rules.sources import PRACTICE

RULE = Rule(
    code="A307",
    slug="at-least-all",
    title="占比写成不低于百分之百",
    scope="row",
    severity="info",
    message="“{evidence}”：占比最多是100%，“不低于”没有意义；{advice}。",
    basis=PRACTICE,
    ceiling={"A": 1},
)
_WORDS = ("不低于", "不少于", "不小于", "至少", "大于等于", "大于或等于", "以上")  # 达到100% is how one says =100%
_PERCENT = Decimal("0.01")
_KINDS = ("share", "satisfaction", "level", "")


def check(row: Row, given: Given) -> Iterator[Finding]:  # noqa: ARG001 - every check has the same face
    """At least the whole of a share."""
    share = stated_share(row) or _bare_hundred(row)
    if (
        share is None
        or share.sign != "≥"
        or share.number * (share.factor if share.unit else _PERCENT) != 1
        or share.upper is not None
        or row.kind not in _KINDS
    ):
        return
    written = row.value.text[share.start : share.end]
    if not (share.symbol or any(word in written for word in _WORDS)) or open_ended(row):
        return
    if of_opinion(row) or of_effect(row):
        yield RULE.found(row.value, (share.start, share.end), advice="请改为可以实现的比例，保留“≥”")
        return
    fix = _fix(row, share) if whole_by_nature(row) else None
    yield RULE.found(row.value, (share.start, share.end), fix, advice="确须全部做到的请改用“=”，否则请降低数值")


def _bare_hundred(row: Row) -> Quantity | None:
    """≥100 without its % beside a name that is a rate or states no count."""
    quantities = row.value.measures.quantities
    return quantities[0] if len(quantities) == 1 and not quantities[0].unit and quantities[0].number == 100 else None


def _fix(row: Row, share: Quantity) -> Fix | None:
    """= in place of the sign, everything else as typed."""
    if share.sign_span is None:
        return None
    start, end = row.value.normal.original_span(share.start, share.end)
    old = row.value.original[start:end]
    first, last = row.value.normal.original_span(*share.sign_span)
    kept = (row.value.original[start:first] + row.value.original[last:end]).strip()
    return Fix("value", old, "=" + kept, safe=True)
