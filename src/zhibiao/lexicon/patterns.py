"""The words of a list as one compiled pattern, longest first."""

from __future__ import annotations

import re

from zhibiao.lexicon.alternatives import alternatives
from zhibiao.lexicon.tables import rows


def listed(name: str, **cells: str) -> tuple[str, ...]:
    """The words (first column) of the rows of lexicon/<name>.tsv whose columns hold the cells given, longest first."""
    found = (row for row in rows(name) if all(row[column] == cell for column, cell in cells.items()))
    return tuple(sorted({next(iter(row.values())) for row in found}, key=lambda word: (-len(word), word)))


def any_of(name: str, *, after: str = "", **cells: str) -> re.Pattern[str]:
    """A pattern for any of these words; after is a pattern that must follow ($: at the end of the text)."""
    return re.compile(alternatives(listed(name, **cells)) + after)
