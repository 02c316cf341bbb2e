"""Text of a paragraph a cell, by hand: what counts are the blank lines."""

from __future__ import annotations

import pytest

from zhibiao.parsing.flattened.fragments import fragments_of
from zhibiao.parsing.flattened.spaced import fill, is_spaced
from zhibiao.parsing.flattened.stacked import tables_in

CELLS = [
    *["河道保洁项目绩效目标表", "项目名称", "河道保洁", "年度绩效指标"],
    *["一级指标", "二级指标", "三级指标", "指标值"],
    *["", "产出指标", "数量指标", "巡河次数", "≥48次"],
    *["", "", "", "清理垃圾重量", "≥30吨"],
    *["", "", "质量指标", "", ""],
    *["", "", "时效指标", "汛前清障时间", "5月底前"],
    *["", "满意度指标", "服务对象满意度指标", "沿河居民满意度", "≥90%"],
    *["填表人：李某", "2025年1月"],
]


def lines() -> list[str]:
    return "\n\n".join(CELLS).split("\n")


def test_blank_cells_are_counted() -> None:
    tables = tables_in(lines(), fragments_of(lines()))
    fill(tables, lines())
    assert [row for _, row in tables[0].rows or []] == [
        ["产出指标", "数量指标", "巡河次数", "≥48次"],
        ["", "", "清理垃圾重量", "≥30吨"],
        ["", "质量指标", "", ""],
        ["", "时效指标", "汛前清障时间", "5月底前"],
        ["满意度指标", "服务对象满意度指标", "沿河居民满意度", "≥90%"],
    ]
    assert [f.text for f in tables[0].head] == ["项目名称", "河道保洁"]


@pytest.mark.parametrize("break_", ["\n", "\n\n\n"])
def test_other_text_is_not_read_so(break_: str) -> None:
    assert is_spaced(lines())
    assert not is_spaced(break_.join(CELLS).split("\n"))
