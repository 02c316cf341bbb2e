"""The categories that a row's own words allow."""

from __future__ import annotations

import pytest
from row_typing import row_of

from zhibiao.features.belonging import belonging


@pytest.mark.parametrize(
    ("level2", "name", "value", "best"),
    [
        ("社会效益指标", "群众满意度", "≥90%", "满意度"),
        ("数量指标", "设备采购金额", "50万元", "成本"),
        ("数量指标", "慰问标准", "500", "成本"),
        ("成本指标", "节约电费", "≥3万元", "经济效益"),
        ("数量指标", "工程完工时间", "2025年10月底前", "时效"),
        ("时效指标", "清淤土方量", "≥3万立方米", "数量"),
        ("社会效益指标", "设备验收合格率", "100%", "质量"),
        ("经济效益指标", "职工队伍稳定率", "100%", ""),
    ],
)
def test_settled_by_words(level2: str, name: str, value: str, best: str) -> None:
    found = belonging(row_of(level2, name, value))
    assert found is not None
    assert found.best == best


@pytest.mark.parametrize(
    ("level2", "name", "value"),
    [
        ("数量指标", "培训人数", "≥200人"),
        ("生态效益指标", "森林覆盖率", "≥40%"),
        ("社会成本指标", "影响居民户数", "≤30户"),
        ("质量指标", "路面宽度", "≥4.5米"),
        ("时效指标", "巡查频次", "每月2次"),
        ("社会效益指标", "带动就业人数", "≥50人"),
        ("", "", ""),
    ],
)
def test_left_open(level2: str, name: str, value: str) -> None:
    assert belonging(row_of(level2, name, value)) is None
