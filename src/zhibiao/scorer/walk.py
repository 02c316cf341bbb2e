"""The walk of one document: its rows, its tables, the whole; what the exceptions accept is taken out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from zhibiao.config.baseline import Exemption, excused
from zhibiao.config.settings import Settings
from zhibiao.features.reading import Row, TableReading
from zhibiao.model.document import Document, Indicator, Table
from zhibiao.model.finding import Finding
from zhibiao.model.report import Category, DocumentReport, IndicatorReport, TableReport
from zhibiao.rules.checking import check_document, check_row, check_table
from zhibiao.rules.rule import Given
from zhibiao.scorer.contexts import Contexts


def walk(document: Document, settings: Settings, exemptions: Sequence[Exemption] = ()) -> DocumentReport:
    """What is to be said of a document. Grades and suggestions stay None: they need models."""
    given = Given(settings, year=settings.year)
    contexts = Contexts(document, settings.categories)
    exempted: set[int] = set()
    tables = []
    for number, (table, reading) in enumerate(contexts.tables, 1):
        rows = contexts.rows(table, reading)
        found = [_standing(check_row(row, given), row, table, exemptions, exempted) for row in rows]
        tables.append(_table(number, table, reading, given, _lines(table, rows, found)))
    return DocumentReport(
        source=document.source,
        unit=document.unit,
        year=document.year or settings.year,
        findings=tuple(check_document(contexts.reading, given)),
        tables=tuple(tables),
        doubts=document.doubts,
        exempted=tuple(sorted(exempted)),
    )


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


def _table(number: int, table: Table, reading: TableReading | None, given: Given, lines: tuple[IndicatorReport, ...]) -> TableReport:
    return TableReport(
        table=number,
        title=table.title,
        project_name=table.project_name,
        project_code=table.project_code,
        where=table.where,
        findings=tuple(check_table(reading, given)) if reading is not None else (),
        indicators=lines,
    )


def _lines(table: Table, rows: Sequence[Row], found: Sequence[tuple[Finding, ...]]) -> tuple[IndicatorReport, ...]:
    """Every printed line, the unused ones too."""
    used = iter(zip(rows, found, strict=True))
    return tuple(_line(one) if one.unused else _line(one, *next(used)) for one in table.indicators)


def _line(indicator: Indicator, row: Row | None = None, findings: tuple[Finding, ...] = ()) -> IndicatorReport:
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
        category=Category(row.category if row is not None else None),
        findings=findings,
    )
