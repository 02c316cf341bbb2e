"""Reads pages for the tests of html and picks out what they compare."""

from __future__ import annotations

from zhibiao.config.limits import Limits
from zhibiao.reading.blocks import Blocks, Grid, Paragraph
from zhibiao.reading.budget import Budget
from zhibiao.reading.html import read_html


def read(page: str | bytes, limits: Limits | None = None) -> Blocks:
    data = page.encode() if isinstance(page, str) else page
    return read_html(data, Budget(limits or Limits()))


def paragraphs(page: str | bytes) -> list[str]:
    return [block.text for block in read(page).blocks if isinstance(block, Paragraph)]


def grid(page: str | bytes, limits: Limits | None = None) -> Grid:
    found = [block for block in read(page, limits).blocks if isinstance(block, Grid)]
    assert len(found) == 1
    return found[0]


def texts(table: Grid) -> list[tuple[int, int, str]]:
    return [(cell.row, cell.column, cell.text) for cell in table.cells]
