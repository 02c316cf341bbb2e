"""Tables with horizontal lines only (三线表): their columns are found by the blanks that run through all lines of text."""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise
from operator import itemgetter

from zhibiao.reading.pdf_grid import Shape, Slot, shape_from
from zhibiao.reading.pdf_marks import Glyph, Rule
from zhibiao.reading.pdf_text import rows_of

# In em of the text around: words of one column stand closer, columns farther apart (Word's cell margins alone make 1 em).
COLUMN_GAP = 0.9
# Points by which the ends of the lines of one table differ.
SAME_END = 6.0
RULES = 400  # lonely lines looked at on one page

Span = tuple[float, float]


def shapes_of_rules(rules: list[Rule], glyphs: list[Glyph]) -> list[Shape]:
    """Shapes between three or more lines of the same extent, where the text between them falls into columns."""
    groups: list[list[Rule]] = []
    for rule in sorted(rules)[:RULES]:
        for group in groups:
            if abs(group[0][1] - rule[1]) <= SAME_END and abs(group[0][2] - rule[2]) <= SAME_END:
                group.append(rule)
                break
        else:
            groups.append([rule])
    return [shape for group in groups if len(group) >= 3 and (shape := _shape(group, glyphs)) is not None]


def _shape(rules: list[Rule], glyphs: list[Glyph]) -> Shape | None:
    left, right = min(map(itemgetter(1), rules)), max(map(itemgetter(2), rules))
    edges = [rule[0] for rule in rules]
    sorted_out: list[list[Glyph]] = [[] for _ in edges[1:]]
    for glyph in glyphs:
        if edges[0] < glyph[0] <= edges[-1] + 1 and left <= (glyph[1] + glyph[2]) / 2 <= right:
            sorted_out[max(bisect_left(edges, glyph[0] - 1), 1) - 1].append(glyph)
    bands = [_lines(band) for band in sorted_out]
    spans = [line for band in bands for _, line in band]
    columns = _columns(spans)
    if len(columns) < 2 or sum(1 for line in spans if len(line) > 1) * 2 < len(spans):
        return None
    xs = [left, *((first[1] + second[0]) / 2 for first, second in pairwise(columns)), right]
    ys = [edges[0]]
    for number, (band, bottom) in enumerate(zip(bands, edges[1:], strict=True)):
        ys.extend(_row_edges(band, len(columns), whole=len(bands) > 2 or number == 0))
        ys.append(bottom)
    cells = [Slot(row, column, 1, 1) for row in range(len(ys) - 1) for column in range(len(columns))]
    return shape_from(xs, ys, cells, guessed=True)


def _lines(glyphs: list[Glyph]) -> list[tuple[tuple[float, float], list[Span]]]:
    """Visual lines as (top, bottom) and the stretches of text in them that wide blanks divide."""
    lines = []
    for row in rows_of(glyphs):
        printed = [glyph for glyph in row if not glyph[4].isspace()]
        if not printed:
            continue
        spans: list[Span] = []
        for _, start, end, size, _text in printed:
            if spans and start - spans[-1][1] < COLUMN_GAP * size:
                spans[-1] = (spans[-1][0], max(end, spans[-1][1]))
            else:
                spans.append((start, end))
        base, size = max(map(itemgetter(0), printed)), max(map(itemgetter(3), printed))
        lines.append(((base - size, base), spans))
    return lines


def _columns(lines: list[list[Span]]) -> list[Span]:
    """Stretches that text covers in any line: what is left between them runs through all."""
    columns: list[Span] = []
    for start, end in sorted(span for line in lines for span in line):
        if columns and start <= columns[-1][1]:
            columns[-1] = (columns[-1][0], max(end, columns[-1][1]))
        else:
            columns.append((start, end))
    return columns


def _row_edges(band: list[tuple[tuple[float, float], list[Span]]], columns: int, whole: bool) -> list[float]:
    """Edges between the rows that stand between two lines: none where the lines divide every row (`whole`) or text just wraps."""
    if whole and not (columns > 2 and all(len(spans) >= columns for _, spans in band)):
        return []
    enough = max(2, (columns + 1) // 2)  # a wrapped line fills fewer columns than the first line of a row
    return [(above[0][1] + here[0][0]) / 2 for above, here in pairwise(band) if len(here[1]) >= enough]
