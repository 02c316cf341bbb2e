"""Counting words, sums and signs."""

from __future__ import annotations

import pytest

from zhibiao.suggesting.measures import plain_sum
from zhibiao.suggesting.values import counter_in, sign_for


@pytest.mark.parametrize(
    ("name", "counter"),
    [
        ("爬楼机台数", "台"),
        ("新建公厕座数", "座"),
        ("检查家次", ""),
        ("功能模块数量", ""),
        ("专家数量", ""),
        ("停车场数量", ""),
        ("党支部数", ""),
        ("弱电杆线下地处数", "处"),
        ("", ""),
    ],
)
def test_counting_words_are_told_from_parts_of_words(name: str, counter: str) -> None:
    assert counter_in(name) == counter


def test_a_sum_keeps_all_its_digits() -> None:
    assert [plain_sum(each) for each in (96.3, 12345.67, 1234567.89, 20000.0)] == ["96.3", "12345.67", "1234567.89", "20000"]


@pytest.mark.parametrize(
    ("name", "kind", "dimension", "category", "sign"),
    [
        ("走航监测天数", "duration", "time", "数量", "≥"),
        ("等候天数", "duration", "time", "时效", "≤"),
        ("高企资格有效", "", "time", "时效", "≥"),
        ("服务响应时间", "duration", "time", "时效", "≤"),
        ("新增用户", "", "things", "数量", "≥"),
        ("路灯", "", "things", "数量", "="),
    ],
)
def test_signs_follow_what_is_wished(name: str, kind: str, dimension: str, category: str, sign: str) -> None:
    assert sign_for(name, kind, "", dimension, category) == sign
