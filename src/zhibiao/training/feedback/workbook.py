"""A report's sheets as lists of lines, each with its place: whatever program saved the workbook last."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from zhibiao.errors import ReadError
from zhibiao.reading import read_blocks
from zhibiao.reading.blocks import Grid
from zhibiao.reports.xlsx import findings, indicators, notes, overview

_MODIFIED = re.compile(r"<dcterms:modified[^>]*>([^<]+)<")
_BY = re.compile(r"<cp:lastModifiedBy>([^<]+)<")


@dataclass(frozen=True, slots=True)
class Line:
    """A line's cells by their heads, as text."""

    sheet: str
    row: int  # as Excel counts
    cells: Mapping[str, str]

    def get(self, head: str) -> str:
        """The text, without blanks around it; "" where nothing stands."""
        return self.cells.get(head, "").strip()


@dataclass(frozen=True, slots=True)
class Workbook:
    """projects, rows and findings as they stand; who, when and which engine as far as the workbook tells."""

    projects: tuple[Line, ...]
    rows: tuple[Line, ...]
    findings: tuple[Line, ...]
    reviewer: str | None
    reviewed: str | None
    engine: str | None


def read_workbook(path: Path) -> Workbook:
    """ReadError where the file is no report of ours."""
    blocks = read_blocks(path)
    grids = {block.place.sheet or "": block for block in blocks.blocks if isinstance(block, Grid)}
    if not {overview.NAME, indicators.NAME, findings.NAME} <= grids.keys():
        raise ReadError(
            "no-report",
            "不是 zhibiao 写的评审报告（缺少总览、指标明细或问题清单）",
            "请指定 zhibiao score -o 报告.xlsx 写成、由评审人填过的工作簿",
        )
    told = {cells[0]: cells[1] for cells in _matrix(grids[notes.NAME]) if len(cells) > 1} if notes.NAME in grids else {}
    by, when = _properties(path)
    return Workbook(
        _lines(grids, overview.NAME),
        _lines(grids, indicators.NAME),
        _lines(grids, findings.NAME),
        told.get(notes.REVIEWER, "").strip() or by,
        when,
        told.get(notes.ENGINE, "").strip() or None,
    )


def _lines(grids: Mapping[str, Grid], name: str) -> tuple[Line, ...]:
    """Of a sheet and of those in which it goes on."""
    out = []
    for sheet, grid in grids.items():
        if sheet == name or sheet.startswith(f"{name} ("):
            head, *lines = _matrix(grid)
            out += [Line(sheet, number, dict(zip(head, cells, strict=True))) for number, cells in enumerate(lines, grid.first_row + 1)]
    return tuple(out)


def _matrix(grid: Grid) -> list[list[str]]:
    out = [[""] * grid.width for _ in range(grid.height)]
    for cell in grid.cells:
        out[cell.row][cell.column] = cell.text
    return out


def _properties(path: Path) -> tuple[str | None, str | None]:
    """Who saved it last, and on which day; the file's own date where the workbook tells none."""
    try:
        with ZipFile(path) as package:
            core = package.read("docProps/core.xml").decode("utf-8", "replace")
    except (BadZipFile, KeyError, OSError):
        core = ""
    by, when = _BY.search(core), _MODIFIED.search(core)
    day = when[1][:10] if when and not when[1].startswith("2000-01-01") else datetime.fromtimestamp(path.stat().st_mtime).date().isoformat()
    return by[1].strip() if by else None, day
