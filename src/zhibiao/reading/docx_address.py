"""From a place that reading gave back to the w:tc in the part, so that a comment can be put there."""

from __future__ import annotations

from lxml import etree

from zhibiao.model.place import Place
from zhibiao.reading.budget import Budget
from zhibiao.reading.docx import Story
from zhibiao.reading.docx_cells import Layout, lay_out
from zhibiao.reading.docx_names import unwrap


class CellFinder:
    """Finds cells in a story that has been read; the elements belong to `story.root`, which can be written back."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self.layouts: dict[tuple[int, ...], Layout] = {}

    def find(self, place: Place) -> etree._Element | None:
        """The w:tc at row and column (from 1) of the innermost table that the place names; None where there is no such cell."""
        if place.row is None or place.column is None:
            return None
        layout = self._layout(place.path or (place.table or 0,))
        row, column = place.row - 1, place.column - 1
        for slot in layout.slots if layout is not None else ():
            if slot.row <= row < slot.row + slot.height and slot.column <= column < slot.column + slot.span:
                return slot.element
        return None

    def _layout(self, path: tuple[int, ...]) -> Layout | None:
        if path not in self.layouts:
            table = self._table(path)
            if table is None:
                return None
            self.layouts[path] = lay_out(table, Budget(self.story.budget.limits))
        return self.layouts[path]

    def _table(self, path: tuple[int, ...]) -> etree._Element | None:
        """Follow (table, row, cell, table, ...) in part order."""
        first, *steps = path
        if not 1 <= first <= len(self.story.tables):
            return None
        element = self.story.tables[first - 1]
        for position, step in enumerate(steps):
            wanted = ({"tr"}, {"tc"}, {"tbl"})[position % 3]
            found = [child for _, child, _ in unwrap(element, wanted, self.story.depth)]
            if not 1 <= step <= len(found):
                return None
            element = found[step - 1]
        return element
