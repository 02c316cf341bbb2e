"""Gradient-boosted regression trees as plain arrays: the sum of one leaf a tree, for all rows at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

Array = np.ndarray[Any, Any]


@dataclass(frozen=True, slots=True)
class Trees:
    """Nodes of all trees in one row. A leaf points at itself, so that every tree is walked to the same depth."""

    roots: Array
    feature: Array
    threshold: Array
    left: Array
    right: Array
    value: Array
    depth: int
    base: float

    def predict(self, numbers: Array) -> Array:
        """One sum a row; numbers has a column for each feature."""
        rows = np.arange(len(numbers))[:, None]
        at = np.broadcast_to(self.roots, (len(numbers), len(self.roots)))
        for _ in range(self.depth):
            at = np.where(numbers[rows, self.feature[at]] <= self.threshold[at], self.left[at], self.right[at])
        return np.asarray(self.base + self.value[at].sum(axis=1))

    def arrays(self, prefix: str) -> dict[str, Array]:
        """For an npz."""
        return {
            f"{prefix}.roots": self.roots,
            f"{prefix}.feature": self.feature,
            f"{prefix}.threshold": self.threshold,
            f"{prefix}.left": self.left,
            f"{prefix}.right": self.right,
            f"{prefix}.value": self.value,
            f"{prefix}.shape": np.array([self.depth, self.base]),
        }


def from_arrays(arrays: Mapping[str, Array], prefix: str) -> Trees:
    """What `arrays` wrote."""
    depth, base = arrays[f"{prefix}.shape"]
    roots, feature, threshold, left, right, value = (
        arrays[f"{prefix}.{name}"] for name in ("roots", "feature", "threshold", "left", "right", "value")
    )
    return Trees(roots, feature, threshold, left, right, value, depth=int(depth), base=float(base))
