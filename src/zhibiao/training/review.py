"""The bound of plausible grades, by split conformal prediction on rows that the judging models had not seen."""

from __future__ import annotations

import math

from zhibiao.learned.category import Placing
from zhibiao.model.report import LETTERS
from zhibiao.rules.catalogue import catalogue
from zhibiao.rules.checking import check_row
from zhibiao.rules.rule import Given
from zhibiao.scoring.doubt import grade_spread
from zhibiao.scoring.letters import letters_of
from zhibiao.scoring.points import GRADES, grade_of, row_score
from zhibiao.training.data.records import Labels
from zhibiao.training.materials import Sample
from zhibiao.training.smart import Fitted

COVERAGE = 0.95
_NAMES = [name for _, name in GRADES]


def plausible_bound(these: Sample, fitted: Fitted, placing: Placing) -> float:
    """The probability that nineteen of twenty true grades reach; nine of ten would send too few rows to review."""
    reached = []
    for number, (row, labels, table) in enumerate(zip(these.rows, these.labels, these.tables, strict=True)):
        true = true_score(labels)
        if true is None:
            continue
        numbers = handed(fitted, placing, number)
        found = check_row(row, Given(numbers=numbers, year=table.year))
        letters = letters_of(row, found, {letter: fitted.grades[letter][number] for letter in LETTERS})
        reached.append(grade_spread(letters, found, numbers)[_NAMES.index(grade_of(true))])
    rank = math.floor((1 - COVERAGE) * (len(reached) + 1))
    return round(float(sorted(reached)[rank - 1]), 5)


def handed(fitted: Fitted, placing: Placing, number: int) -> dict[str, float]:
    """What rules are handed of a training row, by models that had not seen it."""
    out = {f"fault.{code}": float(likely[number]) for code, likely in fitted.likely.items() if code != "misplaced"}
    out["category.best"] = float(placing.best[number].argmax())
    return {**out, "category.misplaced": float(fitted.likely["misplaced"][number])}


def true_score(labels: Labels) -> float | None:
    """The rubric's score of the labels; None where the form has no value column."""
    smart = {letter: grade for letter, grade in labels.grades.items() if grade is not None}
    if len(smart) < len(LETTERS):
        return None
    points = row_score(smart, ())
    severities = {catalogue()[code].rule.severity for code in labels.codes}
    return min(points, 79.0) if "error" in severities else points
