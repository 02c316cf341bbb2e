"""The walk of one document: its rows, its tables, the whole; what the exceptions accept is taken out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from zhibiao.config.baseline import Exemption, excused
from zhibiao.config.settings import Settings
from zhibiao.features.reading import Row, TableReading
from zhibiao.learned.judge import Judge, Judgement
from zhibiao.model.document import Document, Table
from zhibiao.model.finding import Finding
from zhibiao.model.report import DocumentReport, IndicatorReport, TableReport
from zhibiao.rules.checking import check_document, check_row, check_table
from zhibiao.rules.rule import Given
from zhibiao.scorer.contexts import Contexts
from zhibiao.scorer.suggestions import Means, with_suggestions
from zhibiao.scoring.points import CONCLUSIONS, grade_of
from zhibiao.scoring.review import review_of, review_of_document
from zhibiao.scoring.rows import row_report, unused_line
from zhibiao.scoring.tables import document_score, score_of

_PART = 4096  # rows that models are shown at a time
_NOTHING: Mapping[str, float] = {}


def walk(
    document: Document,
    settings: Settings,
    exemptions: Sequence[Exemption] = (),
    judge: Judge | None = None,
    means: Means | None = None,
) -> DocumentReport:
    """What is to be said of a document. Without models there are findings but no grades. means: by what suggestions are made, if at all."""
    contexts = Contexts(document, settings.categories)
    exempted: set[int] = set()
    placed = [(table, reading, contexts.rows(table, reading)) for table, reading in contexts.tables]
    judged = iter(_judged([row for _, _, rows in placed for row in rows], judge))
    tables = []
    for number, (table, reading, rows) in enumerate(placed, 1):
        lines = []
        judgement: Judgement | None = None
        for row in rows:
            judgement = next(judged)
            found = check_row(row, Given(settings, judgement.numbers if judgement else _NOTHING, settings.year))
            lines.append(row_report(row, _standing(found, row, table, exemptions, exempted), judgement))
        tables.append(_table(number, table, reading, settings, lines, judgement))
    if means is not None:
        tables = with_suggestions(tables, [reading for _, reading, _ in placed], [rows for _, _, rows in placed], settings, judge, means)
    budgets = [table.budget_total for table in document.tables]
    score = document_score(tables, budgets)
    findings = tuple(check_document(contexts.reading, Given(settings, year=settings.year)))
    forms = [(table.review, budget) for table, budget in zip(tables, budgets, strict=True) if table.review is not None]
    return DocumentReport(
        source=document.source,
        unit=document.unit,
        year=document.year or settings.year,
        score=score,
        grade=None if score is None else grade_of(score),
        findings=findings,
        review=review_of_document(forms, findings),
        tables=tuple(tables),
        doubts=document.doubts,
        exempted=tuple(sorted(exempted)),
    )


def _judged(rows: Sequence[Row], judge: Judge | None) -> Iterator[Judgement | None]:
    """In parts, at the borders of tables, so that memory grows with the longest table only."""
    if judge is None:
        yield from (None for _ in rows)
        return
    start = 0
    while start < len(rows):
        end = min(start + _PART, len(rows))
        while end < len(rows) and rows[end].table is rows[end - 1].table:
            end += 1
        yield from judge.judge(rows[start:end])
        start = end


def _standing(found: Iterable[Finding], row: Row, table: Table, exemptions: Sequence[Exemption], exempted: set[int]) -> tuple[Finding, ...]:
    """The findings that no exception accepts; exceptions that were used are noted."""
    if not exemptions:
        return tuple(found)
    out = []
    for finding in found:
        number = excused(finding.code, table.project_name, row.indicator.name, row.indicator.value, exemptions)
        if number is None:
            out.append(finding)
        else:
            exempted.add(number)
    return tuple(out)


def _table(
    number: int,
    table: Table,
    reading: TableReading | None,
    settings: Settings,
    rows: Sequence[IndicatorReport],
    judgement: Judgement | None,
) -> TableReport:
    findings: tuple[Finding, ...] = ()
    score = None
    if reading is not None:
        covered = judgement.covered if judgement else ()  # the same for all rows of a table
        numbers = {f"objective.coverage.{place}": near for place, near in enumerate(covered, 1)}
        findings = tuple(check_table(reading, Given(settings, numbers, settings.year)))
        score = score_of(reading, rows, findings) if judgement else None
    used = iter(rows)
    return TableReport(
        table=number,
        title=table.title,
        project_name=table.project_name,
        project_code=table.project_code,
        department=table.department,
        budget_total=table.budget_total,
        purpose=table.purpose,
        objectives=table.objectives,
        columns=table.columns,
        where=table.where,
        score=score,
        grade=None if score is None else grade_of(score),
        findings=findings,
        conclusion=None if score is None else CONCLUSIONS[grade_of(score)],
        review=review_of(rows, findings, table.budget_total),
        indicators=tuple(unused_line(one) if one.unused else next(used) for one in table.indicators),
    )
