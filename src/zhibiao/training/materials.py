"""Labelled rows beside what models read of them, and the folds in which a model is asked about rows that it has not seen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from zhibiao.features.reading import Row
from zhibiao.learned.grams import Array
from zhibiao.training.data.readings import reading
from zhibiao.training.data.records import LabelledTable, Labels

FOLDS = 5


@dataclass(frozen=True, slots=True)
class Sample:
    """Rows in the order of their tables, each with its labels and its table."""

    rows: tuple[Row, ...]
    labels: tuple[Labels, ...]
    tables: tuple[LabelledTable, ...]

    def __len__(self) -> int:
        return len(self.rows)


def sample(tables: Sequence[LabelledTable]) -> Sample:
    """All used rows of some tables."""
    found = [
        (row, labelled.labels, table)
        for table in tables
        for row, labelled in zip(reading(table).rows, table.used, strict=True)
        if labelled.labels is not None
    ]
    return Sample(tuple(row for row, _, _ in found), tuple(labels for _, labels, _ in found), tuple(table for _, _, table in found))


def folds(these: Sample, seed: int) -> Array:
    """A fold for each row; a sector is never on both sides, as new submissions come from sectors that no fitting saw."""
    sectors = sorted({table.sector for table in these.tables})
    order = np.random.default_rng(seed).permutation(len(sectors))
    fold = {sectors[place]: number % FOLDS for number, place in enumerate(order)}
    return np.array([fold[table.sector] for table in these.tables])


def grades(these: Sample, letter: str) -> Array:
    """Grades of one letter; -1 where the form leaves none to give."""
    given = (labels.grades[letter] for labels in these.labels)
    return np.array([-1 if grade is None else grade for grade in given])


def has(these: Sample, code: str) -> Array:
    """Whether each row carries a finding."""
    return np.array([code in labels.codes for labels in these.labels])


def apart(fold: Array) -> Iterator[tuple[Array, Array]]:
    """For each fold: the rows outside it, the rows in it."""
    for number in range(FOLDS):
        yield fold != number, fold == number
