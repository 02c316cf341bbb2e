"""Retraining on a few tables with parts of one's own; what comes of it is what zhibiao.load takes."""

from __future__ import annotations

import pickle
from pathlib import Path
from typing import Any

import pytest
from sklearn.linear_model import Ridge
from sklearn.naive_bayes import ComplementNB
from sklearn.svm import LinearSVC
from sklearn.tree import DecisionTreeRegressor
from test_choosing import Lengths

import zhibiao
from zhibiao.learned.files import ModelFolder
from zhibiao.scorer.models import InMemory
from zhibiao.training.data.records import LabelledTable, load
from zhibiao.training.retrain import Recipe, Retrained, retrain

TOP = Path(__file__).resolve().parents[2]
ROW = {"name": "群众满意度", "value": "≥90%", "level2": "服务对象满意度指标", "project_name": "农村公路养护"}


@pytest.fixture(scope="module")
def tables() -> list[LabelledTable]:
    """Three tables of each of five sectors."""
    kept: dict[str, list[LabelledTable]] = {}
    for table in load(TOP / "training_data").tables:
        kept.setdefault(table.sector, []).append(table)
    return [table for sector in list(kept)[:5] for table in kept[sector][:3]]


def retrained(tables: list[LabelledTable], out: Path, **recipe: Any) -> Retrained:
    return retrain(tables, TOP / "models", out, Recipe(**recipe), say=lambda _: None)


def test_a_linear_classifier_goes_into_a_folder_without_pickle(tables: list[LabelledTable], tmp_path: Path) -> None:
    found = retrained(tables, tmp_path, classifier=LinearSVC(), grades=False)
    assert found.folder == tmp_path
    assert {path.suffix for path in tmp_path.rglob("*") if path.is_file()} == {".json", ".npz", ".safetensors", ".md", ""}
    result = zhibiao.load(models=tmp_path).score_indicator(**ROW)
    assert result.category.best == "满意度"
    assert result.smart == zhibiao.load(models=found.models).score_indicator(**ROW).smart


def test_another_kind_of_classifier_lives_in_memory(tables: list[LabelledTable], tmp_path: Path) -> None:
    found = retrained(tables, tmp_path, classifier=ComplementNB(), grades=False)
    assert found.folder is None
    assert not list(tmp_path.iterdir())
    assert isinstance(found.models, InMemory)
    scorer = zhibiao.load(models=found.models)
    result = scorer.score_indicator(**ROW)
    assert result.category.best == "满意度"
    assert pickle.loads(pickle.dumps(scorer)).score_indicator(**ROW).category == result.category  # noqa: S301 - our own, for processes


def test_trees_for_the_letters_go_into_a_folder_and_others_stay(tables: list[LabelledTable], tmp_path: Path) -> None:
    small = retrained(tables, tmp_path / "small", grader=DecisionTreeRegressor(max_leaf_nodes=8))
    assert small.folder is not None
    assert len(ModelFolder(tmp_path / "small" / "smart").arrays("trees.npz")["S.roots"]) == 1
    assert set(zhibiao.load(models=small.folder).score_indicator(**ROW).smart or ()) == set("SMART")


def test_an_encoder_of_ones_own(tables: list[LabelledTable], tmp_path: Path) -> None:
    found = retrained(tables, tmp_path, encoder=Lengths(), grader=Ridge(), grades=False)
    assert found.folder is None
    assert found.judge.category.of_vectors is not None
    assert found.judge.category.of_vectors.shape == (6, 9)
    assert zhibiao.load(models=found.models).score_indicator(**ROW).score is not None


def test_too_few_sectors_are_told(tables: list[LabelledTable], tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="只有 1 个行业的表；至少要 5 个行业"):
        retrained(tables[:3], tmp_path)
