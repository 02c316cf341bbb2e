"""The named numbers of a row that graders read, one column each: what its words suggest, how it is placed and seated."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from zhibiao.features.reading import Row
from zhibiao.learned.category import Placing
from zhibiao.learned.grams import Array
from zhibiao.lexicon.categories import CATEGORIES

PLACED = ("place.known", "place.fit", "place.accepted", "place.best", "place.top", "place.most_accepted")
SAID = (
    "said.name",
    "said.telling",
    "said.goal",
    "said.head",
    "said.longest",
    "said.description",
    "said.figure",
    "said.goal_figure",
    "said.goal_date",
    "said.goal_amount",
    "value.repeats",
    "description.repeats",
    "description.length",
    "belongs",
)
_COMPARED = ("said.name", "said.telling", "like.row_project")  # numbers that are held against the table's mean
SEATED = (
    "seat.order",
    "seat.in_category",
    "seat.of_category",
    "seat.rows",
    "seat.relevance",
    "seat.relevance_above",
    *(f"seat.{name}" for name in _COMPARED),
    *(f"seat.{name}_above" for name in _COMPARED),
)
_UNKNOWN = -1.0  # beside shares of 0 to 1: the project is not known


def placed(rows: Sequence[Row], placing: Placing) -> Array:
    """How likely the written category is: a column for each of PLACED."""
    places = {name: place for place, name in enumerate(CATEGORIES)}
    written = np.array([places.get(row.category or "", -1) for row in rows])
    known, at = written >= 0, np.maximum(written, 0)
    every = np.arange(len(rows))
    fit = placing.fitness()
    columns = (
        known,
        np.where(known, fit[every, at], 0.0),
        np.where(known, placing.accepted[every, at], _UNKNOWN),
        np.where(known, placing.best[every, at], _UNKNOWN),
        placing.best.max(axis=1),
        placing.accepted.max(axis=1),
    )
    return np.stack(columns, axis=1).astype(np.float32)


def said(facts: Sequence[Mapping[str, float]]) -> Array:
    """Numbers of features.purpose and features.facts that are more than yes or no."""
    return np.array([[one.get(name, _UNKNOWN) for name in SAID] for one in facts], np.float32).reshape(len(facts), len(SAID))


def seated(rows: Sequence[Row], relevance: Array, compared: Array) -> Array:
    """Where the row stands among the rows of its table. relevance: log-odds that it measures the project; compared: a column for each."""
    table = np.cumsum([number > 0 and row.table is not rows[number - 1].table for number, row in enumerate(rows)])
    size = np.bincount(table)
    first = np.concatenate(([0], np.cumsum(size)[:-1]))[table]
    count = size[table].astype(np.float32)
    order = (np.arange(len(rows)) - first) / count
    mates: dict[tuple[int, str | None], int] = {}
    in_category = np.zeros(len(rows), np.float32)
    keys = [(int(number), row.category) for number, row in zip(table, rows, strict=True)]
    for number, key in enumerate(keys):
        in_category[number] = mates.get(key, 0)
        mates[key] = mates.get(key, 0) + 1
    of_category = [mates[key] for key in keys]
    means = [np.bincount(table, column)[table] / count for column in (relevance, *compared.T)]
    above = [column - mean for column, mean in zip((relevance, *compared.T), means, strict=True)]
    columns = (order, in_category, of_category, count, means[0], above[0], *means[1:], *above[1:])
    return np.stack([np.asarray(column, np.float32) for column in columns], axis=1)


def compared_columns(names: Sequence[str]) -> list[int]:
    """Where the numbers stand that are held against the table's mean."""
    return [names.index(name) for name in _COMPARED]
