"""The tokenizer cuts as jieba does without guessing."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import pytest

from zhibiao.text.segment import engine, frequencies, terms
from zhibiao.training.encoder.tokenizer import UNKNOWN, UNKNOWN_ROW, build_tokenizer, clean

SENTENCES = [
    "新打机井眼数",
    "学员对培训课程的满意程度",
    "惠农补贴资金打卡到户的及时性",
    "区域自动气象站数据到报率",
    "结婚的和尚未结婚的",
    "研究生命起源",
    "竣工财务决算编制完成个数",
    "农村公路路面中修里程",
    "占比例不高",
    "受益群众满意度",
]


@lru_cache(maxsize=1)
def tokenizer() -> Any:
    from tokenizers import Tokenizer

    known = frequencies()
    characters = {character for sentence in SENTENCES for character in sentence}
    parts = {sentence[start:end] for sentence in SENTENCES for start in range(len(sentence)) for end in range(start + 2, len(sentence) + 1)}
    words = sorted(characters | (parts & known.keys()) | set("0≥%"))
    return Tokenizer.from_str(build_tokenizer(words, known).decode())


@pytest.mark.parametrize("sentence", SENTENCES)
def test_cut_as_jieba_cuts(sentence: str) -> None:
    assert tokenizer().encode(sentence).tokens == engine()(sentence)


@pytest.mark.parametrize("text", ["≥95%", "≥９５％", "≥1,234.5%"])
def test_every_figure_is_one_word(text: str) -> None:
    assert tokenizer().encode(text).tokens == ["≥", "0", "%"]


def test_what_it_does_not_know_is_unknown() -> None:
    encoded = tokenizer().encode("🙂满意度")
    assert encoded.ids[0] == UNKNOWN_ROW == tokenizer().token_to_id(UNKNOWN)
    assert encoded.tokens[1:] == ["满意度"]


@pytest.mark.parametrize(("text", "cleaned"), [("ＰＱＩ≥９０", "pqi≥0"), ("①2.5万亩", "0万亩"), ("", "")])
def test_texts_are_counted_as_they_are_cut(text: str, cleaned: str) -> None:
    assert clean(text) == cleaned


def test_our_terms_count_as_in_the_segmenter() -> None:
    known = frequencies()
    assert {known[term] for term in terms()} == {100}
