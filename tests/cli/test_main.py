"""The program's entry."""

from __future__ import annotations

import os
import subprocess
import sys


def test_help_is_shown_where_the_output_cannot_hold_chinese() -> None:
    command = [sys.executable, "-c", "from zhibiao.cli.main import run; run()", "parse", "--help"]
    found = subprocess.run(command, capture_output=True, env={**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}, timeout=120)
    assert found.returncode == 0
    assert "读取文件和文件夹" in found.stdout.decode("utf-8")
