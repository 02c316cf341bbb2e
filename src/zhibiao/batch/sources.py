"""The files that a command means: paths as given, folders walked in a stable order."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from zhibiao.reading.long_paths import openable

# Files that stand in submission folders and are no submissions; anything else is tried and, if need be, listed as unreadable.
_PASSED_OVER = ("~$", ".", "Thumbs.db", "desktop.ini")


def walk(paths: Sequence[str]) -> Iterator[str]:
    """Each file once, in the order given; inside a folder by name, at any depth, without links out of it.

    A folder that may not be opened comes as itself, so that reading it says so."""
    seen: set[str] = set()
    for given in paths:
        path = Path(given)
        for found in _inside(path) if openable(path).is_dir() else [path]:
            name = found.as_posix()
            if name not in seen:
                seen.add(name)
                yield name


def _inside(folder: Path) -> Iterator[Path]:
    try:
        with os.scandir(openable(folder)) as found:
            entries = sorted(found, key=lambda entry: entry.name)
    except OSError:
        yield folder
        return
    for entry in entries:
        if entry.name.startswith(_PASSED_OVER):
            continue
        inside = folder / entry.name
        if entry.is_symlink():
            if inside.is_file():
                yield inside
        elif entry.is_dir():
            yield from _inside(inside)
        elif entry.is_file():
            yield inside
