"""二级指标错位

检查什么：指标放错了二级指标，如满意度放在社会效益、资金金额放在数量、完成时间放在数量、验收合格率放在社会效益；按评审口径两边都可以的不算。
为何重要：放错位置后，该有的维度看似有了其实没有，审核会要求调整。
反例：数量指标 → 设备采购金额50万元
改为：成本指标 → 设备采购金额≤50万元；数量指标 → 设备采购数量
依据：财预〔2015〕88号《中央部门预算绩效目标管理办法》
"""

from __future__ import annotations

from collections.abc import Iterator

from zhibiao.features.belonging import belonging
from zhibiao.features.reading import Row
from zhibiao.lexicon.categories import CATEGORIES
from zhibiao.model.finding import Finding
from zhibiao.rules.rule import Given, Rule
from zhibiao.rules.sources import GOALS_88

RULE = Rule(
    code="R401",
    slug="misplaced-category",
    title="二级指标错位",
    scope="row",
    severity="error",
    message="“{evidence}”不是{written}能够衡量的内容，请移到{better}；原来的{written}另设符合其含义的指标，确实没有的可以不设。",
    basis=GOALS_88,
    ceiling={"R": 1},
    reads=("fault.R401", "category.misplaced", "category.best"),
)


def check(row: Row, given: Given) -> Iterator[Finding]:
    """By the models' numbers where they are handed over, else by plain words."""
    written = row.category
    if written is None or (row.name.blank and row.value.blank):
        return
    own = belonging(row)
    wrong = given.settled("R401", own is not None and written not in own.accepted)
    if not wrong and given.numbers.get("category.misplaced", 0.0) < given.threshold("misplaced"):
        return
    place = given.numbers.get("category.best")
    best = CATEGORIES[int(place)] if place is not None else own.best if own else ""
    if best != written:  # what fits best is never misplaced
        better = _label(best) if best else "与其含义相符的二级指标下"
        yield RULE.found(row.name if row.name.text else row.value, written=_label(written), better=better)


def _label(category: str) -> str:
    return category if category == "可持续影响" else f"{category}指标"
