"""Texts that say when, and texts that only sound so."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhibiao.features.clock import _SIGN, _WORDS, says_when
from zhibiao.features.field import Field


@pytest.mark.parametrize(
    "text", ["12月底前", "15个工作日内", "每周2次", "12次/年", "按季度结算", "按合同约定时间支付", "当天清运", "春节前"]
)
def test_says_when(text: str) -> None:
    assert says_when(Field("value", text, True))


@pytest.mark.parametrize("text", ["", "及时", "按时完成", "按计划推进", "常年", "逐步推进", "≥20场", "按年度计划"])
def test_does_not_say_when(text: str) -> None:
    assert not says_when(Field("value", text, True))


def test_the_year_of_a_source_is_no_time() -> None:
    assert says_when(Field("value", "2025年", True))
    assert not says_when(Field("basis", "2025年部门工作计划", True), years=False)


@given(st.from_regex(_WORDS))
def test_every_word_has_a_sign_by_which_it_is_looked_for(text: str) -> None:
    assert _SIGN.search(text)
