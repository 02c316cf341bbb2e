"""The nine second-level categories, and the words by which forms print them (categories.tsv)."""

from __future__ import annotations

import re
from functools import lru_cache

from zhibiao.lexicon.tables import rows
from zhibiao.text.clean import squeeze

CATEGORIES = ("数量", "质量", "时效", "成本", "经济效益", "社会效益", "生态效益", "可持续影响", "满意度")
OUTPUTS = frozenset({"数量", "质量", "时效"})
BENEFITS = frozenset({"经济效益", "社会效益", "生态效益", "可持续影响"})
_ORDINAL = re.compile(r"^(?:[(（]?[一二三四五六七八九十\d]{1,2}[)）、.])")
_BRACKETS = re.compile(r"[(（][^)）]*[)）]?")
_TAIL = re.compile(r"(?:类?指标)$")


@lru_cache(maxsize=1)
def _words() -> dict[str, str]:
    return {row["word"]: row["category"] for row in rows("categories")}


@lru_cache(maxsize=1 << 12)
def plain(level2: str) -> str:
    """A printed second level as word lists and settings name it: without ordinal, brackets and 指标."""
    return _TAIL.sub("", _BRACKETS.sub("", _ORDINAL.sub("", squeeze(level2))))


@lru_cache(maxsize=1 << 12)
def category_of(level2: str | None) -> str | None:
    """The category that a printed second level names; None where it is missing, names several, or says only 产出 or 效益."""
    if not level2:
        return None
    word = plain(level2)
    if word.endswith("满意度"):
        return "满意度"
    return _words().get(word)
