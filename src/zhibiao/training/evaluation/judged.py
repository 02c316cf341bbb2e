"""Labelled tables judged as submissions are: whole documents through the walk, each row beside its labels."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from zhibiao.learned.judge import Judge
from zhibiao.model.document import Document, SubGoal
from zhibiao.model.report import IndicatorReport, TableReport
from zhibiao.scorer.walk import Submitted, walk
from zhibiao.training.data.readings import parsed
from zhibiao.training.data.records import DataSet, LabelledRow, LabelledTable


@dataclass(frozen=True, slots=True)
class Judged:
    """One table, its report, and its rows beside theirs."""

    table: LabelledTable
    report: TableReport
    rows: tuple[tuple[LabelledRow, IndicatorReport], ...]


def judged(tables: Sequence[LabelledTable], data: DataSet, judge: Judge | None) -> Iterator[Judged]:
    """Tables of one document stand together in it."""
    documents = list(_documents(tables, data))
    reports = walk((Submitted(document) for document, _ in documents), judge)
    for (_, members), report in zip(documents, reports, strict=True):
        for table, found in zip(members, report.tables, strict=True):
            lines = [line for line in found.indicators if not line.unused]
            yield Judged(table, found, tuple(zip(table.used, lines, strict=True)))


def _documents(tables: Sequence[LabelledTable], data: DataSet) -> Iterator[tuple[Document, list[LabelledTable]]]:
    narrative: dict[str, Mapping[str, Any]] = {entry["id"]: entry for entry in data.documents}
    together: dict[str, list[LabelledTable]] = {}
    for table in tables:
        together.setdefault(table.about.get("document") or table.id, []).append(table)
    for ident, members in together.items():
        told = narrative.get(ident, {})
        goals = tuple(SubGoal(goal.get("title"), goal.get("goal"), goal.get("indicators")) for goal in told.get("sub_goals", ()))
        parts = tuple(replace(parsed(table), form=table.about.get("form", "generic")) for table in members)
        document = Document(ident, title=told.get("title"), unit=told.get("unit"), year=members[0].year, sub_goals=goals, tables=parts)
        yield replace(document, overall_goal=told.get("overall_goal"), safeguards=tuple(told.get("safeguards", ()))), members
