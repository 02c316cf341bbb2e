"""Measures that a kind of work can be asked for (measure_patterns.tsv), and the words that show the kind (activities.tsv)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from zhibiao.lexicon.alternatives import alternatives
from zhibiao.lexicon.measure_words import measure_words
from zhibiao.lexicon.tables import rows
from zhibiao.text.segment import segment


@dataclass(frozen=True, slots=True)
class MeasurePattern:
    """Its texts hold {人} whom it serves, {物} what it deals with, {事} what is done, {量} the thing's unit, {年} the year.

    activity: * for any work, + for work that leaves something behind; of a trade's measure its topic."""

    key: str
    activity: str
    category: str
    name: str
    description: str
    value: str
    blanks: tuple[str, ...]


@lru_cache(maxsize=1)
def measure_patterns() -> dict[tuple[str, str], tuple[MeasurePattern, ...]]:
    """(activity, category) → its patterns in the order of the list."""
    return patterns_of("measure_patterns", "activity")


def patterns_of(table: str, column: str, lead: str = "") -> dict[tuple[str, str], tuple[MeasurePattern, ...]]:
    """The patterns of a table by what a column names and the category. lead: before their keys."""
    found: dict[tuple[str, str], list[MeasurePattern]] = {}
    for row in rows(table):
        blanks = () if row["blanks"] == "-" else tuple(row["blanks"].split("、"))
        key = f"{lead}{row[column]}/{row['category']}/{row['name']}"
        pattern = MeasurePattern(key, row[column], row["category"], row["name"], row["description"], row["value"], blanks)
        found.setdefault((row[column], row["category"]), []).append(pattern)
    return {key: tuple(patterns) for key, patterns in found.items()}


@lru_cache(maxsize=1)
def measure_vocabulary() -> frozenset[str]:
    """Words of which names of measures are made, whatever is measured."""
    names = (re.sub(r"\{.\}", "，", pattern.name) for patterns in measure_patterns().values() for pattern in patterns)
    return frozenset(word for name in names for word in segment(name)) | measure_words().keys()


@lru_cache(maxsize=1 << 12)
def unit_of(thing: str) -> str:
    """The unit in which a thing is counted, by the ending that classifiers.tsv lists, else by the last of its words within it."""
    units = _classifiers()
    ending = next((units[thing[-size:]] for size in range(min(4, len(thing)), 0, -1) if thing[-size:] in units), "")
    return ending or max(((thing.rfind(word), unit) for word, unit in units.items() if len(word) > 1 and word in thing), default=(0, ""))[1]


@lru_cache(maxsize=1)
def _classifiers() -> dict[str, str]:
    return {row["word"]: row["unit"] for row in rows("classifiers")}


@lru_cache(maxsize=1)
def activities() -> dict[str, str]:
    """Word → activity."""
    return {row["word"]: row["activity"] for row in rows("activities")}


@lru_cache(maxsize=1)
def activity_words() -> re.Pattern[str]:
    """Any of the words, the longest first."""
    return re.compile(alternatives(activities()))
