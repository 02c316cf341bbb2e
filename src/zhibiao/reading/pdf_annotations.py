"""Filled-in fields and text boxes laid over a pdf page: what they show stands in forms of their own, outside the page's content."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import PDFStream, list_value, resolve1

from zhibiao.reading.pdf_document import DAMAGE

Matrix = tuple[float, float, float, float, float, float]
SHOWN = ("Widget", "FreeText")  # form fields, typed text; comments and links are not the author's text
HIDDEN = 2 | 32  # flags Hidden and NoView
CEILING = 5_000  # annotations of one page


def appearances(page: PDFPage) -> Iterator[tuple[PDFStream, Matrix]]:
    """The forms that fields and text boxes show, with the matrix that brings each to its place (ISO 32000-1, 12.5.5)."""
    try:
        references = list_value(page.annots)[:CEILING]
    except DAMAGE:
        return
    for reference in references:
        try:
            found = _appearance(resolve1(reference))
        except DAMAGE:
            continue
        if found is not None:
            yield found


def _appearance(annotation: Any) -> tuple[PDFStream, Matrix] | None:
    if not isinstance(annotation, dict) or getattr(annotation.get("Subtype"), "name", None) not in SHOWN:
        return None
    if int(resolve1(annotation.get("F", 0))) & HIDDEN:
        return None
    looks = resolve1(annotation.get("AP"))
    form = resolve1(looks.get("N")) if isinstance(looks, dict) else None
    if isinstance(form, dict):  # a check box has a look for each state
        form = resolve1(form.get(getattr(annotation.get("AS"), "name", "")))
    if not isinstance(form, PDFStream):
        return None
    left, bottom, right, top = _box(annotation.get("Rect"))
    a, b, c, d, e, f = _numbers(form.get("Matrix", [1, 0, 0, 1, 0, 0]), 6)
    x0, y0, x1, y1 = _box(form.get("BBox"))
    corners = [(a * x + c * y + e, b * x + d * y + f) for x in (x0, x1) for y in (y0, y1)]
    low_x, low_y = min(x for x, _ in corners), min(y for _, y in corners)
    wide, high = max(x for x, _ in corners) - low_x, max(y for _, y in corners) - low_y
    across = (right - left) / wide if wide else 1.0
    upright = (top - bottom) / high if high else 1.0
    return form, (across, 0.0, 0.0, upright, left - low_x * across, bottom - low_y * upright)


def _numbers(value: Any, count: int) -> list[float]:
    numbers = [float(resolve1(number)) for number in list_value(value)]
    if len(numbers) != count:
        raise ValueError(f"{count} numbers expected")
    return numbers


def _box(value: Any) -> tuple[float, float, float, float]:
    x0, y0, x1, y1 = _numbers(value, 4)
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)
