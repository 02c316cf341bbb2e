"""Tables in plain pdf text."""

from __future__ import annotations

from grid_text import read_text, rows_of

from zhibiao.parsing.flattened.fragments import fragments_of
from zhibiao.parsing.flattened.stacked import data_rows, head_rows, segment, tables_in, title_starts

TEXT = """
第二部分 预算项目绩效目标
1.河道疏浚绩效目标表
348001 临江县水利局 单位：万元
项目编码 13092525P00712310024X 项目名称 河道疏浚
预算规模及资金用途 预算数 120.00 其中：财政资金 100.00 其他资金 20.00
疏浚骨干河道12公里
资金支出计划（%）
3月底 6月底 10月底 12月底
25 50 80 100
绩效目标
1.疏浚河道12公里
2.清运淤泥3万方

一级指标 二级指标 三级指标 绩效指标描述 指标值 指标值确定依据

产出指标

数量指标

疏浚河道长度

完成疏浚的河道长度

≥12公里

《河道治理初步设

计》

质量指标

工程合格率

验收合格工程占比

100百分比

施工合同

满意度指标

服务对象满意度
指标

沿线群众满意度

沿线群众满意度

≥90百分比

问卷调查
"""


def test_a_table_whose_borders_are_lost() -> None:
    found = read_text(TEXT)
    (table,) = found.tables
    assert (table.title, table.form, table.project_name, table.project_code) == (
        "河道疏浚绩效目标表",
        "hebei",
        "河道疏浚",
        "13092525P00712310024X",
    )
    assert (table.budget_total, table.budget_fiscal, table.budget_other, table.amount_unit) == (120.0, 100.0, 20.0, "万元")
    assert table.purpose == "疏浚骨干河道12公里"
    assert table.department == "348001 临江县水利局"
    assert table.spending_plan == {"3月底": "25", "6月底": "50", "10月底": "80", "12月底": "100"}
    assert table.objectives == ("疏浚河道12公里", "清运淤泥3万方")
    assert rows_of(found, "level1", "level2", "name", "description", "value", "basis") == [
        ("产出指标", "数量指标", "疏浚河道长度", "完成疏浚的河道长度", "≥12公里", "《河道治理初步设计》"),
        ("产出指标", "质量指标", "工程合格率", "验收合格工程占比", "100百分比", "施工合同"),
        ("满意度指标", "服务对象满意度指标", "沿线群众满意度", "沿线群众满意度", "≥90百分比", "问卷调查"),
    ]
    assert [i.where.line for i in table.indicators] == [16, 30, 40]
    assert any("边框" in doubt for doubt in found.doubts)


def test_text_without_a_header_has_no_table() -> None:
    found = read_text("第二部分\n1.河道疏浚绩效目标表\n疏浚河道12公里\n详见附表。")
    assert (found.tables, found.doubts) == ((), ())


def test_a_header_without_data_is_no_table() -> None:
    assert read_text("1.河道疏浚绩效目标表\n项目名称 河道疏浚\n一级指标 二级指标 三级指标 指标值").tables == ()


def test_titles_also_over_several_lines() -> None:
    lines = ["1.河道疏浚", "绩效目标表", "项目名称 河道疏浚", "12.5公里河道的绩效", "2.水库加固绩效目标表", "3.附则", "4.学校绩效目标表"]
    assert title_starts(lines) == [(0, 2, "1.河道疏浚绩效目标表"), (4, 5, "2.水库加固绩效目标表"), (6, 7, "4.学校绩效目标表")]


def test_head_labels_with_their_values() -> None:
    rows, loose, doubts = head_rows(
        fragments_of(
            ["348001 临江县水利局 单位：万元", "项目名称 河道疏浚", "项目编", "码 P00712", "预算数 120.00", "绩效目标", "疏浚河道"]
        )
    )
    assert rows == [["项目名称", "河道疏浚"], ["项目编码", "P00712"], ["预算数", "120.00"], ["绩效目标", "疏浚河道"]]
    assert loose == ["348001 临江县水利局  单位：万元"]
    assert doubts == []


def test_purpose_stands_behind_the_last_money_label() -> None:
    rows, _, _ = head_rows(fragments_of(["预算规模及资金用途 预算数 120.00 其他资金 20.00", "疏浚骨干河道"]))
    assert rows == [["预算数", "120.00"], ["其他资金", "20.00"], ["资金用途", "疏浚骨干河道"]]
    unfilled, _, _ = head_rows(fragments_of(["预算规模及资金用途 预算数 120.00 其他资金", "疏浚骨干河道"]))
    assert unfilled == [["预算数", "120.00"], ["其他资金", ""], ["资金用途", "疏浚骨干河道"]]


def test_fewer_numbers_than_months_are_a_doubt() -> None:
    rows, _, doubts = head_rows(fragments_of(["3月底 6月底 10月底 12月底", "50 80 100"]))
    assert rows == [["资金支出计划", "3月底", "6月底", "10月底", "12月底"], ["", "", "50", "80", "100"]]
    assert len(doubts) == 1
    assert "4 个时点，只读到 3 个数" in doubts[0]
    assert head_rows(fragments_of(["3月底 6月底", "50 100"]))[2] == []


