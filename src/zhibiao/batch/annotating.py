"""Files → annotated copies, many at a time: a worker reads and judges a file and writes its copy."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from zhibiao.batch.reading import OneByOne, Outcome, Task, each, failure, internal
from zhibiao.batch.scoring import ScoreTask, read_and_scored
from zhibiao.config.limits import Limits
from zhibiao.errors import ReadError
from zhibiao.model.report import DocumentReport, Failure
from zhibiao.reports.whole_file import whole_file
from zhibiao.scorer import Scorer

if TYPE_CHECKING:
    from zhibiao.model.document import Document
    from zhibiao.reports.annotate.copy import Copy


@dataclass(frozen=True)
class Annotated:
    """What one file gave: where its copy lies (None: there is none) and what the copy holds beyond the original."""

    source: str
    target: Path | None
    comments: int = 0
    fixes: int = 0
    report: DocumentReport | None = None
    failures: tuple[Failure, ...] = ()


@dataclass(frozen=True)
class AnnotateTask:
    """One file for a worker."""

    task: Task
    scorer: Scorer
    target: Path
    fixes: bool
    when: datetime


def annotate_many(
    targets: Sequence[tuple[str, Path]],
    scorer_of: Callable[[str], Scorer],
    fixes: bool = False,
    jobs: int | None = None,
    limits: Limits | None = None,
    when: datetime | None = None,
) -> Iterator[Annotated]:
    """What each source gave, in their order, the same for any number of jobs."""
    bounds, moment = limits or Limits(), when or datetime.now()
    refused = {source: error for source, _ in targets if (error := _refused(Path(source), bounds)) is not None}
    places = dict(targets)
    taken = [source for source, _ in targets if source not in refused]

    def dressed(task: Task) -> AnnotateTask:
        return AnnotateTask(task, scorer_of(task.source), places[task.source], fixes, moment)

    results = each(taken, jobs, bounds, OneByOne(annotate_one), dressed) if taken else iter(())
    for source, _ in targets:
        if source in refused:
            yield Annotated(source, None, failures=(failure(source, refused[source]),))
            continue
        result = next(results)
        yield Annotated(result.source, None, failures=result.failures) if isinstance(result, Outcome) else result


def _refused(path: Path, limits: Limits) -> ReadError | None:
    """Why a file that can be read gets no copy; what cannot be read at all says so itself when it is read."""
    from zhibiao.reading.refusals import REFUSED
    from zhibiao.reading.sniff import sniff_path
    from zhibiao.reports.annotate import KINDS, not_annotatable

    kind = sniff_path(path, limits)
    return None if not kind or kind in KINDS or kind in REFUSED else not_annotatable(kind)


def annotate_one(task: AnnotateTask) -> Annotated:
    """Read, judge and write the copy; whatever is wrong becomes a failure."""
    source = task.task.source
    ((document, scored),) = read_and_scored([ScoreTask(task.task, task.scorer)])
    if document is None or scored.report is None:
        return Annotated(source, None, failures=scored.failures)
    try:
        copy = _copy(task, document, scored.report)
    except ReadError as error:
        return Annotated(source, None, failures=(*scored.failures, failure(source, error)))
    except Exception as bug:  # noqa: BLE001 - a mistake of ours in one file must not lose the others; it is named as ours
        return Annotated(source, None, failures=(*scored.failures, failure(source, internal(bug))))
    return Annotated(source, task.target, copy.comments, copy.fixes, scored.report, scored.failures)


def _copy(task: AnnotateTask, document: Document, report: DocumentReport) -> Copy:
    from zhibiao.reading import load
    from zhibiao.reports.annotate import annotate

    data = load(Path(task.task.source), task.task.limits)
    copy = annotate(data, document, report, task.fixes, task.when, task.task.limits)
    put(copy.data, task.target, data)
    return copy


def put(data: bytes, target: Path, original: bytes) -> None:
    """Write a copy, whole or not at all; a file that is no copy of ours stays as it is."""
    from zhibiao.reports.annotate.signature import is_annotated

    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        if target.exists() and (before := target.read_bytes()) != original and not is_annotated(before):
            cause = f"输出文件夹里的 {target.as_posix()} 已经存在，又不是本程序写的批注副本，没有覆盖"
            raise ReadError("exists", cause, "请换一个输出文件夹，或先把它移走")
        with whole_file(target) as file:
            file.write(data)
    except OSError as error:
        remedy = "请检查文件夹是否存在、有没有权限、磁盘是否已满、文件是否正被打开"
        raise ReadError("not-writable", f"副本 {target.as_posix()} 无法写入", remedy) from error
