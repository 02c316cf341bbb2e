"""The author's own figure carried over to the listed measure that measures the same thing."""

from __future__ import annotations

import re
from dataclasses import replace

from zhibiao.features.reading import Row
from zhibiao.suggesting.measures import Measure, measured_by
from zhibiao.suggesting.ranking import told_in

_BLANK_WITH_UNIT = re.compile("([≥≤=])＿([^＿]+)")
_NUMBER = re.compile(r"\d[\d,.]*(?:[百千万亿](?!分))*")
_OF_ONE = re.compile("每|均|单")
_ALIKE = 0.5  # of the word pairs of the row's name
_POWERS = "百千万亿"
_ALL = 100  # percent


def with_figure_of(row: Row, measure: Measure) -> Measure:
    """防雹减损效益 ≥2000万 → 防雹减少农业损失金额 ≥2000万元; the measure as it is, where the two are not alike or their units differ."""
    asked = _BLANK_WITH_UNIT.fullmatch(measure.value)
    quantities = row.value.measures.quantities
    if asked is None or len(quantities) != 1 or quantities[0].upper is not None or quantities[0].number <= 1 or quantities[0].per:
        return measure
    quantity, unit = quantities[0], asked[2]
    number = _NUMBER.search(row.value.text, quantity.start, quantity.end)
    if number is None or (unit in ("%", "‰") and quantity.number >= _ALL):
        return measure
    digits, own = number[0].rstrip(".,"), quantity.standard_unit.lstrip(_POWERS)
    plain = unit.lstrip(_POWERS)
    if (own and own != plain) or (not own and (row.category in ("成本", "时效") or _OF_ONE.search(measure.name))):
        return measure  # 612.8 of the budget is no price
    kind = measured_by(measure.name)
    if (
        measured_by(row.name.core) not in ((kind, "") if own else (kind,))
        or told_in(row.name.core, measure.name + measure.description) < _ALIKE
    ):
        return measure
    if not own and unit != plain and digits[-1] not in _POWERS:
        return measure  # 2000 of 万元 or of 元
    written = f"{digits.rstrip(_POWERS) if digits[-1] == unit[0] else digits}{unit if digits[-1] == unit[0] else plain}"
    return replace(measure, value=f"{asked[1]}{written}", blanks=(), why="数用原来填的")
