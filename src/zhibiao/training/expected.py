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
from zhibiao.model.report import IndicatorReport
from zhibiao.scorer.trying import Trying
from zhibiao.scoring.points import PASS
from zhibiao.suggesting.choosing import Trial, in_place
from zhibiao.suggesting.draft import filled
from zhibiao.suggesting.drafting import as_draft
from zhibiao.suggesting.expected import form_of
from zhibiao.suggesting.measures import listed_measures
from zhibiao.suggesting.places import ORDER
from zhibiao.suggesting.subject import Subject, subject_of
from zhibiao.training.data.readings import reading
from zhibiao.training.data.records import LabelledTable

_TABLES = 12  # of one kind of work, each in the four forms that there are: with and without description and basis
_SURE = 0.9  # share of the trials in which a measure must have stood without a finding, in an accepted category, and passed
_LEAST = 4  # trials below which nothing is known of a kind of work's measure
_FORMS = ((True, True), (True, False), (False, True), (False, False))
_TITLES = ("{}项目", "{}经费")  # projects of a topic, each in every form: what their measures say stands in themselves, not in a slot
_YEAR = 2026


def expected_scores(tables: Sequence[LabelledTable], judge: Judge) -> dict[str, dict[str, float]]:
    """Measure → form → mean score of the trials that passed, where nearly all did."""
    asked = [*_of_activities(tables), *_of_topics()]
    found: dict[tuple[str, str], list[float | None]] = defaultdict(list)
    for (key, _), reports in zip(asked, Trying(Settings(), judge)([trial for _, trial in asked]), strict=True):
        found[key].append(_passed(reports[0]))
    out: dict[str, dict[str, float]] = {}
    for (pattern, form), scores in sorted(found.items()):
        passed = [score for score in scores if score is not None]
        if len(scores) >= (len(_TITLES) if pattern.startswith("topic/") else _LEAST) and len(passed) >= _SURE * len(scores):
            out.setdefault(pattern, {})[form] = round(sum(passed) / len(passed), 1)
    return out


def _passed(report: IndicatorReport) -> float | None:
    clean = not any(finding.severity != "info" for finding in report.findings)
    return report.score if clean and in_place(report) and (report.score or 0.0) >= PASS else None


def _of_activities(tables: Sequence[LabelledTable]) -> Iterator[tuple[tuple[str, str], Trial]]:
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


def _of_topics() -> Iterator[tuple[tuple[str, str], Trial]]:
    """The measures of each topic in projects that are called by its name."""
    for topic, people in people_of().items():
        for title in _TITLES:
            row_to_be = Indicator(row=1, level1="产出指标", level2="数量指标", name=topic)  # so that measures stand under their levels
            table = Table(project_name=title.format(topic), purpose=f"用于{topic}", indicators=(row_to_be,), year=_YEAR)
            row = DocumentReading(Document(source=topic, tables=(table,), year=_YEAR)).tables[0].rows[0]
            subject = replace(subject_of(row.table), topics=(topic,), people=people)
            yield from (each for each in _trials(row, subject) if each[0][0].startswith("topic/"))


def _trials(first: Row, subject: Subject) -> Iterator[tuple[tuple[str, str], Trial]]:
    """Every measure of the kind of work, each in a table of its own, in forms with and without the two columns."""
    table = first.table
    for described, based in _FORMS:
        columns = ["level1", "level2", "name", "value", *(["description"] if described else []), *(["basis"] if based else [])]
        form = replace(table.table, columns=tuple(columns))
        for category in ORDER:
            for measure in listed_measures(subject, subject.topics, subject.activity, category):
                row = Row(first.indicator, TableReading(form, table.document, table.context, table.categories))
                draft = as_draft(measure, row, False, True)
                yield (draft.pattern, form_of(described, based)), Trial(row, (filled(draft.rows[0], table.year),))
