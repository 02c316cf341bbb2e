"""Tables of one document whose rows stand in another of its tables too, also with only the project's noun changed."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from weakref import WeakKeyDictionary

from zhibiao.features.reading import DocumentReading, TableReading

_SHARE = 0.8  # the rubric's measure of a copy
_FEWEST = 3  # rows below which a likeness says nothing
_LIKE = 0.6  # of two names from which their own projects' characters are taken


Line = tuple[str | None, str, str]  # category, name and value of a row, without punctuation


@dataclass(frozen=True, slots=True)
class _Profile:
    """A table's rows as they are compared."""

    rows: tuple[Line, ...]
    lines: frozenset[Line]
    values: frozenset[tuple[str | None, str]]
    own: frozenset[str]  # characters of the project's own name


@dataclass(frozen=True, slots=True)
class _Profiles:
    """All tables of a document. numbers: of a table, by its identity; holders: value → the tables that have it, in order."""

    each: tuple[_Profile, ...]
    numbers: Mapping[int, int]
    holders: Mapping[tuple[str | None, str], Sequence[int]]


_KEPT: WeakKeyDictionary[DocumentReading, _Profiles] = WeakKeyDictionary()  # texts and numbers only: a document goes when its reader goes


def _profiles(document: DocumentReading) -> _Profiles:
    kept = _KEPT.get(document)
    if kept is None:
        each = tuple(_profile(table) for table in document.tables)
        holders: dict[tuple[str | None, str], list[int]] = {}
        for number, profile in enumerate(each):
            for value in profile.values:
                holders.setdefault(value, []).append(number)
        kept = _KEPT[document] = _Profiles(each, {id(table): number for number, table in enumerate(document.tables)}, holders)
    return kept


def _profile(table: TableReading) -> _Profile:
    rows = tuple((row.category, row.name.bare, row.value.bare) for row in table.rows if row.name.bare and row.value.bare)
    return _Profile(rows, frozenset(rows), frozenset((category, value) for category, _, value in rows), table.project_name.characters)


def copied_from(table: TableReading) -> TableReading | None:
    """Another table of the document that holds at least four fifths of this one's rows."""
    document = table.document
    if document is None or len(document.tables) < 2:
        return None
    profiles = _profiles(document)
    number = profiles.numbers.get(id(table))
    if number is None or len(profiles.each[number].rows) < _FEWEST:
        return None
    mine = profiles.each[number]
    for candidate in _candidates(mine, profiles):
        other = profiles.each[candidate]
        if candidate != number and len(mine.values & other.values) >= _SHARE * len(mine.values) and _holds(mine, other):
            return document.tables[candidate]
    return None


def _candidates(mine: _Profile, profiles: _Profiles) -> list[int]:
    """Tables that may hold four fifths of the values, in order: of any more than a fifth of them they hold at least one. The rarest are
    asked for, so that a list of thousands of projects is not compared pair by pair."""
    rarest = sorted(mine.values, key=lambda value: len(profiles.holders[value]))
    least = math.ceil(_SHARE * len(rarest))
    asked = rarest[: len(rarest) - least + 1]
    return sorted({holder for value in asked for holder in profiles.holders[value]})


def _holds(mine: _Profile, other: _Profile) -> bool:
    needed = _SHARE * len(mine.rows)
    if sum(row in other.lines for row in mine.rows) >= needed:
        return True
    if not mine.own or not other.own or mine.own == other.own:
        return False
    left = list(other.rows)
    found = 0
    for row in mine.rows:
        twin = next((candidate for candidate in left if _twins(row, mine.own, candidate, other.own)), None)
        if twin is not None:
            left.remove(twin)
            found += 1
    return found >= needed


def _twins(one: Line, own: frozenset[str], two: Line, others: frozenset[str]) -> bool:
    """The same value in the same place, and names that differ in their projects' words only."""
    if one[0] != two[0] or one[2] != two[2]:
        return False
    if one[1] == two[1]:
        return True
    first = _without(one[1], own)
    second = _without(two[1], others)
    return first == second or (bool(first) and bool(second) and SequenceMatcher(None, first, second, autojunk=False).ratio() >= _LIKE)


def _without(text: str, characters: frozenset[str]) -> Sequence[str]:
    return "".join(c for c in text if c not in characters)
