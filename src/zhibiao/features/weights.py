"""The weights that a form prints beside its indicators (分值, 权重 …), added up."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from zhibiao.features.reading import TableReading

_COLUMN = re.compile(r"^(?:指标|绩效)?(?:分值权重|权重分值|标准分值?|分值|权重|分数|指标分|满分)(?:[(（].{0,8}[)）])?$")
_NUMBER = re.compile(r"^(\d+(?:\.\d+)?)\s*[%分]?$")


@dataclass(frozen=True, slots=True)
class Weights:
    """column: the printed header. totals: of the used rows, and of all printed rows. goals: totals per goal (目标名称)."""

    column: str
    count: int
    total: Decimal
    totals: tuple[Decimal, ...]
    goals: tuple[Decimal, ...]


def weights_of(table: TableReading) -> Weights | None:
    """None where no such column is printed or nothing, or words, stand in it."""
    column = next((key for row in table.rows for key in row.indicator.extra if _COLUMN.match(key)), None)
    if column is None:
        return None
    used: list[Decimal] = []
    everything = Decimal(0)
    goals: dict[str, Decimal] = {}
    for indicator in table.table.indicators:
        written = indicator.extra.get(column, "").strip()
        if not written:
            continue
        number = _NUMBER.match(written)
        if number is None:
            return None
        weight = Decimal(number[1])
        everything += weight
        if not indicator.unused:
            used.append(weight)
            goal = indicator.extra.get("目标名称", "")
            goals[goal] = goals.get(goal, Decimal(0)) + weight
    if len(used) < 2:
        return None
    total = sum(used, Decimal(0))
    return Weights(column, len(used), total, (total, everything), tuple(goals.values()))


def row_weights(table: TableReading) -> dict[int, float]:
    """Row number → weight, where the form prints one."""
    out: dict[int, float] = {}
    for row in table.rows:
        written = next((text for key, text in row.indicator.extra.items() if _COLUMN.match(key)), "")
        number = _NUMBER.match(written.strip())
        if number is not None:
            out[row.indicator.row] = float(number[1])
    return out
