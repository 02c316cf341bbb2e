"""What a listed measure is worth in projects of its kind: measured once by the models when they are trained, so that a suggestion made of
it needs the rules only."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

_SURE = 0.9  # share of the trials in which a measure stood without a finding, in an accepted category, and passed


@dataclass(frozen=True, slots=True)
class Expected:
    """key (see below) → mean score, share of trials that passed."""

    by_key: Mapping[str, tuple[float, float]]

    def score(self, pattern: str, described: bool, based: bool) -> float | None:
        """None where the models must be asked."""
        found = self.by_key.get(key_of(pattern, described, based))
        return found[0] if found is not None and found[1] >= _SURE else None


def key_of(pattern: str, described: bool, based: bool) -> str:
    """A measure in a form with or without columns for description and basis."""
    return f"{pattern}|{'d' if described else ''}{'b' if based else ''}"
