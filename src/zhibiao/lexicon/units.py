"""Units of count and measure (units.tsv): dimension, size in the dimension's base unit, and how a clumsy spelling is properly written."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from zhibiao.lexicon.tables import rows

COUNTED = frozenset({"people", "household", "body", "events", "things"})  # what is counted one by one


@dataclass(frozen=True, slots=True)
class Unit:
    """One spelling of a unit."""

    word: str
    dimension: str
    factor: Decimal
    standard: str


@lru_cache(maxsize=1)
def units() -> dict[str, Unit]:
    """By spelling."""
    return {r["unit"]: Unit(r["unit"], r["dimension"], Decimal(r["factor"]), r["standard"]) for r in rows("units")}


@lru_cache(maxsize=1)
def by_beginning() -> dict[str, tuple[str, ...]]:
    """First two characters → the spellings that begin with them, longest first; spellings of one character under it."""
    out: dict[str, list[str]] = {}
    for word in sorted(units(), key=len, reverse=True):
        out.setdefault(word[:2], []).append(word)
    return {first: tuple(words) for first, words in out.items()}
