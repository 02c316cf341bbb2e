"""The same rows put under right and under wrong categories on purpose: how often R401 speaks."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from zhibiao.features.reading import Row, TableReading
from zhibiao.learned.judge import Judge
from zhibiao.lexicon.categories import CATEGORIES, OUTPUTS
from zhibiao.rules.checking import check_row
from zhibiao.rules.rule import Given
from zhibiao.training.materials import Sample

_SEED = 11
_PART = 100  # tables judged at a time


def on_purpose(these: Sample, judge: Judge) -> dict[str, float]:
    """One wrong category a row, drawn at random; every acceptable one; the best one."""
    dice = np.random.default_rng(_SEED)
    wrong, accepted, best = [], [], []
    for row, labels in zip(these.rows, these.labels, strict=True):
        others = [category for category in CATEGORIES if category not in labels.acceptable]
        wrong.append((row, str(dice.choice(others))))
        accepted += [(row, category) for category in labels.acceptable]
        best.append((row, labels.category))
    return {
        "recall": _spoken(wrong, judge),
        "false_accepted": _spoken(accepted, judge),
        "false_best": _spoken(best, judge),
        "rows": float(len(wrong)),
    }


def _spoken(placed: list[tuple[Row, str]], judge: Judge) -> float:
    """Each row moves in a copy of its table, so that the other rows stay as they were."""
    said = []
    for start in range(0, len(placed), _PART):
        rows: list[Row] = []
        asked: list[int] = []
        for row, category in placed[start : start + _PART]:
            copy = _moved(row, category)
            asked.append(len(rows) + next(place for place, one in enumerate(copy.rows) if one.indicator.row == row.indicator.row))
            rows += copy.rows
        judgements = judge.judge(rows)
        for place in asked:
            given = Given(numbers=judgements[place].numbers, year=rows[place].table.year)
            said.append(any(finding.code == "R401" for finding in check_row(rows[place], given)))
    return float(np.mean(said))


def _moved(row: Row, category: str) -> TableReading:
    table = row.table.table
    level1 = "产出指标" if category in OUTPUTS else f"{category}指标" if category in ("满意度", "成本") else "效益指标"
    level2 = category if category == "可持续影响" else f"{category}指标"
    moved = tuple(replace(one, level1=level1, level2=level2) if one.row == row.indicator.row else one for one in table.indicators)
    return TableReading(replace(table, indicators=moved), row.table.document, row.table.context, row.table.categories)
