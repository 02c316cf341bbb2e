"""Rows that speak of another department's work; typed by hand."""

from __future__ import annotations

import pytest
from row_typing import row_of

from zhibiao.features.topic import is_foreign, topics


def test_topics_of_a_name() -> None:
    assert topics("新生儿听力筛查率") == {"卫生"}
    assert topics("培训合格率") == frozenset()


@pytest.mark.parametrize(
    ("name", "project", "foreign"),
    [
        ("新生儿听力筛查率", "渔港码头加固", True),
        ("新生儿听力筛查率", "妇幼保健院设备购置", False),
        ("公积金缴存职工数", "病死畜禽无害化处理", True),
        ("快递进村率", "村道拓宽", False),
        ("培训合格率", "渔港码头加固", False),
    ],
)
def test_is_foreign(name: str, project: str, foreign: bool) -> None:
    assert is_foreign(row_of("社会效益指标", name, "≥90%", project_name=project)) is foreign
