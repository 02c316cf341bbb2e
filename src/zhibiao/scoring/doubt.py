"""Which grades of a row are plausible, and whether a person should look: where they lie on both sides of 80.

P(grade) follows from the letters' distributions, taken as independent, and from the chance that an error was overlooked. A grade is
plausible where P(grade) ≥ the bound under which only one in twenty of unseen rows had its true grade (split conformal prediction)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from zhibiao.model.finding import Finding
from zhibiao.scoring.letters import Letter
from zhibiao.scoring.points import GRADES, WEIGHTS

Array = np.ndarray[Any, Any]
_SLIGHT = 0.02  # a grade less likely than this moves no decision
_POINTS = {letter: round(weight * 20) for letter, weight in WEIGHTS.items()}  # 4 6 3 5 2: the score is 100 × points / 60
_FULL = 3 * sum(_POINTS.values())
_PLACES = np.array([next(at for at, (least, _) in enumerate(GRADES) if 100 * points >= least * _FULL) for points in range(_FULL + 1)])
_FAILED = 2  # 中 and 差 stand behind 优 and 良 in GRADES
# how far an error of a rule is trusted that models say nothing of: a round figure; 77 of 86 were right on the sectors kept for choosing
TRUST = 0.95


def in_doubt(
    letters: Sequence[Mapping[str, Letter]],
    findings: Sequence[Sequence[Finding]],
    numbers: Sequence[Mapping[str, float]],
    scores: Sequence[float],
    bounds: Sequence[float],
) -> list[bool]:
    """For each row whether a grade on the other side of 80 is plausible."""
    if not letters:
        return []
    likely = grade_spreads(letters, findings, numbers)
    passed, failed = likely[:, :_FAILED].max(axis=1), likely[:, _FAILED:].max(axis=1)
    other = np.where(np.asarray(scores) >= GRADES[1][0], failed, passed)
    return [bool(plausible) for plausible in other >= np.asarray(bounds)]


def grade_spread(letters: Mapping[str, Letter], findings: Sequence[Finding], numbers: Mapping[str, float]) -> tuple[float, ...]:
    """Probabilities of 优, 良, 中, 差 of one row."""
    return tuple(grade_spreads([letters], [findings], [numbers])[0].tolist())


def grade_spreads(
    letters: Sequence[Mapping[str, Letter]], findings: Sequence[Sequence[Finding]], numbers: Sequence[Mapping[str, float]]
) -> Array:
    """A row for each row, a column for each grade. All rows at once: one by one they took 24 µs each, together 4."""
    chances = np.array([[each[letter].spread for letter in _POINTS] for each in letters])
    chances[chances <= _SLIGHT] = 0.0
    sums = np.zeros((len(letters), _FULL + 1))
    sums[:, 0] = 1.0
    for place, worth in enumerate(_POINTS.values()):
        joined = sums * chances[:, place, :1]
        for grade in range(1, chances.shape[2]):
            more = grade * worth
            joined[:, more:] += sums[:, :-more] * chances[:, place, grade : grade + 1]
        sums = joined
    out = np.stack([sums[:, np.flatnonzero(place == _PLACES)].sum(axis=1) for place in range(len(GRADES))], axis=1)
    total = out.sum(axis=1, keepdims=True)
    wrong = np.array([_error_chance(found, handed) for found, handed in zip(findings, numbers, strict=True)])[:, None]
    passed = out[:, :_FAILED].sum(axis=1)
    out[:, :_FAILED] *= 1 - wrong
    out[:, _FAILED] += passed * wrong[:, 0]
    return np.asarray(out / total)


def _error_chance(findings: Sequence[Finding], numbers: Mapping[str, float]) -> float:
    """Where an error stands, how far it is to be trusted; else the chance that one of those that models know was overlooked."""
    errors = [finding.code for finding in findings if finding.severity == "error"]
    if errors:
        return max(numbers.get(f"fault.{code}", TRUST) for code in errors)
    right = 1.0
    for name, p in numbers.items():
        if name.startswith("fault.") and name != "fault.S106":  # S106 is a warning
            right *= 1 - p
    return 1 - right
