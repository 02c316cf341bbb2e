"""Straight lines of a page joined to whole ones, and gathered into the frames of tables."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field

from zhibiao.reading.budget import Budget
from zhibiao.reading.pdf_marks import Rule

# Points. A double border is 1.5 to 2.25 wide (Word, CSS 3px double); rows are 8 high at least; tables stand 4 apart or more.
SNAP = 2.5
# Segments of one line: dots, dashes and the gaps that mitred corners leave.
JOIN = 3.0
# How far a line may stop short of the one it meets: outer borders are up to 6 pt thick and drawn by their middle.
TOUCH = 3.0
SHORT = 4.0  # anything shorter is a dot, a tick or a dash of a letter
# Pairs of lines looked at on one page. The fullest real page has 120 rows by 40 columns drawn cell by cell: joined, 160 lines.
PAIRS = 20_000_000


@dataclass(slots=True)
class Frame:
    """Lines that touch one another."""

    horizontals: list[Rule] = field(default_factory=list)
    verticals: list[Rule] = field(default_factory=list)


class TangledPageError(Exception):
    """More lines than could ever be told apart as a table."""


def levels(positions: list[float], snap: float) -> list[float]:
    """Sorted positions with those that lie within `snap` made one (their mean)."""
    groups: list[list[float]] = []
    for position in sorted(positions):
        if groups and position - groups[-1][0] <= snap:
            groups[-1].append(position)
        else:
            groups.append([position])
    return [sum(group) / len(group) for group in groups]


def nearest(places: list[float], position: float) -> int:
    """The index of the level that a position belongs to."""
    index = bisect_left(places, position)
    if index == len(places) or (index and position - places[index - 1] < places[index] - position):
        return index - 1
    return index


def joined(rules: list[Rule]) -> list[Rule]:
    """Segments of the same line made one: doubled, overlapping and broken ones."""
    result: list[Rule] = []
    ordered = sorted(rules)
    start = 0
    for index in range(1, len(ordered) + 1):
        if index < len(ordered):
            position = ordered[index][0]
            if position - ordered[index - 1][0] <= SNAP and position - ordered[start][0] <= 2 * SNAP:
                continue
        result.extend(_joined_level(ordered[start:index]))
        start = index
    return [rule for rule in result if rule[2] - rule[1] >= SHORT]


def _joined_level(rules: list[Rule]) -> list[Rule]:
    """Segments at about the same position; the result lies where most of its length lies."""
    result: list[Rule] = []
    weight = moment = 0.0
    low = high = 0.0
    for position, start, end in sorted(rules, key=lambda rule: rule[1]):
        length = max(end - start, 0.1)
        if weight and start <= high + JOIN:
            high = max(high, end)
        else:
            if weight:
                result.append((moment / weight, low, high))
            weight = moment = 0.0
            low, high = start, end
        weight += length
        moment += position * length
    result.append((moment / weight, low, high))
    return result


def frames(horizontals: list[Rule], verticals: list[Rule], budget: Budget) -> tuple[list[Frame], list[Rule]]:
    """Joined lines gathered by touching; and the horizontal ones that no vertical line touches."""
    across, upright = joined(horizontals), sorted(joined(verticals))
    if len(across) * len(upright) > PAIRS:
        raise TangledPageError(f"表格线超过可辨认的数量（横线 {len(across)} 条、竖线 {len(upright)} 条）")
    parents = list(range(len(across) + len(upright)))

    def root(index: int) -> int:
        while parents[index] != index:
            parents[index] = parents[parents[index]]
            index = parents[index]
        return index

    places = [rule[0] for rule in upright]
    for index, (y, left, right) in enumerate(across):
        if index % 100 == 99:
            budget.check_time()
        for other in range(bisect_left(places, left - TOUCH), bisect_right(places, right + TOUCH)):
            if upright[other][1] - TOUCH <= y <= upright[other][2] + TOUCH:
                parents[root(index)] = root(len(across) + other)
    found: dict[int, Frame] = {}
    for index, rule in enumerate(across):
        found.setdefault(root(index), Frame()).horizontals.append(rule)
    for index, rule in enumerate(upright, len(across)):
        found.setdefault(root(index), Frame()).verticals.append(rule)
    whole = [frame for frame in found.values() if frame.horizontals and frame.verticals]
    return whole, [frame.horizontals[0] for frame in found.values() if not frame.verticals]
