"""Figures of a table held against each other: unit price, number and budget; total cost and budget; what goals and indicators state."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from zhibiao.features.budget import TENTH, Money, money_of
from zhibiao.features.field import Field
from zhibiao.features.reading import Row, TableReading
from zhibiao.model.quantity import Quantity

# projects whose budget is one payer's part of what people or works receive
_SHARED = re.compile("配套|转移支付|提前下达|中央|省级|市级|自筹|奖补|以奖|分担|分摊|补助|补贴|奖励|贴息|部分|救助|资助|保险|参保|保障金")
_PRICE = re.compile(
    "人均|户均|亩均|平均|单位|单[个台件套次]|每[人户亩台套]|标准|成本|单价|价格|造价|费用?|经费|控制数?|支出|采购|购置|[^一-鿿]"
)
_CEILING = re.compile("最高|上限|封顶")
_PER_HEAD = re.compile(r"人均|每人")
_TOTAL_COST = re.compile(
    "(?:项目)?(?:总成本|总预算|预算总额|预算控制数|预算总成本|预算金额|预算数|总经费|总费用|经费总额|成本总额|资金总额)(?:控制数?)?"
)
_STATED = re.compile(
    r"(?:预算数|项目预算|年度预算|预算总额|预算资金|项目资金|资金总额|总预算)(?:金额|总额)?(?:为|是|共|共计|合计|:)?(\d+(?:,\d{3})*(?:\.\d+)?)(亿元|万元|元|(?=[。;；,，]|$))"
)
_EVERY = re.compile("每|人均|户均|分别|各[^级类项地方]")  # such a clause's number is a part of the indicator's
_OTHER_YEAR = re.compile(r"上年|去年|上一年|20\d\d年[^。;；]{0,6}$|中期|三年|总投资")
_SCALE = {"元": Decimal("0.0001"), "千元": Decimal("0.1"), "百万元": Decimal(100), "万元": Decimal(1), "亿元": Decimal(10000)}
_CLAUSE = re.compile(r"[^,，。;；、\n]+")
_TAIL = re.compile(r"(?:总)?(?:数量|人数|户数|个数|次数|场次|场数|期数|批次|套数|台数|座数|株数|家数|件数|面积|长度|里程|总数|规模|数)$")
_OVER = {"=": Decimal("1.1"), None: Decimal("1.1"), "≤": Decimal("1.4"), "<": Decimal("1.4")}


@dataclass(frozen=True, slots=True)
class Disagreement:
    """The field and span that show it, and a sentence that says what stands against it."""

    field: Field
    span: tuple[int, int]
    against: str


def disagreements(table: TableReading) -> Iterator[Disagreement]:
    """All that are beyond doubt."""
    money = money_of(table)
    if money.total:
        yield from _too_dear(table, money)
        yield from _total_costs(table, money)
        yield from _stated_budgets(table, money)
    yield from _other_counts(table)


def _single(row: Row) -> Quantity | None:
    quantities = row.value.measures.quantities
    return quantities[0] if len(quantities) == 1 and quantities[0].upper is None else None


def _shown(row: Row, against: str) -> Disagreement:
    field = Field("indicators", row.indicator.value, True)
    return Disagreement(field, field.whole, against)


def _too_dear(table: TableReading, money: Money) -> Iterator[Disagreement]:
    """One price, one number of the same unit: together they exceed the budget."""
    prices = [(row, q) for row in table.rows if row.category == "成本" and (q := _single(row)) and q.dimension == "money"]
    prices = [(row, q) for row, q in prices if q.per or _PER_HEAD.search(row.name.text)]
    if len(prices) != 1 or _SHARED.search(table.project_name.text + table.purpose.text):
        return
    row, price = prices[0]
    if price.sign not in _OVER or _CEILING.search(row.name.text):
        return
    unit = "" if _PER_HEAD.search(row.name.text) else re.split(r"[·.*/]", price.per)[0]
    counted = [(r, q) for r in table.rows if r.category == "数量" and (q := _single(r))]
    counts = [(r, q) for r, q in counted if (q.unit == unit if unit else q.dimension == "people")]
    if len(counts) != 1 or counts[0][1].sign in ("≤", "<"):
        return
    about = counts[0][0].name.characters | table.project_name.characters
    if set(_PRICE.sub("", row.name.core)) - about:
        return  # the price of a part: 县道养护标准 beside 日常养护里程
    many = counts[0][1].number if unit else counts[0][1].base
    if price.base * many / 10000 > money.total * _OVER[price.sign]:
        yield _shown(row, f"与“{counts[0][0].name.text}”的{counts[0][0].value.text}相乘，超过项目预算")


def _total_costs(table: TableReading, money: Money) -> Iterator[Disagreement]:
    """The whole cost is another sum than the budget or any of its parts."""
    for row in table.rows:
        cost = _single(row) if row.category == "成本" and _TOTAL_COST.fullmatch(row.name.core) else None
        if cost is not None and cost.dimension == "money" and not cost.per and not _is_part(cost.base / 10000, money):
            yield _shown(row, f"作为“{row.name.text}”，与项目预算不一致")


def _is_part(amount: Decimal, money: Money) -> bool:
    known = (money.total, money.fiscal, money.other, money.fiscal + money.other, *money.further)
    return any(abs(amount - one) <= max(TENTH, one / 100) for one in known)


def _stated_budgets(table: TableReading, money: Money) -> Iterator[Disagreement]:
    """Purpose or objective names a budget that is not the table's."""
    for field in (table.purpose, *table.objectives):
        for found in _STATED.finditer(field.text):
            unit = found[2] or table.table.amount_unit or "万元"  # Hebei prints 预算数16.72。
            amount = Decimal(found[1].replace(",", "")) * _SCALE.get(unit, Decimal(1))
            if not _is_part(amount, money) and not _OTHER_YEAR.search(field.text, max(0, found.start() - 10), found.start()):
                yield Disagreement(field, found.span(), "与表头的项目预算不一致")


