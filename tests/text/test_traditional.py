"""Traditional form words read like simplified ones."""

from __future__ import annotations

import pytest

from zhibiao.lexicon.words import words
from zhibiao.text.traditional import TO_SIMPLIFIED


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("產出指標", "产出指标"),
        ("數量指標", "数量指标"),
        ("經濟效益", "经济效益"),
        ("服務對象滿意度", "服务对象满意度"),
        ("可持續影響", "可持续影响"),
        ("項目名稱", "项目名称"),
        ("績效目標申報表", "绩效目标申报表"),
        ("預算單位", "预算单位"),
    ],
)
def test_form_words(text: str, expected: str) -> None:
    assert text.translate(TO_SIMPLIFIED) == expected


@pytest.mark.parametrize("text", ["产出指标", "乾县", "著名景区", "里程", "面粉", "后勤保障", "征收范围"])
def test_simplified_text_is_untouched(text: str) -> None:
    assert text.translate(TO_SIMPLIFIED) == text


def test_no_pair_leads_on_to_another_character() -> None:
    """Translating twice changes nothing: a simplified character is never the traditional one of another pair."""
    chained = {chr(old): new for old, new in TO_SIMPLIFIED.items() if ord(new) in TO_SIMPLIFIED and TO_SIMPLIFIED[ord(new)] != new}
    assert chained == {}


def test_each_pair_is_two_single_characters() -> None:
    assert all(len(new) == 1 for new in TO_SIMPLIFIED.values())


@pytest.mark.parametrize("name", ["headers", "labels", "levels"])
def test_simplified_words_of_the_lists_are_untouched(name: str) -> None:
    """A word that the lists hold in simplified characters must compare equal to itself."""
    traditional = {"一级指標", "二级指標", "三级指標", "指標值"}
    changed = {word for word in words(name) if word.translate(TO_SIMPLIFIED) != word and not set(word) & set("標產滿時濟會響數質態務續")}
    assert changed - traditional == set()