HEADER = "一级指标 二级指标 三级指标 指标值"


def test_a_header_on_the_next_page_repeats_and_a_title_begins_anew() -> None:
    lines = [
        "1.河道疏浚绩效目标表", "项目名称 河道疏浚", HEADER, "产出指标 数量指标 疏浚河道长度 ≥12公里",
        f"\f{HEADER}", "质量指标 工程合格率 100%",
        "2.水库加固绩效目标表", "项目名称 水库加固", HEADER, "产出指标 数量指标 加固水库 3座",
    ]  # fmt: skip
    tables = tables_in(lines, fragments_of(lines))
    segment(tables)
    assert [(t.title, t.title_line, len(t.pages)) for t in tables] == [("1.河道疏浚绩效目标表", 0, 2), ("2.水库加固绩效目标表", 6, 1)]
    assert data_rows(tables[0]) == (
        [["产出指标", "数量指标", "疏浚河道长度", "≥12公里"], ["", "质量指标", "工程合格率", "100%"]],
        [3, 5],
    )
    assert data_rows(tables[1]) == ([["产出指标", "数量指标", "加固水库", "3座"]], [9])


def test_a_row_cut_by_the_page_is_one_row() -> None:
    lines = ["项目名称 河道疏浚", HEADER, "产出指标 数量指标 疏浚河道长度 ≥12", f"\f{HEADER}", "公里", "质量指标 工程合格率 100%"]
    tables = tables_in(lines, fragments_of(lines))
    segment(tables)
    assert data_rows(tables[0])[0] == [["产出指标", "数量指标", "疏浚河道长度", "≥12\n公里"], ["", "质量指标", "工程合格率", "100%"]]


BY_LINE = """
项目支出绩效目标申报表
项目名称 档案数字化加工
一级指标 二级指标 三级指标 年度指标值 备注
产出指标 数量指标 扫描档案页数 ≥42万页
著录条目数 ≥6.5万条
质量指标 图像扫描合格率 ≥99.5% 抽检不低于10%
满意度指标 服务对象满意 查档群众满意度 ≥96%
度
填报人：某甲 联系电话：123
- 1 -
"""


def test_lines_may_be_rows() -> None:
    document = read_text(BY_LINE)
    assert rows_of(document, "level1", "level2", "name", "value") == [
        ("产出指标", "数量指标", "扫描档案页数", "≥42万页"),
        ("产出指标", "数量指标", "著录条目数", "≥6.5万条"),
        ("产出指标", "质量指标", "图像扫描合格率", "≥99.5%"),
        ("满意度指标", "服务对象满意度", "查档群众满意度", "≥96%"),
    ]
    assert [dict(i.extra) for i in document.tables[0].indicators] == [{}, {}, {"备注": "抽检不低于10%"}, {}]


CELL_A_PARAGRAPH = """
一级指标

二级指标

三级指标

指标说明

指标值

产出指标

数量指标

开展法律援助案件数量

全年受理并指派的法律援助案件数

≥420件



法治宣传活动场次

进社区、进学校、进企业的法治宣传场次

≥55场

填表人：某甲\t联系电话：123
"""


def test_measures_stay_out_of_descriptions_and_a_tab_below_makes_no_table() -> None:
    document = read_text(CELL_A_PARAGRAPH)
    assert rows_of(document, "level2", "name", "description", "value") == [
        ("数量指标", "开展法律援助案件数量", "全年受理并指派的法律援助案件数", "≥420件"),
        ("数量指标", "法治宣传活动场次", "进社区、进学校、进企业的法治宣传场次", "≥55场"),
    ]


NO_BLANK_LINES = """
一级指标 二级指标 三级指标 指标值
产出指标
数量指标 适配辅具人数
≥386 人
质量指标 辅具产品合格率
100%
效益指标
社会效益指标 受益农户数
≥5100 户
"""


def test_text_without_blank_lines() -> None:
    assert rows_of(read_text(NO_BLANK_LINES), "level1", "level2", "name", "value") == [
        ("产出指标", "数量指标", "适配辅具人数", "≥386人"),
        ("产出指标", "质量指标", "辅具产品合格率", "100%"),
        ("效益指标", "社会效益指标", "受益农户数", "≥5100户"),
    ]


def test_text_by_columns_is_a_doubt() -> None:
    rows = ["名称一", "河道疏浚长度", "水库加固座数", "库区群众满意度", "12公里", "3座", "90%"]
    found = read_text("\n".join(["项目名称 河道疏浚", HEADER, *("产出指标", "数量指标", "质量指标", "满意度指标"), *rows * 2]))
    assert any("次序" in doubt for doubt in found.doubts)
    assert not any("次序" in doubt for doubt in read_text(TEXT).doubts)


def test_a_title_does_not_run_over_a_goal_and_a_header() -> None:
    lines = ["2.优良路率达到90%。", "一级指标 二级指标", "国道、省道微表", "绩效目标表"]
    assert title_starts(lines) == [(3, 4, "绩效目标表")]
