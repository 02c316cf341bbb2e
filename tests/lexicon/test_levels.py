"""Names of categories, and what only looks like one."""

from __future__ import annotations

import pytest

from zhibiao.lexicon.levels import belongs, is_level1, is_level2, is_strict_level2, opens_level


@pytest.mark.parametrize(
    "text",
    [
        "产出指标",
        "产 出 指 标",
        "一、产出指标",
        "产出指标（50分）",
        "產出指標",
        "满意度指标",
        "成本",
        "效果类指标",
        "运行成本",
        "1.效益指标",
    ],
)
def test_first_levels(text: str) -> None:
    assert is_level1(text)


@pytest.mark.parametrize(
    "text", ["数量指标", "产出数量", "新建产出指标体系", "满意度调查", "产出的指标", "成本控制", "路灯维护数量", "", "50"]
)
def test_no_first_levels(text: str) -> None:
    assert not is_level1(text)


@pytest.mark.parametrize(
    "text",
    [
        "数量指标", "数 量\n指 标", "（一）数量指标", "2、质量指标", "产出数量", "经济成本指标", "社会效益指标（10分）", "可持续影响指标",
        "学员满意度指标", "社会公众或服务对象满意度", "生態效益指標",
    ],
)  # fmt: skip
def test_second_levels(text: str) -> None:
    assert is_level2(text)


@pytest.mark.parametrize(
    "text", ["产出指标", "数量充足", "培训数量", "学员满意度≥95%", "社会效益显著", "满意", "", "质量合格率", "成本节约额"]
)
def test_no_second_levels(text: str) -> None:
    assert not is_level2(text)


def test_strict_second_levels_are_those_of_the_list() -> None:
    assert is_strict_level2("服务对象满意度指标")
    assert is_strict_level2("时 效 指 标")
    assert not is_strict_level2("学员满意度指标")  # the pattern alone knows it
    assert not is_strict_level2("（一）数量指标")


@pytest.mark.parametrize(
    ("text", "expected"),
    [("服务对象满", True), ("社会效益指", True), ("可持 续", True), ("产出指标", True), ("对象满意", False), ("道路", False)],
)
def test_opens_level(text: str, expected: bool) -> None:
    assert opens_level(text) is expected


@pytest.mark.parametrize(
    ("level2", "level1", "expected"),
    [
        ("数量指标", "产出指标", True),
        ("数量指标", "效益指标", False),
        ("成本指标", "产出指标", True),  # 2015 set
        ("经济成本指标", "成本指标", True),  # 2021 set
        ("经济成本指标", "效益指标", False),
        ("社会效益指标", "效益指标", True),
        ("社会效益指标", "产出指标", False),
        ("服务对象满意度指标", "满意度指标", True),
        ("服务对象满意度指标", "效益指标", True),  # Hunan prints it there
        ("服务对象满意度指标", "产出指标", False),
        ("可持续影响指标", "影响力指标", True),
        ("预算执行率", "产出指标", True),  # nothing speaks against it
    ],
)
def test_belongs(level2: str, level1: str, expected: bool) -> None:
    assert belongs(level2, level1) is expected
