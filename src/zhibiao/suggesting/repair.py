"""A row under repair."""

from __future__ import annotations

from dataclasses import dataclass, field

from zhibiao.features.reading import Row
from zhibiao.suggesting.subject import Subject

Codes = frozenset[str]
NO_TARGET = frozenset({"M201", "S102", "M204", "F001", "F002", "F003", "T501"})  # the value states nothing that could be kept
UNFILLED = "F002 name"  # beside the codes: what the template left stands in the name, the value may be sound


@dataclass(frozen=True, slots=True)
class Repair:
    """What is wrong, what its project is about, the category it is to stand under, and what was changed so far."""

    row: Row
    codes: Codes
    subject: Subject
    category: str
    reasons: list[str] = field(default_factory=list)
