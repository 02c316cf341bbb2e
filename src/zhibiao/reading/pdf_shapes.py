"""Paths painted on a pdf page, kept as far as tables need them: straight lines, thin boxes that stand for lines, boxes of colour."""

from __future__ import annotations

from math import hypot
from typing import Any

from zhibiao.reading.pdf_marks import Marks

Matrix = tuple[float, float, float, float, float, float]
Point = tuple[float, float]

# Borders are drawn as filled boxes by Word, WPS, Excel and Chrome; the thickest border that Word offers is 6 pt, its double one 3 x 0.75.
THICK = 4.0
LINE_SHAPE = 3.0  # a box is a line where it is that much longer than thick
BAR = 6.0  # a stroke of this width is a box of colour
CROOKED = 0.01  # a line that leaves its axis by less than this part of its length is straight
FAR = 1e6


class Shapes:
    """The current path and what was painted so far."""

    __slots__ = ("_marks", "path", "white", "width")

    def __init__(self, marks: Marks) -> None:
        self._marks = marks
        self.path: list[list[Any]] = []  # subpaths of points; a curve puts None before its end point
        self.width = 1.0
        self.white = False

    def count(self) -> int:
        """How many edges are kept."""
        return len(self._marks.horizontals) + len(self._marks.verticals) + len(self._marks.fills) * 4

    def state(self) -> tuple[float, bool]:
        """What q saves."""
        return self.width, self.white

    def set_state(self, state: tuple[float, bool]) -> None:
        """What Q brings back."""
        self.width, self.white = state

    def set_width(self, width: float) -> None:
        """w"""
        self.width = float(width)

    def set_fill(self, *numbers: Any) -> None:
        """g, rg, sc, scn: all that matters is whether it is paper white (a pattern is not)."""
        self.white = bool(numbers) and len(numbers) in (1, 3) and all(isinstance(number, float) and number >= 0.999 for number in numbers)

    def set_inks(self, *inks: float) -> None:
        """k: no ink is white."""
        self.white = len(inks) == 4 and not any(inks)

    def curve(self, *numbers: float) -> None:
        """c, v, y"""
        if self.path:
            self.path[-1].extend((None, (numbers[-2], numbers[-1])))

    def close(self) -> None:
        """h"""
        if self.path and self.path[-1]:
            self.path[-1].append(self.path[-1][0])

    def rectangle(self, x: float, y: float, width: float, height: float) -> None:
        """re"""
        self.path.append([(x, y), (x + width, y), (x + width, y + height), (x, y + height), (x, y)])

    def forget(self) -> None:
        """n"""
        self.path = []

    def paint(self, ctm: Matrix, stroke: bool = False, fill: bool = False, close: bool = False) -> None:
        """S, f, B and their kin: what the path leaves on the page."""
        if close:
            self.close()
        path, self.path = self.path, []
        a, b, c, d, e, f = ctm
        for sub in path:
            points = [point and (a * point[0] + c * point[1] + e, b * point[0] + d * point[1] + f) for point in sub]
            if stroke:
                self._stroke(points, self.width * hypot(a, b))
            if fill:
                self._fill(points, stroke)

    def picture(self, ctm: Matrix) -> None:
        """A picture fills the unit square; thin ones are drawn as lines by some printers."""
        a, b, c, d, e, f = ctm
        left, right = sorted((e + min(a, c, a + c, 0), e + max(a, c, a + c, 0)))
        top, bottom = sorted((f + min(b, d, b + d, 0), f + max(b, d, b + d, 0)))
        if not self._thin_box(left, top, right, bottom):
            marks = self._marks
            wide = min(right, marks.width) - max(left, 0)
            high = min(bottom, marks.height) - max(top, 0)
            marks.pictures += max(wide, 0) * max(high, 0)

    def _stroke(self, points: list[Point | None], width: float) -> None:
        before: Point | None = None
        for point in points:
            if point is not None and before is not None:
                self._segment(before, point, width)
            before = point

    def _segment(self, first: Point, second: Point, width: float) -> None:
        x0, x1 = (first[0], second[0]) if first[0] <= second[0] else (second[0], first[0])
        y0, y1 = (first[1], second[1]) if first[1] <= second[1] else (second[1], first[1])
        wide, high = x1 - x0, y1 - y0
        if not _on_paper(x0, y0, x1, y1):
            return
        if high <= max(0.5, CROOKED * wide) and wide > high:
            if width > BAR:
                self._box(x0, (y0 + y1 - width) / 2, x1, (y0 + y1 + width) / 2)
            else:
                self._marks.horizontals.append(((y0 + y1) / 2, x0, x1))
        elif wide <= max(0.5, CROOKED * high) and high > wide:
            if width > BAR:
                self._box((x0 + x1 - width) / 2, y0, (x0 + x1 + width) / 2, y1)
            else:
                self._marks.verticals.append(((x0 + x1) / 2, y0, y1))

    def _fill(self, points: list[Point | None], stroked: bool) -> None:
        corners = [point for point in points if point is not None]
        if len(corners) < 3:
            return
        xs = [point[0] for point in corners]
        ys = [point[1] for point in corners]
        left, top, right, bottom = min(xs), min(ys), max(xs), max(ys)
        if not _on_paper(left, top, right, bottom):
            return
        if len(corners) != len(points):
            self._marks.curves += 1
            return
        if stroked or self._thin_box(left, top, right, bottom):
            return
        if len(corners) > 5 or any(left + 0.5 < x < right - 0.5 or top + 0.5 < y < bottom - 0.5 for x, y in corners):
            return  # no upright box: an arrow, a letter
        self._box(left, top, right, bottom)

    def _thin_box(self, left: float, top: float, right: float, bottom: float) -> bool:
        """Keeps a box that stands for a line; a dot (of a dotted line, or the corner that Word puts where borders meet) is both."""
        wide, high = right - left, bottom - top
        if min(wide, high) > THICK:
            return False
        dot = max(wide, high) <= THICK
        if dot or (wide >= high * LINE_SHAPE):
            self._marks.horizontals.append(((top + bottom) / 2, left, right))
        if dot or (high >= wide * LINE_SHAPE):
            self._marks.verticals.append(((left + right) / 2, top, bottom))
        return True

    def _box(self, left: float, top: float, right: float, bottom: float) -> None:
        if not self.white:
            self._marks.fills.append((left, top, right, bottom))


def _on_paper(*numbers: float) -> bool:
    """Whether all are plain numbers of a size that pages have (not NaN, not infinite)."""
    return all(-FAR < number < FAR for number in numbers)
