"""Frozen types on their way between processes."""

from __future__ import annotations

from dataclasses import fields
from operator import attrgetter
from typing import Any, TypeVar

T = TypeVar("T")


def quickly_pickled(kind: type[T]) -> type[T]:
    """Over a frozen dataclass of two or more fields: pickled as its class and their values. The standard library's own way asks for the
    fields of every single object in Python: it took half of the time in which reports leave a worker and reach the parent."""
    values = attrgetter(*(field.name for field in fields(kind)))  # type: ignore[arg-type]  # a dataclass

    def reduced(self: T) -> tuple[type[T], Any]:
        return kind, values(self)

    kind.__reduce__ = reduced  # type: ignore[assignment, method-assign]
    return kind
