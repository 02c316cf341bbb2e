"""Trees as arrays give what scikit-learn's trees gave, and what one adds up by hand."""

from __future__ import annotations

import numpy as np
import pytest
from sklearn.ensemble import HistGradientBoostingClassifier

from zhibiao.learned.trees import Trees, from_arrays
from zhibiao.learned.wording import sigmoid
from zhibiao.training.boosted import _SHAPE, grow_odds

TWO = Trees(  # x0 ≤ 0.5 ? 1 : 2, and a tree that is a single leaf of 10
    roots=np.array([0, 3]),
    feature=np.array([0, 0, 0, 0]),
    threshold=np.array([0.5, np.inf, np.inf, np.inf]),
    child=np.array([1, 1, 2, 3]),
    value=np.array([0.0, 1.0, 2.0, 10.0]),
    depth=1,
    base=0.25,
)


@pytest.mark.parametrize(("number", "wanted"), [(0.0, 11.25), (0.5, 11.25), (0.6, 12.25)])
def test_leaves_add_up(number: float, wanted: float) -> None:
    assert TWO.predict(np.array([[number]])) == pytest.approx([wanted])


def test_no_rows() -> None:
    assert TWO.predict(np.zeros((0, 1))).tolist() == []


def test_arrays_there_and_back() -> None:
    again = from_arrays(TWO.arrays("S"), "S")
    assert again.predict(np.array([[0.7]])) == TWO.predict(np.array([[0.7]]))


def test_the_same_as_scikit_learn() -> None:
    dice = np.random.default_rng(3)
    numbers = dice.normal(size=(300, 6)).astype(np.float32)
    wanted = (numbers[:, 0] + numbers[:, 1] * numbers[:, 2] > 0).astype(int)
    model = HistGradientBoostingClassifier(random_state=3, early_stopping=False, **_SHAPE).fit(numbers, wanted)
    mine = sigmoid(grow_odds(numbers, wanted, 3).predict(numbers))
    np.testing.assert_allclose(mine, model.predict_proba(numbers)[:, 1], atol=1e-9)
