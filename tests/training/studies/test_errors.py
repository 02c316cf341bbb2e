"""Frames and their figures, on rows judged by hand and on a few of ours."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from zhibiao.learned.judge import Judge, load_judge
from zhibiao.training.data.records import LabelledTable, load
from zhibiao.training.evaluation.judged import Judged, judged
from zhibiao.training.studies import errors
from zhibiao.training.studies.frames import features_frame, judged_frame, labels_frame

TOP = Path(__file__).resolve().parents[3]


@pytest.fixture(scope="module")
def judge() -> Judge:
    return load_judge(TOP / "models")


@pytest.fixture(scope="module")
def tables() -> list[LabelledTable]:
    return [table for table in load(TOP / "training_data").tables if table.sector == "气象"][:8]


@pytest.fixture(scope="module")
def found(judge: Judge, tables: list[LabelledTable]) -> list[Judged]:
    return list(judged(tables, load(TOP / "training_data"), judge))


def test_labels_as_a_frame(tables: list[LabelledTable]) -> None:
    frame = labels_frame(tables, {tables[0].id: "test"})
    first = tables[0].used[0]
    assert len(frame) == sum(len(table.used) for table in tables)
    assert first.labels is not None
    assert frame.loc[first.id, "name"] == first.texts["name"]
    assert frame.loc[first.id, ["S", "R"]].tolist() == [first.labels.grades["S"], first.labels.grades["R"]]
    assert frame.loc[first.id, "part"] == "test"
    assert frame.loc[tables[1].used[0].id, "part"] is None or pd.isna(frame.loc[tables[1].used[0].id, "part"])


def test_features_are_the_numbers_of_the_judge(judge: Judge, tables: list[LabelledTable]) -> None:
    frame = features_frame(tables, judge)
    assert tuple(frame.columns) == judge.smart.names
    assert frame.index.tolist() == [row.id for table in tables for row in table.used]
    assert frame["seat.rows"].iloc[0] == len(tables[0].used)


def test_judged_rows_beside_their_labels(found: list[Judged]) -> None:
    frame = judged_frame(found)
    row, line = found[0].rows[0]
    assert line.smart is not None
    assert row.labels is not None
    assert (frame.loc[row.id, "M"], frame.loc[row.id, "true_M"]) == (line.smart["M"], row.labels.grades["M"])
    assert frame["p_category"].between(0, 1).all()
    assert errors.confusion(frame).to_numpy().sum() == len(frame)


def test_reliability_by_hand() -> None:
    frame = pd.DataFrame({"category": ["数量", "质量"], "acceptable": [("数量",), ("数量",)], "p_category": [0.95, 0.93]})
    bins = errors.reliability(frame, "category")
    assert bins.to_dict("records") == [{"sure": pytest.approx(0.94), "right": 0.5, "rows": 2}]
    assert errors.miscalibration(frame, "category") == pytest.approx(0.44)


def test_codes_are_counted(found: list[Judged]) -> None:
    frame = errors.code_frame(found)
    given = sum("M206" in row.labels.codes for each in found for row, _ in each.rows if row.labels)
    assert frame.loc["M206", "cases"] == given


def test_what_moved_a_grade_adds_up_for_one_number(judge: Judge, tables: list[LabelledTable]) -> None:
    features = features_frame(tables, judge)
    typical = errors.typical_numbers(features)
    row = tables[0].used[0]
    moved = errors.moved(judge, tables[0], row, typical, "S", count=3)
    top = moved.iloc[0]
    changed = features.loc[[row.id]].copy()
    changed[top["number"]] = typical[top["number"]]
    trees = judge.smart.graders["S"].trees
    before, after = (float(trees.predict(each.to_numpy(np.float32))[0]) for each in (features.loc[[row.id]], changed))
    assert top["effect"] == pytest.approx(before - after, abs=1e-5)
    assert moved["effect"].abs().is_monotonic_decreasing
    with pytest.raises(ValueError, match="没有“X”这个字母"):
        errors.moved(judge, tables[0], row, typical, "X")


def test_near_rows_are_good_of_the_same_category_and_not_the_row_itself(judge: Judge, tables: list[LabelledTable]) -> None:
    good = errors.good_rows(tables)
    table, row = good[0]
    near = errors.nearest_good(judge, row, good, count=4)
    assert row.labels is not None
    assert near
    assert row.id not in {each.row.id for each in near}
    assert {each.row.labels.category for each in near if each.row.labels} == {row.labels.category}
    assert [each.nearness for each in near] == sorted((each.nearness for each in near), reverse=True)
    assert table.sector == "气象"
