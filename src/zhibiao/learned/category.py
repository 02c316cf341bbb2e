"""The second-level category a row belongs to, by its words and facts alone: blind to the written level1 and level2."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from zhibiao.learned import wording
from zhibiao.learned.files import ModelFolder
from zhibiao.learned.grams import Array, Grams, Rows
from zhibiao.learned.wording import Facts, Wording, sigmoid, softmax
from zhibiao.lexicon.categories import CATEGORIES

_SMALL = 1e-6  # no probability counts as less


@dataclass(frozen=True, slots=True)
class Placing:
    """For each row and category: how likely it is the best one, and how likely a fair reviewer accepts it."""

    best: Array
    accepted: Array

    def fitness(self) -> Array:
        """ln P(best is c) - ln P(best of all) + ln P(c is accepted): 0 where nothing fits better, far below where it is misplaced."""
        best = np.log(self.best + _SMALL)
        return np.asarray(best - best.max(axis=1, keepdims=True) + np.log(self.accepted + _SMALL))


class CategoryModel:
    """Nine probabilities, calibrated by one temperature."""

    def __init__(self, grams: Grams, facts: Facts, best: Wording, accepted: Wording, temperature: float, slope: float) -> None:
        self.grams, self.facts, self.best, self.accepted = grams, facts, best, accepted
        self.temperature, self.slope = temperature, slope

    def place(self, grams: Rows, facts: Rows) -> Placing:
        """By the rows that `grams` and `facts` made."""
        best = softmax(self.best.log_odds(grams, facts) / self.temperature)
        return Placing(best, sigmoid(self.accepted.log_odds(grams, facts) * self.slope))


def acceptable(placing: Placing, row: int, least: float) -> tuple[str, ...]:
    """The best category, and those that a fair reviewer would more likely than not accept."""
    best = int(placing.best[row].argmax())
    return tuple(name for place, name in enumerate(CATEGORIES) if place == best or placing.accepted[row, place] >= least)


def load_category(folder: ModelFolder) -> CategoryModel:
    """From models/category."""
    arrays, config = folder.arrays("weights.npz"), folder.config
    names: Sequence[str] = CATEGORIES
    return CategoryModel(
        wording.grams_from(arrays),
        Facts(folder.json("facts.json")),
        wording.from_arrays(arrays, "best", names),
        wording.from_arrays(arrays, "accepted", names),
        float(config["temperature"]),
        float(config["slope"]),
    )
