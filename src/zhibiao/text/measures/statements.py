"""A sentence as statements, so that narrative can be held against a table: 集体合同签订率达70%以上 is a name and a quantity."""

from __future__ import annotations

import re
from functools import lru_cache

from zhibiao.model.quantity import Quantity, Statement
from zhibiao.text.measures.pipeline import measure

_BREAK = re.compile(r"[,;。:!?]")
_END = re.compile(r"[,;。:!?、]")
# What leads up to a name and is no part of it; dates at both its ends are skipped as well.
_LEAD = re.compile(
    r"[0-9]{1,2}[.、)]|\([0-9一二三四五六七八九十]{1,2}\)|[、和及与并且的\"“”()]|其中|以及|同时|力争|争取|确保|保证|保障(?=[^覆盖]*率)|实现|完成|预计|计划|分别|共计?|累计|使得?|达到?|为|对|给|向|将|把|在|全[国省市县区乡镇校院局]"
)
_TAIL = re.compile(
    r"(?:的|在|按照?|约|应|需|要|均|都|分别|全部|较上年|同比|[为是按]?每(?:人|名|位|户|亩|家|次|场|个|台|套|公里|吨|村|校|生|辆|座|处|期|件))+$"
)


@lru_cache(maxsize=1 << 10)
def statements(text: str) -> tuple[Statement, ...]:
    """Each quantity of a normalised text with the name that it belongs to, in order of place."""
    measured = measure(text)
    moments = {moment.start: moment.end for moment in measured.moments}
    found: list[Statement] = []
    floor = 0
    for number, quantity in enumerate(measured.quantities):
        following = measured.quantities[number + 1].start if number + 1 < len(measured.quantities) else len(text)
        start, end = _before(text, floor, quantity.start, moments)
        if end - start < 2:
            start, end = _behind(text, quantity, following)
        found.append(
            Statement(min(start, quantity.start) if end > start else quantity.start, max(end, quantity.end), (start, end), quantity)
        )
        floor = end if quantity.end < end < following else quantity.end  # a name that a break ends is spent
    return tuple(found)


def _before(text: str, floor: int, end: int, moments: dict[int, int]) -> tuple[int, int]:
    """The name between the last break and the quantity."""
    breaks = [stop.end() for stop in _BREAK.finditer(text, floor, end)]
    start = breaks[-1] if breaks else floor
    while start < end:
        lead = _LEAD.match(text, start, end)
        behind = lead.end() if lead else moments.get(start, start)
        if behind <= start:
            break
        start = behind
    ends = {last: first for first, last in moments.items() if first >= start}
    while end > start:
        tail = _TAIL.search(text, start, end)
        before = tail.start() if tail else ends.get(end, end)
        if before == end:
            break
        end = before
    return start, max(start, end)


def _behind(text: str, quantity: Quantity, following: int) -> tuple[int, int]:
    """The name that follows: 建成5个农家书屋, 95%以上的建会率."""
    start = quantity.end
    if text[start : start + 1] == "的":
        start += 1
    stop = _END.search(text, start, following)
    return start, stop.start() if stop else following
