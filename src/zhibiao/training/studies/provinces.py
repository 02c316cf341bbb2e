"""What some labelled rows of a new province bring: models bent towards them, measured on tables that they have not seen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import numpy as np

from zhibiao.learned.judge import Judge
from zhibiao.model.report import LETTERS
from zhibiao.training.data.agreement import qwk
from zhibiao.training.data.records import DataSet, LabelledTable
from zhibiao.training.evaluation.judged import judged
from zhibiao.training.few_shot import bend, drawn


def few_shot_curve(
    judge: Judge, data: DataSet, tables: Sequence[LabelledTable], counts: Sequence[int] = (20, 50, 100), draws: int = 2, seed: int = 7
) -> Any:
    """A frame: labelled rows, draw, category right and QWK of letters on the other half of the tables."""
    import pandas as pd

    out = []
    for draw in range(draws):
        order = np.random.default_rng(seed + draw).permutation(len(tables))
        half = len(tables) // 2
        pool, held = [tables[place] for place in order[:half]], [tables[place] for place in order[half:]]
        out.append({"rows": 0, "draw": draw, **measured(judge, held, data)})
        for count in counts:
            bent = bend(judge, drawn(pool, count, seed + draw))
            out.append({"rows": count, "draw": draw, **measured(bent.judge, held, data)})
    return pd.DataFrame(out)


def measured(judge: Judge, tables: Sequence[LabelledTable], data: DataSet) -> dict[str, float]:
    """Share of acceptable categories, QWK by letter."""
    rows = [(row.labels, line) for each in judged(tables, data, judge) for row, line in each.rows if row.labels is not None]
    out = {"category": float(np.mean([line.category.best in labels.acceptable for labels, line in rows]))}
    for letter in LETTERS:
        pairs = [(labels.grades[letter], (line.smart or {}).get(letter)) for labels, line in rows]
        out[letter] = qwk([(true, mine) for true, mine in pairs if true is not None and mine is not None])
    return out


def with_habit(tables: Sequence[LabelledTable], letter: str, change: Callable[[int], int]) -> list[LabelledTable]:
    """The same tables as if a province graded a letter in its own way; to see whether bending finds it out."""
    out = []
    for table in tables:
        rows = []
        for row in table.rows:
            grade = row.labels.grades[letter] if row.labels else None
            if row.labels is None or grade is None:
                rows.append(row)
            else:
                rows.append(replace(row, labels=replace(row.labels, grades={**row.labels.grades, letter: change(grade)})))
        out.append(replace(table, rows=tuple(rows)))
    return out
