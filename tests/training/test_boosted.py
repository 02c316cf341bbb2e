"""Cuts of the ordered logit, and folds that never see a sector twice."""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np
import pytest

from zhibiao.learned.smart import Grader
from zhibiao.learned.trees import Trees
from zhibiao.training.boosted import cut, grow, grow_finely, grow_odds, unseen
from zhibiao.training.linear import SETTLED
from zhibiao.training.materials import FOLDS, apart, folds

LEAF = Trees(np.array([0]), np.array([0]), np.array([np.inf]), np.array([0]), np.array([2.5]), 0, 0.0)


def test_cuts_lie_between_the_grades() -> None:
    dice = np.random.default_rng(1)
    grades = dice.integers(0, 4, 2000)
    cuts, slope = cut(grades + dice.normal(0, 0.3, 2000), grades)
    assert cuts == pytest.approx([0.5, 1.5, 2.5], abs=0.1)
    assert slope > 3


def test_probabilities_add_up_and_follow_the_score() -> None:
    grader = Grader(LEAF, np.array([0.5, 1.5, 2.5]), 5.0)
    likely = grader.probabilities(grader.trees.predict(np.zeros((1, 1))))
    assert likely.sum() == pytest.approx(1)
    assert likely[0] == pytest.approx([0.0000454, 0.0066475, 0.493307, 0.5], abs=1e-4)


def test_sectors_stay_together() -> None:
    names = [f"行业{number % 12}" for number in range(200)]
    these = SimpleNamespace(tables=[SimpleNamespace(sector=name) for name in names])
    fold = folds(these, 7)  # type: ignore[arg-type]
    assert set(fold) == set(range(FOLDS))
    assert len({(name, number) for name, number in zip(names, fold.tolist(), strict=True)}) == 12
    assert (fold == folds(these, 7)).all()  # type: ignore[arg-type]
    for outside, inside in apart(fold):
        assert not {names[i] for i in np.flatnonzero(outside)} & {names[i] for i in np.flatnonzero(inside)}


def test_a_row_that_is_not_asked_teaches_nothing() -> None:
    dice = np.random.default_rng(2)
    numbers = dice.normal(size=(400, 2)).astype(np.float32)
    wanted = (numbers[:, 0] > 0) * 3.0
    fold = np.arange(400) % FOLDS
    poisoned = wanted.copy()
    poisoned[::7] = -1
    said = unseen(grow, numbers, poisoned, fold, 7)
    assert np.abs(said - wanted).mean() < 0.3


def test_odds_where_all_rows_have_one_answer() -> None:
    trees = grow_odds(np.zeros((4, 2)), np.ones(4, int), 7)
    assert trees.predict(np.zeros((3, 2), np.float32)).tolist() == [SETTLED] * 3


def test_fine_trees_find_many_weak_hints_and_grow_alike_each_time() -> None:
    dice = np.random.default_rng(5)
    numbers = dice.normal(size=(600, 30)).astype(np.float32)
    wanted = numbers.mean(axis=1)
    first, again = grow_finely(numbers[:500], wanted[:500], 7), grow_finely(numbers[:500], wanted[:500], 7)
    said = first.predict(numbers[500:])
    assert np.array_equal(said, again.predict(numbers[500:]))
    assert np.corrcoef(said, wanted[500:])[0, 1] > 0.6
