"""Quick models on a handful of sectors: more data, a sector left out, a province's own habit."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

import zhibiao
from zhibiao.learned.judge import load_judge
from zhibiao.training.data.records import DataSet, LabelledTable, load
from zhibiao.training.few_shot import bend, drawn, save_bent
from zhibiao.training.materials import sample
from zhibiao.training.studies.curves import Words, learning_curve, leave_one_sector_out, words_of
from zhibiao.training.studies.desk import SWITCH, desk
from zhibiao.training.studies.provinces import few_shot_curve, measured, with_habit

TOP = Path(__file__).resolve().parents[3]
SECTORS = ("气象", "检察", "水利", "档案和地方志")


@pytest.fixture(scope="module")
def data() -> DataSet:
    return load(TOP / "training_data")


@pytest.fixture(scope="module")
def tables(data: DataSet) -> list[LabelledTable]:
    return [table for table in data.tables if table.sector in SECTORS]


@pytest.fixture(scope="module")
def words(tables: list[LabelledTable]) -> Words:
    return words_of(sample([t for t in tables if t.sector != "气象"]), sample([t for t in tables if t.sector == "气象"]))


def test_more_sectors_more_rows(words: Words) -> None:
    curve = learning_curve(words, (1, 3))
    assert curve["rows"].iloc[-1] == len(words.known)
    assert curve["rows"].is_monotonic_increasing
    assert curve["category"].between(0.5, 1).all()


def test_a_sector_is_asked_of_the_others(words: Words) -> None:
    frame = leave_one_sector_out(words)
    assert set(frame["sector"]) == set(SECTORS) - {"气象"}
    assert frame["rows"].sum() == len(words.known)
    assert frame["category"].is_monotonic_increasing


def test_bending_finds_out_a_habit_and_leaves_alone_what_is_as_before(data: DataSet, tables: list[LabelledTable], tmp_path: Path) -> None:
    judge = load_judge(TOP / "models")
    weather = [table for table in tables if table.sector in ("气象", "检察")]
    local = with_habit(weather, "M", lambda grade: 1 if grade == 2 else grade)
    bent = bend(judge, local[::2])
    assert bent.letters["M"] is not None
    assert bent.judge.smart.graders["M"].cuts[1] > judge.smart.graders["M"].cuts[1] + 0.2  # grade 2 has become grade 1
    assert measured(bent.judge, local[1::2], data)["M"] > measured(judge, local[1::2], data)["M"] + 0.01
    folder = save_bent(bent, TOP / "models", tmp_path / "local", 100)
    row = {"name": "自动站维护数量", "value": "12个", "level2": "数量指标", "project_name": "气象观测"}
    assert zhibiao.load(models=folder).score_indicator(**row).smart is not None


def test_a_curve_over_draws(data: DataSet, tables: list[LabelledTable]) -> None:
    frame = few_shot_curve(load_judge(TOP / "models"), data, tables[:10], counts=(20,), draws=1)
    assert frame["rows"].tolist() == [0, 20]
    assert set("SMART") < set(frame.columns)


def test_too_few_rows_are_told(tables: list[LabelledTable]) -> None:
    with pytest.raises(ValueError, match="至少要 5 行、2 张表"):
        bend(load_judge(TOP / "models"), tables[:1])


def test_tables_are_drawn_whole_until_there_are_enough_rows(tables: list[LabelledTable]) -> None:
    some = drawn(tables, 30, seed=1)
    assert sum(len(table.used) for table in some[:-1]) < 30 <= sum(len(table.used) for table in some)
    assert some == drawn(tables, 30, seed=1)


def test_a_sample_has_few_sectors_and_is_found_from_below(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv(SWITCH, "1")
    small = desk(TOP / "notebooks")
    assert small.small
    assert len({table.sector for table in small.part("train")}) == 6
    monkeypatch.delenv(SWITCH)
    whole = desk(TOP)
    assert not whole.small
    assert np.mean([len(whole.part("train")) > len(small.part("train"))]) == 1
    with pytest.raises(FileNotFoundError, match="没有找到 training_data 和 models"):
        desk(tmp_path)
