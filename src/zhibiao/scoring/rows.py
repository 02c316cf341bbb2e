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


def row_reports(
    rows: Sequence[Row], findings: Sequence[Sequence[Finding]], judgements: Sequence[Judgement] | None
) -> list[IndicatorReport]:
    """What is said of each row; without models there are findings but no grades."""
    if judgements is None:
        return [_report(row.indicator, row.category, found) for row, found in zip(rows, findings, strict=True)]
    graded = [letters_of(*each) for each in zip(rows, findings, (judgement.grades for judgement in judgements), strict=True)]
    scores = [
        row_score({letter: each.grade for letter, each in letters.items()}, found) if row.value.present else None
        for row, letters, found in zip(rows, graded, findings, strict=True)
    ]
    doubts = _doubts(graded, findings, judgements, scores)
    return [_judged(*each) for each in zip(rows, findings, judgements, graded, scores, doubts, strict=True)]


def _doubts(
    graded: Sequence[Mapping[str, Letter]],
    findings: Sequence[Sequence[Finding]],
    judgements: Sequence[Judgement],
    scores: Sequence[float | None],
) -> list[bool | None]:
    """None where there is no score."""
    at = [number for number, score in enumerate(scores) if score is not None]
    out: list[bool | None] = [None] * len(scores)
    seen = in_doubt(
        [graded[number] for number in at],
        [findings[number] for number in at],
        [judgements[number].numbers for number in at],
        [score for score in scores if score is not None],
        [judgements[number].bound for number in at],
    )
    for number, doubt in zip(at, seen, strict=True):
        out[number] = doubt
    return out


def _judged(
    row: Row,
    findings: Sequence[Finding],
    judgement: Judgement,
    letters: Mapping[str, Letter],
    score: float | None,
    doubt: bool | None,
) -> IndicatorReport:
    category = Category(row.category, judgement.best, round(judgement.probability, 4), judgement.acceptable)
    seen = letters if score is not None else {letter: each for letter, each in letters.items() if letter in _WITHOUT_VALUE}
    return _report(row.indicator, row.category, findings, category, seen, score, doubt)


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
