"""Likenesses of a tiny encoder, worked out by hand."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

from zhibiao.features.reading import DocumentReading, Row
from zhibiao.learned.likeness import NAMES, likeness
from zhibiao.model.document import Document, Indicator, Table


class Letters:
    """Two directions: how much of a text is 甲, how much 乙."""

    def encode(self, texts: Sequence[str]) -> np.ndarray:
        counts = np.array([[text.count("甲"), text.count("乙")] for text in texts], np.float32).reshape(len(texts), 2)
        return counts / np.maximum(np.linalg.norm(counts, axis=1, keepdims=True), 1e-9)


def rows(*names: str, **about: object) -> tuple[Row, ...]:
    indicators = tuple(Indicator(row=number, name=name, value="甲") for number, name in enumerate(names, 1))
    table = Table(columns=("name", "value"), indicators=indicators, **about)  # type: ignore[arg-type]
    return DocumentReading(Document(source="x", tables=(table,))).tables[0].rows


def number(of: Sequence[Row], name: str) -> list[float]:
    return [float(one) for one in likeness(of, Letters())[0][:, NAMES.index(name)]]


def test_to_project_and_objectives() -> None:
    these = rows("甲", "乙", project_name="甲", objectives=("甲乙", "乙"))
    assert number(these, "like.name_project") == pytest.approx([1, 0])
    assert number(these, "like.name_objective") == pytest.approx([0.5**0.5, 1])
    assert number(these, "like.objectives") == pytest.approx([0.5**0.5 / 2, (0.5**0.5 + 1) / 2])


def test_to_the_other_rows() -> None:
    these = rows("甲", "甲", "乙")
    assert number(these, "like.nearest_row") == pytest.approx([1, 1, 0])
    assert number(these, "like.other_rows") == pytest.approx([0.5, 0.5, 0])


def test_what_is_missing_is_like_nothing() -> None:
    alone = rows("甲")
    assert number(alone, "like.nearest_row") == [0]
    assert number(alone, "like.name_project") == [0]
    assert number(alone, "like.name_description") == [0]
    assert number(alone, "like.name_value") == pytest.approx([1])


def test_rows_of_different_tables_are_strangers() -> None:
    assert number([*rows("甲"), *rows("甲")], "like.nearest_row") == [0, 0]


def test_vectors_stand_side_by_side() -> None:
    _, vectors, _ = likeness(rows("乙"), Letters())
    assert vectors.tolist() == [[0, 1, 0, 0, 0.5, 0]]


def test_objectives_and_their_nearest_rows() -> None:
    _, _, covered = likeness([*rows("甲", "甲乙", objectives=("乙", "甲")), *rows("乙")], Letters())
    assert covered[0] == covered[1] == pytest.approx((0.5**0.5, 1))
    assert covered[2] == ()
