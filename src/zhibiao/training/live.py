"""Models that only memory holds: fitted scikit-learn estimators of any kind within ours. They are for use at once. A folder would take
pickle, and a stranger's pickle runs what it likes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from zhibiao.learned.category import CategoryModel, Placing
from zhibiao.learned.grams import Array
from zhibiao.learned.seen import Read
from zhibiao.learned.smart import SmartModel
from zhibiao.learned.trees import Trees
from zhibiao.learned.wording import sigmoid, softmax
from zhibiao.lexicon.categories import CATEGORIES
from zhibiao.training.estimators import spoken
from zhibiao.training.linear import Fitter, fit_shares, joined
from zhibiao.training.materials import apart

_NEVER = -12.0  # score of a category that a classifier has never seen


def all_scores(model: Any, matrix: Any) -> Array:
    """A column for each of the nine."""
    out = np.full((matrix.shape[0], len(CATEGORIES)), _NEVER)
    out[:, np.asarray(model.classes_, int)] = spoken(model, matrix)
    return out


def unseen_scores(matrix: Any, shares: Array, fold: Array, fit: Fitter) -> Array:
    """What copies of a classifier say of rows that they have not seen."""
    out = np.zeros((len(fold), len(CATEGORIES)))
    for outside, inside in apart(fold):
        out[inside] = all_scores(fit_shares(matrix, shares, np.flatnonzero(outside), fit), matrix[inside])
    return out


@dataclass(frozen=True, slots=True)
class LiveCategory(CategoryModel):
    """The category model with another classifier for the best category; the accepted ones stay linear."""

    classifier: Any = None

    def place(self, seen: Read) -> Placing:
        """By words and facts that do not look at the written levels."""
        facts = self.facts.rows(seen.blind)
        scores = all_scores(self.classifier, joined(seen.grams, facts))
        if self.of_vectors is not None:
            scores = scores + seen.vectors @ self.of_vectors
        return Placing(softmax(scores / self.temperature), sigmoid(self.accepted.log_odds(seen.grams, facts) * self.slope))


@dataclass(frozen=True)
class LiveSmart(SmartModel):
    """The SMART model with other regressors for the letters."""

    def judge(self, numbers: Array) -> tuple[dict[str, Array], dict[str, Array]]:
        """Each model is asked by itself."""
        grades = {letter: each.probabilities(each.trees.predict(numbers)) for letter, each in self.graders.items()}
        return grades, {code: sigmoid(trees.predict(numbers)) for code, trees in self.faults.items()}


def is_live(category: CategoryModel, smart: SmartModel) -> bool:
    """Whether some part of them cannot be written without pickle."""
    return isinstance(category, LiveCategory) or not all(isinstance(each.trees, Trees) for each in smart.graders.values())
