"""Copied tables are found among many without comparing all pairs."""

from __future__ import annotations

import math

from hypothesis import given
from hypothesis import strategies as st

from zhibiao.features.copies import copied_from
from zhibiao.features.reading import DocumentReading
from zhibiao.model.document import Document, Indicator, Table


def document(*tables: list[tuple[str, str]]) -> DocumentReading:
    """Tables of (name, value); projects are called 甲, 乙, 丙 ..."""
    made = [
        Table(
            columns=("name", "value"),
            project_name=f"{'甲乙丙丁戊己庚辛'[number]}项目",
            indicators=tuple(Indicator(row=row, level2="数量指标", name=name, value=value) for row, (name, value) in enumerate(rows, 1)),
        )
        for number, rows in enumerate(tables)
    ]
    return DocumentReading(Document(source="x", tables=tuple(made)))


FIVE = [("培训人数", "60人"), ("培训期数", "3期"), ("教材册数", "80册"), ("教师人数", "4人"), ("教室间数", "2间")]


def test_four_of_five_rows_are_a_copy() -> None:
    found = document(FIVE, [*FIVE[:4], ("考场数", "7个")])
    assert copied_from(found.tables[0]) is found.tables[1]
    assert copied_from(found.tables[1]) is found.tables[0]


def test_three_of_five_rows_are_none() -> None:
    found = document(FIVE, [*FIVE[:3], ("考场数", "7个"), ("考官人数", "9人")])
    assert copied_from(found.tables[0]) is None


def test_the_first_copy_is_named() -> None:
    found = document([("道路长度", "5公里")], FIVE, FIVE, FIVE)
    assert copied_from(found.tables[3]) is found.tables[1]
    assert copied_from(found.tables[0]) is None


def test_rows_that_were_let_go_are_read_again() -> None:
    found = document(FIVE, FIVE)
    rows = found.tables[0].rows
    found.tables[0].part()
    assert copied_from(found.tables[0]) is found.tables[1]
    assert found.tables[0].rows is not rows


@given(st.lists(st.lists(st.integers(0, 6), min_size=3, max_size=6, unique=True), min_size=2, max_size=6))
def test_the_same_as_all_pairs(tables: list[list[int]]) -> None:
    """Rows are numbers here: a table is copied where another holds at least four fifths of its numbers."""
    found = document(*([(f"{'金木水火土日月'[n]}数量", f"{n + 11}台") for n in rows] for rows in tables))
    for at, rows in enumerate(tables):
        held = (k for k, other in enumerate(tables) if k != at and len({*rows} & {*other}) >= math.ceil(0.8 * len(rows)))
        first = next(held, None)
        assert copied_from(found.tables[at]) is (None if first is None else found.tables[first])
