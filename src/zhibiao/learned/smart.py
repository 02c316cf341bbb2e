"""Grades S M A R T and likely faults: boosted trees over the named numbers of a row; a grade's probabilities by an ordered logit.

P(grade ≥ g) = 1 / (1 + e^-(slope × (score - cut_g))), the score being the sum of the trees, cuts and slope fitted where no tree was."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np

from zhibiao.learned import trees, wording
from zhibiao.learned.files import ModelFolder
from zhibiao.learned.grams import Array
from zhibiao.learned.trees import Forest, Trees
from zhibiao.learned.wording import Facts, Wording, sigmoid
from zhibiao.model.report import LETTERS


def ordered_logit(scores: Array, cuts: Array, slope: float) -> Array:
    """Probabilities of the grades 0 to 3 by a score."""
    at_least = sigmoid(slope * (scores[:, None] - cuts))
    edges = np.concatenate((np.ones((len(scores), 1)), at_least, np.zeros((len(scores), 1))), axis=1)
    return np.asarray(edges[:, :-1] - edges[:, 1:])


@dataclass(frozen=True, slots=True)
class Grader:
    """One letter."""

    trees: Trees
    cuts: Array  # for grades 1, 2, 3
    slope: float

    def probabilities(self, scores: Array) -> Array:
        """A column for each grade, 0 to 3, by what the trees say."""
        return ordered_logit(scores, self.cuts, self.slope)


@dataclass(frozen=True)
class SmartModel:
    """words: what single words suggest. names: the numbers in their order. faults: code → trees giving log-odds."""

    facts: Facts
    words: Wording
    names: tuple[str, ...]
    chosen: Array  # which facts stand among the numbers
    misplaced: Trees  # log-odds that a row stands under a wrong category
    graders: Mapping[str, Grader]
    faults: Mapping[str, Trees]
    bound: float = 0.0  # below this probability a row's grade is not plausible (scoring.doubt)

    def judge(self, numbers: Array) -> tuple[dict[str, Array], dict[str, Array]]:
        """Letter → probabilities of the four grades; code → probability that the fault is there."""
        scores = self._forest.predict(numbers)
        grades = {letter: grader.probabilities(scores[:, place]) for place, (letter, grader) in enumerate(self.graders.items())}
        likely = {code: sigmoid(scores[:, place]) for place, code in enumerate(self.faults, len(grades))}
        return grades, likely

    @cached_property
    def _forest(self) -> Forest:
        """All trees over the numbers: conditions that several of them ask are compared once."""
        return Forest([*(grader.trees for grader in self.graders.values()), *self.faults.values()])


def load_smart(folder: ModelFolder) -> SmartModel:
    """From models/smart."""
    arrays, grown = folder.arrays("weights.npz"), folder.arrays("trees.npz")
    config: Mapping[str, Any] = folder.config
    graders = {
        letter: Grader(trees.from_arrays(grown, letter), np.array(config["cuts"][letter]), float(config["slopes"][letter]))
        for letter in LETTERS
    }
    words: Sequence[str] = config["words"]
    return SmartModel(
        Facts(folder.json("facts.json")),
        wording.from_arrays(arrays, "words", words),
        tuple(config["numbers"]),
        arrays["chosen"],
        trees.from_arrays(grown, "misplaced"),
        graders,
        {code: trees.from_arrays(grown, code) for code in config["faults"]},
        float(config["bound"]),
    )
