"""Names of first- and second-level categories as forms print them (levels.tsv), and the patterns that they vary by."""

from __future__ import annotations

import re

from zhibiao.lexicon.words import by_role
from zhibiao.text.clean import squeeze

LEVEL1 = frozenset(squeeze(word) for word in by_role("levels", "level1"))
LEVEL2 = frozenset(squeeze(word) for word in by_role("levels", "level2"))
_LEVEL1_PATTERN = re.compile(
    r"^(?:[一二三四五1-9][、.])?(?:产出|效益|满意度|成本|效果|產出|滿意度)(?:类)?(?:指标|指標)?(?:[(（][^)）]*[)）])?$"
)
_LEVEL2_PATTERN = re.compile(
    r"^(?:[一二三四五1-9][、.]|[(（][一二三四五1-9][)）])?(?:产出)?(?:数量|质量|时效|进度|成本|经济成本|社会成本|生态环境成本|环境成本|经济效益|社会效益|生态效益|环境效益|生态环境效益|"
    r"可持续(?:性)?(?:影响|发展|效益)(?:力)?|[一-鿿]{0,12}满意度)(?:类)?(?:指标|指標)?(?:[(（][^)）]*[)）])?$"
)


def is_level1(text: str) -> bool:
    """Whether a cell names a first-level category."""
    word = squeeze(text)
    return word in LEVEL1 or bool(_LEVEL1_PATTERN.match(word))


def is_level2(text: str) -> bool:
    """Whether a cell names a second-level category (any 满意度 heading counts)."""
    word = squeeze(text)
    return word in LEVEL2 or bool(_LEVEL2_PATTERN.match(word))


def is_strict_level2(text: str) -> bool:
    """A second-level name from the list itself: for text whose borders are lost, where a pattern would be a guess."""
    return squeeze(text) in LEVEL2


_BEGINNINGS = frozenset(name[:k] for name in LEVEL1 | LEVEL2 for k in range(len(name) + 1))


def opens_level(text: str) -> bool:
    """Whether the text could be the first part of a wrapped category name (服务对象满)."""
    return squeeze(text) in _BEGINNINGS


_OF_THE_SETS = re.compile("产出|效益|效果|满意|成本|影响")
_PARENTS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("满意", ("满意", "效益", "效果")),
    ("成本", ("成本", "产出")),
    ("数量", ("产出",)),
    ("质量", ("产出",)),
    ("时效", ("产出",)),
    ("进度", ("产出",)),
    ("效益", ("效益", "效果")),
    ("持续", ("效益", "效果", "影响")),
)


def belongs(level2: str, level1: str) -> bool:
    """Whether forms print this second level under that first level (the category sets of 财预〔2015〕88号 and of 财预〔2021〕101号)."""
    second, first = squeeze(level2), squeeze(level1)
    if not _OF_THE_SETS.search(first):
        return True  # 履职效能, 管理效率: forms of whole departments print what they like below them
    for word, parents in _PARENTS:
        if word in second:
            return any(parent in first for parent in parents)
    return True
