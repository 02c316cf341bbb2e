"""A finding: what is wrong, where, and how it could be mended."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from zhibiao.model.pickled import quickly_pickled

Severity = Literal["error", "warning", "info"]
Scope = Literal["row", "table", "document"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")  # from grave to light


@quickly_pickled
@dataclass(frozen=True, slots=True)
class Fix:
    """A mechanical change of one field; safe: it cannot change what the author meant."""

    field: str
    old: str
    new: str
    safe: bool


@quickly_pickled
@dataclass(frozen=True, slots=True)
class Finding:
    """One remark. span counts characters of the field's text as the author typed it."""

    code: str
    name: str
    severity: Severity
    field: str
    span: tuple[int, int]
    evidence: str
    message: str
    basis: str
    fix: Fix | None = None
