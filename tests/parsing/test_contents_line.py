"""Lines of a table of contents, and lines that only end in a number."""

from __future__ import annotations

import pytest

from zhibiao.parsing.contents_line import CONTENTS_LINE


@pytest.mark.parametrize(
    "line", ["一、总体目标........3", "总体目标\t12", "第二部分……………… 5", "1.河道疏浚绩效目标表     17", "一、总体目标____3", "目标…- 5 -"]
)
def test_contents_lines(line: str) -> None:
    assert CONTENTS_LINE.search(line)


@pytest.mark.parametrize("line", ["疏浚河道12", "巡河次数 48", "一、总体目标", "12", "比上年提高1.5"])
def test_no_contents_lines(line: str) -> None:
    assert not CONTENTS_LINE.search(line)
