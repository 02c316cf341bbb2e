"""Frames of pandas and polars: the same rows with columns beside."""

from __future__ import annotations

import subprocess
import sys
from datetime import datetime
from typing import Any

import pandas as pd
import polars as pl
import pytest

import zhibiao
from zhibiao.scorer import Scorer

ROWS: list[dict[str, Any]] = [
    {"编号": 1, "name": "技能培训人数", "value": "200人", "level2": "数量指标"},
    {"编号": 2, "name": "培训考核合格率", "value": "≥95%", "level2": "质量指标"},
    {"编号": 3, "name": None, "value": None, "level2": None},
    {"编号": 4, "name": "技能培训人数", "value": "200人", "level2": "数量指标"},
]
BESIDE = ["S", "M", "A", "R", "T", "score", "grade", "needs_review", "category", "severity", "codes", "messages"]


@pytest.mark.parametrize("kind", [pd.DataFrame, pl.DataFrame])
def test_the_same_frame_with_columns_beside(kind: Any) -> None:
    frame = kind(ROWS)
    scored = Scorer().score_frame(frame)
    assert type(scored) is kind
    assert list(scored.columns) == ["编号", "name", "value", "level2", *BESIDE]
    assert list(frame.columns) == ["编号", "name", "value", "level2"]
    rows = scored.to_dicts() if kind is pl.DataFrame else scored.to_dict("records")
    assert [row["编号"] for row in rows] == [1, 2, 3, 4]
    assert rows[0]["category"] == "数量"
    assert "M206" in rows[0]["codes"].split()
    assert rows[3]["codes"] == rows[0]["codes"]  # rows without a project are strangers: no R404
    assert "比较符号" in rows[0]["messages"]
    assert not isinstance(rows[2]["codes"], str)


def test_rows_that_a_person_should_look_at_are_marked_as_in_reports() -> None:
    scorer = zhibiao.load()
    values = ["200人", "≥200人", "100%", "较好", "及时", "≥95%", ""]
    given = [
        {"name": "培训覆盖人数", "level2": level2, "value": value} for level2 in ("数量指标", "质量指标", "时效指标") for value in values
    ]
    scored = scorer.score_frame(pd.DataFrame(given))
    assert list(scored["needs_review"]) == [scorer.score_indicator(**row).needs_review for row in given]
    assert set(scored["needs_review"]) == {True, False}


def test_the_index_stays() -> None:
    frame = pd.DataFrame(ROWS[:2], index=["甲", "甲"])
    assert list(Scorer().score_frame(frame).index) == ["甲", "甲"]


def test_chinese_headers_are_understood() -> None:
    frame = pd.DataFrame([{"二级指标": "数量指标", "三级指标": "技能培训人数", "指标值": "200人"}])
    assert "M206" in Scorer().score_frame(frame)["codes"][0]


def test_rows_of_a_project_stand_together() -> None:
    frame = pl.DataFrame([{**ROWS[0], "project_name": "技能提升"}, {**ROWS[3], "project_name": "技能提升"}])
    assert Scorer().score_frame(frame)["category"].to_list() == ["数量", "数量"]


def test_lists_and_arrays_in_cells() -> None:
    frame = pd.DataFrame([{**ROWS[0], "project_name": "甲", "objectives": ["培训200人。"]}])
    assert len(Scorer().score_frame(frame)) == 1


def test_an_empty_frame() -> None:
    assert list(Scorer().score_frame(pd.DataFrame({"name": [], "value": []})).columns) == ["name", "value", *BESIDE]


def test_columns_of_the_frame_are_not_overwritten() -> None:
    with pytest.raises(ValueError, match="数据里已经有 M、score 列"):
        Scorer().score_frame(pd.DataFrame([{"name": "甲", "score": 1, "M": 2}]))


def test_something_else_is_refused() -> None:
    with pytest.raises(TypeError, match="只接受 pandas 或 polars 的 DataFrame，收到的是 list"):
        Scorer().score_frame([])


def test_neither_library_is_imported() -> None:
    code = "import sys, zhibiao; zhibiao.load().score_indicator(name='甲'); print([m for m in ('pandas', 'polars') if m in sys.modules])"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"


@pytest.mark.parametrize("kind", [pd.DataFrame, pl.DataFrame])
def test_a_day_from_a_workbook_is_a_day_again(kind: Any) -> None:
    frame = kind({"name": ["工程完成时间"], "level2": ["时效指标"], "value": [datetime(2025, 12, 1)]})
    assert list(Scorer().score_frame(frame)["codes"]) == [None]


@pytest.mark.parametrize("columns", [["name", "name"], pd.MultiIndex.from_tuples([("甲", "name"), ("甲", "value")])])
def test_columns_that_cannot_be_told_apart_are_refused(columns: object) -> None:
    frame = pd.DataFrame([["培训人数", "≥200人"]], columns=columns)
    with pytest.raises(ValueError, match="列名有重复，或者有几层"):
        Scorer().score_frame(frame)
