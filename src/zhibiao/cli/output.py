"""Where a command's result goes: standard output, or a file that appears only when it is whole."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from zhibiao.reports.writers import Piece


class OutputError(Exception):
    """The file cannot be written; the message is Chinese."""


@contextmanager
def opened(path: Path | None, text: bool = False) -> Iterator[Callable[[Piece], None]]:
    """A function that writes. UTF-8 whatever the locale says; text for people on standard output is in the terminal's own encoding."""
    if path is None:
        yield _to_terminal if text else _to_stdout
        return
    part = path.with_name(f"{path.name}.part")
    try:
        with part.open("wb") as file:
            yield lambda piece: _write(file, piece)
        part.replace(path)
    except OSError as error:
        raise OutputError(f"{path.as_posix()}：文件无法写入。请检查文件夹是否存在、有没有权限、文件是否正被打开。") from error
    finally:
        part.unlink(missing_ok=True)


def _write(file: BinaryIO, piece: Piece) -> None:
    file.write(piece.encode("utf-8", "backslashreplace") if isinstance(piece, str) else piece)


def _to_stdout(piece: Piece) -> None:
    _write(sys.stdout.buffer, piece)
    sys.stdout.buffer.flush()


def _to_terminal(piece: Piece) -> None:
    sys.stdout.write(piece if isinstance(piece, str) else piece.decode())
    sys.stdout.flush()
