"""Which way is better: names whose figure should be small or large (directions.tsv), and matters that are rightly capped (caps.tsv)."""

from __future__ import annotations

import re
from functools import lru_cache

from zhibiao.lexicon.endings import Endings
from zhibiao.lexicon.tables import rows


@lru_cache(maxsize=1)
def directions() -> dict[str, str]:
    """Ending of a name → less or more."""
    return {row["word"]: row["direction"] for row in rows("directions")}


@lru_cache(maxsize=1)
def direction_endings() -> Endings:
    """Endings of two characters and more."""
    return Endings(word for word in directions() if len(word) > 1)


@lru_cache(maxsize=1)
def caps() -> re.Pattern[str]:
    """Any word by which an upper limit makes sense."""
    return re.compile("|".join(re.escape(row["word"]) for row in rows("caps")))
