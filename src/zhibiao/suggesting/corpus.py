"""Good rows to learn from: what they measure, of what kind of work, and where they lie by meaning."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np

from zhibiao.learned.files import ModelFolder
from zhibiao.learned.grams import Array
from zhibiao.lexicon.categories import CATEGORIES

FIELDS = ("id", "sector", "kind", "activity", "category", "project", "name", "description", "value")


@dataclass(frozen=True, slots=True)
class Example:
    """One good row. activity: the kind of work that its project's words show."""

    id: str
    sector: str
    kind: str
    activity: str
    category: str
    project: str
    name: str
    description: str
    value: str

    @property
    def text(self) -> str:
        """What its vector is of."""
        return f"{self.name} {self.description}".strip()


@dataclass(frozen=True)
class Corpus:
    """vectors: of the examples' texts, of length 1. common: words that good rows of many sectors use."""

    examples: tuple[Example, ...]
    vectors: Array
    common: frozenset[str]

    @cached_property
    def categories(self) -> Array:
        """The number of each example's category."""
        return np.array([CATEGORIES.index(example.category) for example in self.examples], np.int64)

    @cached_property
    def activities(self) -> Array:
        """The kind of work of each example."""
        return np.array([example.activity for example in self.examples])

    def nearest(self, asked: Array, categories: Sequence[str], kinds: Sequence[str], count: int) -> list[list[int]]:
        """For each vector the examples of its category that are nearest, a little nearer where the kind of work is the same."""
        out: list[list[int]] = []
        near = asked @ self.vectors.T
        for row, (category, kind) in enumerate(zip(categories, kinds, strict=True)):
            members = np.flatnonzero(self.categories == CATEGORIES.index(category))
            likeness = near[row, members] + _SAME_KIND * (self.activities[members] == kind)
            best = np.argsort(-likeness, kind="stable")[:count]
            out.append(members[best].tolist())
        return out


_SAME_KIND = 0.1  # as much as two measures of one kind of work lie nearer than others, by the training pairs


def load_corpus(folder: ModelFolder) -> Corpus:
    """From models/suggestions."""
    examples = tuple(Example(*row) for row in folder.json("examples.json"))
    vectors: Array = folder.arrays("vectors.npz")["examples"].astype(np.float32)
    return Corpus(examples, vectors, frozenset(folder.json("common_words.json")))


def as_rows(examples: Sequence[Example]) -> list[list[Any]]:
    """For examples.json."""
    return [[getattr(example, key) for key in FIELDS] for example in examples]
