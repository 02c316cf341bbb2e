"""Fits models/category: the best of nine categories, and which of them a fair reviewer accepts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.optimize import minimize_scalar
from sklearn.metrics import log_loss

from zhibiao.learned.category import CategoryModel, Placing
from zhibiao.learned.grams import Array, Grams, learn_grams
from zhibiao.learned.reader import Read
from zhibiao.learned.wording import FIELDS, Facts, sigmoid, softmax, texts_of
from zhibiao.lexicon.categories import CATEGORIES
from zhibiao.training.linear import as_wording, ask, choose, joined
from zhibiao.training.materials import Sample

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


def fit_category(these: Sample, seen: Read, grams: Grams, fold: Array) -> Fitted:
    """On rows whose best category and acceptable ones are labelled."""
    facts = Facts(common_facts(seen.blind))
    matrix = joined(seen.grams, facts.rows(seen.blind))
    wanted = np.array([CATEGORIES.index(labels.category) for labels in these.labels])
    weights, bias, scores = choose(matrix, _shared(these), fold)
    best = as_wording(CATEGORIES, weights, bias, seen.grams.width)
    fine = [np.array([int(category in labels.acceptable) for labels in these.labels]) for category in CATEGORIES]
    weights, bias, odds = ask(matrix, fine, fold)
    accepted = as_wording(CATEGORIES, weights, bias, seen.grams.width)
    temperature = _temperature(scores, wanted)
    slope = _slope(odds.ravel(), np.stack(fine, axis=1).ravel())
    model = CategoryModel(grams, facts, best, accepted, temperature, slope)
    return Fitted(model, Placing(softmax(scores / temperature), sigmoid(odds * slope)))


def _shared(these: Sample) -> Array:
    """What share of each row speaks for each category: the best most, the acceptable ones the rest (0.7: better than 1 where choosing)."""
    out = np.zeros((len(these), len(CATEGORIES)))
    for number, labels in enumerate(these.labels):
        others = [category for category in labels.acceptable if category != labels.category]
        out[number, CATEGORIES.index(labels.category)] = _BEST if others else 1.0
        for category in others:
            out[number, CATEGORIES.index(category)] = (1 - _BEST) / len(others)
    return out


def _temperature(scores: Array, wanted: Array) -> float:
    """By which scores are divided so that probabilities are what they say."""
    found = minimize_scalar(
        lambda t: log_loss(wanted, softmax(scores / t), labels=range(len(CATEGORIES))), bounds=(0.3, 3), method="bounded"
    )
    return round(float(found.x), 4)


def _slope(odds: Array, wanted: Array) -> float:
    found = minimize_scalar(lambda s: log_loss(wanted, sigmoid(odds * s)), bounds=(0.3, 3), method="bounded")
    return round(float(found.x), 4)
