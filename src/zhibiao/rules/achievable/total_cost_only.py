"""成本只写了总额

检查什么：全表只有一条成本指标，而它就是整个项目的预算，没有单位成本或分项成本。
为何重要：总额就是预算本身，看不出单价、标准是否合理；确实无法拆分的可以保留。
反例：项目总成本 → ≤30万元（预算就是30万元）
改为：人均培训成本 → ≤＿元/人·天，总额另列一条
依据：财预〔2021〕101号《中央部门项目支出核心绩效目标和指标设置及取值指引（试行）》
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from zhibiao.features.budget import money_of
from zhibiao.features.reading import Row
from zhibiao.lexicon.patterns import listed
from zhibiao.model.finding import Finding
from zhibiao.model.quantity import Quantity
from zhibiao.rules.rule import Given, Rule
from zhibiao.rules.sources import INDICATORS_101

RULE = Rule(
    code="A308",
    slug="total-cost-only",
    title="成本只写了总额",
    scope="row",
    severity="info",
    message="成本指标只有“{evidence}”这一项总额，看不出单价或标准是否合理；能拆分的，请补充单位成本或分项成本。",
    basis=INDICATORS_101,
    under=frozenset({"成本"}),
)
_TOTALS = frozenset(listed("total_costs"))
_ENDINGS = ("总成本", "总投入", "总投资", "总经费", "总费用", "经费数额", "资金总额", "经费总额", "总支出")
_UNIT_COST = ("单价", "单位", "人均", "每", "户均", "亩均", "标准", "均", "平方米")
_NEAR = Decimal("0.005")  # rounding, in 万元


def check(row: Row, given: Given) -> Iterator[Finding]:  # noqa: ARG001 - every check has the same face
    """The one cost row is the budget itself."""
    if not row.table.context or row.table.table.kind != "project":
        return
    if sum(other.category == "成本" for other in row.table.rows) != 1 or any(word in row.name.text for word in _UNIT_COST):
        return
    money = next((q for q in row.value.measures.quantities if q.dimension == "money"), None)
    if money is not None and (money.per or money.sign == "≥"):
        return
    if _is_budget(row, money) or (_is_total(row.name.core) and (money is not None or row.value.measures.quantities)):
        yield RULE.found(row.value if row.value.text else row.name)


def _is_total(name: str) -> bool:
    """项目总成本, 经费数额, or the like behind the project's own name."""
    return name in _TOTALS or name.endswith(_ENDINGS)


def _is_budget(row: Row, money: Quantity | None) -> bool:
    total = money_of(row.table).total
    return money is not None and total > 0 and abs(money.base / 10000 - total) <= _NEAR
