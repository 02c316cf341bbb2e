"""Whose satisfaction a row asks for, and whom the project serves (lexicon/respondents.tsv)."""

from __future__ import annotations

import re

from zhibiao.features.reading import Row, TableReading
from zhibiao.lexicon.patterns import listed
from zhibiao.lexicon.tables import rows

_GROUPS = tuple(sorted({row["group"] for row in rows("respondents")}))


def _patterns(role: str) -> dict[str, re.Pattern[str]]:
    words = {group: listed("respondents", group=group, role=role) for group in _GROUPS}
    return {group: re.compile("|".join(map(re.escape, found))) for group, found in words.items() if found}


_ASKED, _SERVED = _patterns("asked"), _patterns("served")


def asked(row: Row) -> tuple[str, tuple[int, int]] | None:
    """Group and place in the name of the one group asked; None where it names none, or several."""
    found = [(group, match.span()) for group, pattern in _ASKED.items() if (match := pattern.search(row.name.text))]
    return found[0] if len(found) == 1 else None


def served(table: TableReading, group: str) -> bool | None:
    """Whether the project has to do with a group; None where it does not say with whom."""
    others = "\n".join(
        row.name.text + row.description.text for row in table.rows if row.kind != "satisfaction" and row.category != "满意度"
    )
    text = table.about + "\n" + others
    if group in _SERVED and _SERVED[group].search(text):
        return True
    return False if any(pattern.search(table.about) for pattern in _SERVED.values()) else None
