"""Files → reports, many at a time: a worker reads and judges a file and sends the finished report."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from zhibiao.batch.cache import Cache, content_key, lasting
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
    cache: Cache | None = None
    key: str | None = None  # under which the result is kept


def score_one(task: ScoreTask) -> Scored:
    """Judge one file and keep the result: at once and here, so that a run that is killed has kept what it had done."""
    scored = _judged(task)
    if task.cache is None or task.key is None or not lasting(scored):
        return scored
    try:
        if content_key(scored.source, task.scorer) == task.key:  # the file has not been changed meanwhile
            task.cache.put(task.key, scored)
    except OSError:
        return replace(scored, kept=False)
    return scored


def _judged(task: ScoreTask) -> Scored:
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
    cache: Cache | None = None,
    keys: Mapping[str, str | None] | None = None,
) -> Iterator[Scored]:
    """What each source gave, in their order, the same for any number of jobs; rows of stdin come in parts under one source.

    keys: source → where its result is kept (cache.content_key)."""
    files: list[str] = []
    work = _Work(scorer_of, jobs, limits or Limits(), cache, keys or {})
    for source in sources:
        if source == STDIN:
            yield from work.files(files)
            files = []
            yield from score_rows(stdin, scorer_of(STDIN), STDIN, jobs, limits)
        else:
            files.append(source)
    yield from work.files(files)


@dataclass(frozen=True)
class _Work:
    """With what the files of a run are judged, and where results are kept."""

    scorer_of: Callable[[str], Scorer]
    jobs: int | None
    limits: Limits
    cache: Cache | None
    keys: Mapping[str, str | None]

    def files(self, files: Sequence[str]) -> Iterator[Scored]:
        """Kept results are taken as they are; the others are worked out, ahead of their turn."""
        cache = self.cache
        known = {source: key for source in files if cache and (key := self.keys.get(source)) and cache.path(key).is_file()}
        worked = self._worked([source for source in files if source not in known], self.jobs)
        for source in files:
            kept = cache.get(known[source], source) if cache and source in known else None
            if kept is not None:
                yield kept
            elif source in known:  # damaged in the cache
                yield from self._worked([source], 1)
            else:
                yield next(worked)

    def _worked(self, files: Sequence[str], jobs: int | None) -> Iterator[Scored]:
        for result in each(files, jobs, self.limits, score_one, self._task) if files else ():
            yield Scored(result.source, None, result.failures) if isinstance(result, Outcome) else result

    def _task(self, task: Task) -> ScoreTask:
        return ScoreTask(task, self.scorer_of(task.source), self.cache, self.keys.get(task.source))


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
