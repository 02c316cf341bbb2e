"""A tree of words finds what the plain list, longest first, finds."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhibiao.lexicon.alternatives import Whole, alternatives


@pytest.mark.parametrize(
    ("words", "source"),
    [
        (["合格"], "(?:合格)"),
        (["合格", "合规"], "(?:合(?:格|规))"),
        (["合格", "合格率"], "(?:合格(?:率|))"),
        (["及时", "按时"], "(?:及时|按时)"),
        (["台(套)"], r"(?:台\(套\))"),
        ([], "(?!)"),
    ],
)
def test_source(words: list[str], source: str) -> None:
    assert alternatives(words) == source


WORDS = st.lists(st.text(st.sampled_from("一二三(.率"), min_size=1, max_size=4), min_size=1, max_size=12)


@given(WORDS, st.text(st.sampled_from("一二三(.率是"), max_size=20), st.sampled_from(["", "是", "$"]))
def test_finds_the_same_as_the_plain_list(words: list[str], text: str, after: str) -> None:
    plain = re.compile("(?:" + "|".join(map(re.escape, sorted(words, key=len, reverse=True))) + ")" + after)
    assert [m.span() for m in re.finditer(alternatives(words) + after, text)] == [m.span() for m in plain.finditer(text)]


@pytest.mark.parametrize(
    ("text", "fits"), [("提高水平", True), ("水平提高水平", True), ("提高", True), ("", False), ("提高水", False), ("提高公路", False)]
)
def test_whole_texts(text: str, fits: bool) -> None:
    assert Whole(f"{alternatives(['提高', '水平', '水面'])}+").fits(text) is fits
