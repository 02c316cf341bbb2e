"""Quick models on a handful of sectors: more data, a sector left out, a province's own habit."""

from __future__ import annotations

from pathlib import Path

import pytest

from zhibiao.learned.judge import load_judge
from zhibiao.training.data.records import DataSet, LabelledTable, load
from zhibiao.training.materials import sample
from zhibiao.training.studies.curves import Words, learning_curve, leave_one_sector_out, words_of
from zhibiao.training.studies.provinces import few_shot_curve

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


def test_a_curve_over_draws(data: DataSet, tables: list[LabelledTable]) -> None:
    frame = few_shot_curve(load_judge(TOP / "models"), data, tables[:10], counts=(20,), draws=1)
    assert frame["rows"].tolist() == [0, 20]
    assert set("SMART") < set(frame.columns)
