"""Progress of a long command, on a terminal only: a redirect or a log gets nothing of it."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager

from zhibiao.reports.writers import Piece

Write = Callable[[Piece], None]
Later = Callable[[Write, Iterable[Piece]], None]
Count = Callable[[str], None]


@contextmanager
def counted(total: int, hold: bool) -> Iterator[tuple[Count, Later]]:
    """(count, later): count names the source that is done; later writes at once, or where the terminal shows the progress, after it.

    hold: the result goes to standard output, which may be the same terminal."""
    if not sys.stderr.isatty() or total < 2:
        yield (lambda _: None), _at_once
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    held: list[tuple[Write, Piece]] = []

    def after(write: Write, pieces: Iterable[Piece]) -> None:
        held.extend((write, piece) for piece in pieces)

    columns = (TextColumn("{task.fields[source]}", markup=False), BarColumn(), MofNCompleteColumn())
    seen: set[str] = set()
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("", total=total, source="")

        def count(source: str) -> None:
            progress.update(task, advance=source not in seen, source=source)
            seen.add(source)

        yield count, after if hold and sys.stdout.isatty() else _at_once
    for write, piece in held:
        write(piece)


def _at_once(write: Write, pieces: Iterable[Piece]) -> None:
    for piece in pieces:
        write(piece)
