"""Rows as models see them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from zhibiao.features.reading import Row
from zhibiao.learned.grams import Array, Rows


@dataclass(frozen=True, slots=True)
class Read:
    """Rows as models see them. blind: facts that do not look at the written levels; all: those that do as well."""

    rows: Sequence[Row]
    grams: Rows
    blind: Sequence[dict[str, float]]
    all: Sequence[dict[str, float]]
    like: Array
    vectors: Array  # of name, description and value, side by side
    covered: Sequence[tuple[float, ...]]  # how near each objective of the row's table comes to an indicator
