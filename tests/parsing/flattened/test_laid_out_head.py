"""Heads in layout text."""

from __future__ import annotations

from layout_text import at

from zhibiao.parsing.flattened.laid_out_head import read_head


def head(*lines: str) -> tuple[list[list[str]], list[str]]:
    return read_head(lines, 0, len(lines))


def test_labels_and_values_beside_them() -> None:
    rows, loose = head(
        at((0, "项目编码"), (12, "13092525P00001"), (30, "项目名称"), (42, "河道疏浚 工程")), at((0, "资金总额"), (12, "120.00"))
    )
    assert rows == [["项目编码", "13092525P00001"], ["项目名称", "河道疏浚 工程"], ["资金总额", "120.00"]]
    assert loose == []


def test_lines_above_the_first_label_are_loose() -> None:
    rows, loose = head("348001临江县水利局", "", at((0, "项目名称"), (12, "河道疏浚")))
    assert rows == [["项目名称", "河道疏浚"]]
    assert loose == ["348001临江县水利局"]


def test_a_wrapped_label() -> None:
    rows, _ = head(at((0, "资金总额"), (12, "120.00"), (30, "其中：财政"), (42, "100.00")), at((31, "资金")))
    assert rows == [["资金总额", "120.00"], ["其中：财政资金", "100.00"]]


def test_a_label_pushed_against_its_value() -> None:
    assert head(at((0, "项目编码13092525P00001"), (30, "项目名称"), (42, "河道疏浚")))[0] == [
        ["项目编码", "13092525P00001"],
        ["项目名称", "河道疏浚"],
    ]


def test_a_value_of_several_lines_goes_to_the_nearest_label() -> None:
    rows, _ = head(
        at((0, "项目名称"), (12, "河道疏浚")),
        "",
        at((12, "1.疏浚河道12公里")),
        at((0, "年度目标"), (12, "2.清运淤泥3万方")),
        at((12, "3.加固堤防5公里")),
    )
    assert rows == [["项目名称", "河道疏浚"], ["年度目标", "1.疏浚河道12公里\n2.清运淤泥3万方\n3.加固堤防5公里"]]


def test_numbers_of_the_spending_plan_stand_under_their_months() -> None:
    months = at((14, "3月底"), (26, "6月底"), (38, "10月底"), (50, "12月底"))
    rows, _ = head(at((0, "项目名称"), (12, "河道疏浚")), months, at((14, "25"), (38, "80"), (50, "100")))
    assert rows[-2:] == [["资金支出计划", "3月底", "6月底", "10月底", "12月底"], ["", "25", "", "80", "100"]]


def test_money_of_several_columns_is_the_first() -> None:
    rows, _ = head(at((0, "项目名称"), (16, "河道疏浚")), at((0, "年度资金总额"), (16, "120.00"), (30, "118.00"), (44, "98%")))
    assert rows == [["项目名称", "河道疏浚"], ["年度资金总额", "120.00"]]


def test_group_labels_have_no_value_and_a_page_number_is_none() -> None:
    rows, _ = head(at((0, "项目资金（万元）"), (20, "资金总额"), (34, "120.00")), at((30, "- 3 -")))
    assert rows == [["项目资金（万元）"], ["资金总额", "120.00"]]


def test_text_without_labels_is_loose() -> None:
    assert head("保障河道安全", "", "  疏浚河道12公里") == ([], ["保障河道安全", "疏浚河道12公里"])


def test_plan_values_go_to_their_months_in_order() -> None:
    lines = [
        at((0, "资金支出计"), (10, "3月底"), (24, "6月底"), (34, "10月底"), (56, "12月底")),
        at((0, "划（%）"), (36, "30%"), (46, "70%"), (55, "100%")),
    ]
    assert read_head(lines, 0, 2)[0] == [["资金支出计划", "3月底", "6月底", "10月底", "12月底"], ["", "", "30%", "70%", "100%"]]


def test_an_item_above_its_label_is_no_amount() -> None:
    lines = [
        at((0, "预算金额"), (8, "318.40"), (40, "其他资金"), (50, "20.00")),
        at((8, "（1）保障全市86个空气质量微型监测站正常运行。")),
        at((0, "绩效目标")),
        at((8, "（2）及时推送污染预警信息。")),
    ]
    assert read_head(lines, 0, 4)[0] == [
        ["预算金额", "318.40"],
        ["其他资金", "20.00"],
        ["绩效目标", "（1）保障全市86个空气质量微型监测站正常运行。\n（2）及时推送污染预警信息。"],
    ]


def test_an_item_that_fell_to_the_label_below_goes_back() -> None:
    lines = [
        at((0, "部门职能"), (12, "（一）负责文献收集。")),
        at((12, "（二）组织阅读推广。")),
        at((12, "（三）保护古籍。")),
        at((0, "绩效目标"), (12, "1.全年开放330天。")),
    ]
    assert read_head(lines, 0, 4)[0] == [
        ["部门职能", "（一）负责文献收集。\n（二）组织阅读推广。\n（三）保护古籍。"],
        ["绩效目标", "1.全年开放330天。"],
    ]
