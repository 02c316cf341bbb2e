"""How high a line must be for its wrapped text: not every program that opens a workbook works that out by itself."""

from __future__ import annotations

from math import ceil

_LINE = 14.0  # points of one line at 10 points
_MOST = 409.0  # Excel's limit
_SLACK = 1.15  # words do not break exactly where the column ends


def lines_of(text: str, width: float) -> int:
    """Lines that a text takes in a column; a Chinese character is as wide as two digits."""
    if "\n" not in text:
        return ceil(_wide(text) * _SLACK / width) if len(text) * 2 > width else 1
    return sum(max(1, ceil(_wide(part) * _SLACK / width)) for part in text.split("\n"))


def _wide(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode("gb18030", "replace"))


def height_of(lines: int, most: float = _MOST) -> float:
    """Points."""
    return min(most, lines * _LINE + 2)
