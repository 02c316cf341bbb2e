"""Effects and wishes (effects.tsv): verbs that open them and nouns that close them."""

from __future__ import annotations

from functools import lru_cache

from zhibiao.lexicon.alternatives import alternatives
from zhibiao.lexicon.tables import rows


@lru_cache(maxsize=2)
def effects(kind: str) -> str:
    """The words of a kind, verb or noun, as a pattern that finds the longest."""
    return alternatives(row["word"] for row in rows("effects") if row["kind"] == kind)
