"""Files → documents and errors, many at a time; old Word and WPS files are converted in one go first."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

from zhibiao.batch.workers import TaskCrashError, TaskTimeoutError, run
from zhibiao.config.limits import Limits
from zhibiao.errors import ReadError
from zhibiao.model.document import Document
from zhibiao.model.report import Failure
from zhibiao.reading.long_paths import openable

if TYPE_CHECKING:
    from zhibiao.reading.blocks import Blocks

_SMALL = 2 * 2**20  # bytes; real submissions have some 100 kB
_BYTES_TOGETHER = 512 * 2**10  # bytes of files that are handed over at once
_ROUNDS = 4  # groups for each job at least: the last ones end at about the same time
_LOSSES = (TaskTimeoutError, TaskCrashError)
GRACE = 15.0  # seconds over the reader's own limit before its process is stopped


@dataclass(frozen=True)
class Outcome:
    """What one file gave: a document, errors, or both (a sheet or page failed, the rest was read)."""

    source: str
    document: Document | None
    failures: tuple[Failure, ...] = ()


@dataclass(frozen=True)
class Task:
    """One file for a worker; `docx` holds what LibreOffice made of an old Word file."""

    source: str
    limits: Limits
    docx: bytes | None = None


def read_one(task: Task) -> Outcome:
    """Read and parse one file; whatever is wrong with it becomes a failure."""
    from zhibiao.parsing import parse

    try:
        blocks = _blocks(task)
        document = parse(blocks, task.source)
    except ReadError as error:
        return Outcome(task.source, None, (failure(task.source, error),))
    except MemoryError:
        lack = ReadError("too-large", "读取时内存不足", "请把文件拆分成较小的几份后重试")
        return Outcome(task.source, None, (failure(task.source, lack),))
    except Exception as bug:  # noqa: BLE001 - a mistake of ours in one file must not lose the others; it is named as ours
        return Outcome(task.source, None, (failure(task.source, internal(bug)),))
    return Outcome(task.source, document, tuple(failure(task.source, e) for e in blocks.failures))


def _blocks(task: Task) -> Blocks:
    from zhibiao.reading import read_blocks, read_bytes

    path = Path(task.source)
    if task.docx is not None:
        return replace(read_bytes(task.docx, f"{path.stem}.docx", task.limits), kind="doc")
    if path.is_dir():
        _open_folder(path)
    return read_blocks(path, task.limits)


def _open_folder(folder: Path) -> None:
    """Walking leaves a folder among the files only where it could not be listed: say why."""
    try:
        os.scandir(openable(folder)).close()
    except PermissionError as error:
        raise ReadError("no-permission", "没有权限打开文件夹", "请检查文件夹权限，或复制到本人的文件夹后再试") from error
    except OSError as error:
        raise ReadError("not-readable", "文件夹无法打开", "请检查磁盘或网络位置是否可用") from error


def internal(bug: Exception) -> ReadError:
    """A mistake of ours, told as ours."""
    return ReadError("internal", f"程序内部错误（{type(bug).__name__}：{bug}）", "这是程序的问题，请把文件和这条信息反馈给维护者")


def failure(source: str, error: ReadError) -> Failure:
    """An error as its entry."""
    return Failure(source, error.code, error.message(source))


def read_many(sources: Sequence[str], jobs: int | None = None, limits: Limits | None = None) -> Iterator[Outcome]:
    """Outcomes in the order of the sources, the same for any number of jobs."""
    return each(sources, jobs, limits or Limits(), OneByOne(read_one), lambda task: task)


@dataclass(frozen=True)
class OneByOne:
    """Work on one task, for those who hand over several."""

    work: Callable[[Any], Any]

    def __call__(self, tasks: Sequence[Any]) -> list[Any]:
        """In their order."""
        return [self.work(task) for task in tasks]


def each(
    sources: Sequence[str],
    jobs: int | None,
    limits: Limits,
    work: Callable[[Sequence[Any]], Sequence[Any]],
    dressed: Callable[[Task], Any],
    together: int = 1,
) -> Iterator[Any]:
    """What work makes of each source in its process; an Outcome where a source was lost.

    dressed: the task with what work needs beside. together: so many small files are handed to a process at once."""
    count = max(1, jobs or min(os.cpu_count() or 1, len(sources)))
    tasks, ready = _tasks(sources, limits)
    groups = list(_groups([task for task in tasks if task is not None], together, count))
    given = [[dressed(task) for task in group] for group in groups]
    alone = jobs is None and len(sources) == 1 and _is_small(sources[0])
    done = map(work, given) if alone else run(work, given, count, limits.seconds + GRACE)
    results = chain.from_iterable(_kept(group, result, work, limits) for group, result in zip(given, done, strict=True))
    for source, task in zip(sources, tasks, strict=True):
        if task is None:
            yield ready[source]
            continue
        result = next(results)
        yield _lost(source, result, limits) if isinstance(result, _LOSSES) else result


def _groups(tasks: Sequence[Task], most: int, jobs: int) -> Iterator[list[Task]]:
    """Neighbours that are small together; never so many that a job would be idle."""
    most = min(most, max(1, len(tasks) // (_ROUNDS * jobs)))
    group: list[Task] = []
    held = 0
    for task in tasks:
        size = _size(task) if most > 1 else 0
        if group and (len(group) >= most or held + size > _BYTES_TOGETHER):
            yield group
            group, held = [], 0
        group.append(task)
        held += size
    if group:
        yield group


def _size(task: Task) -> int:
    try:
        return len(task.docx) if task.docx is not None else Path(task.source).stat().st_size
    except OSError:
        return 0  # there is nothing to read


def _kept(group: Sequence[Any], result: Any, work: Callable[[Sequence[Any]], Sequence[Any]], limits: Limits) -> Iterator[Any]:
    """A result for each task of a group; where the group was lost, its files are tried alone, so that only the one at fault is."""
    if not isinstance(result, _LOSSES):
        yield from result
    elif len(group) == 1:
        yield result
    else:
        for one in run(work, [[task] for task in group], 1, limits.seconds + GRACE):
            yield one if isinstance(one, _LOSSES) else one[0]


def _is_small(source: str) -> bool:
    """One ordinary document is done here: a second process would take longer to start than the work. The reader's own limits hold."""
    try:
        return Path(source).stat().st_size <= _SMALL
    except OSError:
        return True  # there is nothing to read


