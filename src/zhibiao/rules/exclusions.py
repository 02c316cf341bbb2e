"""Findings that do not stand beside each other: the rubric's order of precedence, applied to what the rules found on one row or table."""

from __future__ import annotations

from collections.abc import Sequence

from zhibiao.model.finding import Finding

# The first code found silences the others of its list.
_FIRST_OF = (
    ("M201", "M202", "M203", "M204", "M205"),  # at most one of M201 to M205
    ("P601", "P602", "P603"),
)
_SILENCES = {
    "M202": ("M206", "M207"),  # M206 and M207 may join any but M202 and M205
    "M205": ("M206", "M207"),
    "R405": ("R401",),  # the unit's own affairs belong to no category
    "F001": ("M201", "S102", "S103", "A304", "T501", "T502", "S106", "R402"),  # half a row: nothing else can be judged on what is missing
    "F004": ("F001", "M201", "S101", "S102", "S103", "S104", "S106", "A304", "T501", "R401", "R402", "R403", "R404", "R405"),
}


def standing(found: Sequence[Finding]) -> list[Finding]:
    """What is left when precedence has been applied, in order of the codes."""
    codes = {finding.code for finding in found}
    gone: set[str] = set()
    for ranked in _FIRST_OF:
        held = [code for code in ranked if code in codes]
        gone.update(held[1:])
    if {"S101", "S106"} <= codes:  # they exclude each other; a slogan in the description does not outweigh what the name is
        gone.add("S106" if any(f.code == "S101" and f.field == "name" for f in found) else "S101")
    for code, silenced in _SILENCES.items():
        if code in codes and code not in gone:
            gone.update(silenced)
    return [finding for finding in found if finding.code not in gone] if gone else list(found)
