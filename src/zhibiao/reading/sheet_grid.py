"""Text cells and merges of one sheet made into a grid; xlsx and xls share it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from zhibiao.model.place import Place
from zhibiao.reading.blocks import Cell, Grid
from zhibiao.reading.budget import Budget

ROWS, COLUMNS = 1_048_576, 16_384  # of an Excel sheet
REACH = 10_000  # cells: a larger merge (A1:XFD1048576 by accident) does not stretch the used range, it is clipped to it
CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f]")


class Area(NamedTuple):
    """A rectangle of cells, all four sides inclusive, from 0."""

    top: int
    left: int
    bottom: int
    right: int

    @property
    def size(self) -> int:
        """Number of cells; below 2 there is nothing merged."""
        return max(0, self.bottom - self.top + 1) * max(0, self.right - self.left + 1)

    def clipped(self, box: Area) -> Area:
        """The part that lies in the box."""
        return Area(max(self.top, box.top), max(self.left, box.left), min(self.bottom, box.bottom), min(self.right, box.right))


class SheetCells:
    """What a sheet reader collects: text by cell, merged areas. A cell's key is row * COLUMNS + column, which sorts in reading order."""

    def __init__(self) -> None:
        self.texts: dict[int, str] = {}
        self.merges: list[Area] = []

    def put(self, row: int, column: int, text: str) -> None:
        """Keep a cell that shows something."""
        text = clean_breaks(text)
        if text and not text.isspace():
            self.texts[row * COLUMNS + column] = text

    def grid(self, place: Place, budget: Budget) -> Grid | None:
        """The used range: cells with text and merges that hold text; None for a blank sheet."""
        if not self.texts:
            return None
        box = self._box()
        spans = self._spans(box, budget)
        keys = sorted({*self.texts, *spans})
        cells = tuple(
            Cell(self.texts.get(key, ""), key // COLUMNS - box.top, key % COLUMNS - box.left, *spans.get(key, (1, 1))) for key in keys
        )
        height, width = box.bottom - box.top + 1, box.right - box.left + 1
        return Grid(cells, height, width, place, first_row=box.top + 1, first_column=box.left + 1)

    def _box(self) -> Area:
        columns = {key % COLUMNS for key in self.texts}
        top, bottom = min(self.texts) // COLUMNS, max(self.texts) // COLUMNS
        left, right = min(columns), max(columns)
        for merge in self.merges:
            if 1 < merge.size <= REACH and merge.top * COLUMNS + merge.left in self.texts:
                bottom, right = max(bottom, merge.bottom), max(right, merge.right)
        return Area(top, left, bottom, right)

    def _spans(self, box: Area, budget: Budget) -> dict[int, tuple[int, int]]:
        """Row and column span by anchor; of overlapping merges the first stands. Covered text goes, but fills an empty anchor."""
        spans: dict[int, tuple[int, int]] = {}
        covered: set[int] = set()
        for merge in self.merges:
            area = merge.clipped(box)
            if area.size < 2:
                continue
            budget.spend_cells(area.size, place_of(area))
            keys = [row * COLUMNS + column for row in range(area.top, area.bottom + 1) for column in range(area.left, area.right + 1)]
            if not covered.isdisjoint(keys):
                continue
            covered.update(keys)
            texts = _present(self.texts.pop(key, "") for key in keys)
            spans[keys[0]] = (area.bottom - area.top + 1, area.right - area.left + 1)
            if texts:
                self.texts[keys[0]] = texts[0]
        return spans


def _present(texts: Iterable[str]) -> list[str]:
    return [text for text in texts if text]


def place_of(area: Area) -> str:
    """An area for people: 第3行第2列."""
    return f"第{area.top + 1}行第{area.left + 1}列"


def clean_breaks(text: str) -> str:
    """Line ends as \\n (a vertical tab is Word's soft break); other control characters are no text."""
    if text.isprintable():
        return text
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x0b", "\n").replace("\x0c", "\n")
    return CONTROLS.sub("", text)
