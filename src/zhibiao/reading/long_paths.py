"""Paths longer than Windows opens by itself: with the mark \\\\?\\ before them it takes them as they are."""

from __future__ import annotations

import os
import sys
from pathlib import Path

_LONGEST = 247  # Windows: 259 characters for a file, 247 for a folder, so that a short name still fits into it
_MARK = "\\\\?\\"


def extended(absolute: str, platform: str = sys.platform) -> str:
    """An absolute path so that it opens; on other systems, and where it is short, as it is."""
    if platform != "win32" or len(absolute) <= _LONGEST or absolute.startswith(_MARK):
        return absolute
    written = absolute.replace("/", "\\")  # behind the mark Windows changes nothing
    return f"{_MARK}UNC\\{written[2:]}" if written.startswith("\\\\") else _MARK + written


def openable(path: Path) -> Path:
    """A path to open a file or folder by; messages name the path as it was given."""
    return Path(extended(os.path.abspath(path))) if sys.platform == "win32" else path  # noqa: PTH100 - Path.resolve would follow links
