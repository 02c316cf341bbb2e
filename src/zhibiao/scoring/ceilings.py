"""How high a grade may be beside a finding (the rubric's ceilings); a grade may be lower, never higher."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from zhibiao.rules.catalogue import catalogue

_NONE: Mapping[str, int] = {}


def ceilings(code: str, field: str) -> Mapping[str, int]:
    """Letter → highest grade beside a finding in a field; two rules weigh less beside the name or the description."""
    if code == "F002":
        return {"M": 0, "A": 0} if field == "value" else {"S": 2}
    if code == "S101":
        return {"S": 0} if field == "name" else {"S": 2}
    entry = catalogue().get(code)
    return entry.rule.ceiling if entry else _NONE


def lowest(found: Iterable[tuple[str, str]]) -> dict[str, int]:
    """Letter → highest grade beside all of some (code, field)."""
    out: dict[str, int] = {}
    for code, field in found:
        for letter, top in ceilings(code, field).items():
            out[letter] = min(top, out.get(letter, 3))
    return out
