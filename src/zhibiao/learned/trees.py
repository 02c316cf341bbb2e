"""Gradient-boosted regression trees as plain arrays: the sum of one leaf a tree, for all rows at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

Array = np.ndarray[Any, Any]
_PART = 256  # rows at a time: what they need lies in the processor's cache
_NAMES = ("roots", "feature", "threshold", "child", "value")


@dataclass(frozen=True, slots=True)
class Trees:
    """Nodes of all trees in one row. A node's right child stands behind its left one; a leaf is its own child at a threshold that
    nothing exceeds, so that every tree is walked to the same depth."""

    roots: Array
    feature: Array
    threshold: Array
    child: Array
    value: Array
    depth: int
    base: float

    def predict(self, numbers: Array) -> Array:
        """One sum a row; numbers has a column for each feature."""
        out = np.empty(len(numbers))
        for start in range(0, len(numbers), _PART):
            part = np.ascontiguousarray(numbers[start : start + _PART])
            first = (np.arange(len(part)) * part.shape[1])[:, None]
            cells, at = part.ravel(), np.broadcast_to(self.roots, (len(part), len(self.roots)))
            for _ in range(self.depth):
                at = self.child[at] + (cells[first + self.feature[at]] > self.threshold[at])
            out[start : start + _PART] = self.value[at].sum(axis=1)
        return self.base + out

    def arrays(self, prefix: str) -> dict[str, Array]:
        """For an npz."""
        return {f"{prefix}.{name}": getattr(self, name) for name in _NAMES} | {f"{prefix}.shape": np.array([self.depth, self.base])}


def from_arrays(arrays: Mapping[str, Array], prefix: str) -> Trees:
    """What `arrays` wrote."""
    depth, base = arrays[f"{prefix}.shape"]
    roots, feature, threshold, child, value = (arrays[f"{prefix}.{name}"] for name in _NAMES)
    return Trees(roots, feature, threshold, child, value, depth=int(depth), base=float(base))
