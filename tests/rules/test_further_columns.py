"""Columns beyond the usual ones that say the unit or the direction of a value."""

from __future__ import annotations

import pytest

from zhibiao.features.reading import Row, TableReading
from zhibiao.model.document import Indicator, Table
from zhibiao.rules.measurable import missing_operator, missing_unit
from zhibiao.rules.rule import Given


def _row(value: str, extra: dict[str, str]) -> Row:
    indicator = Indicator(row=1, level2="数量指标", name="公共自行车站点", value=value, extra=extra)
    return TableReading(Table(columns=("level2", "name", "value"), indicators=(indicator,))).rows[0]


@pytest.mark.parametrize(("extra", "found"), [({}, 1), ({"指标方向": "正向"}, 0), ({"分值": "10"}, 1)])
def test_a_column_of_direction_stands_for_the_sign(extra: dict[str, str], found: int) -> None:
    assert len(list(missing_operator.check(_row("120个", extra), Given()))) == found


@pytest.mark.parametrize(("extra", "found"), [({}, 1), ({"计量单位": "个"}, 0), ({"计量单位": ""}, 1)])
def test_a_column_of_units_stands_for_the_unit(extra: dict[str, str], found: int) -> None:
    assert len(list(missing_unit.check(_row("≥120", extra), Given()))) == found
