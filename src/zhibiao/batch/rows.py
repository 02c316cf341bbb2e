"""A stream of rows (JSON lines) → reports part by part: a million rows need no more memory than a few thousand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from zhibiao.batch.reading import internal
from zhibiao.batch.scored import Scored
from zhibiao.errors import ReadError
from zhibiao.model.report import Failure
from zhibiao.parsing.records import project_of
from zhibiao.reading.blocks import Record
from zhibiao.reading.records import read_lines
from zhibiao.scorer import Scorer

PART = 500  # rows after which a part ends as soon as the project does
MOST = 5_000  # rows of one project that are looked at together; the largest real table has some hundred
NAME = "标准输入"


def score_rows(lines: Iterable[bytes], scorer: Scorer, source: str) -> Iterator[Scored]:
    """The rows in order. Rows of one project stand together where they follow each other; the stream as a whole is never seen at once."""
    tables = 0
    yield Scored(source, scorer.score_records((), source))  # the document is there even without a row
    for records, failures in _parts(read_lines(lines), source):
        try:
            report = scorer.score_records(records, source)
        except Exception as bug:  # noqa: BLE001 - a mistake of ours in one part must not lose the others; it is named as ours
            yield Scored(source, None, (*failures, _failure(source, internal(bug))))
            continue
        report = replace(report, tables=tuple(replace(table, table=tables + table.table) for table in report.tables))
        tables += len(report.tables)
        yield Scored(source, report, tuple(failures))


def _failure(source: str, error: ReadError) -> Failure:
    """The message names what a person knows, the entry what the program was given."""
    return Failure(source, error.code, error.message(NAME))


def _parts(rows: Iterable[Record | ReadError], source: str) -> Iterator[tuple[list[Record], list[Failure]]]:
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
                yield records, failures
                records, failures = [], []
            records.append(row)
            last = project
        if len(failures) >= PART:
            yield records, failures
            records, failures = [], []
    if records or failures:
        yield records, failures
