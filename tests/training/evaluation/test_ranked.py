"""nDCG by hand."""

from __future__ import annotations

import numpy as np
import pytest

from zhibiao.training.evaluation.ranked import ndcg


def test_ndcg_counts_the_first_five_places() -> None:
    scores = np.array([0.9, 0.8, 0.7, 0.6, 0.5, 0.4])
    assert ndcg(scores, range(1)) == 1.0
    assert ndcg(scores, range(1, 2)) == pytest.approx(1 / np.log2(3))
    assert ndcg(scores, range(5, 6)) == 0.0


def test_two_right_ones_share_the_best_that_could_be() -> None:
    scores = np.array([0.1, 0.9, 0.8, 0.0])
    assert ndcg(scores, range(1, 3)) == pytest.approx(1.0)
    assert ndcg(scores, range(2)) == pytest.approx((1 + 1 / np.log2(4)) / (1 + 1 / np.log2(3)))
