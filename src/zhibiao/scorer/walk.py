"""The walk of a document: its rows, its tables, the whole; what the exceptions accept is taken out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain, islice, repeat
from typing import TYPE_CHECKING

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
from zhibiao.scoring.points import CONCLUSIONS, grade_of
from zhibiao.scoring.review import review_of, review_of_document
from zhibiao.scoring.rows import Judged, judged, row_reports, unused_line
from zhibiao.scoring.tables import document_score, score_of

PART = 2048  # rows that are judged at a time
if TYPE_CHECKING:
    from zhibiao.scorer.suggestions import Means

_NOTHING: Mapping[str, float] = {}
_Part = tuple[Sequence[Row], Sequence[Judgement] | None]


@dataclass(frozen=True, slots=True)
class Submitted:
    """A document, with the settings and the exceptions that hold for it."""

    document: Document
    settings: Settings = field(default_factory=Settings)
    exemptions: Sequence[Exemption] = ()


def walk(these: Iterable[Submitted], judge: Judge | None = None, means: Means | None = None) -> Iterator[DocumentReport]:
    """What is to be said of each document. Without models there are findings but no grades. means: by what suggestions are made, if at all.

    Rows of short documents are judged at once: what a model needs to begin with takes as long as forty rows."""
    for some in _short_together(these):
        contexts = [Contexts(one.document, one.settings.categories) for one in some]
        for one, context, parts in zip(some, contexts, _parts_of(contexts, judge), strict=True):
            yield _walk(one, context, parts, judge, means)


def _short_together(these: Iterable[Submitted]) -> Iterator[list[Submitted]]:
    some: list[Submitted] = []
    held = 0
    for one in these:
        count = sum(len(table.indicators) for table in one.document.tables)
        if some and held + count > PART:
            yield some
            some, held = [], 0
        some.append(one)
        held += count
    if some:
        yield some


def _parts_of(contexts: Sequence[Contexts], judge: Judge | None) -> Iterator[Iterable[_Part]]:
    """For each document its rows, judged; those of a document alone part by part, so that memory grows with the longest table only."""
    if judge is None or len(contexts) == 1:
        for context in contexts:
            yield ((part, judge.judge(part) if judge else None) for part in _parts(context.rows()))
        return
    rows = [list(context.rows()) for context in contexts]
    judgements = iter(judge.judge(list(chain.from_iterable(rows))))
    for each in rows:
        yield [(each, list(islice(judgements, len(each))))] if each else []


def _walk(one: Submitted, contexts: Contexts, parts: Iterable[_Part], judge: Judge | None, means: Means | None) -> DocumentReport:
    document, settings = one.document, one.settings
    exempted: set[int] = set()
    told = _judged(parts, one, exempted)
    reports = chain.from_iterable(zip(row_reports(part), (each.judgement for each in part), strict=True) for part in told)
    tables = []
    for number, (table, reading) in enumerate(contexts.tables, 1):
        lines = []
        judgement: Judgement | None = None
        for line, judgement in islice(reports, sum(not each.unused for each in table.indicators)):  # noqa: B007 - the last one is looked at
            lines.append(line)
        tables.append(_table(number, table, reading, settings, lines, judgement))
    if means is not None:
        from zhibiao.scorer.suggestions import with_suggestions

        rows = [list(contexts.rows_of(table, reading)) for table, reading in contexts.tables]
        tables = with_suggestions(tables, [reading for _, reading in contexts.tables], rows, settings, judge, means)
    budgets = [table.budget_total for table in document.tables]
    score = document_score(tables, budgets)
    findings = tuple(check_document(contexts.reading, Given(settings, year=settings.year)))
    forms = [(table.review, budget) for table, budget in zip(tables, budgets, strict=True) if table.review is not None]
    contexts.part()
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


def walk_rows(tables: Iterable[Table], kind: str, like: Submitted, judge: Judge | None = None) -> Iterator[Judged]:
    """The used rows judged, and nothing said of tables and the whole: nothing is held but a few tables. like: whose settings hold."""
    for some in _some(tables):
        contexts = Contexts(Document(source="", kind=kind, tables=tuple(some)), like.settings.categories)
        for parts in _parts_of([contexts], judge):
            for part in _judged(parts, like, set(), told=False):
                yield from part
        contexts.part()


def _some(tables: Iterable[Table]) -> Iterator[list[Table]]:
    """As many tables as are judged at a time."""
    some: list[Table] = []
    count = 0
    for table in tables:
        some.append(table)
        count += len(table.indicators)
        if count >= PART:
            yield some
            some, count = [], 0
    if some:
        yield some


def _judged(parts: Iterable[_Part], one: Submitted, exempted: set[int], told: bool = True) -> Iterator[list[Judged]]:
    for rows, judgements in parts:
        found = []
        for row, numbers in zip(rows, [each.numbers for each in judgements] if judgements else repeat(_NOTHING), strict=False):
            findings = check_row(row, Given(one.settings, numbers, one.settings.year))
            found.append(_standing(findings, row, one.exemptions, exempted))
        yield judged(rows, found, judgements, told)
        for row in rows:
            if not row.table.context:
                row.table.part()


def _parts(rows: Iterable[Row]) -> Iterator[list[Row]]:
    """Rows of one table stand together."""
    part: list[Row] = []
    for row in rows:
        if len(part) >= PART and row.table is not part[-1].table:
            yield part
            part = []
        part.append(row)
    if part:
        yield part


def _standing(found: Iterable[Finding], row: Row, exemptions: Sequence[Exemption], exempted: set[int]) -> tuple[Finding, ...]:
    """The findings that no exception accepts; exceptions that were used are noted."""
    if not exemptions:
        return tuple(found)
    out = []
    for finding in found:
        number = excused(finding.code, row.table.table.project_name, row.indicator.name, row.indicator.value, exemptions)
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
