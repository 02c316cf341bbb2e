"""What a text is about: its words without those that any project could use, and whether two texts share any of them."""

from __future__ import annotations

import re
from functools import lru_cache

from zhibiao.lexicon.general_words import general_words, made_of
from zhibiao.text.segment import content_words

_RUN = re.compile("[一-鿿]{4}")


def _han(word: str) -> bool:
    return len(word) > 1 and word[0] != "第" and all("一" <= c <= "鿿" or (c.isascii() and c.isalpha()) for c in word)


@lru_cache(maxsize=1 << 13)
def subject_words(text: str) -> tuple[str, ...]:
    """Words of two characters or more that name things."""
    general = general_words()
    return tuple(dict.fromkeys(word for word in content_words(text) if _han(word) and word not in general))


def common(one: str, two: str, but: str = "") -> bool:
    """Whether two texts have four characters on end in common that are not all general words (危桥改造), nor in a third text."""
    grams = (two[i : i + 4] for i in range(len(two) - 3) if _RUN.match(two, i))
    return any(gram in one and gram not in but and not made_of(gram, general_words()) for gram in grams)
