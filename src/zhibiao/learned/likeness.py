"""How near the texts of a row are in meaning: to one another, to its project and to the other rows (cosines of an encoder's vectors)."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from zhibiao.features.reading import Row
from zhibiao.learned.grams import Array
from zhibiao.model.encoder import Encoder

NAMES = (
    "like.row_project",
    "like.row_purpose",
    "like.name_project",
    "like.name_purpose",
    "like.row_objective",
    "like.name_objective",
    "like.objectives",
    "like.nearest_row",
    "like.three_rows",
    "like.other_rows",
    "like.name_description",
    "like.name_value",
    "like.value_description",
    "like.basis_name",
)
_FIELDS = 6
_BLOCK = 512  # rows held against all others at a time
Coverage = tuple[float, ...]  # a number for each objective of a table


def likeness(rows: Sequence[Row], encoder: Encoder) -> tuple[Array, Array, list[Coverage]]:
    """For each indicator a column for each of NAMES, 0 where a text is missing; the vectors of its name, description and value; and how
    near each objective of its table comes to an indicator."""
    place: dict[str, int] = {"": 0}
    wanted = np.array([[place.setdefault(text, len(place)) for text in _texts(row)] for row in rows]).reshape(len(rows), _FIELDS)
    tables = _tables(rows)
    goals = [[place.setdefault(goal.text, len(place)) for goal in rows[members[0]].table.objectives] for members in tables]
    vectors = np.asarray(encoder.encode(list(place)), np.float32)
    vectors[0] = 0.0
    name, described, value, basis, project, purpose = (vectors[wanted[:, column]] for column in range(_FIELDS))
    whole = _unit(name + 0.5 * described)
    out = np.zeros((len(rows), len(NAMES)), np.float32)
    pairs = ((whole, project), (whole, purpose), (name, project), (name, purpose))
    for column, (one, other) in enumerate(pairs):
        out[:, column] = np.einsum("ij,ij->i", one, other)
    covered: list[Coverage] = []
    for members, goal in zip(tables, goals, strict=True):
        covered += [()] * len(members)
        if goal:
            of_row, of_name = whole[members] @ vectors[goal].T, name[members] @ vectors[goal].T
            out[members, 4], out[members, 5], out[members, 6] = of_row.max(1), of_name.max(1), of_row.mean(1)
            covered[-len(members) :] = [tuple(of_row.max(0).tolist())] * len(members)
        if len(members) > 1:
            out[members, 7:10] = _others(whole[members])
    for column, (one, other) in enumerate(((name, described), (name, value), (value, described), (basis, name)), 10):
        out[:, column] = np.einsum("ij,ij->i", one, other)
    return out, np.concatenate((name, 0.7 * described, 0.5 * value), axis=1), covered


def _texts(row: Row) -> tuple[str, ...]:
    table = row.table
    return (row.name.text, row.description.text, row.value.text, row.basis.text, table.project_name.text, table.purpose.text)


def _tables(rows: Sequence[Row]) -> list[list[int]]:
    """Rows of one table stand together."""
    found: list[list[int]] = []
    for number, row in enumerate(rows):
        if found and rows[found[-1][0]].table is row.table:
            found[-1].append(number)
        else:
            found.append([number])
    return found


def _others(whole: Array) -> Array:
    """To the nearest other row, the nearest three, and all others; in blocks, for a list of rows may be one long table."""
    count = len(whole)
    nearest = min(3, count - 1)
    out = np.zeros((count, 3), np.float32)
    total = whole.sum(axis=0)
    for start in range(0, count, _BLOCK):
        part = whole[start : start + _BLOCK]
        near = part @ whole.T
        own = np.arange(len(part))
        alone = near[own, own + start].copy()
        near[own, own + start] = -np.inf
        top = -np.sort(-np.partition(near, -nearest, axis=1)[:, -nearest:], axis=1)
        out[start : start + _BLOCK] = np.stack([top[:, 0], top.mean(1), (part @ total - alone) / (count - 1)], axis=1)
    return out


def _unit(vectors: Array) -> Array:
    return np.asarray(vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9))
