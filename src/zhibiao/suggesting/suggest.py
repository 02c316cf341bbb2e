"""Suggestions for the weak rows of a table."""

from __future__ import annotations

from collections.abc import Sequence

from zhibiao.features.reading import Row, TableReading
from zhibiao.model.report import IndicatorReport
from zhibiao.model.suggestion import Suggestion
from zhibiao.suggesting.choosing import Case, Judged, choose
from zhibiao.suggesting.drafting import drafts_for
from zhibiao.suggesting.subject import Subject, subject_of

COUNT = 3


def is_weak(report: IndicatorReport) -> bool:
    """中 or 差, or something that must or should be changed."""
    return not report.unused and (report.grade in ("中", "差") or any(finding.severity != "info" for finding in report.findings))


def suggest_rows(
    rows: Sequence[Row], reports: Sequence[IndicatorReport], judged: Judged, count: int = COUNT
) -> list[tuple[Suggestion, ...]]:
    """For each row its suggestions, best first; none for a row that is not weak."""
    subjects: dict[int, Subject] = {}
    cases: dict[int, Case] = {}
    for number, (row, report) in enumerate(zip(rows, reports, strict=True)):
        if is_weak(report):
            subject = _subject(row.table, subjects)
            cases[number] = Case(row, drafts_for(row, report, subject), [], [])
    choose(list(cases.values()), judged, count)
    return [_given(cases.get(number), count) for number in range(len(rows))]


def _subject(table: TableReading, known: dict[int, Subject]) -> Subject:
    if id(table) not in known:
        known[id(table)] = subject_of(table)
    return known[id(table)]


def _given(case: Case | None, count: int) -> tuple[Suggestion, ...]:
    if case is None:
        return ()
    taken = list(case.taken)
    for _, suggestion in sorted(case.seconds, key=lambda pair: -pair[0]):
        if len(taken) < count:
            taken.append(suggestion)
    return tuple(taken[:count])
