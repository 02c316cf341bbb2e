"""The money of a table in 万元, whatever unit the form prints, and further sources that the form lists."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from zhibiao.features.reading import TableReading

TENTH = Decimal("0.1")  # rounding of totals against their parts, in 万元
_SCALES = {"元": Decimal("0.0001"), "千元": Decimal("0.1"), "百万元": Decimal(100), "亿元": Decimal(10000)}
_SOURCE = re.compile(r"资金|结转|拨款|收入|自筹|结余|补助|投资|预算")
_NUMBER = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")


@dataclass(frozen=True, slots=True)
class Money:
    """All in 万元; parts that are blank count as 0. further: sums that the head prints beside fiscal and other."""

    total: Decimal
    fiscal: Decimal
    other: Decimal
    further: tuple[Decimal, ...]


def money_of(table: TableReading) -> Money:
    """The head's amounts."""
    head = table.table
    scale = _SCALES.get(head.amount_unit or "", Decimal(1))
    total, fiscal, other = (Decimal(str(amount or 0)) * scale for amount in (head.budget_total, head.budget_fiscal, head.budget_other))
    found = (_NUMBER.search(text) for label, text in head.extra.items() if _SOURCE.search(label))
    further = tuple(amount for match in found if match and (amount := Decimal(match[0].replace(",", "")) * scale))
    return Money(total, fiscal, other, further)
