"""How a row would be judged with other words in its place: the function that is handed to suggesting."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from zhibiao.config.settings import Settings
from zhibiao.features.reading import Row
from zhibiao.learned.judge import Judge, Judgement
from zhibiao.model.finding import Finding
from zhibiao.model.report import IndicatorReport
from zhibiao.rules.checking import check_row
from zhibiao.rules.rule import Given
from zhibiao.scoring.rows import judged, row_reports
from zhibiao.suggesting.choosing import Trial

_NONE: Mapping[str, float] = {}


class Trying:
    """Each trial is judged in the table as it stands; trials of one table are shown to the models together, and without the other rows:
    what these add to a judgement is far less than what they cost."""

    def __init__(self, settings: Settings, judge: Judge | None) -> None:
        self.settings, self.judge = settings, judge

    def __call__(self, trials: Sequence[Trial]) -> list[list[IndicatorReport]]:
        """For each trial the reports of its rows."""
        out: list[list[IndicatorReport]] = [[] for _ in trials]
        placed = [(number, row) for number, trial in enumerate(trials) for row in _rows(trial)]
        known = self._judged([row for number, row in placed if trials[number].by_models])
        for by_models in (True, False):
            lines = [(number, row) for number, row in placed if (id(row) in known) is by_models]
            rows = [row for _, row in lines]
            judgements = [known[id(row)] for row in rows] if by_models else None
            handed = [each.numbers for each in judgements] if judgements else [_NONE] * len(rows)
            found = [self._found(row, numbers) for row, numbers in zip(rows, handed, strict=True)]
            for (number, _), report in zip(lines, row_reports(judged(rows, found, judgements), doubts=False), strict=True):
                out[number].append(report)
        return out

    def _found(self, row: Row, numbers: Mapping[str, float]) -> tuple[Finding, ...]:
        return tuple(check_row(row, Given(self.settings, numbers, self.settings.year)))

    def _judged(self, rows: list[Row]) -> dict[int, Judgement]:
        """Rows of one table are put together."""
        if self.judge is None or not rows:
            return {}
        tables: dict[int, list[Row]] = {}
        for row in rows:
            tables.setdefault(id(row.table), []).append(row)
        ordered = [row for each in tables.values() for row in each]
        return dict(zip(map(id, ordered), self.judge.judge(ordered), strict=True))


def _rows(trial: Trial) -> Iterator[Row]:
    """The rows of a trial in the table of the row whose place they take."""
    indicator = trial.row.indicator
    for fields in trial.fields:
        given: dict[str, Any] = {**fields, "standard": fields.get("standard", indicator.standard)}
        yield Row(replace(indicator, **given), trial.row.table)
