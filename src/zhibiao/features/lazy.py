"""What is computed once and then lies in the object: a property (functools.cached_property without its lock), and a function of one object.

Before Python 3.12 that lock costs more than most of what fields compute. Two threads may compute a value twice; it is the same value."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, Generic, TypeVar, overload

T = TypeVar("T")
S = TypeVar("S")


class lazy(Generic[T]):  # noqa: N801 - used like property
    """As a decorator of a method without arguments."""

    def __init__(self, compute: Callable[[Any], T]) -> None:
        self.compute = compute
        self.name = compute.__name__
        self.__doc__ = compute.__doc__

    @overload
    def __get__(self, instance: None, owner: type) -> lazy[T]: ...

    @overload
    def __get__(self, instance: object, owner: type) -> T: ...

    def __get__(self, instance: object | None, owner: type) -> lazy[T] | T:
        if instance is None:
            return self
        value = instance.__dict__[self.name] = self.compute(instance)
        return value


def once(compute: Callable[[S], T]) -> Callable[[S], T]:
    """As a decorator of a function that several rules and facts ask of the same row or field."""
    name = f"{compute.__module__}.{compute.__qualname__}"

    @wraps(compute)
    def asked(what: S) -> T:
        known = what.__dict__
        if name in known:
            found: T = known[name]
            return found
        found = known[name] = compute(what)
        return found

    return asked
