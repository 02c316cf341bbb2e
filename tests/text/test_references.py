"""Documents named in a text: read alone as they are read with everything else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhibiao.text.measures import measure
from zhibiao.text.measures.references import references

TEXTS = [
    "川财社〔2025〕18号",
    "《公共图书馆服务规范》和黔文发[2024]7号",
    "2024年第6号公告",
    "县政府批示",
    "依据《“十四五”规划》（2021—2025）第3章",
]


@pytest.mark.parametrize("text", TEXTS)
def test_the_same_as_among_all_measures(text: str) -> None:
    assert references(text) == measure(text).references


@given(st.text(alphabet="县发财〔〕[]()（）《》2024015年第号令、 的文件", max_size=30))
def test_what_is_named_stands_in_the_text(text: str) -> None:
    spans = [(found.start, found.end) for found in references(text)]
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert [start for start, _ in spans] == sorted(start for start, _ in spans)
