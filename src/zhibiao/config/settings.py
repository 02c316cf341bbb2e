"""What a user may change: which rules speak, how gravely, with which thresholds and words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from zhibiao.model.finding import Severity


@dataclass(frozen=True, slots=True)
class Settings:
    """The defaults judge by the rubric; zhibiao.toml changes them (config.file)."""

    select: tuple[str, ...] = ()  # codes or beginnings of codes; empty: all
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, Severity] = field(default_factory=dict)  # by code
    thresholds: Mapping[str, float] = field(default_factory=dict)  # lexicon/thresholds.tsv by name
    allowed: frozenset[str] = frozenset()  # phrases that no rule objects to
    categories: Mapping[str, str] = field(default_factory=dict)  # local second-level names (lexicon.categories.plain) → one of the nine
    year: int | None = None  # budget year where documents state none
