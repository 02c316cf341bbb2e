"""What a listed measure is worth in projects of its kind: measured once by the models when they are trained, so that a suggestion made of
it needs the rules only."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Expected:
    """Pattern → form (see below) → mean score, where the measure stood in nearly all trials."""

    by_pattern: Mapping[str, Mapping[str, float]]

    def score(self, pattern: str, described: bool, based: bool) -> float | None:
        """None where the models must be asked."""
        return self.by_pattern.get(pattern, _NONE).get(form_of(described, based))


_NONE: Mapping[str, float] = {}


def form_of(described: bool, based: bool) -> str:
    """A form with or without columns for description and basis."""
    return f"{'d' if described else ''}{'b' if based else ''}"
