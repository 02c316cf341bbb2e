"""Headings of a department's document, and running text that only begins like one."""

from __future__ import annotations

import pytest

from zhibiao.lexicon.headings import MARK, OVERALL, PARTS, SAFEGUARDS, SUB_GOALS, TITLE_END, UNIT_LABEL
from zhibiao.text.clean import squeeze


@pytest.mark.parametrize(
    "text", ["一、总体绩效目标", "（一）部门总体目标", "总体目标：", "第一部分 总体绩效目标", "1.整体绩效目标", "##总体目标"]
)
def test_overall(text: str) -> None:
    assert OVERALL.match(squeeze(text))


@pytest.mark.parametrize("text", ["总体目标完成情况", "围绕总体目标", "总体目标：保障水库安全运行", "年度目标", "总体情况"])
def test_not_overall(text: str) -> None:
    assert not OVERALL.match(squeeze(text))


@pytest.mark.parametrize("text", ["二、分项绩效目标", "（二）职责分类绩效目标", "分项绩效目标及指标：", "具体目标"])
def test_sub_goals(text: str) -> None:
    assert SUB_GOALS.match(squeeze(text))


@pytest.mark.parametrize("text", ["分项目标汇总表", "分项预算", "各项工作目标任务"])
def test_not_sub_goals(text: str) -> None:
    assert not SUB_GOALS.match(squeeze(text))


@pytest.mark.parametrize("text", ["三、工作保障措施", "实现年度目标的保障措施", "（三）实现绩效目标的保障措施", "保证措施："])
def test_safeguards(text: str) -> None:
    assert SAFEGUARDS.match(squeeze(text))


@pytest.mark.parametrize("text", ["保障措施得力", "安全保障措施费", "保障水平"])
def test_not_safeguards(text: str) -> None:
    assert not SAFEGUARDS.match(squeeze(text))


def test_parts() -> None:
    assert PARTS.match("第二部分预算项目绩效目标")
    assert PARTS.match("预算项目绩效目标")
    assert not PARTS.match("预算项目绩效目标表")
    assert not PARTS.match("本部分说明第二部分内容")


@pytest.mark.parametrize(
    "text",
    [
        "某县水利局2025年部门预算绩效文本",
        "2025年度部门预算公开",
        "某市图书馆2025年绩效目标公开",
        "关于申报绩效目标的函",
        "某县2025年部门预算（草案）",
    ],
)
def test_titles_end_so(text: str) -> None:
    assert TITLE_END.search(text)


@pytest.mark.parametrize("text", ["某县水利局", "部门预算编制说明如下", "绩效目标设定依据"])
def test_other_lines_do_not(text: str) -> None:
    assert not TITLE_END.search(text)


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("填报单位：临江县水利局", "临江县水利局"),
        ("填报单位（盖章）：临江县水利局", "临江县水利局"),
        ("单位名称: 市第一人民医院  单位：万元", "市第一人民医院"),
        ("临江县教育局编制", "临江县教育局"),
        ("部门（单位）：县档案馆", "县档案馆"),
    ],
)
def test_unit_label(text: str, unit: str) -> None:
    found = UNIT_LABEL.search(text)
    assert found
    assert next(g for g in found.groups() if g) == unit


@pytest.mark.parametrize("text", ["填报单位：（盖章）", "单位：万元", "预算由财政部门统一编制并公开", "填报单位"])
def test_no_unit_label(text: str) -> None:
    assert not UNIT_LABEL.search(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("附件1", True),
        ("附表：", True),
        ("预算05-2表", True),
        ("表 3-1", True),
        ("公开11表", True),
        ("附件1 项目绩效目标表", False),
        ("表彰奖励", False),
        ("项目支出表", False),
    ],
)
def test_marks_above_titles(text: str, expected: bool) -> None:
    assert bool(MARK.match(text)) is expected
