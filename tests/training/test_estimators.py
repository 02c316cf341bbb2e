"""Estimators of scikit-learn in our files say what scikit-learn says; those that no file holds are left as they are."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from scipy.sparse import csr_matrix
from sklearn.ensemble import (
    ExtraTreesRegressor,
    GradientBoostingRegressor,
    HistGradientBoostingClassifier,
    HistGradientBoostingRegressor,
    RandomForestClassifier,
    RandomForestRegressor,
)
from sklearn.linear_model import LogisticRegression, Ridge, RidgeClassifier, SGDClassifier
from sklearn.neighbors import KNeighborsClassifier
from sklearn.svm import SVC, LinearSVC
from sklearn.tree import DecisionTreeRegressor

from zhibiao.learned.trees import Trees
from zhibiao.training.estimators import as_trees, fitter_of, grower_of, is_linear, spoken

DICE = np.random.default_rng(5)
NUMBERS = DICE.normal(size=(300, 6)).astype(np.float32)
SCORE = NUMBERS[:, 0] + (NUMBERS[:, 1] > 0.3) * 2 + DICE.normal(0, 0.1, 300)
ANSWER = (NUMBERS[:, 0] > 0).astype(int) + (NUMBERS[:, 1] > 0.5)

HELD = [
    DecisionTreeRegressor(max_leaf_nodes=16),
    RandomForestRegressor(8, max_leaf_nodes=12),
    ExtraTreesRegressor(5, max_depth=3),
    GradientBoostingRegressor(n_estimators=20, max_depth=3),
    HistGradientBoostingRegressor(max_iter=10, max_leaf_nodes=16),
]
NOT_HELD = [
    DecisionTreeRegressor(max_leaf_nodes=17),
    RandomForestRegressor(3),
    HistGradientBoostingRegressor(max_iter=3, max_leaf_nodes=31, min_samples_leaf=2),
    Ridge(),
]


def named(model: Any) -> str:
    return str(model)


@pytest.mark.parametrize("regressor", HELD, ids=named)
def test_small_trees_become_ours_and_say_the_same(regressor: Any) -> None:
    trees = grower_of(regressor)(NUMBERS, SCORE, 3)
    assert isinstance(trees, Trees)
    model = regressor.__class__(**{**regressor.get_params(), "random_state": 3}).fit(NUMBERS, SCORE)
    assert trees.predict(NUMBERS) == pytest.approx(model.predict(NUMBERS), abs=1e-9)


@pytest.mark.parametrize("regressor", NOT_HELD, ids=named)
def test_what_our_files_cannot_hold_stays_what_it_is(regressor: Any) -> None:
    grown = grower_of(regressor)(NUMBERS, SCORE, 3)
    assert type(grown) is type(regressor)
    assert as_trees(grown) is None


@pytest.mark.parametrize(
    ("classifier", "linear"),
    [
        (LogisticRegression(), True),
        (LinearSVC(), True),
        (RidgeClassifier(), True),
        (SGDClassifier(), True),
        (SVC(kernel="linear"), False),  # one weight for each pair of answers
        (KNeighborsClassifier(), False),
        (RandomForestClassifier(5), False),
    ],
    ids=str,
)
def test_which_classifiers_our_files_hold(classifier: Any, linear: bool) -> None:
    model = fitter_of(classifier)(csr_matrix(NUMBERS), ANSWER, np.ones(len(ANSWER)))
    assert is_linear(model, 6) is linear
    scores = spoken(model, csr_matrix(NUMBERS))
    assert scores.shape == (300, 3)
    assert (scores.argmax(axis=1) == model.predict(NUMBERS)).mean() > 0.97


def test_the_given_estimator_itself_is_not_fitted() -> None:
    given = LogisticRegression()
    fitter_of(given)(NUMBERS, ANSWER)
    assert not hasattr(given, "coef_")


def test_weights_count_where_they_can_and_else_the_best_answer_is_kept() -> None:
    rows, answer, weights = NUMBERS[[0, 0, 1]], np.array([0, 1, 2]), np.array([0.7, 0.3, 1.0])
    neighbours = fitter_of(KNeighborsClassifier(1))(rows, answer, weights)
    assert neighbours.classes_.tolist() == [0, 2]


def test_one_that_reads_no_sparse_rows_is_told_with_the_way_out() -> None:
    with pytest.raises(TypeError, match=r"make_pipeline\(TruncatedSVD\(128\), HistGradientBoostingClassifier\(\)\)"):
        fitter_of(HistGradientBoostingClassifier())(csr_matrix(NUMBERS), ANSWER)
