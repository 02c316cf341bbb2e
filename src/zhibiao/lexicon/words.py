"""Word lists as the package ships them: one word a row, with its role and its source."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from importlib import resources


@lru_cache(maxsize=8)
def words(name: str) -> Mapping[str, str]:
    """word -> role of the list `name`; where a word has two roles (成本指标 is a first and a second level), see by_role."""
    return dict(_rows(name))


@lru_cache(maxsize=64)
def by_role(name: str, role: str) -> tuple[str, ...]:
    """The words of one role, in the order of the list."""
    return tuple(word for word, other in _rows(name) if other == role)


@lru_cache(maxsize=8)
def _rows(name: str) -> tuple[tuple[str, str], ...]:
    text = resources.files(__package__).joinpath(f"{name}.tsv").read_text(encoding="utf-8")
    lines = [line.split("\t") for line in text.splitlines()[1:] if line]
    return tuple((word, role) for word, role, _source in lines)
