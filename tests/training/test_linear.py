"""Regressions kept as plain weights give what scikit-learn's models give."""

from __future__ import annotations

import numpy as np
import pytest
from sklearn.linear_model import LogisticRegression

from zhibiao.learned.grams import Field, learn_grams
from zhibiao.learned.wording import Facts, from_arrays
from zhibiao.training.linear import SETTLED, as_wording, ask, choose, joined, logistic

NAMES = ["培训人数", "参训人次", "设备数量", "合格率", "完好率", "准确率", "群众满意度", "职工满意度", "学员满意度"] * 4
ANSWER = np.array([0, 0, 0, 1, 1, 1, 2, 2, 2] * 4)
FOLD = np.repeat([0, 1, 2, 3, 4, 0, 1, 2, 3, 4, 0, 1], 3)


def material() -> tuple[object, object, object]:
    grams = learn_grams([Field("name", 2, 1.0)], [NAMES], least=1).rows([NAMES])
    facts = Facts(["rate"]).rows([{"rate": 1.0} if name.endswith("率") else {} for name in NAMES])
    return grams, facts, joined(grams, facts)


def test_kept_weights_give_the_same_log_odds() -> None:
    grams, facts, matrix = material()
    wanted = (ANSWER == 2).astype(int)
    weights, bias, _ = ask(matrix, [wanted], FOLD)
    wording = as_wording(["满意"], weights, bias, grams.width)
    model = logistic(matrix, wanted > 0)
    assert wording.log_odds(grams, facts)[:, 0] == pytest.approx(model.decision_function(matrix), abs=1e-4)


def test_half_precision_moves_little() -> None:
    grams, facts, matrix = material()
    weights, bias, _ = ask(matrix, [(ANSWER == 2).astype(int)], FOLD)
    wording = as_wording(["满意"], weights, bias, grams.width)
    again = from_arrays(wording.arrays("words"), "words", ["满意"])
    assert again.log_odds(grams, facts) == pytest.approx(wording.log_odds(grams, facts), abs=1e-2)


def test_shares_speak_for_several_answers() -> None:
    _, _, matrix = material()
    shares = np.eye(3)[ANSWER]
    shares[0] = [0.7, 0.3, 0]
    weights, bias, unseen = choose(matrix, shares, FOLD)
    assert weights.shape == (matrix.shape[1], 3)
    assert unseen.shape == (len(NAMES), 3)
    rows, answers = np.nonzero(shares)
    model = LogisticRegression(C=10.0, tol=1e-3, max_iter=300).fit(matrix[rows], answers, sample_weight=shares[rows, answers])
    assert bias == pytest.approx(model.intercept_, abs=1e-6)


def test_unseen_answers_come_from_models_that_did_not_see_the_row() -> None:
    _, _, matrix = material()
    wanted = (ANSWER == 1).astype(int)
    _, _, unseen = ask(matrix, [wanted], FOLD)
    outside = FOLD != 3
    model = logistic(matrix[outside], wanted[outside] > 0)
    assert unseen[FOLD == 3, 0] == pytest.approx(model.decision_function(matrix[FOLD == 3]), abs=1e-6)


def test_a_question_with_one_answer_is_settled() -> None:
    _, _, matrix = material()
    weights, bias, unseen = ask(matrix, [np.zeros(len(NAMES), int)], FOLD)
    assert not weights.any()
    assert bias.tolist() == [-SETTLED]
    assert (unseen == -SETTLED).all()
