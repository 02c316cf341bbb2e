"""N-grams by hash: the numbers of scikit-learn's TfidfVectorizer, however rows are cut into parts."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.sparse import csr_matrix
from sklearn.feature_extraction.text import TfidfVectorizer

from zhibiao.learned.grams import Field, Grams, Rows, learn_grams

NAMES = ["培训人数", "培训合格率", "设备采购数量", "群众满意度", "满意度", "", "验收合格率", "人人人"]
VALUES = ["≥60人", "≥95%", "=3台", "≥90%", "", "", "=100%", "1"]


def dense(rows: Rows) -> np.ndarray:
    return csr_matrix((rows.data, rows.indices, rows.indptr), shape=(len(rows.indptr) - 1, rows.width)).toarray()


@pytest.mark.parametrize("longest", [1, 2, 4])
def test_weights_are_those_of_scikit_learn(longest: int) -> None:
    texts = [name for name in NAMES if name]
    grams = learn_grams([Field("name", longest, 1.0)], [texts], least=1)
    vectorizer = TfidfVectorizer(analyzer="char", ngram_range=(1, longest), sublinear_tf=True, lowercase=False)
    wanted = vectorizer.fit_transform(f"^{text}$" for text in texts).toarray()
    mine = dense(grams.rows([texts]))
    assert mine.shape == wanted.shape
    np.testing.assert_allclose(np.sort(mine, axis=1), np.sort(wanted, axis=1), atol=1e-6)  # the columns stand in another order
    np.testing.assert_allclose(mine @ mine.T, wanted @ wanted.T, atol=1e-6)


def test_fields_do_not_share_n_grams_and_weigh_what_they_are_given() -> None:
    grams = learn_grams([Field("name", 2, 1.0), Field("value", 2, 0.5)], [NAMES, VALUES], least=1)
    lengths = np.linalg.norm(dense(grams.rows([NAMES, VALUES])), axis=1)
    assert lengths[0] == pytest.approx((1 + 0.25) ** 0.5)
    assert lengths[4] == pytest.approx(1.0)  # only a name
    assert lengths[5] == 0.0  # neither
    same = dense(grams.rows([["1"], [""]])) @ dense(grams.rows([[""], ["1"]])).T
    assert same[0, 0] == 0.0


def test_rare_n_grams_are_left_out() -> None:
    grams = learn_grams([Field("name", 1, 1.0)], [["合格", "合格率", "人数"]], least=2)
    assert len(grams.hashes) == 4  # ^ $ 合 格


def test_unknown_text_is_an_empty_row() -> None:
    grams = Grams([Field("name", 2, 1.0)], np.array([1], np.uint64), np.array([1.0], np.float32))
    rows = grams.rows([["龘", ""]])
    assert rows.indptr.tolist() == [0, 0, 0]
    assert rows.times(np.ones((1, 2), np.float32)).tolist() == [[0, 0], [0, 0]]


@given(st.lists(st.text("合格率数人次满意度≥≤90%", max_size=8), min_size=1, max_size=6))
def test_a_row_is_the_same_alone_and_among_others(texts: list[str]) -> None:
    grams = learn_grams([Field("name", 3, 1.0)], [NAMES], least=1)
    weights = np.arange(len(grams.hashes) * 2, dtype=np.float32).reshape(-1, 2) / 100
    together = grams.rows([texts]).times(weights)
    alone = np.concatenate([grams.rows([[text]]).times(weights) for text in texts])
    np.testing.assert_allclose(together, alone, atol=1e-4)
