"""Fits the trees that tell a misplaced row: on rows where their authors put them, and under other categories on purpose."""

from __future__ import annotations

import numpy as np

from zhibiao.learned.grams import Array
from zhibiao.learned.misplacement import Places
from zhibiao.learned.trees import Trees
from zhibiao.lexicon.categories import CATEGORIES
from zhibiao.training.boosted import grow_odds
from zhibiao.training.materials import Sample, apart

# Pairs made on purpose show what misplaced looks like; real ones how rare it is, so they weigh more. A third of the pairs is enough.
_SHARE, _WEIGHT = 0.35, 0.1


def fit_misplaced(these: Sample, known: Places, fold: Array, seed: int) -> tuple[Trees, Array]:
    """The trees, and the log-odds of each row's written category by trees that had not seen the row."""
    at = {name: place for place, name in enumerate(CATEGORIES)}
    written = np.array([at.get(row.category or "", -1) for row in these.rows])
    wrong = np.array([[category not in labels.acceptable for category in CATEGORIES] for labels in these.labels])
    real = np.flatnonzero(written >= 0)
    rows, places = np.nonzero(np.random.default_rng(seed).random(wrong.shape) < _SHARE)
    row = np.concatenate((real, rows))
    place = np.concatenate((written[real], places))
    weight = np.concatenate((np.ones(len(real)), np.full(len(rows), _WEIGHT)))
    numbers, wanted = known.numbers(row, place), wrong[row, place].astype(int)
    unseen = np.zeros(len(these), np.float32)
    for outside, inside in apart(fold):
        kept, asked = outside[row], np.flatnonzero(inside & (written >= 0))
        trees = grow_odds(numbers[kept], wanted[kept], seed, weight[kept])
        unseen[asked] = trees.predict(known.numbers(asked, written[asked]))
    return grow_odds(numbers, wanted, seed, weight), unseen