def _other_counts(table: TableReading) -> Iterator[Disagreement]:
    """A goal and an indicator name the same thing in the same unit with different numbers."""
    if not table.objectives:
        return
    clauses = [(found.start(), found.end(), field) for field in table.objectives for found in _CLAUSE.finditer(field.text)]
    for row in table.rows:
        target = None if row.category in ("成本", "时效") else _single(row)
        if target is None or not target.unit or (target.dimension != "share" and row.category != "数量"):
            continue
        stem = row.name.core if target.dimension == "share" else _TAIL.sub("", row.name.core)
        if len(stem) < 3:
            continue
        said = [q for start, end, field in clauses for q in _of(field, start, end, stem, target)]
        everywhere = [q.base for field in table.objectives for q in field.measures.quantities if _same_unit(q, target)]
        if len(said) != 1 or target.base in (*everywhere, sum(everywhere)) or _stricter(target, said[0]):
            continue
        yield _shown(row, f"与绩效目标中“{stem}”的数{said[0].number:f}{said[0].unit}不一致")


def _of(field: Field, start: int, end: int, stem: str, target: Quantity) -> list[Quantity]:
    """The one quantity of a clause that names the stem."""
    inside = [q for q in field.measures.quantities if start <= q.start < end]
    if len(inside) != 1 or not _same_unit(inside[0], target):
        return []
    if _EVERY.search(field.text, start, end):
        return []
    text = field.text[start : inside[0].start] + field.text[inside[0].end : end]
    return inside if stem in text else []


def _same_unit(one: Quantity, two: Quantity) -> bool:
    """30名 and 30人 are one unit, 个 and 处 are not."""
    if one.dimension != two.dimension or one.upper is not None:
        return False
    return one.dimension == "people" or one.unit.lstrip("十百千万亿") == two.unit.lstrip("十百千万亿")


def _stricter(target: Quantity, goal: Quantity) -> bool:
    """At least more than the goal asks for at least."""
    return target.sign in ("≥", ">") and goal.sign in ("≥", ">") and target.base > goal.base
