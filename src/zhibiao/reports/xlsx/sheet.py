"""A sheet with a head, filters and columns; it goes on in a second one where Excel's rows run out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeAlias

from xlsxwriter import Workbook
from xlsxwriter.format import Format

from zhibiao.reports.xlsx.heights import height_of, lines_of
from zhibiao.reports.xlsx.page import SHORT, LineCell, Page

MOST_ROWS = 1_048_576  # of a sheet, by the file format
MOST_LINKS = 65_000  # Excel refuses more than 65,530 on a sheet
_LONGEST = 32_000  # Excel: 32,767 UTF-16 units in a cell
_CUT = "……（过长，以下略去）"
STRANGE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")  # what XML cannot hold
_A3 = 8
_HIGHEST = 200.0  # points: a row that fills the screen hides its neighbours; the rest can be read in the cell
_WRAPPED = ("text", "link")


@dataclass(frozen=True, slots=True)
class Column:
    """look: of cells that bring none of their own. choices: what may be chosen in a drop-down."""

    title: str
    width: float
    look: str = "text"
    choices: tuple[str, ...] = ()
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    """Text that leads somewhere: external:… a file, internal:… a cell."""

    target: str
    text: str


Value: TypeAlias = str | float | int | Link | None
Cell: TypeAlias = Value | tuple[Value, str]  # a value, or a value and its look


def plain(text: str) -> str:
    """Text that a workbook can hold, as text: `=100%` too is written as a string, never as a formula."""
    if len(text) > _LONGEST:
        text = text[:_LONGEST] + _CUT
    if STRANGE.search(text):
        text = STRANGE.sub("�", text)
    if text.startswith("<r>") and text.endswith("</r>"):  # the writer would take it for its own markup
        text = " " + text
    return text


_recurring = lru_cache(maxsize=1 << 12)(plain)


class Sheet:
    """Lines are written in order and are then out of memory."""

    def __init__(self, book: Workbook, looks: dict[str, Format], name: str, columns: Sequence[Column], frozen: int = 0) -> None:
        self.book, self.looks, self.name, self.columns, self.frozen = book, looks, name, columns, frozen
        self.styles = [looks[column.look] for column in columns]
        self.widths = [column.width if column.look in _WRAPPED and not column.hidden else 0.0 for column in columns]  # of wrapped texts
        self.pages: list[Page] = []
        self.row = 0
        self.links = 0
        self._page()

    def _page(self) -> None:
        if self.pages:
            self._finish(self.pages[-1])
        number = len(self.pages) + 1
        page = self.book.add_worksheet(self.name if number == 1 else f"{self.name} ({number})", Page)
        self.pages.append(page)
        for place, column in enumerate(self.columns):
            page.set_column(place, place, column.width, None, {"hidden": True} if column.hidden else {})
        page.set_row(0, 30)
        for place, column in enumerate(self.columns):
            page.write_string(0, place, column.title, self.looks["head"])
        page.freeze_panes(1, self.frozen)
        page.hide_gridlines(0)
        page.set_landscape()
        page.set_paper(_A3)
        page.fit_to_pages(1, 0)
        page.repeat_rows(0)
        page.set_footer("&C第 &P 页，共 &N 页")
        self.row, self.links = 0, 0

    def line(self, cells: Sequence[Cell]) -> int:
        """Write one line; its row number as Excel counts."""
        if self.row + 1 >= MOST_ROWS:
            self._page()
        self.row += 1
        page, row = self.pages[-1], self.row
        high = 1
        written: list[LineCell] = []
        for place, (cell, style, width) in enumerate(zip(cells, self.styles, self.widths, strict=True)):
            if cell is None:  # a third of the cells
                continue
            value: Value
            if isinstance(cell, tuple):
                value, look = cell
                style = self.looks[look]
            else:
                value = cell
            if value is None or value == "":
                continue
            if isinstance(value, Link):
                style, value = self._link(page, row, place, value), value.text
            if isinstance(value, str):
                if width and len(value) * 2 > width:
                    high = max(high, lines_of(value, width))
                value = _recurring(value) if len(value) < SHORT else plain(value)
            written.append((place, value, style))
        page.line(row, height_of(high, _HIGHEST), written)
        return row + 1

    def _link(self, page: Page, row: int, place: int, link: Link) -> Format:
        """The look that the text then has. xlsxwriter notes the link and writes a cell, which the line's own replaces."""
        self.links += 1
        taken = self.links <= MOST_LINKS and page.write_url(row, place, link.target, self.looks["link"], plain(link.text)) == 0
        page.table.pop(row, None)
        return self.looks["link" if taken else "text"]

    def finish(self) -> None:
        """Filters and drop-downs over what was written."""
        self._finish(self.pages[-1])

    def _finish(self, page: Page) -> None:
        last = max(self.row, 1)
        page.autofilter(0, 0, last, len(self.columns) - 1)
        for place, column in enumerate(self.columns):
            if column.look == "input":  # one rule in place of a coloured blank cell in every line
                page.conditional_format(1, place, last, place, {"type": "formula", "criteria": "=TRUE", "format": self.looks["room"]})
            if column.choices:
                page.data_validation(
                    1,
                    place,
                    last,
                    place,
                    {
                        "validate": "list",
                        "source": list(column.choices),
                        "ignore_blank": True,
                        "error_title": "请从列表中选择",
                        "error_message": f"可以选择：{'、'.join(column.choices)}",
                    },
                )
