"""Effects and wishes (effects.tsv): verbs that open them and nouns that close them."""

from __future__ import annotations

import re
from functools import lru_cache

from zhibiao.lexicon.tables import rows


@lru_cache(maxsize=2)
def effects(kind: str) -> str:
    """The words of a kind, verb or noun, as alternatives of a pattern, longest first."""
    return "|".join(re.escape(w) for w in sorted((r["word"] for r in rows("effects") if r["kind"] == kind), key=len, reverse=True))
