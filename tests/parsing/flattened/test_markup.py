"""Traces of converters, and text that only looks like them."""

from __future__ import annotations

import pytest

from zhibiao.parsing.flattened.markup import heading, without_marks


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("**疏浚河道**12公里", "疏浚河道12公里"),
        ("__三级指标__", "三级指标"),
        ("疏浚<br>河道<br/>12公里", "疏浚\n河道\n12公里"),
        ('<span style="color:red">≥95%</span>', "≥95%"),
        ("[bookmark: _Toc123]一、总体目标", "一、总体目标"),
        ("[]{#_Toc1 .anchor}总体目标", "总体目标"),
        ("<!-- page 3 -->总体目标", "总体目标"),
        ("&ge;95%&nbsp;以上", "≥95% 以上"),
    ],
)
def test_marks_go(text: str, expected: str) -> None:
    assert without_marks(text) == expected


@pytest.mark.parametrize("text", ["[2024]12号文件", "<3次", "合格率<95%且>90%", "5*3*2米", "** **", "A&B公司", "指标_值_一", "<项目名称>"])
def test_text_stays(text: str) -> None:
    assert without_marks(text) == text


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("# 一、总体目标", (1, "一、总体目标")),
        ("### 河道疏浚 ###", (3, "河道疏浚")),
        ("#河道", (None, "#河道")),
        ("####### 河道", (None, "####### 河道")),
        ("河道 # 疏浚", (None, "河道 # 疏浚")),
    ],
)
def test_heading(line: str, expected: tuple[int | None, str]) -> None:
    assert heading(line) == expected
