"""How high a grade may be beside a finding (the rubric's ceilings); a grade may be lower, never higher."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

_NONE: Mapping[str, int] = {}
_BY_CODE: dict[str, dict[str, int]] = {
    "F001": {"M": 0, "A": 0},
    "F003": {"M": 0, "A": 0},
    "F004": {"M": 0, "A": 0},
    "S102": {"M": 0, "A": 0},
    "M201": {"M": 0, "A": 0},
    "M202": {"M": 2},  # 1 where the unit is in doubt: told apart by the grader
    "M203": {"M": 1},
    "M204": {"M": 1},
    "M205": {"M": 1},
    "M208": {"M": 1},
    "M206": {"M": 2},
    "M209": {"M": 2},
    "M210": {"M": 2},
    "S103": {"S": 2},
    "S109": {"S": 2},
    "S104": {"S": 1},
    "S105": {"S": 1},
    "S106": {"S": 1},
    "S107": {"S": 1},
    "A301": {"A": 0},
    "A302": {"A": 1},
    "A303": {"A": 1},
    "A304": {"A": 1},
    "A305": {"A": 1},
    "A307": {"A": 1},
    "R401": {"R": 1},
    "R402": {"R": 0},
    "R403": {"R": 0},
    "R406": {"R": 2},
    "T501": {"T": 0},
    "T502": {"T": 1},
    "T503": {"T": 0},
}


def ceilings(code: str, field: str) -> Mapping[str, int]:
    """Letter → highest grade beside a finding in a field."""
    if code == "F002":
        return {"M": 0, "A": 0} if field == "value" else {"S": 2}
    if code == "S101":
        return {"S": 0} if field == "name" else {"S": 2}
    return _BY_CODE.get(code, _NONE)


def lowest(found: Iterable[tuple[str, str]]) -> dict[str, int]:
    """Letter → highest grade beside all of some (code, field)."""
    out: dict[str, int] = {}
    for code, field in found:
        for letter, top in ceilings(code, field).items():
            out[letter] = min(top, out.get(letter, 3))
    return out
