"""Progress of a long command on standard error: a bar on a terminal, now and then a plain line elsewhere."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Protocol

from zhibiao.reports.writers import Piece

Write = Callable[[Piece], None]
Later = Callable[[Write, Iterable[Piece]], None]
Count = Callable[[str], None]
SECONDS = 10.0  # between two plain lines


class Sums(Protocol):
    """What has been done so far."""

    @property
    def rows(self) -> int: ...

    @property
    def findings(self) -> int: ...


@contextmanager
def counted(total: int, hold: bool, sums: Sums | None = None) -> Iterator[tuple[Count, Later]]:
    """(count, later): count names the source that is done; later writes at once, or where the terminal shows the progress, after it.

    hold: the result goes to standard output, which may be the same terminal."""
    if total < 2:
        yield (lambda _: None), _at_once
    elif sys.stderr.isatty():
        yield from _bar(total, hold, sums)
    else:
        yield _Lines(total, sums).count, _at_once


def _bar(total: int, hold: bool, sums: Sums | None) -> Iterator[tuple[Count, Later]]:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    held: list[tuple[Write, Piece]] = []

    def after(write: Write, pieces: Iterable[Piece]) -> None:
        held.extend((write, piece) for piece in pieces)

    columns = (
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[told]}", markup=False),
        TextColumn("还需"),
        TimeRemainingColumn(),
        TextColumn("{task.fields[source]}", markup=False),
    )
    seen: set[str] = set()
    with Progress(*columns, console=Console(stderr=True), transient=True, redirect_stdout=False) as progress:
        task = progress.add_task("", total=total, source="", told="")

        def count(source: str) -> None:
            progress.update(task, advance=source not in seen, source=source, told=_told(sums))
            seen.add(source)

        yield count, after if hold and sys.stdout.isatty() else _at_once
    for write, piece in held:
        write(piece)


class _Lines:
    """A line every few seconds, so that a log shows that the work goes on and a short run says nothing."""

    def __init__(self, total: int, sums: Sums | None) -> None:
        self.total, self.sums = total, sums
        self.seen: set[str] = set()
        self.last = time.monotonic()

    def count(self, source: str) -> None:
        """One more is done."""
        self.seen.add(source)
        if time.monotonic() - self.last >= SECONDS:
            self.last = time.monotonic()
            told = _told(self.sums)
            sys.stderr.write(f"已完成 {len(self.seen)}/{self.total} 份文件{'，' if told else ''}{told}\n")
            sys.stderr.flush()


def _told(sums: Sums | None) -> str:
    return f"{sums.rows} 个指标，{sums.findings} 个问题" if sums else ""


def _at_once(write: Write, pieces: Iterable[Piece]) -> None:
    for piece in pieces:
        write(piece)
