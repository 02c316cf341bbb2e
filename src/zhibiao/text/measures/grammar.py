"""How tokens stand together: patterns over the tags of the lexer, for spaCy's Matcher."""

from __future__ import annotations

from typing import Any


def _tag(name: str, op: str | None = None) -> dict[str, Any]:
    return {"TAG": name} if op is None else {"TAG": name, "OP": op}


_SIGNS = [_tag("CMP", "*")]
_AFTER = [_tag("POST", "*")]
_MEASURED = [_tag("NUM"), _tag("UNIT", "?"), _tag("MORE", "?"), _tag("UNIT", "?"), _tag("SLASH", "?")]
_SHARES = [[_tag("PCT")], [_tag("FRAC")], [_tag("RATIO")]]  # numbers that carry their unit

PATTERNS: dict[str, list[list[dict[str, Any]]]] = {
    "quantity": [
        [*_SIGNS, *_MEASURED, *_AFTER],
        [*_SIGNS, *_MEASURED, *_AFTER, _tag("RANGE"), *_SIGNS, *_MEASURED, *_AFTER],
        *([*_SIGNS, *share, *_AFTER] for share in _SHARES),
        *([*_SIGNS, *share, *_AFTER, _tag("RANGE"), *_SIGNS, *share, *_AFTER] for share in _SHARES),
    ],
    "moment": [
        [_tag("CMP", "?"), _tag("DATE"), _tag("LIMIT", "?")],
        [_tag("CMP", "?"), _tag("DATE"), _tag("RANGE"), _tag("DATE"), _tag("LIMIT", "?")],
    ],
    "frequency": [[_tag("EVERY")]],
    "reference": [[_tag("REF", "+")]],
}
