"""What is told of a row under a category, and trees that read it."""

from __future__ import annotations

import numpy as np
import pytest

from zhibiao.features.reading import DocumentReading, Row
from zhibiao.learned.category import Placing
from zhibiao.learned.misplacement import ASKED, misplaced, places
from zhibiao.learned.trees import Trees
from zhibiao.lexicon.categories import CATEGORIES
from zhibiao.model.document import Document, Indicator, Table

# one question: is the first number (the fitness under the written category) above -5?
SPLIT = Trees(
    np.array([0]), np.array([0, 0, 0]), np.array([-5.0, np.inf, np.inf]), np.array([1, 1, 2]), np.array([0.0, 3.0, -3.0]), depth=1, base=0.0
)


def row(level2: str | None) -> Row:
    table = Table(columns=("name", "value"), indicators=(Indicator(row=1, level2=level2, name="群众满意度", value="≥90%"),))
    return DocumentReading(Document(source="x", tables=(table,))).tables[0].rows[0]


def judged(*levels: str | None) -> list[float]:
    rows = [row(level2) for level2 in levels]
    share = np.array([[float(name == "满意度") for name in CATEGORIES]] * len(rows))
    known = places(rows, Placing(share, np.where(share > 0, 0.95, 0.02)), np.zeros((len(rows), len(ASKED))))
    return [float(one) for one in misplaced(rows, known, SPLIT)]


def test_a_row_under_another_category_than_its_own() -> None:
    assert judged("满意度指标", "数量指标") == pytest.approx([-3, 3])


def test_nothing_is_said_where_no_category_is_written() -> None:
    assert judged(None, "产出指标") == [0, 0]


def test_words_that_allow_a_category_are_among_the_numbers() -> None:
    known = places([row("数量指标")], Placing(np.full((1, 9), 1 / 9), np.full((1, 9), 0.5)), np.zeros((1, len(ASKED))))
    allowed = known.of_both[0, :, 3]
    assert allowed[CATEGORIES.index("满意度")] == 1
    assert allowed[CATEGORIES.index("数量")] == -1


def test_harm_to_others_is_a_cost_only_where_the_form_says_so() -> None:
    written = [row("社会成本指标"), row("生态环境成本指标"), row("经济成本指标"), row("社会效益指标")]
    even = Placing(np.full((4, 9), 1 / 9), np.full((4, 9), 0.5))
    said = places(written, even, np.zeros((4, len(ASKED)))).of_both[:, :, 4]
    assert said[:, CATEGORIES.index("成本")].tolist() == [1, 1, 0, 0]
    assert said.sum() == 2
