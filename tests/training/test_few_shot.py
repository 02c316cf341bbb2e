"""A province's own habit is found out from a few dozen rows; what is as before stays."""

from __future__ import annotations

from pathlib import Path

import pytest

import zhibiao
from zhibiao.learned.judge import load_judge
from zhibiao.training.data.records import DataSet, LabelledTable, load
from zhibiao.training.few_shot import bend, drawn, save_bent
from zhibiao.training.studies.provinces import measured, with_habit

TOP = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def data() -> DataSet:
    return load(TOP / "training_data")


@pytest.fixture(scope="module")
def tables(data: DataSet) -> list[LabelledTable]:
    return [table for table in data.tables if table.sector in ("气象", "检察")]


def test_bending_finds_out_a_habit_and_leaves_alone_what_is_as_before(data: DataSet, tables: list[LabelledTable], tmp_path: Path) -> None:
    judge = load_judge(TOP / "models")
    local = with_habit(tables, "M", lambda grade: 1 if grade == 2 else grade)
    bent = bend(judge, local[::2])
    assert bent.letters["M"] is not None
    assert bent.judge.smart.graders["M"].cuts[1] > judge.smart.graders["M"].cuts[1] + 0.2  # grade 2 has become grade 1
    before, after = (measured(each, local[1::2], data) for each in (judge, bent.judge))
    assert after["M"] > before["M"] + 0.01
    assert all(after[other] > before[other] - 0.03 for other in ("category", "S", "A", "R", "T"))
    folder = save_bent(bent, TOP / "models", tmp_path / "local", 100)
    row = {"name": "自动站维护数量", "value": "12个", "level2": "数量指标", "project_name": "气象观测"}
    assert zhibiao.load(models=folder).score_indicator(**row).smart is not None


def test_too_few_rows_are_told(tables: list[LabelledTable]) -> None:
    with pytest.raises(ValueError, match="至少要 5 行、2 张表"):
        bend(load_judge(TOP / "models"), tables[:1])


def test_tables_are_drawn_whole_until_there_are_enough_rows(tables: list[LabelledTable]) -> None:
    some = drawn(tables, 30, seed=1)
    assert sum(len(table.used) for table in some[:-1]) < 30 <= sum(len(table.used) for table in some)
    assert some == drawn(tables, 30, seed=1)
