"""Labels and values above the indicators."""

from __future__ import annotations

import pytest
from grid_text import matrix, paragraph

from zhibiao.parsing.head import Head, HeadReader, guessed_role, inline_label, label_role


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("项目名称", "project_name"),
        ("项 目 名 称：", "project_name"),
        ("*项目编码", "project_code"),
        ("主管部门", "department"),
        ("项目实施单位", "department~"),
        ("填报单位（盖章）", "reporting"),
        ("资金总额（万元）", "budget_total"),
        ("2025年度资金总额", "budget_total"),
        ("其中：财政资金", "budget_fiscal"),
        ("其他资金", "budget_other"),
        ("年度绩效目标2", "objectives"),
        ("（一）项目名称", "project_name"),
        ("中长期目标", "period_objectives"),
        ("6月底", "period"),
        ("前三季度", "period"),
        ("第二季度（%）", "period"),
        ("全年执行数", "amount_column"),
        ("备注", "note"),
    ],
)
def test_labels(text: str, role: str) -> None:
    assert label_role(text, {}) == role


@pytest.mark.parametrize(
    "text", ["", "河道疏浚工程", "12月31日前完成", "≥95%", "项目名称按照预算管理一体化系统中的名称填写", "年度考核结果", "疏浚", "6月疏浚"]
)
def test_no_labels(text: str) -> None:
    assert label_role(text, {}) is None


def test_labels_of_the_form_come_first() -> None:
    assert label_role("预期目标", {"预期目标": "objectives"}) == "objectives"
    assert label_role("项目名称", {"项目名称": "extra"}) == "extra"


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("县级项目资金总额", "budget_total"),
        ("本年一般公共预算资金", "budget_fiscal"),
        ("单位自有资金", "budget_other"),
        ("部门本年度工作总目标", "objectives"),
        ("项目实施周期总目标", "period_objectives"),
        ("项目归口管理部门", "department"),
        ("政策（专项）名称", "project_name"),
        ("二级项目唯一编码", "project_code"),
        ("归口管理部门", "department"),
        ("上年资金总额", None),  # not this year's
        ("河道疏浚", None),
        ("目标", None),
    ],
)
def test_guessed_role(text: str, role: str | None) -> None:
    assert guessed_role(text) == role


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("资金总额：291.97", ("budget_total", "资金总额", "291.97")),
        ("单位：万元", ("amount_unit", "单位", "万元")),
        ("单位：临江县水利局", ("reporting", "单位", "临江县水利局")),
        ("其中：财政拨款：120", ("budget_fiscal", "财政拨款", "120")),
        ("项目名称:", ("project_name", "项目名称", "")),
        ("备注：无", ("note", "备注", "无")),
    ],
)
def test_inline_label(text: str, expected: tuple[str, str, str]) -> None:
    assert inline_label(text, {}) == expected


@pytest.mark.parametrize("text", ["资金总额", "第一阶段：疏浚河道", "6月底：50%", "防洪：确保安全", "：120"])
def test_no_inline_label(text: str) -> None:
    assert inline_label(text, {}) is None


def head(drawing: str, wrapped: bool = False, own: dict[str, str] | None = None) -> Head:
    drawn = matrix(drawing, wrapped)
    reader = HeadReader(own or {})
    for r in range(drawn.height):
        reader.row(drawn, r)
    return reader.head


def entries(found: Head) -> list[tuple[str, str, str]]:
    return [(entry.role, entry.label, entry.text) for entry in found.entries]


def test_pairs_from_left_to_right() -> None:
    found = head("""
        项目名称 | 河道疏浚 | 项目编码 | 13092525P00001
        主管部门 | 临江县水利局 | 实施单位 |
    """)
    assert entries(found) == [
        ("project_name", "项目名称", "河道疏浚"),
        ("project_code", "项目编码", "13092525P00001"),
        ("department", "主管部门", "临江县水利局"),
    ]
    assert found.first("project_code") is not None
    assert found.first("purpose") is None
    assert found.first("purpose", "department") is found.entries[2]


def test_a_label_is_never_the_value_of_the_label_before() -> None:
    assert entries(head("项目名称 | 项目编码 | 13092525P00001")) == [("project_code", "项目编码", "13092525P00001")]


def test_values_in_their_own_cell() -> None:
    found = head("项目资金（万元） | 资金总额：120 | 其中：财政拨款：100 | 其他资金：20")
    assert [(role, text) for role, _, text in entries(found)] == [("budget_total", "120"), ("budget_fiscal", "100"), ("budget_other", "20")]


def test_money_under_a_merged_group_label() -> None:
    found = head("""
        项目资金 | 资金总额 | 120
        ^       | 财政资金 | 100
        ^       | 其他资金 | 20
    """)
    assert [(role, text) for role, _, text in entries(found)] == [("budget_total", "120"), ("budget_fiscal", "100"), ("budget_other", "20")]


