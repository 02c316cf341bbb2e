"""Measures of agreement: calibration error, precision and recall, recall over classes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

_BINS = 10


def calibration_error(probabilities: Sequence[float], right: Sequence[bool]) -> float:
    """ECE: mean over ten equal bins of |mean probability - share right|, weighted by the rows of a bin."""
    p, hit = np.asarray(probabilities, float), np.asarray(right, float)
    bins = np.minimum((p * _BINS).astype(int), _BINS - 1)
    gaps = [abs(p[bins == b].mean() - hit[bins == b].mean()) * (bins == b).mean() for b in range(_BINS) if (bins == b).any()]
    return float(sum(gaps))


def class_recall(wanted: Sequence[str], right: Sequence[bool]) -> float:
    """Mean over the classes of the share that was right."""
    hits: dict[str, list[bool]] = {}
    for name, hit in zip(wanted, right, strict=True):
        hits.setdefault(name, []).append(hit)
    return float(np.mean([np.mean(each) for each in hits.values()])) if hits else 0.0


@dataclass
class Found:
    """What was found against what should have been. cases: how often the first annotator gave it."""

    right: int = 0
    wrong: int = 0
    held: int = 0
    missed: int = 0

    def add(self, found: bool, may: bool, must: bool) -> None:
        """may: some reader gave it; must: all readers did."""
        if found:
            self.right += may
            self.wrong += not may
        if must:
            self.held += found
            self.missed += not found

    @property
    def cases(self) -> int:
        """How often it should have been found."""
        return self.held + self.missed

    @property
    def precision(self) -> float | None:
        """None where nothing was found."""
        return self.right / (self.right + self.wrong) if self.right + self.wrong else None

    @property
    def recall(self) -> float | None:
        """None where there was nothing to find."""
        return self.held / self.cases if self.cases else None
