"""Files → reports, many at a time: a worker reads and judges a file and sends the finished report."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace

from zhibiao.batch.cache import Cache, content_key, lasting
from zhibiao.batch.reading import Outcome, Task, each, failure, internal, read_one
from zhibiao.batch.rows import score_rows
from zhibiao.batch.scored import Scored
from zhibiao.config.limits import Limits
from zhibiao.model.document import Document
from zhibiao.model.report import DocumentReport
from zhibiao.scorer import Scorer

STDIN = "-"
_TOGETHER = 8  # small files that are judged at once: of rows of 8 files each takes a quarter less, of 32 no less


@dataclass(frozen=True)
class ScoreTask:
    """One file for a worker, with the scorer that its settings make."""

    task: Task
    scorer: Scorer
    cache: Cache | None = None
    key: str | None = None  # under which the result is kept


def score_some(tasks: Sequence[ScoreTask]) -> list[Scored]:
    """Judge some files and keep each result: at once and here, so that a run that is killed has kept what it had done."""
    return [_kept(task, scored) for task, (_, scored) in zip(tasks, read_and_scored(tasks), strict=True)]


def _kept(task: ScoreTask, scored: Scored) -> Scored:
    if task.cache is None or task.key is None or not lasting(scored):
        return scored
    try:
        if content_key(scored.source, task.scorer) == task.key:  # the file has not been changed meanwhile
            task.cache.put(task.key, scored)
    except OSError:
        return replace(scored, kept=False)
    return scored


def read_and_scored(tasks: Sequence[ScoreTask]) -> list[tuple[Document | None, Scored]]:
    """Read and judge some files; whatever is wrong with one becomes a failure. The documents too, for those who need their addresses."""
    outcomes = [read_one(task.task) for task in tasks]
    whole = [(task.scorer, outcome.document) for task, outcome in zip(tasks, outcomes, strict=True) if outcome.document is not None]
    reports = iter(_reports(whole))
    return [(outcome.document, _scored(outcome, next(reports) if outcome.document is not None else None)) for outcome in outcomes]


def _reports(whole: Sequence[tuple[Scorer, Document]]) -> list[DocumentReport | Exception]:
    """Judged together where one scorer is theirs; a mistake of ours in one document must not lose the others."""
    if len(whole) > 1 and all(scorer is whole[0][0] for scorer, _ in whole):
        with suppress(Exception):  # whose fault it is shows when each is judged alone
            return list(whole[0][0].score_documents([document for _, document in whole]))
    return [_report(scorer, document) for scorer, document in whole]


def _report(scorer: Scorer, document: Document) -> DocumentReport | Exception:
    try:
        return scorer.score_document(document)
    except Exception as bug:  # noqa: BLE001 - it is named as ours
        return bug


def _scored(outcome: Outcome, report: DocumentReport | Exception | None) -> Scored:
    if isinstance(report, Exception):
        return Scored(outcome.source, None, (*outcome.failures, failure(outcome.source, internal(report))))
    return Scored(outcome.source, report, outcome.failures)


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
        for result in each(files, jobs, self.limits, score_some, self._task, _TOGETHER) if files else ():
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
