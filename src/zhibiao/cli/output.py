"""Where a command's result goes: standard output, or a file that appears only when it is whole."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from zhibiao.cli.windows_names import name_refused
from zhibiao.reports.whole_file import whole_file
from zhibiao.reports.writers import Piece

FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)  # no room: the disk, the user's share of it, the size of a file
_NO_ROOM = "{name}：写到一半，磁盘已满或超过了限额，没有写成。请清理磁盘，或用 -o 写到别的磁盘后重试。"
_UNWRITABLE = "{name}：文件无法写入。请检查文件夹是否存在、有没有权限、文件是否正被打开。"


class OutputError(Exception):
    """The file cannot be written; the message is Chinese."""


@contextmanager
def opened(path: Path | None, text: bool = False) -> Iterator[Callable[[Piece], None]]:
    """A function that writes. UTF-8 whatever the locale says; text for people on standard output is in the terminal's own encoding."""
    if path is None:
        yield _to_terminal if text else _to_stdout
        return
    if refused := name_refused(path):
        raise OutputError(refused)
    try:
        with whole_file(path) as file:
            yield lambda piece: _write(file, piece)
    except OSError as error:
        raise OutputError(_why(path.as_posix(), error)) from error


def _why(name: str, error: OSError) -> str:
    return (_NO_ROOM if error.errno in FULL else _UNWRITABLE).format(name=name)


def _write(file: BinaryIO, piece: Piece) -> None:
    file.write(piece.encode("utf-8", "backslashreplace") if isinstance(piece, str) else piece)


@contextmanager
def _stdout() -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:  # a reader such as head has seen enough
        raise
    except OSError as error:
        give_up_stdout()
        raise OutputError(_why("标准输出", error)) from error


def give_up_stdout() -> None:
    """What is still held for it goes nowhere: Python would try once more at its end, and complain in English."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)


def _to_stdout(piece: Piece) -> None:
    with _stdout():
        _write(sys.stdout.buffer, piece)
        sys.stdout.buffer.flush()


def _to_terminal(piece: Piece) -> None:
    with _stdout():
        sys.stdout.write(piece if isinstance(piece, str) else piece.decode())
        sys.stdout.flush()
