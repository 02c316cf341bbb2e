"""How a row would be judged with other words in its place: the function that is handed to suggesting."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import repeat

from zhibiao.config.settings import Settings
from zhibiao.features.reading import Row, TableReading
from zhibiao.learned.judge import Judge
from zhibiao.model.document import Indicator
from zhibiao.model.report import IndicatorReport
from zhibiao.rules.checking import check_row
from zhibiao.rules.rule import Given
from zhibiao.scoring.rows import judged, row_reports
from zhibiao.suggesting.choosing import Trial

_NONE: Mapping[str, float] = {}


class Trying:
    """Trials of one call that belong to one table are judged in one copy of it: what is suggested for one row must not repeat what is
    suggested for another."""

    def __init__(self, settings: Settings, judge: Judge | None) -> None:
        self.settings, self.judge = settings, judge

    def __call__(self, trials: Sequence[Trial]) -> list[list[IndicatorReport]]:
        """For each trial the reports of its rows."""
        tables: dict[int, list[int]] = {}
        for number, trial in enumerate(trials):
            tables.setdefault(id(trial.row.table), []).append(number)
        places: list[tuple[int, Row]] = []
        everything: list[Row] = []
        for members in tables.values():
            rows, owners = _with(trials, members)
            places += [(owner, row) for row, owner in zip(rows, owners, strict=True) if owner >= 0]
            everything += rows
        known = dict(zip(map(id, everything), self.judge.judge(everything), strict=True)) if self.judge else {}
        judgements = [known[id(row)] for _, row in places] if self.judge else None
        numbers = [each.numbers for each in judgements] if judgements else repeat(_NONE)
        found = []
        for (_, row), handed in zip(places, numbers, strict=False):
            found.append(tuple(check_row(row, Given(self.settings, handed, self.settings.year))))
        out: list[list[IndicatorReport]] = [[] for _ in trials]
        for (owner, _), report in zip(places, row_reports(judged([row for _, row in places], found, judgements)), strict=True):
            out[owner].append(report)
        return out


def _with(trials: Sequence[Trial], members: Sequence[int]) -> tuple[list[Row], list[int]]:
    """The rows of a table with the trials in their places, and for each row the trial that it belongs to (-1: none)."""
    table = trials[members[0]].row.table
    of_row = {trials[number].row.indicator.row: number for number in members}
    indicators: list[Indicator] = []
    owners: list[int] = []
    for row in table.rows:
        number = of_row.get(row.indicator.row)
        if number is None:
            indicators.append(row.indicator)
            owners.append(-1)
            continue
        for fields in trials[number].fields:
            given = {**fields, "standard": fields.get("standard", row.indicator.standard)}
            indicators.append(replace(row.indicator, **given))  # type: ignore[arg-type]
            owners.append(number)
    copy = TableReading(replace(table.table, indicators=tuple(indicators)), table.document, table.context, table.categories)
    return list(copy.rows), owners
