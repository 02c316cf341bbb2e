"""What kind of share a name states."""

from __future__ import annotations

import pytest
from row_typing import row_of

from zhibiao.features.share import of_effect, of_opinion, open_ended, stated_share, whole_by_nature


@pytest.mark.parametrize(
    ("level2", "name", "whole", "open_", "opinion", "effect"),
    [
        ("质量指标", "补助资金发放准确率", True, False, False, False),
        ("质量指标", "工程验收合格率(含隐蔽工程)", True, False, False, False),
        ("经济效益指标", "营业收入增长率", False, True, False, False),
        ("经济效益指标", "国有资产保值增值率", False, True, False, False),
        ("满意度指标", "参训学员满意度", False, False, True, False),
        ("满意度指标", "服务对象", False, False, True, False),
        ("满意度指标", "投诉办结率", True, False, False, False),
        ("社会效益指标", "惠民政策知晓率", False, False, False, True),
        ("社会效益指标", "提高工会组织的社会影响力", False, False, False, True),
        ("社会效益指标", "提高应急救援响应率", True, False, False, False),
        ("社会效益指标", "带动就业人数", False, False, False, False),
        ("", "", False, False, False, False),
    ],
)
def test_kinds(level2: str, name: str, whole: bool, open_: bool, opinion: bool, effect: bool) -> None:
    row = row_of(level2, name, "100%")
    assert (whole_by_nature(row), open_ended(row), of_opinion(row), of_effect(row)) == (whole, open_, opinion, effect)


def test_only_a_share_is_stated() -> None:
    share = stated_share(row_of("质量指标", "合格率", "≥95%"))
    assert share is not None
    assert share.number == 95
    assert stated_share(row_of("数量指标", "人数", "≥95人")) is None
    assert stated_share(row_of("质量指标", "合格率", "")) is None
