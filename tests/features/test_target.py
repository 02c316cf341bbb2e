"""What a value states, by hand-made examples."""

from __future__ import annotations

import pytest

from zhibiao.features.target import target_of
from zhibiao.text.normalise import normalise

KINDS = {
    "": "blank",
    "不涉及": "void",
    "—": "void",
    "XX": "placeholder",
    "待填写": "placeholder",
    "≥200人": "quantity",
    "500": "quantity",
    "2025年12月底前": "moment",
    "年内完成": "moment",
    "汛期前": "moment",
    "实时更新": "moment",
    "每年一次": "quantity",
    "每年开展": "frequency",
    "逐年提高": "claim",
    "每年持续提升": "claim",
    "1:3": "ratio",
    "≤12/10万": "ratio",
    "优（≥90分）、良（80-89分）、合格（60-79分）": "grades",
    "优：全部归档；良：基本归档；差：未归档": "grades",
    "优良中低差": "choice",
    "是/否": "choice",
    "是": "yes-no",
    "未发生": "yes-no",
    "无重大安全事故": "fact",
    "不发生群体性事件": "fact",
    "通过专家评审": "fact",
    "不断减少投诉": "claim",
    "达到二级标准": "level",
    "≥Ⅲ类": "level",
    "不低于上年": "compared",
    "全覆盖": "weak",
    "应保尽保": "weak",
    "符合设计规范": "weak",
    "控制在预算内": "weak",
    "完成": "done",
    "万元": "unit",
    "健全": "claim",
    "明显提升": "claim",
    "按规定使用经费": "claim",
    "常年": "claim",
}


@pytest.mark.parametrize(("text", "kind"), KINDS.items())
def test_kind(text: str, kind: str) -> None:
    assert target_of(normalise(text).text).kind == kind


@pytest.mark.parametrize(
    ("text", "bearing"),
    [
        ("15日内办结率100%", "100%"),
        ("≥500人(其中女性200人)", "≥500人"),
        ("全年12场", "12场"),
        ("每人每月600元", "600元"),
    ],
)
def test_the_quantity_that_bears_the_target(text: str, bearing: str) -> None:
    quantity = target_of(text).quantity
    assert quantity is not None
    assert text[quantity.start : quantity.end] == bearing
