"""Rows of one table that may measure the same in other words: the same figure, or two satisfactions, and names near in meaning."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from zhibiao.features.reading import Row
from zhibiao.learned.grams import Array

_NO_FIGURE = ("share", "time", "")  # percentages and spans of time are alike by chance: 100% and 1年 stand everywhere
_ONE = 1  # 1座, 1套: too common to mean the same thing


@dataclass(frozen=True, slots=True)
class Twins:
    """For each row: likeness to the nearest row with its figure, to the nearest satisfaction if it is one; which row that is."""

    figure: Array
    satisfaction: Array
    row: Array


def twins(rows: Sequence[Row], names: Array) -> Twins:
    """names: vectors of the rows' names, of length 1."""
    figure, satisfaction = np.zeros(len(rows), np.float32), np.zeros(len(rows), np.float32)
    nearest = np.zeros(len(rows))
    groups: dict[tuple[object, ...], list[int]] = {}
    for number, row in enumerate(rows):
        if row.table.context and (key := _key(row)) is not None:
            groups.setdefault((id(row.table), *key), []).append(number)
    for key, members in groups.items():
        if len(members) < 2:
            continue
        near = names[members] @ names[members].T
        np.fill_diagonal(near, -1.0)
        out = satisfaction if key[1] == "满意" else figure
        out[members] = near.max(axis=1)
        nearest[members] = [rows[members[place]].indicator.row for place in near.argmax(axis=1)]
    return Twins(figure, satisfaction, nearest)


def _key(row: Row) -> tuple[object, ...] | None:
    """Rows with the same key are held against each other."""
    if row.kind == "satisfaction":
        return ("满意",)
    quantity = row.target.quantity
    if quantity is None or quantity.dimension in _NO_FIGURE or quantity.number <= _ONE:
        return None
    return (quantity.dimension, quantity.base)
