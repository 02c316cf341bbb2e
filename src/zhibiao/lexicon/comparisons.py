"""Signs and words of comparison (comparisons.tsv), by where they stand: before the number or after it."""

from __future__ import annotations

from functools import lru_cache
from typing import cast

from zhibiao.lexicon.tables import rows
from zhibiao.model.quantity import Sign


@lru_cache(maxsize=2)
def comparisons(place: str) -> dict[str, Sign]:
    """Word → sign, longest first; place is before or after."""
    found = {r["word"]: cast(Sign, r["sign"]) for r in rows("comparisons") if r["place"] == place}
    return dict(sorted(found.items(), key=lambda pair: -len(pair[0])))
