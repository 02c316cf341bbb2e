"""A stream of rows (JSON lines) → reports part by part: a million rows need no more memory than a few thousand."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain, islice

from zhibiao.batch.reading import GRACE, internal, lost
from zhibiao.batch.scored import Scored
from zhibiao.batch.workers import TaskCrashError, TaskTimeoutError, run
from zhibiao.config.limits import Limits
from zhibiao.errors import ReadError
from zhibiao.model.report import Failure
from zhibiao.parsing.records import project_of
from zhibiao.reading.blocks import Record
from zhibiao.reading.records import read_lines
from zhibiao.scorer import Scorer

PART = 500  # rows after which a part ends as soon as the project does
MOST = 5_000  # rows of one project that are looked at together; the largest real table has some hundred
FEW = 4  # parts that are judged here: starting processes for them would take longer
NAME = "标准输入"


@dataclass(frozen=True)
class Part:
    """Rows that are judged together, and the lines between them that are none."""

    source: str
    records: list[Record]
    failures: list[Failure]
    scorer: Scorer


def score_rows(
    lines: Iterable[bytes], scorer: Scorer, source: str, jobs: int | None = None, limits: Limits | None = None
) -> Iterator[Scored]:
    """The rows in order, the same for any number of jobs.

    Rows of one project stand together where they follow each other; the stream as a whole is never seen at once."""
    seconds = (limits or Limits()).seconds
    yield Scored(source, scorer.score_records((), source))  # the document is there even without a row
    parts = _parts(read_lines(lines), source, scorer)
    first = list(islice(parts, FEW))
    count = jobs or os.cpu_count() or 1
    alone = count == 1 or len(first) < FEW
    rest = map(score_part, chain(first, parts)) if alone else run(score_part, chain(first, parts), count, seconds + GRACE)
    tables = 0
    for result in rest:
        scored = _lost(source, result, seconds) if isinstance(result, (TaskTimeoutError, TaskCrashError)) else result
        if scored.report is not None:
            moved = tuple(replace(table, table=tables + table.table) for table in scored.report.tables)
            tables += len(moved)
            scored = replace(scored, report=replace(scored.report, tables=moved))
        yield scored


def score_part(part: Part) -> Scored:
    """One part, here or in a process of its own."""
    try:
        report = part.scorer.score_records(part.records, part.source)
    except Exception as bug:  # noqa: BLE001 - a mistake of ours in one part must not lose the others; it is named as ours
        return Scored(part.source, None, (*part.failures, _failure(part.source, internal(bug))))
    return Scored(part.source, report, tuple(part.failures))


def _lost(source: str, loss: TaskTimeoutError | TaskCrashError, seconds: float) -> Scored:
    return Scored(source, None, (_failure(source, lost(loss, seconds)),))


def _failure(source: str, error: ReadError) -> Failure:
    """The message names what a person knows, the entry what the program was given."""
    return Failure(source, error.code, error.message(NAME))


def _parts(rows: Iterable[Record | ReadError], source: str, scorer: Scorer) -> Iterator[Part]:
    records: list[Record] = []
    failures: list[Failure] = []
    last: tuple[str, ...] | None = None
    for row in rows:
        if isinstance(row, ReadError):
            failures.append(_failure(source, row))
        else:
            project = project_of(row)
            ends = len(records) >= PART and (project is None or project != last)
            if ends or len(records) >= MOST:
                yield Part(source, records, failures, scorer)
                records, failures = [], []
            records.append(row)
            last = project
        if len(failures) >= PART:
            yield Part(source, records, failures, scorer)
            records, failures = [], []
    if records or failures:
        yield Part(source, records, failures, scorer)
