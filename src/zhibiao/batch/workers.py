"""Worker processes with a time limit per task: a task that hangs or dies is named, the others go on.

concurrent.futures cannot kill one hanging worker, so each worker has its own pipe here."""

from __future__ import annotations

import multiprocessing
import signal
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from typing import Any

from zhibiao.batch.collector import relax


class TaskTimeoutError(Exception):
    """The task took longer than its limit and was stopped."""


class TaskCrashError(Exception):
    """The process that did the task died (out of memory, a crash in a library)."""


class StartError(RuntimeError):
    """A worker died before it could take a task: its surroundings are at fault, not a file."""


MOST_JOBS = 60  # Windows waits for 63 handles at once at most
AHEAD = 4  # tasks per job that may be begun or done while an earlier one holds up the order

READY = "ready"


@dataclass
class _Worker:
    process: SpawnProcess
    pipe: Connection
    ready: bool = False
    task: int = -1
    deadline: float = 0.0


def _serve(pipe: Connection, work: Callable[[Any], Any]) -> None:
    """A worker's life: take a task, send its result, until the parent goes. Ctrl-C is the parent's to answer."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    relax()
    pipe.send(READY)
    while True:
        try:
            task = pipe.recv()
        except EOFError:  # the parent is gone
            return
        result = work(task)
        try:
            pipe.send(result)
        except OSError:  # gone meanwhile: killed, and nobody waits
            return


def run(work: Callable[[Any], Any], tasks: Iterable[Any], jobs: int, seconds: float) -> Iterator[Any]:
    """Results in the order of the tasks, whatever the number of jobs; TaskTimeoutError and TaskCrashError stand in for lost ones.

    Tasks are taken as they are needed: a long stream of them is never held at once."""
    context = multiprocessing.get_context("spawn")
    coming = enumerate(tasks)
    results: dict[int, Any] = {}
    waiting: deque[tuple[int, Any]] = deque()
    workers: list[_Worker] = []
    given, taken = 0, 0
    jobs = min(jobs, MOST_JOBS)
    try:
        while True:
            while len(waiting) < jobs and taken < given + AHEAD * jobs and (more := next(coming, None)) is not None:
                waiting.append(more)
                taken += 1
            if given == taken:
                return
            _start(context, workers, min(jobs, len(waiting) + sum(w.task >= 0 for w in workers)), work)
            _give(workers, waiting, seconds)
            _collect(workers, results)
            while given in results:
                yield results.pop(given)
                given += 1
    finally:
        while workers:
            _bury(workers, workers[0])


def _start(context: Any, workers: list[_Worker], count: int, work: Callable[[Any], Any]) -> None:
    while len(workers) < count:
        ours, theirs = context.Pipe()
        process = context.Process(target=_serve, args=(theirs, work), daemon=True)
        process.start()
        theirs.close()
        workers.append(_Worker(process, ours))


def _give(workers: list[_Worker], waiting: deque[tuple[int, Any]], seconds: float) -> None:
    """A task for every idle worker; one that died while idle is replaced in the next round."""
    for worker in list(workers):
        if worker.task >= 0 or not waiting:
            continue
        number, task = waiting[0]
        try:
            worker.pipe.send(task)
        except OSError:
            _bury(workers, worker)
            continue
        worker.task = number
        waiting.popleft()
        worker.deadline = time.monotonic() + seconds


def _collect(workers: list[_Worker], results: dict[int, Any]) -> None:
    """Take what has come; stop workers that are late, bury those that died."""
    busy = [w for w in workers if w.task >= 0]
    if not busy:
        return
    left = max(0.0, min(w.deadline for w in busy) - time.monotonic())
    ready = set(wait([w.pipe for w in busy], timeout=left))
    for worker in busy:
        if worker.pipe in ready:
            try:
                result = worker.pipe.recv()
            except (EOFError, OSError):
                if not worker.ready:
                    raise StartError('读取文件的进程启动失败；在脚本中调用时，请把调用放在 if __name__ == "__main__": 之下') from None
                results[worker.task] = TaskCrashError()
            else:
                if worker.ready:
                    results[worker.task] = result
                    worker.task = -1
                worker.ready = True
                continue
        elif time.monotonic() >= worker.deadline:
            results[worker.task] = TaskTimeoutError()
        else:
            continue
        _bury(workers, worker)


def _bury(workers: list[_Worker], worker: _Worker) -> None:
    worker.process.kill()
    worker.process.join()
    worker.pipe.close()
    workers.remove(worker)
