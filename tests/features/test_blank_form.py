"""What forms print, templates leave behind and office programs break; typed by hand."""

from __future__ import annotations

import pytest

from zhibiao.features.blank_form import broken, is_option_list, is_unit_alone, is_void, serial_day, template


@pytest.mark.parametrize(
    "text",
    ["目标内容1", "XX人", "≥**%", "待填写", "X年X月", "___", "指标1:", "……", "请填写", "例如:95%", "三级指标", "?", "××县", "某某局"],
)
def test_template_words(text: str) -> None:
    assert template(text)


@pytest.mark.parametrize(
    "text",
    ["指标1:造林面积", "X光机", "5×5", "**面积**", "BOX数", "目标完成率", "指标库建设", "待遇发放率", "待办事项", "3X3", "请示件办结率"],
)
def test_words_that_are_no_template(text: str) -> None:
    assert template(text) is None


@pytest.mark.parametrize(
    "text", ["优良中低差", "优/良/中/差", "优、良、中、差", "高中低", "是/否", "合格/不合格", "好、中、差", "是或否", "优良中差"]
)
def test_option_lists(text: str) -> None:
    assert is_option_list(text)


@pytest.mark.parametrize("text", ["优", "是", "优100%良90%", "高中", "高中生", "良好", "完成", "不合格", "大小", "提升", "高质量完成"])
def test_answers_are_no_option_list(text: str) -> None:
    assert not is_option_list(text)


@pytest.mark.parametrize("text", ["≥", "%", "≥%", "人", "元/人", "平方米"])
def test_units_alone(text: str) -> None:
    assert is_unit_alone(text)


@pytest.mark.parametrize("text", ["≥5", "95%", "一级", "合格", "人数多", ""])
def test_more_than_a_unit(text: str) -> None:
    assert not is_unit_alone(text)


@pytest.mark.parametrize(
    "text", ["无", "不涉及", "不适用", "/", "—", "N/A", "无此项", "本项目不涉及经济效益", "暂无", "不产生经济效益", "--"]
)
def test_void(text: str) -> None:
    assert is_void(text)


@pytest.mark.parametrize("text", ["0", "无投诉", "无重大事故", "无障碍改造", "不发生", "≤0", "不适用率", ""])
def test_not_void(text: str) -> None:
    assert not is_void(text)


@pytest.mark.parametrize("text", ["####", "#REF!", "1E+05", "1.2E+05", "锟斤拷", "&nbsp;95%", "0.95000000000000001", "1900-01-05", "????"])
def test_broken(text: str) -> None:
    assert broken(text)


@pytest.mark.parametrize("text", ["95%", "#1机组", "E级", "5G", "2025-01-05", "0.955", "A&B", "≥3", "LED灯", "3.1415"])
def test_not_broken(text: str) -> None:
    assert broken(text) is None


def test_serial_numbers_are_days() -> None:
    assert serial_day("45991") == "2025年11月30日"
    assert serial_day("45,991") == "2025年11月30日"
    assert serial_day("≤46022") == "2025年12月31日"
    assert serial_day("39000") is None
    assert serial_day("45991人") is None
