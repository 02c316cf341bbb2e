"""The named numbers of rows, as the judge hands them to its trees."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from zhibiao.features.reading import Row
from zhibiao.learned.grams import Array
from zhibiao.learned.judge import Judge
from zhibiao.learned.smart import SmartModel


def named_numbers(judge: Judge, rows: Sequence[Row]) -> Array:
    """A row each, a column for each of judge.smart.names; caught on the way, so that there is one place where they are made."""
    caught = _Catching(judge.smart)
    Judge(judge.category, caught, judge.encoder, judge.name).judge(rows)  # type: ignore[arg-type]  # stands in for the model
    return caught.numbers


class _Catching:
    """A SMART model that remembers what it was asked."""

    def __init__(self, model: SmartModel) -> None:
        self._model = model
        self.numbers: Array

    def __getattr__(self, name: str) -> Any:
        return getattr(self._model, name)

    def judge(self, numbers: Array) -> Any:
        """As the model does."""
        self.numbers = numbers
        return self._model.judge(numbers)
