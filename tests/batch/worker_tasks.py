"""Work for worker processes; it stands apart from the tests because a new process imports it by name."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path


def double(number: int) -> int:
    return number * 2


def double_slowly(number: int) -> int:
    """The first tasks take longest, so that the others are done before them."""
    time.sleep(max(0.0, 0.4 - number / 10))
    return number * 2


def misbehave(task: int | str) -> int:
    if task == "hang":
        time.sleep(60)
    if task == "exit":
        os._exit(1)
    if task == "raise":
        raise ValueError("not caught")
    if task == "kill":
        os.kill(os.getpid(), signal.SIGTERM)
        time.sleep(60)
    return int(task) * 2


def write_process_id(path: str) -> int:
    Path(path).write_text(str(os.getpid()))
    return os.getpid()


def echo(data: bytes) -> bytes:
    return data
