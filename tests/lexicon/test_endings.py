"""The longest word that ends a text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhibiao.lexicon.endings import Endings

WORDS = Endings(["率", "合格率", "满意度", "数", "人数", "参训人数"])


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("验收合格率", "合格率"),
        ("合格率", "合格率"),
        ("格率", "率"),
        ("率", "率"),
        ("年度参训人数", "参训人数"),
        ("训人数", "人数"),
        ("满意", ""),
        ("", ""),
    ],
)
def test_the_longest_one(text: str, word: str) -> None:
    assert WORDS.of(text) == word


@given(st.sets(st.text("甲乙", min_size=1, max_size=4)), st.text("甲乙", max_size=6))
def test_the_same_as_trying_every_length(words: set[str], text: str) -> None:
    tried = next((text[-size:] for size in range(len(text), 0, -1) if text[-size:] in words), "")
    assert Endings(words).of(text) == tried
