"""Which way is better, by names."""

from __future__ import annotations

import pytest

from zhibiao.features.direction import direction_of


@pytest.mark.parametrize(
    ("name", "direction"),
    [
        ("群众投诉率", "less"),
        ("设备故障率", "less"),
        ("工程不合格率", "less"),
        ("平均等候时间", "less"),
        ("验收合格率", "more"),
        ("游客满意度", "more"),
        ("投诉办结率", "more"),
        ("病虫害覆盖率", ""),
        ("化肥使用率", ""),
        ("会议次数", ""),
        ("人均经费", ""),
    ],
)
def test_direction(name: str, direction: str) -> None:
    assert direction_of(name) == direction
