"""A level that was written as a change keeps the sign of its wish."""

from __future__ import annotations

import pytest

from zhibiao.suggesting.changing import level_of


@pytest.mark.parametrize(
    ("name", "made", "sign"),
    [
        ("监测缺测率下降", "监测缺测率", "≤"),
        ("机械化清扫率提高", "机械化清扫率", "≥"),
        ("监测缺测率下降", "监测缺测率较上年下降率", ""),
        ("监测缺测率", "监测缺测率", ""),
    ],
)
def test_sign_of_a_level(name: str, made: str, sign: str) -> None:
    assert level_of(name, made) == sign
