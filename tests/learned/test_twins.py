"""Twins of a table, with names as vectors typed by hand."""

from __future__ import annotations

import numpy as np
import pytest

from zhibiao.features.reading import DocumentReading, Row
from zhibiao.learned.twins import twins
from zhibiao.model.document import Document, Indicator, Table

NEAR, FAR = [1.0, 0.0], [0.0, 1.0]
BETWEEN = [0.8, 0.6]


def rows(*pairs: tuple[str, str]) -> tuple[Row, ...]:
    indicators = tuple(Indicator(row=number, name=name, value=value) for number, (name, value) in enumerate(pairs, 1))
    return DocumentReading(Document(source="x", tables=(Table(columns=("name", "value"), indicators=indicators),))).tables[0].rows


def test_the_same_figure_under_another_name() -> None:
    these = rows(("聘用书记员人数", "42人"), ("书记员聘用数", "≥42人"), ("培训人数", "≥40人"))
    found = twins(these, np.array([NEAR, BETWEEN, NEAR]))
    assert found.figure == pytest.approx([0.8, 0.8, 0])
    assert found.row.tolist() == [2, 1, 0]


def test_percentages_and_single_things_are_alike_by_chance() -> None:
    these = rows(("验收合格率", "100%"), ("设备合格率", "100%"), ("新建泵站", "1座"), ("改建泵站", "1座"))
    assert twins(these, np.array([NEAR] * 4)).figure.tolist() == [0, 0, 0, 0]


def test_two_satisfactions_need_no_common_figure() -> None:
    these = rows(("群众满意度", "≥90%"), ("居民满意率", "≥85%"), ("合格率", "≥90%"))
    found = twins(these, np.array([NEAR, BETWEEN, NEAR]))
    assert found.satisfaction == pytest.approx([0.8, 0.8, 0])


def test_rows_of_two_tables_are_no_twins() -> None:
    these = (*rows(("培训人数", "42人")), *rows(("培训人数", "42人")))
    assert twins(these, np.array([NEAR, NEAR])).figure.tolist() == [0, 0]
