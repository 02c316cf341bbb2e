"""The second-level category a row belongs to, by its words and facts alone: blind to the written level1 and level2."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from zhibiao.learned import wording
from zhibiao.learned.files import ModelFolder
from zhibiao.learned.grams import Array, Grams
from zhibiao.learned.seen import Read
from zhibiao.learned.wording import Facts, Wording, sigmoid, softmax
from zhibiao.lexicon.categories import BENEFITS, CATEGORIES

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


def without_lasting(placing: Placing, rows: Sequence[int]) -> Placing:
    """Rows of a form that prints no 可持续影响: a lasting effect belongs to the 效益 it concerns, most often 社会效益."""
    lasting, social = CATEGORIES.index("可持续影响"), CATEGORIES.index("社会效益")
    best, accepted = placing.best.copy(), placing.accepted.copy()
    best[rows, social] += best[rows, lasting]
    best[rows, lasting] = 0.0
    for benefit in BENEFITS - {"可持续影响"}:
        place = CATEGORIES.index(benefit)
        accepted[rows, place] = np.maximum(accepted[rows, place], accepted[rows, lasting])
    accepted[rows, lasting] = 0.0
    return Placing(best, accepted)


@dataclass(frozen=True, slots=True)
class CategoryModel:
    """Words, facts and meaning, each giving scores for the nine; calibrated by a temperature, and by a line for the best one."""

    grams: Grams
    facts: Facts
    best: Wording
    accepted: Wording
    of_vectors: Array | None  # weights of the encoder's vectors, with what they count beside the words; None: of no use for this encoder
    temperature: float
    slope: float  # of the accepted
    line: tuple[float, float]  # log-odds that the best is right = line[0] × log-odds of its share + line[1]

    def place(self, seen: Read) -> Placing:
        """By words and facts that do not look at the written levels."""
        facts = self.facts.rows(seen.blind)
        scores = self.best.log_odds(seen.grams, facts)
        if self.of_vectors is not None:
            # row by row: wide products add up in an order that depends on how many rows there are
            scores = scores + np.stack([np.dot(row, self.of_vectors) for row in seen.vectors])
        return Placing(softmax(scores / self.temperature), sigmoid(self.accepted.log_odds(seen.grams, facts) * self.slope))

    def confidence(self, placing: Placing) -> Array:
        """How likely the best category of each row is one that a fair reviewer accepts."""
        share = np.clip(placing.best.max(axis=1), _SMALL, 1 - _SMALL)
        return sigmoid(self.line[0] * np.log(share / (1 - share)) + self.line[1])


def acceptable(placing: Placing, least: float) -> list[tuple[str, ...]]:
    """For each row the best category, and those that a fair reviewer would more likely than not accept."""
    held = placing.accepted >= least
    held[np.arange(len(held)), placing.best.argmax(axis=1)] = True
    return [tuple(name for name, fine in zip(CATEGORIES, row, strict=True) if fine) for row in held.tolist()]


def load_category(folder: ModelFolder) -> CategoryModel:
    """From models/category."""
    arrays, config = folder.arrays("weights.npz"), folder.config
    names: Sequence[str] = CATEGORIES
    return CategoryModel(
        wording.grams_from(arrays),
        Facts(folder.json("facts.json")),
        wording.from_arrays(arrays, "best", names),
        wording.from_arrays(arrays, "accepted", names),
        arrays["of_vectors"].astype(np.float32),
        float(config["temperature"]),
        float(config["slope"]),
        (float(config["line"][0]), float(config["line"][1])),
    )
