"""Scores that listed measures get in projects of their kind, by the models, on tables of the training sectors."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from zhibiao.config.settings import Settings
from zhibiao.features.reading import Row, TableReading
from zhibiao.learned.judge import Judge
from zhibiao.scorer.trying import Trying
from zhibiao.scoring.points import PASS
from zhibiao.suggesting.choosing import Trial, in_place
from zhibiao.suggesting.draft import filled
from zhibiao.suggesting.drafting import as_draft
from zhibiao.suggesting.expected import key_of
from zhibiao.suggesting.measures import listed_measures
from zhibiao.suggesting.places import ORDER
from zhibiao.suggesting.subject import subject_of
from zhibiao.training.data.readings import reading
from zhibiao.training.data.records import LabelledTable

_TABLES = 12  # of one kind of work, each in the four forms that there are: with and without description and basis
_LEAST = 4  # trials below which nothing is known
_FORMS = ((True, True), (True, False), (False, True), (False, False))


def expected_scores(tables: Sequence[LabelledTable], judge: Judge) -> dict[str, tuple[float, float]]:
    """Key of a measure and a form → mean score, share of trials that passed."""
    kinds: dict[str, list[Row]] = defaultdict(list)
    for table in tables:
        read = reading(table)
        rows = kinds[subject_of(read).activity]
        if read.rows and len(rows) < _TABLES:
            rows.append(read.rows[0])
    asked = [each for rows in kinds.values() for row in rows for each in _trials(row)]
    found: dict[str, list[tuple[float, bool]]] = defaultdict(list)
    for (key, _), reports in zip(asked, Trying(Settings(), judge)([trial for _, trial in asked]), strict=True):
        report = reports[0]
        clean = not any(finding.severity != "info" for finding in report.findings)
        found[key].append((report.score or 0.0, clean and in_place(report) and (report.score or 0.0) >= PASS))
    return {key: _summed(each) for key, each in sorted(found.items()) if len(each) >= _LEAST}


def _summed(each: Sequence[tuple[float, bool]]) -> tuple[float, float]:
    passed = [score for score, fine in each if fine]
    return round(sum(passed) / len(passed), 1) if passed else 0.0, round(len(passed) / len(each), 3)


def _trials(first: Row) -> Iterator[tuple[str, Trial]]:
    """Every measure of the kind of work, each in a table of its own, in forms with and without the two columns."""
    table, subject = first.table, subject_of(first.table)
    for described, based in _FORMS:
        columns = ["level1", "level2", "name", "value", *(["description"] if described else []), *(["basis"] if based else [])]
        form = replace(table.table, columns=tuple(columns))
        for category in ORDER:
            for measure in listed_measures(subject, subject.activity, category):
                row = Row(first.indicator, TableReading(form, table.document, table.context, table.categories))
                draft = as_draft(measure, row, False, True)
                yield key_of(draft.pattern, described, based), Trial(row, (filled(draft.rows[0], table.year),))
