"""What kind of project a table is about, by its name and, where that says nothing, by its purpose."""

from __future__ import annotations

from zhibiao.features.reading import TableReading
from zhibiao.lexicon.project_kinds import kind_words


def is_of(kind: str, table: TableReading) -> bool:
    """kind: works (works, purchases, large repairs) or people (services and subsidies to people)."""
    name = table.project_name.text
    return bool(name) and bool(kind_words(kind).search(kind_words(f"not-{kind}").sub("、", name)))
