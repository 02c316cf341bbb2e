"""The numbers that a reranker sees, and the corpus that it looks things up in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pytest

from zhibiao.scorer.models import shipped
from zhibiao.suggesting.expected import Expected
from zhibiao.suggesting.ranking import NAMES, Offer, Reranker, Wanted, numbers

WANTED = Wanted("培训质量", "", "高质量", "质量", "质量", "书记员速录培训", ("培训书记员60人",), "书记员速录培训\n培训书记员60人")


class Letters:
    """An encoder for tests: the characters of a text."""

    def encode(self, texts: Sequence[str]) -> Any:
        out = np.zeros((len(texts), 64), np.float32)
        for row, text in enumerate(texts):
            for character in text:
                out[row, ord(character) % 64] += 1
        return out / np.maximum(np.linalg.norm(out, axis=1, keepdims=True), 1e-9)


def of(offer: Offer) -> dict[str, float]:
    return dict(zip(NAMES, numbers([WANTED], [offer], [(0, 0)], Letters())[0].tolist(), strict=True))


def test_numbers_say_what_the_two_have_in_common() -> None:
    same = of(Offer("培训质量", "", "高质量", "质量"))
    assert same["like.name"] == pytest.approx(1.0)
    assert (same["same.category"], same["same.written"]) == (1.0, 1.0)
    other = of(Offer("书记员人数", "", "≥60人", "数量"))
    assert (other["same.category"], other["figure.in_project"], other["figure.new"]) == (0.0, 1.0, 0.0)
    assert of(Offer("苗木株数", "", "=14万株", "数量"))["figure.new"] == 1.0


def test_the_score_is_the_weighted_sum() -> None:
    weights = dict.fromkeys(NAMES, 0.0) | {"like.name": 2.0, "same.category": -1.0}
    row = np.zeros((1, len(NAMES)), np.float32)
    row[0, NAMES.index("like.name")], row[0, NAMES.index("same.category")] = 0.5, 1.0
    assert Reranker(weights).scores(row).tolist() == [0.0]


def test_a_score_is_expected_only_where_nearly_all_trials_passed() -> None:
    known = Expected({"甲": {"d": 91.0}})
    assert known.score("甲", True, False) == 91.0
    assert known.score("甲", True, True) is None
    assert known.score("乙", True, False) is None


def test_the_shipped_corpus_gives_rows_of_the_category_asked_for() -> None:
    suggester = shipped().suggester()
    corpus = suggester.corpus
    assert len(corpus.examples) > 2000
    assert set(suggester.reranker.weights) == set(NAMES)
    asked = np.asarray(suggester.encoder.encode(["学员结业考核合格率"]), np.float32)
    found = [corpus.examples[place] for place in corpus.nearest(asked, ["质量"], ["培训"], 5)[0]]
    assert {example.category for example in found} == {"质量"}
    assert any("考" in example.name for example in found)
