"""What a form file states: by which words the form is known, and what its own headers and labels mean."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Form:
    """One provincial or national form. Words are squeezed (NFKC, no blanks)."""

    name: str  # stable English name, also the file's name
    place: str  # where it is used, for people
    english: str  # the same for docs/en
    signs: tuple[str, ...]  # header or label words that tell it from others; the form with most of them wins
    needs: tuple[str, ...] = ()  # words without which it is not this form
    columns: Mapping[str, str] = field(default_factory=dict)  # header word -> role, before the common ones
    labels: Mapping[str, str] = field(default_factory=dict)  # label word -> role, before the common ones


def roles(*groups: tuple[str, str]) -> Mapping[str, str]:
    """word -> role from (role, words) pairs."""
    return {word: role for role, words in groups for word in words.split()}
