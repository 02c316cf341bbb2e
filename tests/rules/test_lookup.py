"""A rule by any of its names."""

from __future__ import annotations

import pytest

from zhibiao.rules.lookup import find, near


@pytest.mark.parametrize("word", ["M206", "m206", "Ｍ２０６", " M206 ", "missing-operator", "missing_operator", "缺少比较符号"])
def test_every_name_finds_the_rule(word: str) -> None:
    entry = find(word)
    assert entry is not None
    assert entry.rule.code == "M206"


@pytest.mark.parametrize("word", ["M2006", "M299", "missing-operater", "比较符号", "没有缺少比较符号吗"])
def test_a_name_that_is_nearly_right_is_recognised(word: str) -> None:
    assert find(word) is None
    assert "M206" in [entry.rule.code for entry in near(word)]
    assert len(near(word)) <= 5


@pytest.mark.parametrize("word", ["", "天气", "Q7"])
def test_other_words_name_nothing(word: str) -> None:
    assert find(word) is None
    assert near(word) == []
