"""How odd texts are in their columns."""

from __future__ import annotations

import pytest

from zhibiao.parsing.flattened.senses import FORBIDDEN, is_unit, kind_of, sense


@pytest.mark.parametrize(
    ("role", "word", "kind"),
    [
        ("name?", "指标内容", "name"),
        ("value~", "实施期指标值", "value"),
        ("extra", "分值", "weight"),
        ("extra", "指标方向", "direction"),
        ("extra", "实际完成值", "actual"),
        ("extra", "备注", "note"),
    ],
)
def test_kinds_of_columns(role: str, word: str, kind: str) -> None:
    assert kind_of(role, word) == kind


@pytest.mark.parametrize("text", ["件", "台（套）", "元/人·月", "批次/千人", "元以上", "万元/公里"])
def test_units(text: str) -> None:
    assert is_unit(text)


@pytest.mark.parametrize("text", ["水库", "", "件水库", "2件"])
def test_what_is_no_unit(text: str) -> None:
    assert not is_unit(text)


@pytest.mark.parametrize(
    ("kind", "fit", "odd"),
    [
        ("name", "疏浚河道长度", "率"),
        ("name", "群众满意度", "≥90%"),
        ("value", "≥18.5公里", "公里疏浚≥18.5"),
        ("value", "逐步提升", "疏浚河道长度"),
        ("value", "≤60分钟", "≤60分钟《验收规范》"),
        ("value", "11月20日前", "11月20日前保障有力"),
        ("basis", "冀水〔2024〕6号", "〔2024〕6号"),
        ("sign", "≥", "疏浚"),
        ("unit", "公里", "疏浚河道长度"),
        ("weight", "12.5", "公里"),
        ("direction", "正向指标", "公里"),
        ("description", "疏浚河道的长度", "≥18公里"),
    ],
)
def test_a_text_fits_its_column_better_than_an_odd_one(kind: str, fit: str, odd: str) -> None:
    assert sense(kind, fit) + 0.5 < sense(kind, odd)


def test_levels_are_known_names_only() -> None:
    assert sense("level2", "数量指标") == 0.0
    assert sense("level2", "疏浚河道") == FORBIDDEN
    assert sense("level1", "数量指标") == FORBIDDEN