def _lost(source: str, loss: TaskTimeoutError | TaskCrashError, limits: Limits) -> Outcome:
    return Outcome(source, None, (failure(source, lost(loss, limits.seconds)),))


def lost(loss: TaskTimeoutError | TaskCrashError, seconds: float) -> ReadError:
    """Why a task gave nothing."""
    if isinstance(loss, TaskTimeoutError):
        return ReadError("timeout", f"读取超过 {seconds:g} 秒仍未完成，已停止", "请确认文件是否正常，必要时拆分成较小的文件后重试")
    return ReadError("crashed", "读取这个文件的进程意外退出（可能是内存不足或文件损坏）", "请用 Word、Excel 或 WPS 重新打开并另存后再试")


def _tasks(sources: Sequence[str], limits: Limits) -> tuple[list[Task | None], dict[str, Outcome]]:
    """A task per source; None where the outcome is already known (conversion failed)."""
    from zhibiao.reading.office import convert
    from zhibiao.reading.sniff import sniff_path

    old = [path for path in map(Path, sources) if sniff_path(path, limits) in ("doc", "rtf")]
    converted = convert(old, limits) if old else {}
    ready: dict[str, Outcome] = {}
    tasks: list[Task | None] = []
    for source in sources:
        result = converted.get(Path(source))
        if isinstance(result, ReadError):
            ready[source] = Outcome(source, None, (failure(source, result),))
            tasks.append(None)
        else:
            tasks.append(Task(source, limits, result))
    return tasks, ready
