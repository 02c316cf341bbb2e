"""Trees as arrays give what scikit-learn's trees gave, and what one adds up by hand."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from sklearn.ensemble import HistGradientBoostingClassifier

from zhibiao.learned.trees import Forest, Trees, from_arrays
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
    model = HistGradientBoostingClassifier(random_state=3, **_SHAPE).fit(numbers, wanted)
    mine = sigmoid(grow_odds(numbers, wanted, 3).predict(numbers))
    np.testing.assert_allclose(mine, model.predict_proba(numbers)[:, 1], atol=1e-9)


def test_walked_by_hand() -> None:
    """x0 ≤ 0.5 ? (x1 ≤ 2 ? a : b) : (x1 ≤ 4 ? c : d), leaves in an order of their own."""
    tree = Trees(
        roots=np.array([0]),
        feature=np.array([0, 1, 1, 0, 0, 0, 0]),
        threshold=np.array([0.5, 2.0, 4.0, np.inf, np.inf, np.inf, np.inf]),
        child=np.array([1, 3, 5, 3, 4, 5, 6]),
        value=np.array([0.0, 0.0, 0.0, 1.0, 10.0, 100.0, 1000.0]),
        depth=2,
        base=0.0,
    )
    numbers = np.array([[0.0, 2.0], [0.0, 2.1], [1.0, 4.0], [1.0, 4.1]], np.float32)
    assert tree.predict(numbers).tolist() == [1.0, 10.0, 100.0, 1000.0]


def test_one_row_as_in_a_batch_and_models_together_as_alone() -> None:
    dice = np.random.default_rng(5)
    numbers = dice.normal(size=(200, 5)).astype(np.float32)
    models = [grow_odds(numbers, (numbers[:, place] > 0.2).astype(int), place) for place in range(3)]
    together = Forest(models).predict(numbers)
    assert together.shape == (200, 3)
    assert [model.predict(numbers).tolist() for model in models] == together.T.tolist()
    assert [Forest(models).predict(numbers[row : row + 1])[0].tolist() for row in range(70)] == together[:70].tolist()


def test_a_threshold_between_two_numbers_of_single_precision() -> None:
    """0.1 is no number of single precision: the one above it exceeds the threshold, the one below does not."""
    one = replace(TWO, threshold=np.array([0.1, np.inf, np.inf, np.inf]))
    above = np.float32(0.1)
    below = np.nextafter(above, np.float32(0))
    assert float(below) < 0.1 < float(above)
    assert one.predict(np.array([[below], [above]])).tolist() == [11.25, 12.25]


def test_too_many_leaves() -> None:
    """A chain of seventeen leaves."""
    inner = np.arange(16) * 2
    child = np.arange(33)
    child[inner] = inner + 1
    child[inner[1:]] = inner[1:] + 1
    chain = Trees(np.array([0]), np.zeros(33, int), np.zeros(33), child, np.zeros(33), 16, 0.0)
    with pytest.raises(ValueError, match="17 leaves"):
        chain.predict(np.zeros((1, 1)))
