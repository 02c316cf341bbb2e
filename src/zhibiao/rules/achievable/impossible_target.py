"""指标值超出可能范围

检查什么：合格率、覆盖率、满意度等占比的指标值超过100%或低于0；增长率、投入产出比、周转率等本来可以超过100%的比率不算。
为何重要：部分不可能多于全部，这样的指标值无法实现，也无法考核，多半是把数量误填成了百分比。
反例：产品抽检合格率 → ≥105%
改为：产品抽检合格率 → ≥98%
依据：财预〔2015〕88号《中央部门预算绩效目标管理办法》
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from zhibiao.features.reading import Row
from zhibiao.features.share import open_ended, stated_share
from zhibiao.lexicon.patterns import any_of
from zhibiao.model.finding import Finding
from zhibiao.model.quantity import Quantity
from zhibiao.rules.rule import Given, Rule
from zhibiao.rules.sources import GOALS_88

RULE = Rule(
    code="A301",
    slug="impossible-target",
    title="指标值超出可能范围",
    scope="row",
    severity="error",
    message="“{name}”是占比，不可能{side}，指标值“{evidence}”无法实现；请核对是否误填了数量或单位，并改为0到100%之间的目标。",
    basis=GOALS_88,
    ceiling={"A": 0},
)
_PLAN = any_of("shares", role="plan")
_DONE = ("完成率", "执行率", "达成率", "实现率")


def check(row: Row, given: Given) -> Iterator[Finding]:
    """A share above the whole or below nothing."""
    share = stated_share(row)
    if share is None or row.kind not in ("share", "satisfaction"):
        return
    above = _above(share)
    if not above and share.number >= 0:
        return
    if open_ended(row):
        return
    # A plan can be overfulfilled, but not many times over.
    done = row.name.core.endswith(_DONE) and _PLAN.search(row.name.core)
    if above and done and share.base <= Decimal(str(given.threshold("overfulfilment_ceiling"))) / 100:
        return
    side = "超过100%" if above else "低于0"
    yield RULE.found(row.value, (share.start, share.end), name=row.name.core or row.description.core, side=side)


def _above(share: Quantity) -> bool:
    if share.base > 1 or (share.upper is not None and share.upper * share.factor > 1):
        return True
    return share.base == 1 and share.sign == ">"
