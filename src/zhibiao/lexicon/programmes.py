"""Congresses, plans and campaigns with the last budget year for which a text may speak of them as current (programmes.tsv)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from zhibiao.lexicon.tables import rows


@dataclass(frozen=True, slots=True)
class Programme:
    """successor: what a text that is up to date names instead, or beside it; "" where there is none."""

    word: str
    last: int
    successor: str


@lru_cache(maxsize=1)
def programmes() -> dict[str, Programme]:
    """Word → programme."""
    return {row["word"]: Programme(row["word"], int(row["last"]), row["successor"].strip("-")) for row in rows("programmes")}


@lru_cache(maxsize=1)
def programme_words() -> re.Pattern[str]:
    """Any of the words, the longest first; the marks that texts put round a plan's name may be missing."""
    return re.compile("|".join(map(re.escape, sorted(programmes(), key=len, reverse=True))))
