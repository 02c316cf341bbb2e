"""Linear models over a row's words (character n-grams) and facts: one log-odds for each thing that is asked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, repeat
from typing import Any

import numpy as np

from zhibiao.features.reading import Row
from zhibiao.learned.grams import Array, Field, Grams, Rows

FIELDS = (Field("name", 4, 1.0), Field("description", 4, 0.7), Field("value", 4, 0.5), Field("project", 3, 0.3))
FACT_WEIGHT = 0.2  # of a fact beside texts of length 1; 0.3 did a little worse


def texts_of(rows: Sequence[Row]) -> list[list[str]]:
    """The texts that are read, field by field; the written levels are not among them."""
    return [
        [row.name.text for row in rows],
        [row.description.text for row in rows],
        [row.value.text for row in rows],
        [row.table.project_name.text for row in rows],
    ]


class Facts:
    """Known facts in their order."""

    def __init__(self, names: Sequence[str], weight: float = FACT_WEIGHT) -> None:
        self.names, self.weight = tuple(names), weight
        self._places = {name: place for place, name in enumerate(self.names)}

    def rows(self, facts: Sequence[Mapping[str, float]]) -> Rows:
        """A sparse row for each mapping; unknown facts are left out."""
        ends = np.cumsum([0, *map(len, facts)])
        places = np.fromiter(chain.from_iterable(map(self._places.get, one, repeat(-1)) for one in facts), np.int64, ends[-1])
        data = np.fromiter(chain.from_iterable(one.values() for one in facts), np.float32, ends[-1])
        known = places >= 0
        indptr = np.concatenate(([0], np.cumsum(known)))[ends]
        return Rows(indptr, places[known], data[known] * np.float32(self.weight), len(self.names))


@dataclass(frozen=True, slots=True)
class Wording:
    """Weights of n-grams and of facts for several questions at once."""

    names: tuple[str, ...]
    of_grams: Array
    of_facts: Array
    bias: Array

    def log_odds(self, grams: Rows, facts: Rows) -> Array:
        """A row for each indicator, a column for each question."""
        return np.asarray(grams.times(self.of_grams) + facts.times(self.of_facts) + self.bias)

    def arrays(self, prefix: str) -> dict[str, Array]:
        """For an npz, in half precision: what that moves is held by a test."""
        return {
            f"{prefix}.of_grams": self.of_grams.astype(np.float16),
            f"{prefix}.of_facts": self.of_facts.astype(np.float16),
            f"{prefix}.bias": self.bias.astype(np.float32),
        }


def from_arrays(arrays: Mapping[str, Any], prefix: str, names: Sequence[str]) -> Wording:
    """What `arrays` wrote."""
    parts = (arrays[f"{prefix}.{key}"].astype(np.float32) for key in ("of_grams", "of_facts", "bias"))
    return Wording(tuple(names), *parts)


def grams_from(arrays: Mapping[str, Any]) -> Grams:
    """The n-grams of an npz."""
    return Grams(FIELDS, arrays["grams.hashes"], arrays["grams.idf"])


def sigmoid(log_odds: Array) -> Array:
    """Probabilities of log-odds."""
    return np.asarray(1.0 / (1.0 + np.exp(-np.clip(log_odds, -40, 40))))


def softmax(scores: Array) -> Array:
    """Probabilities over a row."""
    spread = np.exp(scores - scores.max(axis=1, keepdims=True))
    return np.asarray(spread / spread.sum(axis=1, keepdims=True))
