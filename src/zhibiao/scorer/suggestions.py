"""A report with better wordings beside its weak rows and its tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from zhibiao.config.settings import Settings
from zhibiao.features.reading import Row
from zhibiao.learned.judge import Judge
from zhibiao.model.report import IndicatorReport, TableReport
from zhibiao.model.suggestion import Suggestion
from zhibiao.scorer.trying import Trying
from zhibiao.suggesting.suggest import COUNT, suggest_rows
from zhibiao.suggesting.suggester import Suggester


@dataclass(frozen=True, slots=True)
class Means:
    """What suggestions are made with (None: the list of measures only), and how many a weak row gets at most."""

    suggester: Suggester | None
    count: int = COUNT


def with_suggestions(
    tables: Sequence[TableReport], rows: Sequence[Sequence[Row]], settings: Settings, judge: Judge | None, means: Means
) -> list[TableReport]:
    """The tables with suggestions; rows: those in use of each table, in order."""
    lines = [[line for line in table.indicators if not line.unused] for table in tables]
    flat_rows = [row for each in rows for row in each]
    flat_lines = [line for each in lines for line in each]
    found = iter(suggest_rows(flat_rows, flat_lines, Trying(settings, judge), means.suggester, means.count))
    return [_table(table, iter([next(found) for _ in each])) for table, each in zip(tables, lines, strict=True)]


def _table(table: TableReport, found: Iterator[tuple[Suggestion, ...]]) -> TableReport:
    lines = tuple(_line(line, table.table, found) for line in table.indicators)
    return replace(table, indicators=lines, suggestions=())


def _line(line: IndicatorReport, table: int, found: Iterator[tuple[Suggestion, ...]]) -> IndicatorReport:
    if line.unused:
        return line
    return replace(line, suggestions=tuple(replace(one, table=table, row=line.row) for one in next(found)))
