"""Scores that listed measures get in projects of their kind, by the models, on tables of the training sectors."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from zhibiao.config.settings import Settings
from zhibiao.features.reading import DocumentReading, Row, TableReading
from zhibiao.learned.judge import Judge
from zhibiao.lexicon.project_topics import people_of
from zhibiao.model.document import Document, Indicator, Table
from zhibiao.scorer.trying import Trying
from zhibiao.scoring.points import PASS
from zhibiao.suggesting.choosing import Trial, in_place
from zhibiao.suggesting.draft import filled
from zhibiao.suggesting.drafting import as_draft
from zhibiao.suggesting.expected import key_of
from zhibiao.suggesting.measures import listed_measures
from zhibiao.suggesting.places import ORDER
from zhibiao.suggesting.subject import Subject, subject_of
from zhibiao.training.data.readings import reading
from zhibiao.training.data.records import LabelledTable

_TABLES = 12  # of one kind of work, each in the four forms that there are: with and without description and basis
_LEAST = 4  # trials below which nothing is known of a kind of work's measure
_FORMS = ((True, True), (True, False), (False, True), (False, False))
_TITLES = ("{}项目", "{}经费")  # projects of a topic, each in every form: what their measures say stands in themselves, not in a slot
_YEAR = 2026


def expected_scores(tables: Sequence[LabelledTable], judge: Judge) -> dict[str, tuple[float, float]]:
    """Key of a measure and a form → mean score, share of trials that passed."""
    asked = [*_of_activities(tables), *_of_topics()]
    found: dict[str, list[tuple[float, bool]]] = defaultdict(list)
    for (key, _), reports in zip(asked, Trying(Settings(), judge)([trial for _, trial in asked]), strict=True):
        report = reports[0]
        clean = not any(finding.severity != "info" for finding in report.findings)
        found[key].append((report.score or 0.0, clean and in_place(report) and (report.score or 0.0) >= PASS))
    least = {key: len(_TITLES) if key.startswith("topic/") else _LEAST for key in found}
    return {key: _summed(each) for key, each in sorted(found.items()) if len(each) >= least[key]}


def _summed(each: Sequence[tuple[float, bool]]) -> tuple[float, float]:
    passed = [score for score, fine in each if fine]
    return round(sum(passed) / len(passed), 1) if passed else 0.0, round(len(passed) / len(each), 3)


def _of_activities(tables: Sequence[LabelledTable]) -> Iterator[tuple[str, Trial]]:
    """The measures of each kind of work in projects of that kind."""
    kinds: dict[str, list[Row]] = defaultdict(list)
    for table in tables:
        read = reading(table)
        rows = kinds[subject_of(read).activity]
        if read.rows and len(rows) < _TABLES:
            rows.append(read.rows[0])
    for each in kinds.values():
        for row in each:
            yield from _trials(row, replace(subject_of(row.table), topics=()))


def _of_topics() -> Iterator[tuple[str, Trial]]:
    """The measures of each topic in projects that are called by its name."""
    for topic, people in people_of().items():
        for title in _TITLES:
            table = Table(project_name=title.format(topic), indicators=(Indicator(row=1, name=topic),), year=_YEAR)
            row = DocumentReading(Document(source=topic, tables=(table,), year=_YEAR)).tables[0].rows[0]
            subject = replace(subject_of(row.table), topics=(topic,), people=people)
            yield from (each for each in _trials(row, subject) if each[0].startswith("topic/"))


def _trials(first: Row, subject: Subject) -> Iterator[tuple[str, Trial]]:
    """Every measure of the kind of work, each in a table of its own, in forms with and without the two columns."""
    table = first.table
    for described, based in _FORMS:
        columns = ["level1", "level2", "name", "value", *(["description"] if described else []), *(["basis"] if based else [])]
        form = replace(table.table, columns=tuple(columns))
        for category in ORDER:
            for measure in listed_measures(subject, subject.topics, subject.activity, category):
                row = Row(first.indicator, TableReading(form, table.document, table.context, table.categories))
                draft = as_draft(measure, row, False, True)
                yield key_of(draft.pattern, described, based), Trial(row, (filled(draft.rows[0], table.year),))
