"""A report as flat rows: one for each used indicator, and one for each document and table that has findings of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from zhibiao.model.finding import SEVERITIES, Finding
from zhibiao.model.report import LETTERS, DocumentReport, IndicatorReport

JUDGED = (*LETTERS, "score", "grade", "needs_review", "category", "severity", "codes", "messages")
COLUMNS = (
    "scope",
    "source",
    "table",
    "project_name",
    "row",
    "id",
    "level1",
    "level2",
    "name",
    "description",
    "value",
    "basis",
    *JUDGED,
)


def flat_rows(document: DocumentReport) -> Iterator[dict[str, Any]]:
    """The rows of one document under COLUMNS; what does not apply is None."""
    blank: dict[str, Any] = dict.fromkeys(COLUMNS)
    blank["source"] = document.source
    if document.findings:
        yield {**blank, "scope": "document", "score": document.score, "grade": document.grade, **told(document.findings)}
    for table in document.tables:
        about = {**blank, "table": table.table, "project_name": table.project_name}
        if table.findings:
            yield {**about, "scope": "table", "score": table.score, "grade": table.grade, **told(table.findings)}
        for line in table.indicators:
            if not line.unused:
                written = {key: getattr(line, key) for key in ("row", "id", "level1", "level2", "name", "description", "value", "basis")}
                yield {**about, "scope": "row", **written, **judged(line)}


def judged(line: IndicatorReport) -> dict[str, Any]:
    """What was found on one indicator, under JUDGED."""
    grades = line.smart or {}
    out: dict[str, Any] = {letter: grades.get(letter) for letter in LETTERS}
    decided = {"score": line.score, "grade": line.grade, "needs_review": line.needs_review}
    return {**out, **decided, "category": line.category.written, **told(line.findings)}


def told(findings: Sequence[Finding]) -> dict[str, Any]:
    """The gravest severity, all codes, all messages; None where nothing was found."""
    severity = min((finding.severity for finding in findings), key=SEVERITIES.index, default=None)
    codes = " ".join(finding.code for finding in findings) or None
    return {"severity": severity, "codes": codes, "messages": "".join(finding.message for finding in findings) or None}
