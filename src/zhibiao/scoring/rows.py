"""One row's report: rules and models joined to grades, score and the question whether a person should look."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from zhibiao.features.reading import Row
from zhibiao.learned.judge import Judgement
from zhibiao.model.document import Indicator
from zhibiao.model.finding import Finding
from zhibiao.model.report import LETTERS, Category, IndicatorReport
from zhibiao.scoring.doubt import in_doubt
from zhibiao.scoring.letters import Letter, letters_of
from zhibiao.scoring.points import grade_of, row_score

_WITHOUT_VALUE = "SR"  # a library of indicators has no values: M, A, T and the score cannot be judged


def row_report(row: Row, findings: Sequence[Finding], judgement: Judgement | None, doubts: bool = True) -> IndicatorReport:
    """What is said of one row; without models there are findings but no grades. doubts: whether a person should look is asked too."""
    if judgement is None:
        return _report(row.indicator, row.category, findings)
    letters = letters_of(row, findings, judgement.grades)
    category = Category(row.category, judgement.best, round(judgement.probability, 4), judgement.acceptable)
    if not row.value.present:
        seen = {letter: each for letter, each in letters.items() if letter in _WITHOUT_VALUE}
        return _report(row.indicator, row.category, findings, category, seen)
    score = row_score({letter: each.grade for letter, each in letters.items()}, findings)
    return _report(
        row.indicator,
        row.category,
        findings,
        category,
        letters,
        score,
        in_doubt(letters, findings, judgement.numbers, score, judgement.bound) if doubts else None,
    )


def unused_line(indicator: Indicator) -> IndicatorReport:
    """A form line left blank."""
    return _report(indicator, None, ())


def _report(
    indicator: Indicator,
    written: str | None,
    findings: Sequence[Finding],
    category: Category | None = None,
    letters: Mapping[str, Letter] | None = None,
    score: float | None = None,
    doubt: bool | None = None,
) -> IndicatorReport:
    given = letters or {}
    return IndicatorReport(
        row=indicator.row,
        id=indicator.id,
        level1=indicator.level1,
        level2=indicator.level2,
        name=indicator.name,
        description=indicator.description,
        value=indicator.value,
        basis=indicator.basis,
        standard=indicator.standard,
        unused=indicator.unused,
        where=indicator.where,
        smart={letter: given[letter].grade if letter in given else None for letter in LETTERS} if letters else None,
        probability={letter: round(each.probability, 4) for letter, each in given.items()} if letters else None,
        reasons={letter: each.reasons for letter, each in given.items() if each.reasons} if letters else None,
        score=score,
        grade=None if score is None else grade_of(score),
        needs_review=doubt,
        category=category or Category(written),
        findings=tuple(findings),
    )
