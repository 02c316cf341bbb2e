"""Which grades of a row are plausible, and whether a person should look: where they lie on both sides of 80.

P(grade) follows from the letters' distributions, taken as independent, and from the chance that an error was overlooked. A grade is
plausible where P(grade) ≥ the bound under which only one in twenty of unseen rows had its true grade (split conformal prediction)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from zhibiao.model.finding import Finding
from zhibiao.scoring.letters import Letter
from zhibiao.scoring.points import GRADES, WEIGHTS

_SLIGHT = 0.02  # a grade less likely than this moves no decision
_POINTS = {letter: round(weight * 20) for letter, weight in WEIGHTS.items()}  # 4 6 3 5 2: the score is 100 × points / 60
_FULL = 3 * sum(_POINTS.values())
_BOUNDS = [(least * _FULL / 100, place) for place, (least, _) in enumerate(GRADES)]
_FAILED = 2  # 中 and 差 stand behind 优 and 良 in GRADES
# how far an error of a rule is trusted that models say nothing of: a round figure; 77 of 86 were right on the sectors kept for choosing
TRUST = 0.95


def in_doubt(letters: Mapping[str, Letter], findings: Sequence[Finding], numbers: Mapping[str, float], score: float, bound: float) -> bool:
    """Whether a grade on the other side of 80 is plausible."""
    likely = grade_spread(letters, findings, numbers)
    other = likely[_FAILED:] if score >= GRADES[1][0] else likely[:_FAILED]
    return max(other) >= bound


def grade_spread(letters: Mapping[str, Letter], findings: Sequence[Finding], numbers: Mapping[str, float]) -> tuple[float, ...]:
    """Probabilities of 优, 良, 中, 差."""
    sums = {0: 1.0}
    for letter, each in letters.items():
        worth = _POINTS[letter]
        options = [(grade * worth, p) for grade, p in enumerate(each.spread) if p > _SLIGHT]
        if len(options) == 1:
            sums = {points + options[0][0]: p for points, p in sums.items()}
            continue
        joined: dict[int, float] = {}
        for points, chance in sums.items():
            for more, p in options:
                joined[points + more] = joined.get(points + more, 0.0) + chance * p
        sums = joined
    out = [0.0] * len(GRADES)
    for points, chance in sums.items():
        out[next(place for least, place in _BOUNDS if points >= least)] += chance
    total = sum(out)
    wrong = _error_chance(findings, numbers)
    passed = sum(out[:_FAILED])
    kept = [p * (1 - wrong) for p in out[:_FAILED]]
    return tuple(p / total for p in (*kept, out[_FAILED] + passed * wrong, *out[_FAILED + 1 :]))


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
