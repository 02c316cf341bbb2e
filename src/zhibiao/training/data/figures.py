"""Whether the figures of a good table agree: budget, spending plan, objectives, costs, dates."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

from zhibiao.model.quantity import Quantity
from zhibiao.text.measures import measure
from zhibiao.text.normalise import normalise
from zhibiao.training.data.records import LabelledTable

_ROUNDING = 0.1  # 万元: the tolerance that budget systems use
_WHERE = ("name", "description", "value", "basis")
_BASE = re.compile(r"[由从][^,，。;；]{1,12}(?=提高|增加|上升|下降|降低|减少|缩短|扩大|压)")  # where it comes from is no target
Figure = tuple[str, Decimal]


def disagreements(table: LabelledTable) -> Iterator[str]:
    """Every figure that does not agree, as a Chinese line."""
    yield from _budget(table)
    yield from _plan(table)
    yield from _objectives(table)
    yield from _rows(table)


def _budget(table: LabelledTable) -> Iterator[str]:
    total, fiscal, other = (table.about.get(f"budget_{part}") for part in ("total", "fiscal", "other"))
    if total is None:
        yield "没有预算数"
    elif fiscal is not None and abs(total - fiscal - (other or 0)) >= _ROUNDING:
        yield f"预算数 {total} 不等于财政资金 {fiscal} 加其他资金 {other or 0}"


def _plan(table: LabelledTable) -> Iterator[str]:
    shares = [text.rstrip("%") for text in (table.about.get("spending_plan") or {}).values() if text]
    if not shares:
        return
    try:
        numbers = [Decimal(text) for text in shares]
    except ArithmeticError:
        yield f"资金支出计划不是数：{'、'.join(shares)}"
        return
    if numbers != sorted(numbers) or numbers[-1] != 100:
        yield f"资金支出计划应逐次增加到 100%：{'、'.join(shares)}"


def _read(text: str) -> tuple[Quantity, ...]:
    return measure(normalise(text).text).quantities


def _figures(text: str) -> list[Figure]:
    """Dimension and amount of what is measured; times and bare numbers aside. 人次, 户 and 个 count as things counted."""
    found = [q for q in _read(text) if q.dimension and q.dimension not in ("time", "rank", "point")]
    return [(q.dimension if q.dimension in ("share", "money", "area", "length", "mass", "volume") else "count", q.base) for q in found]


def _objectives(table: LabelledTable) -> Iterator[str]:
    """Each figure of an objective stands in a row, or is the budget."""
    known = {figure for row in table.used for key in _WHERE for figure in _figures(row.texts.get(key) or "")}
    total = table.about.get("budget_total")
    if total is not None:
        known.add(("money", Decimal(str(total)) * 10_000))
    known.update(figure for figure in _figures(f"{table.project_name}，{table.about.get('purpose') or ''}"))
    for objective in table.about.get("objectives") or ():
        plain = _BASE.sub("", objective)
        for dimension, amount in _figures(plain):
            if amount != 1 and (dimension, amount) not in known and not _is_sum(dimension, amount, known):
                yield f"目标“{objective[:30]}”中的 {amount:f}（{dimension}）没有一条指标与它一致"


def _is_sum(dimension: str, amount: Decimal, known: set[Figure]) -> bool:
    """650辆 of which 260 and 390 have rows of their own."""
    parts = [part for kind, part in known if kind == dimension and part < amount]
    return any(sum(some) == amount for size in (2, 3) for some in combinations(parts, size))


def _rows(table: LabelledTable) -> Iterator[str]:
    total = table.about.get("budget_total")
    for row in table.used:
        for q in _read(row.texts.get("value") or ""):
            whole = q.dimension == "money" and not q.per and row.written == "成本"
            if whole and total is not None and float(q.base) / 10_000 > total + _ROUNDING:
                yield f"第{row.number}行的成本 {q.number}{q.unit} 超过预算 {total} 万元"
        for moment in measure(normalise(row.texts.get("value") or "").text).moments:
            if moment.year is not None and moment.year != table.year and row.written == "时效":
                yield f"第{row.number}行的时限在 {moment.year} 年，预算年度是 {table.year} 年"
