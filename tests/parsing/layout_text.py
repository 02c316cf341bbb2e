"""Builds lines of layout text: pieces by the position where they stand, every character counting one."""

from __future__ import annotations


def at(*pieces: tuple[int, str]) -> str:
    """One line with these pieces at these positions."""
    line = ""
    for start, text in pieces:
        assert start >= len(line), f"{text} would stand on {line}"
        line = line.ljust(start) + text
    return line


def rows(starts: tuple[int, ...], drawing: str) -> list[str]:
    """One line a row, cells parted by |, each column at its start."""
    out = []
    for row in drawing.strip().split("\n"):
        cells = [cell.strip() for cell in row.split("|")]
        out.append(at(*((start, cell) for start, cell in zip(starts, cells, strict=False) if cell)))
    return out
