"""Tables of one document whose rows stand in another of its tables too, also with only the project's noun changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from zhibiao.features.reading import DocumentReading, Row, TableReading

_SHARE = 0.8  # the rubric's measure of a copy
_FEWEST = 3  # rows below which a likeness says nothing
_LIKE = 0.6  # of two names from which their own projects' characters are taken


@dataclass(frozen=True, slots=True)
class _Profile:
    """A table's rows as they are compared."""

    table: TableReading
    rows: tuple[Row, ...]
    claims: frozenset[tuple[str | None, str]]
    values: frozenset[tuple[str | None, str]]
    own: frozenset[str]  # characters of the project's own name


@lru_cache(maxsize=4)
def _profiles(document: DocumentReading) -> tuple[_Profile, ...]:
    return tuple(_profile(table) for table in document.tables)


def _profile(table: TableReading) -> _Profile:
    rows = tuple(row for row in table.rows if row.name.bare and row.value.bare)
    return _Profile(
        table,
        rows,
        frozenset((row.category, row.claim) for row in rows),
        frozenset((row.category, row.value.bare) for row in rows),
        table.project_name.characters,
    )


def copied_from(table: TableReading) -> TableReading | None:
    """Another table of the document that holds at least four fifths of this one's rows."""
    if table.document is None or len(table.document.tables) < 2:
        return None
    profiles = _profiles(table.document)
    mine = next((profile for profile in profiles if profile.table is table), None)
    if mine is None or len(mine.rows) < _FEWEST:
        return None
    for other in profiles:
        if other is not mine and len(mine.values & other.values) >= _SHARE * len(mine.values) and _holds(mine, other):
            return other.table
    return None


def _holds(mine: _Profile, other: _Profile) -> bool:
    needed = _SHARE * len(mine.rows)
    if sum((row.category, row.claim) in other.claims for row in mine.rows) >= needed:
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


def _twins(one: Row, own: frozenset[str], two: Row, others: frozenset[str]) -> bool:
    """The same value in the same place, and names that differ in their projects' words only."""
    if one.category != two.category or one.value.bare != two.value.bare:
        return False
    if one.name.bare == two.name.bare:
        return True
    first = _without(one.name.bare, own)
    second = _without(two.name.bare, others)
    return first == second or (bool(first) and bool(second) and SequenceMatcher(None, first, second, autojunk=False).ratio() >= _LIKE)


def _without(text: str, characters: frozenset[str]) -> Sequence[str]:
    return "".join(c for c in text if c not in characters)
