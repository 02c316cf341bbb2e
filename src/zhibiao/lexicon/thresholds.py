"""Bounds that the rubric leaves open (thresholds.tsv), each with its source; settings may change them."""

from __future__ import annotations

from functools import lru_cache

from zhibiao.lexicon.tables import rows


@lru_cache(maxsize=1)
def thresholds() -> dict[str, float]:
    """Name → value."""
    return {row["name"]: float(row["value"]) for row in rows("thresholds")}
