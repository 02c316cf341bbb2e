"""A file that appears only when it is whole."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from zhibiao.reading.long_paths import openable

_LONGEST = 40  # characters of the name that the unfinished file shares: a name may have 255 bytes


@contextmanager
def whole_file(path: Path) -> Iterator[BinaryIO]:
    """Where to write. OSError as it comes; what stood under the name stays until the new file is complete."""
    # Hidden, so that what a killed run leaves is no submission; numbered, so that two runs do not write into each other's
    part = openable(path.with_name(f".{path.name[:_LONGEST]}.{os.getpid()}.part"))
    try:
        with part.open("wb") as file:
            yield file
        part.replace(openable(path))
    finally:
        with suppress(OSError):  # its folder may be none
            part.unlink(missing_ok=True)