def test_spending_plan_under_its_months() -> None:
    found = head("""
        资金支出计划（%） | 3月底 | 6月底 | 10月底 | 12月底
        ^               | 25    | 50   |       | 100
    """)
    assert found.plan == {"3月底": "25", "6月底": "50", "10月底": None, "12月底": "100"}
    assert found.plan_source is not None
    assert (found.plan_source.original, found.plan_source.place.row, found.plan_source.place.column) == ("25", 2, 2)


def test_money_under_labels_side_by_side() -> None:
    found = head("""
        资金总额 | 财政拨款 | 其他资金
        120     | 100     | 20
    """)
    assert [(role, text) for role, _, text in entries(found)] == [("budget_total", "120"), ("budget_fiscal", "100"), ("budget_other", "20")]


def test_expected_and_actual_goal_over_their_texts() -> None:
    found = head(
        """
        年度总体目标 | 预期目标 | 实际完成情况
        ^           | 疏浚河道12公里 | 已疏浚11公里
    """,
        own={"预期目标": "objectives", "实际完成情况": "actual"},
    )
    assert ("objectives", "预期目标", "疏浚河道12公里") in entries(found)
    assert ("actual", "实际完成情况", "已疏浚11公里") in entries(found)
    assert all(text != "已疏浚11公里" for role, _, text in entries(found) if role != "actual")


def test_budget_of_a_self_evaluation_is_the_first_money_column() -> None:
    found = head("""
        项目资金 | | 年初预算数 | 全年执行数 | 分值 | 执行率
        ^ | 年度资金总额 | 120 | 118 | 10 | 98%
    """)
    assert [(role, text) for role, _, text in entries(found) if role == "budget_total"] == [("budget_total", "120")]


def test_goals_over_several_rows_belong_to_the_label_on_their_left() -> None:
    found = head("""
        年度目标 | 1.疏浚河道12公里
        ^       | 2.清运淤泥3万方
    """)
    assert [text for role, _, text in entries(found) if role == "objectives"] == ["1.疏浚河道12公里", "2.清运淤泥3万方"]


def test_cells_without_a_label_are_loose() -> None:
    found = head("348001临江县水利局本级 | | 单位：万元")
    assert [entry.text for entry in found.loose] == ["348001临江县水利局本级"]
    assert entries(found) == [("amount_unit", "单位", "万元")]


def test_purpose_keeps_its_paragraphs_and_a_name_does_not() -> None:
    found = head("""
        资金用途 | 疏浚河道。⏎清运淤泥
        项目名称 | 河道⏎疏浚
    """)
    assert [(role, text) for role, _, text in entries(found)] == [("purpose", "疏浚河道。\n清运淤泥"), ("project_name", "河道疏浚")]


def test_label_that_a_flattened_table_left_blanks_behind() -> None:
    found = head("项目名称 | | | 河道疏浚", wrapped=True)
    assert entries(found) == [("project_name", "项目名称", "河道疏浚")]
    assert entries(head("项目名称 | | | 河道疏浚", wrapped=False)) == []


def paragraphs(*lines: str) -> Head:
    reader = HeadReader({})
    for text in lines:
        reader.paragraph(paragraph(text))
    return reader.head


def test_labels_in_lines_above_the_table() -> None:
    found = paragraphs("填报单位：临江县水利局      单位：万元", "项目名称：河道疏浚")
    assert entries(found) == [
        ("reporting", "填报单位", "临江县水利局"),
        ("amount_unit", "单位", "万元"),
        ("project_name", "项目名称", "河道疏浚"),
    ]


def test_a_long_label_alone_takes_the_paragraphs_below() -> None:
    found = paragraphs("年度目标：", "1.疏浚河道12公里。", "2.清运淤泥3万方。", "单位：万元")
    assert [(role, text) for role, _, text in entries(found)] == [
        ("objectives", "1.疏浚河道12公里。"),
        ("objectives", "2.清运淤泥3万方。"),
        ("amount_unit", "万元"),
    ]


def test_running_text_is_loose() -> None:
    found = paragraphs("348001 临江县水利局", "（2025年度）")
    assert entries(found) == []
    assert [entry.text for entry in found.loose] == ["348001 临江县水利局", "（2025年度）"]


def test_items_of_a_labelled_paragraph_go_on_in_the_next() -> None:
    reader = HeadReader({})
    for text in ("年度绩效目标：1.疏浚河道12公里。", "2.清运淤泥3万方。", "县水利局"):
        reader.paragraph(paragraph(text))
    assert [entry.text for entry in reader.head.entries] == ["1.疏浚河道12公里。\n2.清运淤泥3万方。"]
    assert [entry.text for entry in reader.head.loose] == ["县水利局"]


def test_two_goals_stand_over_their_texts() -> None:
    reader = HeadReader({})
    drawn = matrix("总体目标 | 中期目标 | | 年度目标 |\n | 建成骨干河道。 | | 疏浚河道12公里。 | ", wrapped=True)
    for r in (0, 1):
        reader.row(drawn, r)
    assert [(entry.role, entry.text) for entry in reader.head.entries] == [
        ("period_objectives", "建成骨干河道。"),
        ("objectives", "疏浚河道12公里。"),
    ]
