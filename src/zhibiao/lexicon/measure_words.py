"""The word at the end of an indicator's name that says what is measured (measures.tsv): 人数, 率, 面积, 时间."""

from __future__ import annotations

from functools import lru_cache

from zhibiao.lexicon.endings import Endings
from zhibiao.lexicon.tables import rows


@lru_cache(maxsize=1)
def measure_words() -> dict[str, str]:
    """Word → kind: share, satisfaction, people, household, body, events, count, money, moment, duration, length, area, volume,
    mass, energy, level, index (a number without a unit)."""
    return {row["word"]: row["kind"] for row in rows("measures")}


@lru_cache(maxsize=1)
def _endings() -> Endings:
    return Endings(measure_words())


@lru_cache(maxsize=1 << 12)
def measured_by(text: str) -> tuple[str, str]:
    """(word, kind) of the longest measure word that ends a text; ("", "") where none does."""
    word = _endings().of(text)
    return word, measure_words().get(word, "")
