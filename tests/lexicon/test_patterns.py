"""Words of a list as patterns."""

from __future__ import annotations

from zhibiao.lexicon.patterns import any_of, listed


def test_longest_first() -> None:
    words = listed("shares", role="whole")
    assert words.index("验收合格率" if "验收合格率" in words else "验收通过率") < words.index("合格率")
    assert list(words) == sorted(words, key=lambda word: (-len(word), word))


def test_only_the_rows_asked_for() -> None:
    assert "增长" in listed("shares", role="open")
    assert "增长" not in listed("shares", role="whole")


def test_what_must_follow() -> None:
    ending = any_of("shares", role="whole", after="$")
    assert ending.search("补助资金发放准确率")
    assert not ending.search("准确率提升")
