"""How tokens stand together: patterns over the tags of the lexer, for spaCy's Matcher."""

from __future__ import annotations

from typing import Any


def _tag(name: str, op: str | None = None) -> dict[str, Any]:
    return {"TAG": name} if op is None else {"TAG": name, "OP": op}


_MEASURED: list[dict[str, Any]] = [_tag("NUM"), _tag("UNIT", "?"), _tag("SLASH", "?")]
_SHARE: list[dict[str, Any]] = [_tag("PCT")]
_SIGNS = [_tag("CMP", "*")]
_AFTER = [_tag("POST", "*")]

PATTERNS: dict[str, list[list[dict[str, Any]]]] = {
    "quantity": [
        [*_SIGNS, *_MEASURED, *_AFTER],
        [*_SIGNS, *_MEASURED, _tag("RANGE"), *_SIGNS, *_MEASURED, *_AFTER],
        [*_SIGNS, *_SHARE, *_AFTER],
        [*_SIGNS, *_SHARE, _tag("RANGE"), *_SHARE, *_AFTER],
    ],
    "moment": [
        [_tag("DATE"), _tag("LIMIT", "?")],
        [_tag("DATE"), _tag("RANGE"), _tag("DATE"), _tag("LIMIT", "?")],
    ],
    "frequency": [[_tag("EVERY")]],
    "reference": [[_tag("REF", "+")]],
}
