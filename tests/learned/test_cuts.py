"""Many texts are cut as the tokenizers library cuts each of them."""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tokenizers import Tokenizer

from zhibiao.learned.cuts import Cutter, cutter_of
from zhibiao.learned.encoder import load_encoder
from zhibiao.scorer.models import shipped

FOLDER = shipped().folder / "encoder"


@lru_cache(maxsize=1)
def both() -> tuple[Cutter, Tokenizer]:
    described = (FOLDER / "tokenizer.json").read_bytes()
    cutter = cutter_of(described)
    assert cutter is not None
    return cutter, Tokenizer.from_buffer(described)


def cut(cutter: Cutter, *texts: str) -> list[list[int]]:
    numbers, counts = cutter.cut(texts)
    return [row[:count].tolist() for row, count in zip(numbers, counts, strict=True)]


def test_the_likeliest_way_by_hand() -> None:
    """-1 -6 for 甲乙|丙, -4 -2 for 甲|乙丙, -13 for the three alone: the second. Of ways alike the longer word."""
    cutter = Cutter([("[UNK]", -30.0), ("甲", -4.0), ("乙", -3.0), ("丙", -6.0), ("甲乙", -1.0), ("乙丙", -2.0)], 0)
    assert cut(cutter, "甲乙丙", "丙", "", "甲乙") == [[1, 5], [3], [], [4]]
    even = Cutter([("[UNK]", -30.0), ("甲", -2.0), ("乙", -2.0), ("甲乙", -4.0)], 0)
    assert cut(even, "甲乙") == [[3]]


def test_what_is_not_plain_is_left_to_the_library() -> None:
    cutter, _ = both()
    assert cutter.plain("培训Ａ班") is None  # another form of A
    assert cutter.plain("培训 人数") is None
    assert cutter.plain("〔〔") is None  # unknown words that run on are one
    assert cutter.plain("人" * 65) is None
    assert cutter.plain("GB1,234.5人〔2025〕3号") == "gb0人〔0〕0号"


@given(
    st.lists(st.text(alphabet="农村公路养护里程受益群众满意度≥≤95.,%《》〔〕AbZ0、()元/人次（Ａ 年", max_size=20), min_size=1, max_size=30)
)
def test_the_same_as_the_library(texts: list[str]) -> None:
    cutter, library = both()
    plain = [(text, cleaned) for text in texts if (cleaned := cutter.plain(text)) is not None]
    if plain:
        assert cut(cutter, *(cleaned for _, cleaned in plain)) == [library.encode(text, add_special_tokens=False).ids for text, _ in plain]


def test_many_texts_have_the_vectors_that_each_has_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    encoder = load_encoder(FOLDER)
    texts = [f"第{number}批{word}{'及时' * (number % 7)}发放率" for number in range(90) for word in ("补贴", "农机具", "Ａ类 x")]
    together = encoder.encode([*texts, ""])
    monkeypatch.setattr("zhibiao.learned.encoder._MANY", 10**6)
    assert np.array_equal(together, encoder.encode([*texts, ""]))
    assert np.array_equal(together[5], encoder.encode([texts[5]])[0])


@pytest.mark.parametrize(("key", "value"), [("normalizer", None), ("pre_tokenizer", None), ("model", {"type": "WordPiece", "vocab": {}})])
def test_other_tokenizers_are_none_of_ours(key: str, value: Any) -> None:
    described = json.loads((Path(FOLDER) / "tokenizer.json").read_text("utf-8"))
    assert cutter_of(json.dumps({**described, key: value}).encode()) is None
