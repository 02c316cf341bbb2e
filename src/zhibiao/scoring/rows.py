"""One row's report: rules and models joined to grades, score and the question whether a person should look."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import repeat
from typing import NamedTuple

from zhibiao.features.reading import Row
from zhibiao.learned.judge import Judgement
from zhibiao.model.document import Indicator
from zhibiao.model.finding import Finding
from zhibiao.model.report import LETTERS, Category, IndicatorReport
from zhibiao.scoring.doubt import in_doubt
from zhibiao.scoring.letters import Letter, letters_of
from zhibiao.scoring.points import grade_of, row_score

_WITHOUT_VALUE = "SR"  # a library of indicators has no values: M, A, T and the score cannot be judged


class Judged(NamedTuple):
    """A row with what rules and models make of it. letters: those that the form leaves something to judge by; score: None without
    models or without a value."""

    row: Row
    findings: Sequence[Finding]
    judgement: Judgement | None
    letters: Mapping[str, Letter] | None
    score: float | None


def judged(
    rows: Sequence[Row], findings: Sequence[Sequence[Finding]], judgements: Sequence[Judgement] | None, told: bool = True
) -> list[Judged]:
    """Rows joined with what was found; without models there are findings but no grades. told: grades with their reasons."""
    if judgements is None:
        return [Judged(row, found, None, None, None) for row, found in zip(rows, findings, strict=True)]
    return [_judged(*each, told) for each in zip(rows, findings, judgements, strict=True)]


def _judged(row: Row, findings: Sequence[Finding], judgement: Judgement, told: bool) -> Judged:
    letters = letters_of(row, findings, judgement.grades, told)
    if not row.value.present:
        return Judged(row, findings, judgement, {letter: letters[letter] for letter in _WITHOUT_VALUE}, None)
    score = row_score({letter: each.grade for letter, each in letters.items()}, findings)
    return Judged(row, findings, judgement, letters, score)


def row_reports(lines: Sequence[Judged], doubts: bool = True) -> list[IndicatorReport]:
    """What is said of each row. doubts: whether a person should look is asked too."""
    return [_line(*each) for each in zip(lines, in_need(lines) if doubts else repeat(None, len(lines)), strict=True)]


def in_need(lines: Sequence[Judged]) -> list[bool | None]:
    """Whether a person should look at each row; None where there is no score."""
    scored = [(each.letters, each.findings, each.judgement, each.score) for each in lines if each.score is not None]
    seen = iter(
        in_doubt(
            [letters for letters, _, _, _ in scored if letters is not None],
            [findings for _, findings, _, _ in scored],
            [judgement.numbers for _, _, judgement, _ in scored if judgement is not None],
            [score for _, _, _, score in scored],
            [judgement.bound for _, _, judgement, _ in scored if judgement is not None],
        )
    )
    return [next(seen) if each.score is not None else None for each in lines]


def _line(line: Judged, doubt: bool | None) -> IndicatorReport:
    row, judgement = line.row, line.judgement
    if judgement is None:
        return _report(row.indicator, row.category, line.findings)
    category = Category(row.category, judgement.best, round(judgement.probability, 4), judgement.acceptable)
    return _report(row.indicator, row.category, line.findings, category, line.letters, line.score, doubt)


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
