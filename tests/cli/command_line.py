"""The program as a user runs it: a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

PROGRAM = str(Path(sys.executable).with_name("zhibiao"))


def zhibiao(folder: Path, *arguments: str, stdin: bytes = b"", more: dict[str, Any] | None = None, **variables: str) -> Any:
    """Run it to its end. more: further options of subprocess.run."""
    options: dict[str, Any] = {"capture_output": True, "timeout": 300, "input": stdin, **(more or {})}
    return subprocess.run([PROGRAM, *arguments], cwd=folder, check=False, env={**os.environ, **variables}, **options)


def started(folder: Path, *arguments: str, **variables: str) -> subprocess.Popen[bytes]:
    """Start it in a process group of its own, with its workers."""
    environment = {**os.environ, **variables}
    return subprocess.Popen(
        [PROGRAM, *arguments], cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True
    )


def said(run: Any) -> str:
    """Its messages, without the lines that tell a slow machine's user that the work goes on."""
    return without_progress(run.stderr)


def without_progress(told: bytes, encoding: str = "utf-8") -> str:
    """Messages as text."""
    return "".join(line for line in told.decode(encoding).splitlines(keepends=True) if not line.startswith("已完成 "))
