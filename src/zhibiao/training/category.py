"""Fits models/category: the best of nine categories, and which of them a fair reviewer accepts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy.optimize import minimize, minimize_scalar
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import log_loss

from zhibiao.learned.category import CategoryModel, Placing
from zhibiao.learned.grams import Array, Grams, learn_grams
from zhibiao.learned.seen import Read
from zhibiao.learned.wording import FIELDS, Facts, sigmoid, softmax, texts_of
from zhibiao.lexicon.categories import CATEGORIES
from zhibiao.training.estimators import fitter_of, is_linear
from zhibiao.training.linear import as_wording, ask, choose, fit_shares, joined, logistic
from zhibiao.training.live import LiveCategory, unseen_scores
from zhibiao.training.materials import Sample
from zhibiao.training.meaning import vector_weights

_BEST = 0.7
_LEAST_TEXTS, _LEAST_ROWS = 2, 2  # rarer n-grams and facts only remember single rows


@dataclass(frozen=True, slots=True)
class Fitted:
    """The model, and what models that had not seen a training row said of it."""

    model: CategoryModel
    unseen: Placing


def vocabulary(these: Sample) -> Grams:
    """The n-grams of the training rows."""
    return learn_grams(FIELDS, texts_of(these.rows), _LEAST_TEXTS)


def common_facts(facts: Sequence[dict[str, float]], least: int = _LEAST_ROWS) -> tuple[str, ...]:
    """Facts that hold in so many rows at least."""
    counted = Counter(name for one in facts for name in one)
    return tuple(sorted(name for name, times in counted.items() if times >= least))


def fit_category(these: Sample, seen: Read, grams: Grams, by_vectors: Array, fold: Array, classifier: Any = None) -> Fitted:
    """by_vectors: scores of the nine by encoders that had not seen the row. classifier: one of scikit-learn's in place of ours."""
    facts = Facts(common_facts(seen.blind))
    matrix = joined(seen.grams, facts.rows(seen.blind))
    shared = shares(these)
    fit = logistic if classifier is None else fitter_of(classifier)
    live = None if classifier is None else fit_shares(matrix, shared, np.arange(len(these)), fit)
    if live is None or is_linear(live, matrix.shape[1]):
        live = None
        weights, bias, scores = choose(matrix, shared, fold, fit)
    else:
        scores = unseen_scores(matrix, shared, fold, fit)
        weights, bias = np.zeros((matrix.shape[1], len(CATEGORIES)), np.float32), np.zeros(len(CATEGORIES), np.float32)
    best = as_wording(CATEGORIES, weights, bias, seen.grams.width)
    fine = np.array([[category in labels.acceptable for category in CATEGORIES] for labels in these.labels]).astype(int)
    weights, bias, odds = ask(matrix, list(fine.T), fold)
    accepted = as_wording(CATEGORIES, weights, bias, seen.grams.width)
    count, temperature = _joined(scores, by_vectors, shared)
    slope = _slope(odds.ravel(), fine.ravel())
    unseen = Placing(softmax((scores + count * by_vectors) / temperature), sigmoid(odds * slope))
    line = _line(unseen, fine)
    parts = (grams, facts, best, accepted, count * vector_weights(seen.vectors, shared), temperature, slope, line)
    return Fitted(CategoryModel(*parts) if live is None else LiveCategory(*parts, classifier=live), unseen)


def _joined(words: Array, vectors: Array, shared: Array) -> tuple[float, float]:
    """How much the vectors count beside the words, and the temperature: what makes the shares most likely."""

    def loss(parts: Array) -> float:
        likely = softmax((words + parts[0] * vectors) / np.exp(parts[1]))
        return float(-(shared * np.log(likely + 1e-9)).sum(axis=1).mean())

    found = minimize(loss, np.array([0.3, 0.0]), method="Nelder-Mead", options={"xatol": 1e-4, "fatol": 1e-7})
    return round(float(found.x[0]), 4), round(float(np.exp(found.x[1])), 4)


def _line(unseen: Placing, fine: Array) -> tuple[float, float]:
    """From the share of the best to the chance that it is acceptable."""
    best = unseen.best.argmax(axis=1)
    share = np.clip(unseen.best.max(axis=1), 1e-6, 1 - 1e-6)
    hit = fine[np.arange(len(fine)), best]
    model = LogisticRegression(C=1e6).fit(np.log(share / (1 - share))[:, None], hit)
    return round(float(model.coef_[0, 0]), 4), round(float(model.intercept_[0]), 4)


def shares(these: Sample) -> Array:
    """What share of each row speaks for each category: the best most, the acceptable ones the rest (0.7: better than 1 where choosing)."""
    out = np.zeros((len(these), len(CATEGORIES)))
    for number, labels in enumerate(these.labels):
        others = [category for category in labels.acceptable if category != labels.category]
        out[number, CATEGORIES.index(labels.category)] = _BEST if others else 1.0
        for category in others:
            out[number, CATEGORIES.index(category)] = (1 - _BEST) / len(others)
    return out


def _slope(odds: Array, wanted: Array) -> float:
    found = minimize_scalar(lambda s: log_loss(wanted, sigmoid(odds * s)), bounds=(0.3, 3), method="bounded")
    return round(float(found.x), 4)
