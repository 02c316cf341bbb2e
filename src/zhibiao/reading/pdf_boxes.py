"""Tables whose cells are drawn as boxes of colour, or as separate boxes with a gap between them, without common lines."""

from __future__ import annotations

from zhibiao.reading.pdf_grid import Shape, Slot, shape_from
from zhibiao.reading.pdf_marks import Box
from zhibiao.reading.pdf_rules import Frame, levels, nearest

# Points. CSS border-spacing and Word's cell spacing are 1.5 to 5 pt.
GAP = 6.0
SMALLEST = 8.0  # a cell that holds a character of 6-point type with its margins
PAGE_SHARE = 0.6  # a box that covers more of the page is its background
BOXES = 2_000  # boxes looked at; more are a drawing


def box_of(frame: Frame) -> Box | None:
    """The box that four lines alone make."""
    if len(frame.horizontals) != 2 or len(frame.verticals) != 2:
        return None
    ys = sorted(rule[0] for rule in frame.horizontals)
    xs = sorted(rule[0] for rule in frame.verticals)
    return xs[0], ys[0], xs[1], ys[1]


def shapes_of_boxes(boxes: list[Box], page_area: float) -> list[Shape]:
    """Shapes of boxes that stand side by side in rows; text has to be looked for by the caller."""
    plausible = [
        box
        for box in dict.fromkeys(boxes)
        if min(box[2] - box[0], box[3] - box[1]) >= SMALLEST and (box[2] - box[0]) * (box[3] - box[1]) <= PAGE_SHARE * page_area
    ]
    if not 4 <= len(plausible) <= BOXES:
        return []
    return [shape for group in _groups(plausible) if (shape := _shape(group)) is not None]


def _groups(boxes: list[Box]) -> list[list[Box]]:
    """Boxes that lie within a gap of each other, directly or by others between them."""
    groups: list[list[Box]] = []
    for box in sorted(boxes, key=lambda one: (one[1], one[0])):
        touching = [group for group in groups if any(_near(box, other) for other in group)]
        joined = [other for group in touching for other in group] + [box]
        groups = [group for group in groups if group not in touching] + [joined]
    return [group for group in groups if len(group) >= 4]


def _near(first: Box, second: Box) -> bool:
    return first[0] <= second[2] + GAP and second[0] <= first[2] + GAP and first[1] <= second[3] + GAP and second[1] <= first[3] + GAP


def _shape(boxes: list[Box]) -> Shape | None:
    xs = levels([x for box in boxes for x in (box[0], box[2])], GAP)
    ys = levels([y for box in boxes for y in (box[1], box[3])], GAP)
    taken: set[tuple[int, int]] = set()
    cells: list[Slot] = []
    for box in sorted(boxes, key=lambda one: (one[2] - one[0]) * (one[3] - one[1])):  # a shaded row lies behind its shaded cells
        left, right = nearest(xs, box[0]), nearest(xs, box[2])
        top, bottom = nearest(ys, box[1]), nearest(ys, box[3])
        slots = {(row, column) for row in range(top, bottom) for column in range(left, right)}
        if slots and not slots & taken:
            taken |= slots
            cells.append(Slot(top, left, bottom - top, right - left))
    shape = shape_from(xs, ys, cells)
    return shape if shape is not None and len(shape.ys) > 2 else None
