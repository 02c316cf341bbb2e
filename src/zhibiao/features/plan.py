"""A spending plan as numbers: what each period states, whether as shares or as amounts of money, and what that is of the budget."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from zhibiao.features.field import Field
from zhibiao.features.reading import TableReading
from zhibiao.text.normalise import normalise

_NUMBER = re.compile(r"^(-?\d+(?:,\d{3})*(?:\.\d+)?)(%|万元|亿元|元)?$")
_MONTHS = re.compile(r"^\d{1,2}月(?:底|末|份)?")  # forms that print 3月底 to 12月底 ask for cumulative percentages
_NEAR = Decimal("0.2")  # rounding of the last figure against 100 or the budget
_WHOLE = Decimal(100)


@dataclass(frozen=True, slots=True)
class Plan:
    """figures: what the periods state, in order; blank periods are None. money: amounts, not percentages."""

    field: Field
    figures: tuple[Decimal | None, ...]
    money: bool
    whole: Decimal  # 100, or the budget where amounts are given

    @property
    def stated(self) -> tuple[Decimal, ...]:
        """Without the blank periods."""
        return tuple(figure for figure in self.figures if figure is not None)

    def complete(self, figure: Decimal) -> bool:
        """Whether a figure is all of the money."""
        return abs(figure - self.whole) <= _NEAR

    @property
    def falls(self) -> bool:
        """A later figure is smaller than an earlier one."""
        stated = self.stated
        return any(later < earlier for earlier, later in pairwise(stated))

    @property
    def per_period(self) -> bool:
        """Figures that add up to the whole: each is a period's own part."""
        parts = [figure for figure in self.stated if figure]
        return len(parts) > 1 and not self.complete(parts[-1]) and self.complete(sum(parts, Decimal(0)))


def plan_of(table: TableReading) -> Plan | None:
    """The plan of a form that asks for cumulative percentages; None where nothing is filled in or a cell holds words."""
    given = table.table.spending_plan
    if not given or not any(given.values()) or not all(_MONTHS.match(key) for key in given):
        return None
    cells = [normalise(value or "").text for value in given.values()]
    read = [_NUMBER.match(cell) if cell else None for cell in cells]
    if any(cell and not found for cell, found in zip(cells, read, strict=True)):
        return None
    figures = [Decimal(found[1].replace(",", "")) if found else None for found in read]
    budget = Decimal(str(table.table.budget_total)) if table.table.budget_total else None
    signs = {found[2] for found in read if found and Decimal(found[1].replace(",", ""))}
    written = "，".join(f"{key}{value}" for key, value in given.items() if value)
    field = Field("spending_plan", written, True)
    if "%" in signs or not signs - {None}:
        money = "%" not in signs and _looks_like_money([f for f in figures if f is not None], cells, budget)
    else:
        money = True
    if not money and "%" not in signs and _fractions(figures):
        figures = [figure if figure is None else figure * 100 for figure in figures]
    return Plan(field, tuple(figures), money, budget if money and budget else _WHOLE)


def _looks_like_money(figures: list[Decimal], cells: list[str], budget: Decimal | None) -> bool:
    """Bare figures: percentages end at 100 or add up to it; amounts end at the budget, add up to it, or exceed 100."""
    if not figures or not any(figures) or _fractions(figures):
        return False
    last, total = figures[-1], sum(figures, Decimal(0))
    if abs(last - _WHOLE) <= _NEAR or (max(figures) < _WHOLE and abs(total - _WHOLE) <= _NEAR and budget != total):
        return False
    if budget is not None and (abs(last - budget) <= _NEAR or abs(total - budget) <= _NEAR):
        return True
    cents = any(re.search(r"\.\d*[1-9]\d*$|\.\d\d$", cell) for cell in cells)
    return max(figures) > _WHOLE * 2 or (budget is not None and cents and max(figures) <= budget)


def _fractions(figures: list[Decimal] | list[Decimal | None]) -> bool:
    """0.3, 0.6, 0.9, 1: shares as a spreadsheet keeps them."""
    stated = [figure for figure in figures if figure is not None]
    return bool(stated) and stated[-1] == 1 and max(stated) == 1 and (len(stated) == 1 or any(0 < figure < 1 for figure in stated))
