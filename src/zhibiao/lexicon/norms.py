"""Values that a published norm or settled practice gives to a measure (norms.tsv): 满意度 ≥90%."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from zhibiao.lexicon.tables import rows


@dataclass(frozen=True, slots=True)
class Norm:
    """What a name that ends in the word is rightly asked for, and by which norm."""

    word: str
    value: str
    name: str


@lru_cache(maxsize=1)
def _norms() -> tuple[Norm, ...]:
    return tuple(Norm(row["word"], row["value"], row["name"]) for row in rows("norms"))


@lru_cache(maxsize=1 << 12)
def norm_of(name: str) -> Norm | None:
    """The norm for a measure; None where only the author can know."""
    return next((norm for norm in _norms() if name.endswith(norm.word)), None)
