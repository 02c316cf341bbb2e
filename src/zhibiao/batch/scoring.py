"""Files → reports, many at a time: a worker reads and judges a file and sends the finished report."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from zhibiao.batch.reading import Outcome, Task, each, failure, internal, read_one
from zhibiao.batch.rows import score_rows
from zhibiao.batch.scored import Scored
from zhibiao.config.limits import Limits
from zhibiao.model.document import Document
from zhibiao.scorer import Scorer

STDIN = "-"


@dataclass(frozen=True)
class ScoreTask:
    """One file for a worker, with the scorer that its settings make."""

    task: Task
    scorer: Scorer


def score_one(task: ScoreTask) -> Scored:
    """Read and judge one file; whatever is wrong with it becomes a failure."""
    return read_and_scored(task)[1]


def read_and_scored(task: ScoreTask) -> tuple[Document | None, Scored]:
    """The document too, for those who need its addresses."""
    outcome = read_one(task.task)
    if outcome.document is None:
        return None, Scored(outcome.source, None, outcome.failures)
    try:
        report = task.scorer.score_document(outcome.document)
    except Exception as bug:  # noqa: BLE001 - a mistake of ours in one file must not lose the others; it is named as ours
        return outcome.document, Scored(outcome.source, None, (*outcome.failures, failure(outcome.source, internal(bug))))
    return outcome.document, Scored(outcome.source, report, outcome.failures)


def score_many(
    sources: Sequence[str],
    scorer_of: Callable[[str], Scorer],
    jobs: int | None = None,
    limits: Limits | None = None,
    stdin: Iterable[bytes] = (),
) -> Iterator[Scored]:
    """What each source gave, in their order, the same for any number of jobs; rows of stdin come in parts under one source."""
    files: list[str] = []
    for source in sources:
        if source == STDIN:
            yield from _files(files, scorer_of, jobs, limits or Limits())
            files = []
            yield from score_rows(stdin, scorer_of(STDIN), STDIN, jobs, limits)
        else:
            files.append(source)
    yield from _files(files, scorer_of, jobs, limits or Limits())


def _files(files: Sequence[str], scorer_of: Callable[[str], Scorer], jobs: int | None, limits: Limits) -> Iterator[Scored]:
    if not files:
        return
    for result in each(files, jobs, limits, score_one, lambda task: ScoreTask(task, scorer_of(task.source))):
        yield Scored(result.source, None, result.failures) if isinstance(result, Outcome) else result


def whole(parts: Iterable[Scored]) -> Iterator[Scored]:
    """Parts of one source put together, for outputs that need it whole."""
    held: list[Scored] = []
    for part in parts:
        if held and (held[0].source != part.source):
            yield _joined(held)
            held = []
        held.append(part)
    if held:
        yield _joined(held)


def _joined(parts: Sequence[Scored]) -> Scored:
    if len(parts) == 1:
        return parts[0]
    reports = [part.report for part in parts if part.report is not None]
    failures = tuple(one for part in parts for one in part.failures)
    if not reports:
        return Scored(parts[0].source, None, failures)
    report = replace(
        reports[0],
        tables=tuple(table for one in reports for table in one.tables),
        doubts=tuple(doubt for one in reports for doubt in one.doubts),
        exempted=tuple(sorted({number for one in reports for number in one.exempted})),
    )
    return Scored(parts[0].source, report, failures)
