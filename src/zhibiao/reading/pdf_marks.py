"""What stands on a pdf page, in points from the top left corner of the page as it is seen: glyphs, straight lines, filled boxes."""

from __future__ import annotations

from dataclasses import dataclass, field
from statistics import median
from typing import TypeAlias

# Baseline, start, end, size, text. A glyph that does not stand upright is kept in the frame of its own reading direction, see FRAMES.
Glyph: TypeAlias = tuple[float, float, float, float, str]
Rule: TypeAlias = tuple[float, float, float]  # position (y of a horizontal line, x of a vertical one), low end, high end
Box: TypeAlias = tuple[float, float, float, float]  # left, top, right, bottom

UPRIGHT, DOWNWARDS, TOPSY, UPWARDS = range(4)  # reading left to right, top to bottom, right to left (upside down), bottom to top
# Along and across the reading direction, as (x, y) → (along, across): upright (x, y), downwards (y, -x), upside down (-x, -y),
# upwards (-y, x). Across always grows from line to line.

# The em box of CJK fonts reaches from 0.12 under the baseline to 0.88 above it (OpenType idtp, ideo): its middle is 0.38 above.
ASCENT = 0.88
MIDDLE = 0.38
# The largest Chinese size in text is 初号, 42 pt; watermarks of Word and LibreOffice start at 54 pt and fill the page by default.
WATERMARK_SIZE = 50.0
WATERMARK_TIMES = 4.0


@dataclass(slots=True)
class Marks:
    """The marks of one page; `glyphs` has one list per reading direction."""

    width: float
    height: float
    glyphs: tuple[list[Glyph], list[Glyph], list[Glyph], list[Glyph]] = field(default_factory=lambda: ([], [], [], []))
    running: list[Glyph] = field(default_factory=list)  # upright glyphs that a tagged pdf calls header, footer or page number
    horizontals: list[Rule] = field(default_factory=list)
    verticals: list[Rule] = field(default_factory=list)
    fills: list[Box] = field(default_factory=list)  # boxes of colour, not white
    pictures: float = 0.0  # area of all pictures
    slanted: int = 0  # glyphs of a watermark or stamp, slanted or very large: not kept
    misused: int = 0  # operators with operands that make no sense
    torn: bool = False  # a part of the content is missing from the file
    curves: int = 0  # filled shapes with curves: letters turned into outlines

    def count(self) -> int:
        """How much there is, for the bound on a page."""
        return sum(map(len, self.glyphs)) + len(self.running)


def middle(glyph: Glyph, direction: int) -> tuple[float, float]:
    """The middle of a glyph's em box on the page."""
    along = (glyph[1] + glyph[2]) / 2
    across = glyph[0] - MIDDLE * glyph[3]
    if direction == UPRIGHT:
        return along, across
    if direction == DOWNWARDS:
        return -across, along
    if direction == TOPSY:
        return -along, -across
    return across, -along


def drop_watermarks(marks: Marks) -> None:
    """Takes out glyphs many times larger than the others: a watermark set upright would run through the cells."""
    sizes = [glyph[3] for glyphs in marks.glyphs for glyph in glyphs]
    if not sizes or max(sizes) < WATERMARK_SIZE:
        return
    ceiling = max(WATERMARK_SIZE, WATERMARK_TIMES * median(sizes))
    for glyphs in marks.glyphs:
        kept = [glyph for glyph in glyphs if glyph[3] < ceiling]
        marks.slanted += len(glyphs) - len(kept)
        glyphs[:] = kept


def turned(marks: Marks) -> Marks:
    """The page turned so that most of its text stands upright: printers put landscape pages sideways on portrait paper."""
    sizes = [sum(1 for glyph in glyphs if not glyph[4].isspace()) for glyphs in marks.glyphs]
    direction = max(range(4), key=lambda turn: sizes[turn])
    if direction == UPRIGHT or sizes[direction] * 2 <= sum(sizes):
        return marks
    wide, high = marks.width, marks.height
    sideways = direction in (DOWNWARDS, UPWARDS)
    # (x, y) of the page goes to FRAMES[direction](x, y) + shift, so that the corner is at 0, 0 again.
    shift = {DOWNWARDS: (0.0, wide), TOPSY: (wide, high), UPWARDS: (high, 0.0)}[direction]
    result = Marks(
        high if sideways else wide,
        wide if sideways else high,
        pictures=marks.pictures,
        slanted=marks.slanted,
        torn=marks.torn,
        misused=marks.misused,
        curves=marks.curves,
    )
    for turn, glyphs in enumerate(marks.glyphs):
        left = (turn - direction) % 4
        along, across = _framed(*shift, left)
        result.glyphs[left].extend((base + across, start + along, end + along, size, text) for base, start, end, size, text in glyphs)
    result.fills.extend(_turned_box(box, direction, shift) for box in marks.fills)
    for position, low, high_end in marks.horizontals:
        _add_rule(result, _turned_box((low, position, high_end, position), direction, shift), sideways)
    for position, low, high_end in marks.verticals:
        _add_rule(result, _turned_box((position, low, position, high_end), direction, shift), not sideways)
    return result


def _framed(x: float, y: float, direction: int) -> tuple[float, float]:
    return ((x, y), (y, -x), (-x, -y), (-y, x))[direction]


def _turned_box(box: Box, direction: int, shift: tuple[float, float]) -> Box:
    first = _framed(box[0], box[1], direction)
    second = _framed(box[2], box[3], direction)
    return (
        min(first[0], second[0]) + shift[0],
        min(first[1], second[1]) + shift[1],
        max(first[0], second[0]) + shift[0],
        max(first[1], second[1]) + shift[1],
    )


def _add_rule(marks: Marks, box: Box, vertical: bool) -> None:
    if vertical:
        marks.verticals.append((box[0], box[1], box[3]))
    else:
        marks.horizontals.append((box[1], box[0], box[2]))
