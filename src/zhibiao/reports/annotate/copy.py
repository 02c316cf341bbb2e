"""What annotating gives."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Copy:
    """The copy's bytes, and what it holds beyond the original."""

    data: bytes
    comments: int = 0
    fixes: int = 0
