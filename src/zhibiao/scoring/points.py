"""Points and grades of rows, tables and documents, by the rubric."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from zhibiao.model.finding import Finding

WEIGHTS = {"S": 0.20, "M": 0.30, "A": 0.15, "R": 0.25, "T": 0.10}
_TOP = 3
WITH_ERROR = 79.0  # a row with an error passes in no case
PASS = 80.0
GRADES = ((90.0, "优"), (80.0, "良"), (60.0, "中"), (0.0, "差"))  # 财预〔2015〕88号: the ministry's own lines
CONCLUSIONS = {"优": "通过", "良": "完善后通过", "中": "退回重报", "差": "不通过"}
_WITHOUT_SUBSTANCE = 59.0
_ERROR, _WARNING = 5, 2


def row_score(smart: Mapping[str, float], findings: Sequence[Finding]) -> float:
    """100 × Σ weight × grade / 3; at most 79 where an error stands."""
    return _score(tuple([smart[letter] for letter in WEIGHTS]), any(finding.severity == "error" for finding in findings))


@lru_cache(maxsize=1 << 11)
def _score(grades: tuple[float, ...], error: bool) -> float:
    """Grades are few: each outcome is reckoned once."""
    score = 100 * sum(weight * grade for weight, grade in zip(WEIGHTS.values(), grades, strict=True)) / _TOP
    return round(min(score, WITH_ERROR) if error else score, 1)


def grade_of(score: float) -> str:
    """优, 良, 中, 差."""
    return next(name for least, name in GRADES if score >= least)


def weighted(scores: Iterable[tuple[float, float | None]]) -> float | None:
    """Mean by weight where every score has one above 0, else the plain mean; None without scores."""
    kept = list(scores)
    if not kept:
        return None
    weights = [weight for _, weight in kept if weight is not None and weight > 0]
    if len(weights) < len(kept):
        return sum(score for score, _ in kept) / len(kept)
    return sum(score * (weight or 0) for score, weight in kept) / sum(weights)


def table_score(rows: Iterable[tuple[float, float | None]], findings: Sequence[Finding], hollow: bool) -> float | None:
    """Mean of the rows less 5 for each error and 2 for each warning on the table; hollow: at most 59."""
    mean = weighted(rows)
    if mean is None:
        return None
    taken = sum(_ERROR if f.severity == "error" else _WARNING if f.severity == "warning" else 0 for f in findings)
    score = max(0.0, mean - taken)
    return round(min(score, _WITHOUT_SUBSTANCE) if hollow else score, 1)
