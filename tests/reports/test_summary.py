"""Sums of a run."""

from __future__ import annotations

import json

from zhibiao.model.finding import Finding
from zhibiao.model.report import DocumentReport, Failure, IndicatorReport, TableReport
from zhibiao.reports.summary import WORST, Summary

ERROR = Finding("M206", "名", "error", "value", (0, 1), "证", "话", "据")
HINT = Finding("S101", "名", "info", "name", (0, 1), "证", "话", "据")


def table(score: float | None, project: str | None = None, title: str | None = None) -> TableReport:
    rows = (
        IndicatorReport(1, grade="优", needs_review=False, findings=(HINT,)),
        IndicatorReport(2, grade="差", needs_review=True, findings=(ERROR, ERROR)),
        IndicatorReport(3, unused=True),
    )
    return TableReport(1, title=title, project_name=project, score=score, indicators=rows, findings=(ERROR,))


def test_documents_rows_grades_and_findings() -> None:
    summary = Summary()
    summary.add(DocumentReport("甲", findings=(HINT,), tables=(table(50.0, "一"), table(None))), (Failure("甲", "x", "话"),))
    summary.add(None, (Failure("乙", "x", "话"), Failure("乙", "y", "话")))
    summary.add(DocumentReport("丙"), ())
    assert (summary.documents, summary.tables, summary.rows, summary.review, summary.failures) == (2, 2, 4, 2, 3)
    assert summary.grades == {"优": 2, "差": 2}
    assert summary.severities == {"error": 6, "info": 3}
    assert summary.codes == {"M206": 6, "S101": 3}
    assert summary.findings == 9
    assert summary.worst == [(50.0, "甲", "一")]


def test_parts_of_one_source_are_one_document() -> None:
    summary = Summary()
    for source in ("-", "-", "甲", "-"):
        summary.add(DocumentReport(source, tables=(table(None),)), ())
    assert (summary.documents, summary.tables) == (3, 4)


def test_the_worst_come_first_and_the_earlier_of_equals() -> None:
    summary = Summary()
    scores = (80.0, 20.0, 70.0, 20.0, 90.0, 10.0, 60.0, 20.0)
    for number, score in enumerate(scores):
        summary.add(DocumentReport(f"{number}", tables=(table(score, title="题"),)), ())
    assert summary.worst == [(10.0, "5", "题"), (20.0, "1", "题"), (20.0, "3", "题"), (20.0, "7", "题"), (60.0, "6", "题")]
    assert len(summary.worst) == WORST


def test_it_can_be_kept() -> None:
    summary = Summary(copies=3)
    summary.add(DocumentReport("甲", tables=(table(50.0, "一"), table(40.5))), (Failure("甲", "x", "话"),))
    kept = Summary.of(json.loads(json.dumps(summary.json())))
    assert kept == summary
    assert kept.worst == summary.worst
