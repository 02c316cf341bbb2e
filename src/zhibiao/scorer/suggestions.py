"""A report with better wordings beside its weak rows and its tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from zhibiao.config.settings import Settings
from zhibiao.features.reading import Row, TableReading
from zhibiao.learned.judge import Judge
from zhibiao.model.report import IndicatorReport, TableReport
from zhibiao.model.suggestion import COUNT, Suggestion
from zhibiao.scorer.trying import Trying
from zhibiao.suggesting.subject import subject_of
from zhibiao.suggesting.suggest import suggest_rows
from zhibiao.suggesting.suggester import Suggester
from zhibiao.suggesting.whole import whole_suggestions


@dataclass(frozen=True, slots=True)
class Means:
    """What suggestions are made with (None: the list of measures only), and how many a weak row gets at most."""

    suggester: Suggester | None
    count: int = COUNT


def with_suggestions(
    tables: Sequence[TableReport],
    readings: Sequence[TableReading | None],
    rows: Sequence[Sequence[Row]],
    settings: Settings,
    judge: Judge | None,
    means: Means,
) -> list[TableReport]:
    """The tables with suggestions; rows: those in use of each table, in order; readings: None where rows are strangers to each other."""
    lines = [[line for line in table.indicators if not line.unused] for table in tables]
    flat_rows = [row for each in rows for row in each]
    flat_lines = [line for each in lines for line in each]
    trying = Trying(settings, judge)
    found = iter(suggest_rows(flat_rows, flat_lines, trying, means.suggester, means.count))
    out = []
    for table, reading, each in zip(tables, readings, lines, strict=True):
        whole = whole_suggestions(reading, table.findings, each, subject_of(reading), trying) if reading is not None else ()
        out.append(_table(table, iter([next(found) for _ in each]), whole))
    return out


def _table(table: TableReport, found: Iterator[tuple[Suggestion, ...]], whole: Sequence[Suggestion]) -> TableReport:
    lines = tuple(_line(line, table.table, found) for line in table.indicators)
    return replace(table, indicators=lines, suggestions=tuple(replace(one, table=table.table) for one in whole))


def _line(line: IndicatorReport, table: int, found: Iterator[tuple[Suggestion, ...]]) -> IndicatorReport:
    if line.unused:
        return line
    return replace(line, suggestions=tuple(replace(one, table=table, row=line.row) for one in next(found)))
