"""How cells look: one format a name, made once a workbook."""

from __future__ import annotations

from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format

_BASE: dict[str, Any] = {"font_name": "等线", "font_size": 10, "valign": "top"}
_BORDER: dict[str, Any] = {"border": 1, "border_color": "#BFBFBF", "valign": "vcenter"}
_MIDDLE = {"align": "center"}
_GOOD, _FAIR, _WEAK, _BAD = ("#E2F0D9", "#375623"), ("#EAF3FA", "#1F4E79"), ("#FFF2CC", "#7F6000"), ("#F8CBAD", "#843C0C")


def _on(colours: tuple[str, str]) -> dict[str, Any]:
    return {"bg_color": colours[0], "font_color": colours[1]}


LOOKS: dict[str, dict[str, Any]] = {
    "head": {"bold": True, "bg_color": "#305496", "font_color": "#FFFFFF", "text_wrap": True, "align": "center", "valign": "vcenter"},
    "text": {"text_wrap": True},
    "plain": {},
    "link": {"font_color": "#0563C1", "underline": 1, "text_wrap": True},
    "count": {**_MIDDLE, "num_format": "0"},
    "money": {"num_format": "#,##0.00"},
    "score": {**_MIDDLE, "num_format": "0.0"},
    "middle": {**_MIDDLE, "text_wrap": True},
    "input": {"text_wrap": True},
    "优": {**_MIDDLE, **_on(_GOOD), "bold": True},
    "良": {**_MIDDLE, **_on(_FAIR), "bold": True},
    "中": {**_MIDDLE, **_on(_WEAK), "bold": True},
    "差": {**_MIDDLE, **_on(_BAD), "bold": True},
    "error": {**_MIDDLE, **_on(_BAD)},
    "warning": {**_MIDDLE, **_on(_WEAK)},
    "info": {**_MIDDLE, **_on(_FAIR)},
    "grade 3": {**_MIDDLE, **_on(_GOOD)},
    "grade 2": {**_MIDDLE, **_on(_FAIR)},
    "grade 1": {**_MIDDLE, **_on(_WEAK)},
    "grade 0": {**_MIDDLE, **_on(_BAD)},
    "title": {"bold": True, "font_size": 14, "align": "center"},
    "label": {"bold": True, "bg_color": "#F2F2F2", "text_wrap": True},
    "heading": {"bold": True, "font_size": 12},
}


ROOM = {"bg_color": "#FFF9DB"}  # where reviewers write


def formats(book: Workbook, bordered: bool = False) -> dict[str, Format]:
    """Name → format of the workbook. Lists show Excel's own lines, so that a blank cell need not be written."""
    frame = _BORDER if bordered else {}
    return {name: book.add_format({**_BASE, **look, **(frame if name not in ("title", "heading") else {})}) for name, look in LOOKS.items()}


def smart_look(grade: float | None) -> str:
    """The look of a letter's grade, or of a mean of grades."""
    return "middle" if grade is None else f"grade {min(3, int(grade + 0.5))}"
