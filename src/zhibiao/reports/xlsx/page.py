"""A worksheet whose lines are written as XML at once: cell by cell, xlsxwriter took two thirds of the time in which reports are written.

Lines come in order and may be mixed with xlsxwriter's own calls; what is written is the same."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from math import isfinite
from pathlib import Path
from shutil import copyfileobj
from typing import Any

from xlsxwriter.format import Format
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

LineCell = tuple[int, str | float | None, Format]  # column, what stands in it (None: a blank that only looks so), its look

_ODD = re.compile("[&<>\x00-\x08\x0b-\x1f\ufffe\uffff]")  # one search for most texts, which have none of these
_ESCAPED = re.compile("_x(?=[0-9a-fA-F]{4}_)")  # what Excel would take for one of its escapes
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff]")
_LETTERS = [xl_col_to_name(column) for column in range(64)]
_PIXELS = 4 / 3  # of a point
_USUAL = 20  # pixels of a line that says nothing of its height
_PIECE = 1 << 20  # bytes
SHORT = 256  # characters of a text whose written form is kept


class Page(Worksheet):  # type: ignore[misc]  # xlsxwriter has no types that all its versions share
    """Made by Workbook.add_worksheet(name, Page), in constant_memory mode."""

    def line(self, row: int, height: float, cells: Sequence[LineCell], merged: Sequence[tuple[int, int]] = ()) -> None:
        """One line. height: points. merged: first and last column of each range that is one cell."""
        if cells:
            self._check_dimensions(row, cells[0][0])
            self._check_dimensions(row, cells[-1][0])
        self._write_single_row(row)  # what xlsxwriter holds back of the line before
        pixels = int(height * _PIXELS + 0.5)
        high = "" if pixels == _USUAL else f' ht="{pixels / _PIXELS:.16g}" customHeight="1"'
        inside = "".join([_cell(_LETTERS[column], row + 1, value, look._get_xf_index()) for column, value, look in cells])
        self.fh.write(f'<row r="{row + 1}"{high}>{inside}</row>')
        self.merge += [[row, first, row, last] for first, last in merged]

    def _write_optimized_sheet_data(self) -> None:
        """The lines put into the sheet's part. xlsxwriter's own decodes and encodes them once more, 0.3 s for 1,000 files."""
        if self.dim_rowmin is None:
            super()._write_optimized_sheet_data()
            return
        self._xml_start_tag("sheetData")
        self.row_data_fh.seek(0)
        self.fh.flush()
        copyfileobj(self.row_data_fh.buffer, self.fh.buffer, _PIECE)
        self.row_data_fh.close()
        Path(self.row_data_filename).unlink()
        self._xml_end_tag("sheetData")


def _cell(letters: str, number: int, value: str | float | None, look: Any) -> str:
    if value is None:
        return f'<c r="{letters}{number}" s="{look}"/>'
    if isinstance(value, str):
        inside = _recurring(value) if len(value) < SHORT else _inside(value)
        return f'<c r="{letters}{number}" s="{look}" t="inlineStr"><is>{inside}</is></c>'
    if isfinite(value):
        return f'<c r="{letters}{number}" s="{look}"><v>{value:.16G}</v></c>'
    return f'<c r="{letters}{number}" s="{look}" t="e"><v>#NUM!</v></c>'


def _inside(text: str) -> str:
    """A text as the element of its cell."""
    text = _text(text)
    kept = ' xml:space="preserve"' if text[:1].isspace() or text[-1:].isspace() else ""
    return f"<t{kept}>{text}</t>"


_recurring = lru_cache(maxsize=1 << 12)(_inside)  # files, projects, levels and messages stand in many lines of several sheets


def _text(text: str) -> str:
    if "_x" in text:
        text = _ESCAPED.sub("_x005F_x", text)
    if _ODD.search(text):
        text = _CONTROL.sub(lambda found: f"_x{ord(found[0]):04X}_", text)
        text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text
