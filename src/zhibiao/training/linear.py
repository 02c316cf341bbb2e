"""Logistic regressions over n-grams and facts, fitted by scikit-learn and kept as plain weights."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from joblib import Parallel, delayed
from scipy.sparse import csr_matrix, hstack
from sklearn.linear_model import LogisticRegression
from threadpoolctl import threadpool_limits

from zhibiao.learned.grams import Array, Rows
from zhibiao.learned.wording import Wording
from zhibiao.training.materials import apart

# C: 3 and 30 did no better; a coarse tolerance, for the fits are many
_STRENGTH, _TOLERANCE, _STEPS = 10.0, 1e-3, 300

SETTLED = 6.0  # log-odds of what was so in every row seen: one in four hundred is otherwise

Fitter = Callable[..., Any]


def logistic(matrix: Any, wanted: Array, weights: Array | None = None) -> Any:
    """One regression; any scikit-learn classifier with coef_ and intercept_ can take its place."""
    return _alone(LogisticRegression(C=_STRENGTH, tol=_TOLERANCE, max_iter=_STEPS), matrix, wanted, weights)


def plain(vectors: Array, wanted: Array, weights: Array | None = None) -> Any:
    """One regression over an encoder's vectors; without a bias, for a text without known words says nothing."""
    return _alone(LogisticRegression(C=_STRENGTH, tol=_TOLERANCE, max_iter=_STEPS, fit_intercept=False), vectors, wanted, weights)


def _alone(model: Any, matrix: Any, wanted: Array, weights: Array | None) -> Any:
    """On one thread: sums that several threads share come out in another order, and the search ends elsewhere."""
    with threadpool_limits(limits=1):
        return model.fit(matrix, wanted, sample_weight=weights)


def joined(*parts: Rows) -> Any:
    """Sparse rows side by side, as scikit-learn takes them."""
    return hstack([csr_matrix((one.data, one.indices, one.indptr), shape=(len(one.indptr) - 1, one.width)) for one in parts]).tocsr()


def ask(matrix: Any, wanted: Sequence[Array], fold: Array, fit: Fitter = logistic) -> tuple[Array, Array, Array]:
    """Yes-or-no questions (-1: not asked of this row): weights, biases, and each row's log-odds by models that had not seen it."""
    answers = Parallel(n_jobs=-1)(delayed(_ask)(matrix, one, fold, fit) for one in wanted)
    weights, biases, unseen = zip(*answers, strict=True)
    return np.stack(weights, axis=1), np.array(biases), np.stack(unseen, axis=1)


def _ask(matrix: Any, wanted: Array, fold: Array, fit: Fitter) -> tuple[Array, float, Array]:
    asked = wanted >= 0
    unseen = np.zeros(len(wanted))
    for outside, inside in apart(fold):
        unseen[inside] = _fitted(matrix, wanted, asked & outside, fit).decision_function(matrix[inside])
    model = _fitted(matrix, wanted, asked, fit)
    return model.coef_[0], float(model.intercept_[0]), unseen


def _fitted(matrix: Any, wanted: Array, among: Array, fit: Fitter) -> Any:
    yes = wanted[among] > 0
    if yes.all() or not yes.any():
        return _Settled(matrix.shape[1], bool(yes.any()))
    return fit(matrix[among], yes)


class _Settled:
    """The regression where all rows asked have one answer, as happens with rare codes in little data."""

    def __init__(self, width: int, answer: bool) -> None:
        self.coef_ = np.zeros((1, width))
        self.intercept_ = np.array([SETTLED if answer else -SETTLED])

    def decision_function(self, matrix: Any) -> Array:
        """The same for every row."""
        return np.full(matrix.shape[0], self.intercept_[0])


def choose(matrix: Any, shares: Array, fold: Array, fit: Fitter = logistic) -> tuple[Array, Array, Array]:
    """One question with several answers: shares says how much of each row speaks for each answer. The same three."""
    jobs = [*apart(fold), (np.ones(len(fold), bool), np.zeros(len(fold), bool))]
    models = Parallel(n_jobs=-1)(delayed(fit_shares)(matrix, shares, np.flatnonzero(outside), fit) for outside, _ in jobs)
    unseen = np.zeros(shares.shape)
    for model, (_, inside) in zip(models[:-1], jobs[:-1], strict=True):
        unseen[np.ix_(inside, model.classes_)] = model.decision_function(matrix[inside])
    return models[-1].coef_.T, models[-1].intercept_, unseen


def fit_shares(matrix: Any, shares: Array, rows: Array, fit: Fitter) -> Any:
    """A row that speaks for several answers is shown once for each, with its share as weight."""
    row, answer = np.nonzero(shares[rows])
    return fit(matrix[rows[row]], answer, shares[rows[row], answer])


def as_wording(names: Sequence[str], weights: Array, bias: Array, of_grams: int) -> Wording:
    """Weights cut where the n-grams end and the facts begin."""
    kept = weights.astype(np.float32)
    return Wording(tuple(names), kept[:of_grams], kept[of_grams:], bias.astype(np.float32))
