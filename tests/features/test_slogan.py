"""Slogans held against the rest of their row; typed by hand."""

from __future__ import annotations

import pytest
from row_typing import row_of

from zhibiao.features.slogan import slogan


@pytest.mark.parametrize(
    ("name", "value", "more", "field"),
    [
        ("营造干事创业的浓厚氛围", "浓厚", {}, "name"),
        ("打造洁净冷库环境", "洁净", {"project_name": "冷库地坪翻新"}, ""),
        ("节能环保", "良好", {}, "name"),
        ("节能环保", "≥5%", {}, ""),
        ("服务牧民", "≥300人", {}, ""),
        ("各项工作顺利开展", "≥300人", {}, "name"),
        ("兽药抽检批次", "≥90批次", {"description": "保障各项工作顺利推进"}, "description"),
        ("兽药抽检批次", "≥90批次", {"description": "达到规定要求"}, ""),
    ],
)
def test_slogan(name: str, value: str, more: dict[str, str], field: str) -> None:
    found = slogan(row_of("社会效益指标", name, value, **more))
    assert (found.key if found else "") == field
