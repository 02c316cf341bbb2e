"""Named numbers of rows, counted by hand."""

from __future__ import annotations

import numpy as np
import pytest

from zhibiao.features.reading import DocumentReading, Row
from zhibiao.learned.category import Placing, acceptable, without_lasting
from zhibiao.learned.numbers import PLACED, SEATED, placed, said, seated
from zhibiao.lexicon.categories import CATEGORIES
from zhibiao.model.document import Document, Indicator, Table


def rows(*levels: str | None) -> tuple[Row, ...]:
    indicators = tuple(Indicator(row=number, level2=level2, name="名称", value="1") for number, level2 in enumerate(levels, 1))
    return DocumentReading(Document(source="x", tables=(Table(columns=("name", "value"), indicators=indicators),))).tables[0].rows


def placing(**best: float) -> Placing:
    shares = np.array([[best.get(name, 0.0) for name in CATEGORIES]])
    return Placing(shares, np.where(shares > 0, 0.9, 0.1))


def column(numbers: np.ndarray, names: tuple[str, ...], name: str) -> list[float]:
    return [float(one) for one in numbers[:, names.index(name)]]


def test_fitness_is_nought_for_what_fits_best_and_falls_with_what_is_unlikely() -> None:
    fit = placing(数量=0.8, 质量=0.2).fitness()[0]
    assert fit[CATEGORIES.index("数量")] == pytest.approx(np.log(0.9), abs=1e-3)
    assert fit[CATEGORIES.index("质量")] == pytest.approx(np.log(0.2 / 0.8) + np.log(0.9), abs=1e-3)
    assert fit[CATEGORIES.index("满意度")] < -10


def test_placed_speaks_of_the_written_category() -> None:
    numbers = placed(rows("质量指标"), placing(数量=0.8, 质量=0.2))
    assert column(numbers, PLACED, "place.known") == [1]
    assert column(numbers, PLACED, "place.best") == pytest.approx([0.2])
    assert column(numbers, PLACED, "place.top") == pytest.approx([0.8])
    unknown = placed(rows(None), placing(数量=1.0))
    assert column(unknown, PLACED, "place.known") == [0]
    assert column(unknown, PLACED, "place.best") == [-1]


def test_acceptable_holds_the_best_whatever_its_chance() -> None:
    shares = np.array([[0.4, 0.35, 0.25, 0, 0, 0, 0, 0, 0]])
    accepted = np.array([[0.3, 0.6, 0.2, 0, 0, 0, 0, 0, 0]])
    assert acceptable(Placing(shares, accepted), 0.5) == [("数量", "质量")]


def test_numbers_that_are_missing_are_told_apart_from_nought() -> None:
    numbers = said([{"said.name": 0.0}, {}])
    assert numbers[0, 0] == 0.0
    assert numbers[1, 0] == -1.0


def test_seats_in_a_table() -> None:
    these = rows("数量指标", "质量指标", "数量指标")
    numbers = seated(these, np.array([1.0, 2.0, 6.0]), np.array([[0.0, 0, 0], [0.3, 0, 0], [0.9, 0, 0]]))
    assert column(numbers, SEATED, "seat.order") == pytest.approx([0, 1 / 3, 2 / 3])
    assert column(numbers, SEATED, "seat.in_category") == [0, 0, 1]
    assert column(numbers, SEATED, "seat.of_category") == [2, 1, 2]
    assert column(numbers, SEATED, "seat.rows") == [3, 3, 3]
    assert column(numbers, SEATED, "seat.relevance_above") == pytest.approx([-2, -1, 3])
    assert column(numbers, SEATED, "seat.said.name") == pytest.approx([0.4] * 3)
    assert column(numbers, SEATED, "seat.said.name_above") == pytest.approx([-0.4, -0.1, 0.5])


def test_tables_are_seated_apart() -> None:
    numbers = seated((*rows("数量指标"), *rows("数量指标")), np.array([1.0, 5.0]), np.zeros((2, 3)))
    assert column(numbers, SEATED, "seat.rows") == [1, 1]
    assert column(numbers, SEATED, "seat.in_category") == [0, 0]


def test_a_form_without_lasting_effects_puts_them_under_the_benefits() -> None:
    folded = without_lasting(placing(可持续影响=0.7, 社会效益=0.2, 质量=0.1), [0])
    assert folded.best[0, CATEGORIES.index("社会效益")] == pytest.approx(0.9)
    assert folded.best[0, CATEGORIES.index("可持续影响")] == 0
    assert folded.accepted[0, CATEGORIES.index("经济效益")] == pytest.approx(0.9)
    assert acceptable(folded, 0.5) == [("质量", "经济效益", "社会效益", "生态效益")]
