"""Drafts made into tables."""

from __future__ import annotations

import pytest
from grid_text import grid, read, rows_of

from zhibiao.model.document import Table
from zhibiao.model.place import Place
from zhibiao.parsing.assemble import is_title, title_text

HEADER = "一级指标 | 二级指标 | 三级指标 | 指标值"


@pytest.mark.parametrize(
    "text",
    [
        "河道疏浚绩效目标表",
        "1.河道疏浚绩效目标表",
        "2025年项目支出绩效自评表",
        "部门整体支出绩效目标申报表（2025年度）",
        "項目績效目標表",
        "项 目 绩 效 目 标 表",
        "学前教育绩效指标库",
    ],
)
def test_titles(text: str) -> None:
    assert is_title(text)


@pytest.mark.parametrize(
    "text",
    [
        "围绕绩效目标，编制预算表。",
        "填报单位：县水利局",
        "保障河道安全运行",
        "绩效目标表如下：",
        "收支预算总表",
        "绩效" + "管" * 130 + "目标表",
    ],
)
def test_other_lines_are_no_title(text: str) -> None:
    assert not is_title(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1.河道疏浚绩效目标表", "河道疏浚绩效目标表"),
        ("（二）河道疏浚绩效目标表", "河道疏浚绩效目标表"),
        ("附件2：1.河道疏浚绩效目标表", "河道疏浚绩效目标表"),
        ("附件3：河道疏浚绩效目标表", "河道疏浚绩效目标表"),
        ("附件3-1 河道疏浚绩效目标表", "河道疏浚绩效目标表"),
        ("附件印制费绩效目标表", "附件印制费绩效目标表"),
        ("项目支出绩效目标表\n（2025年度）", "项目支出绩效目标表"),
        ("项目支出绩效目标表（2025年度）", "项目支出绩效目标表（2025年度）"),  # on its own line it is no part of the title
        ("表10部门整体支出绩效目标表", "部门整体支出绩效目标表"),
        ("附表3-1 河道疏浚绩效目标表", "河道疏浚绩效目标表"),
        ("表彰奖励经费绩效目标表", "表彰奖励经费绩效目标表"),
        ("2025年河道疏浚绩效目标表", "2025年河道疏浚绩效目标表"),
        ("12.5公里河道疏浚绩效目标表", "12.5公里河道疏浚绩效目标表"),  # no ordinal
        ("1.", None),
    ],
)
def test_title_text(text: str, expected: str | None) -> None:
    assert title_text(text) == expected


FORM = """
    项目名称 | 河道疏浚 | 项目编码 | 1309 2525P00001
    主管部门 | 临江县水利局（盖章） | 实施单位 | 河道管理所
    资金总额（万元） | 120.50 | 其中：财政拨款 | 100.50
    其他资金 | 20 | 资金用途 | 疏浚骨干河道
    年度绩效目标 | 1.疏浚河道12公里；⏎2.清运淤泥3万方。 | < | <
    一级指标 | 二级指标 | 三级指标 | 指标值
    产出指标 | 数量指标 | 疏浚河道长度 | ≥12公里
    ^       | 质量指标 | 指标1： |
    效益指标 | 社会效益指标 | 受益人口 | ≥3万人
    备注：资金据实结算 | < | < | <
"""


def test_head_and_lines_of_one_form() -> None:
    document = read("2025年河道疏浚绩效目标表", grid(FORM))
    (table,) = document.tables
    assert (table.title, table.year, table.kind) == ("2025年河道疏浚绩效目标表", 2025, "project")
    assert (table.project_name, table.project_code) == ("河道疏浚", "13092525P00001")
    assert (table.department, table.unit) == ("临江县水利局", "河道管理所")
    assert (table.budget_total, table.budget_fiscal, table.budget_other, table.amount_unit) == (120.5, 100.5, 20.0, "万元")
    assert table.purpose == "疏浚骨干河道"
    assert table.objectives == ("疏浚河道12公里；", "清运淤泥3万方。")
    assert table.columns == ("level1", "level2", "name", "value")
    assert rows_of(document, "row", "level1", "level2", "name", "value", "unused") == [
        (1, "产出指标", "数量指标", "疏浚河道长度", "≥12公里", False),
        (2, "产出指标", "质量指标", "指标1：", None, True),
        (3, "效益指标", "社会效益指标", "受益人口", "≥3万人", False),
    ]
    assert table.where == Place(table=1, row=7)
    assert table.indicators[2].where.row == 9
    assert table.cells["project_name"].place == Place(table=1, row=1, column=2)
    assert table.indicators[0].cells["value"].original == "≥12公里"
    assert table.extra == {"备注": "资金据实结算"}


def table_of(head: str, *before: str) -> Table:
    (table,) = read(*before, grid(f"{head}\n{HEADER}\n产出指标 | 数量指标 | 巡河次数 | ≥48次")).tables
    return table


def test_a_form_of_a_whole_department_has_no_project() -> None:
    table = table_of("部门名称 | 县水利局 | 年度预算 | 3000", "部门整体支出绩效目标表")
    assert (table.kind, table.project_name, table.department, table.budget_total) == ("department", None, "县水利局", 3000.0)
    assert table_of("项目名称 | 水库运行 | 年度预算 | 30", "部门整体支出绩效目标表").kind == "project"


def test_general_goal_is_the_period_s_beside_an_annual_one() -> None:
    both = table_of("总体目标 | 三年内消除黑臭水体 | 年度目标 | 消除5条黑臭水体")
    alone = table_of("项目名称 | 水环境 | 总体目标 | 消除5条黑臭水体")
    assert (both.objectives, both.period_objectives) == (("消除5条黑臭水体",), ("三年内消除黑臭水体",))
    assert (alone.objectives, alone.period_objectives) == (("消除5条黑臭水体",), ())


def test_the_year_s_money_counts_where_the_period_s_stands_beside_it() -> None:
    table = table_of("实施期资金总额 | 360 | 年度资金总额 | 120")
    assert table.budget_total == 120.0
    assert table_of("实施期资金总额 | 360 | 实施单位 | 河道管理所").budget_total == 360.0


@pytest.mark.parametrize(
    ("head", "unit"),
    [
        ("项目名称 | 河道疏浚 | 单位：万元 | <", "万元"),
        ("项目资金（元） | 资金总额 | 1205000 | ", "元"),
        ("资金总额 | 120万元 | 项目名称 | 河道疏浚", "万元"),
        ("资金总额 | 120 | 项目名称 | 每年清运垃圾费（元）", None),
    ],
)
def test_unit_of_money(head: str, unit: str | None) -> None:
    assert table_of(head).amount_unit == unit


@pytest.mark.parametrize(
    ("before", "year"),
    [
        (["河道疏浚绩效目标表", "（2025年度）"], 2025),
        (["2026年河道疏浚绩效目标表"], 2026),
        (["河道疏浚绩效目标表", "依据2020年编制的规划实施本项目并逐年滚动更新"], None),
    ],
)
def test_year_of_the_form(before: list[str], year: int | None) -> None:
    assert table_of("项目名称 | 河道疏浚", *before).year == year


def test_code_and_name_of_the_body_above_the_table() -> None:
    assert table_of("项目名称 | 河道疏浚", "河道疏浚绩效目标表", "348001 临江县水利局本级").department == "348001 临江县水利局本级"


def test_head_fields_without_a_key_of_their_own() -> None:
    table = table_of("项目名称 | 河道疏浚 | 项目负责人 | 某甲\n立项依据 | 水利规划 | 实施期限 | 一年")
    assert table.extra == {"项目负责人": "某甲", "立项依据": "水利规划", "实施期限": "一年"}


def test_a_seal_alone_names_nobody() -> None:
    form = FORM.replace("    项目名称 |", "    填报单位：（盖章） | < | < | <\n    项目名称 |", 1)
    table = read("项目支出绩效目标表", grid(form)).tables[0]
    assert (table.department, table.cells["department"].original) == ("临江县水利局", "临江县水利局（盖章）")


def test_the_source_is_that_of_the_chosen_entry() -> None:
    table = read("项目支出绩效目标表", grid(FORM)).tables[0]
    assert {role: source.original for role, source in table.cells.items() if role in ("department", "unit", "budget_total")} == {
        "department": "临江县水利局（盖章）",
        "unit": "河道管理所",
        "budget_total": "120.50",
    }


def test_one_numbered_objective_loses_its_ordinal() -> None:
    form = FORM.replace("1.疏浚河道12公里；⏎2.清运淤泥3万方。", "1.疏浚河道12公里。")
    assert read("项目支出绩效目标表", grid(form)).tables[0].objectives == ("疏浚河道12公里。",)


def test_a_small_table_in_the_head_is_kept_row_by_row() -> None:
    table = read(
        "2025年度部门整体支出绩效目标申报表",
        grid("""
            部门（单位）名称 | 某市水利局 | < | <
            年度主要任务 | 任务名称 | 主要内容 | 预算资金（万元）
            ^ | 防汛 | 采购防汛物资 | 500
            ^ | 水库 | 除险加固 | 1,500.00
            一级指标 | 二级指标 | 三级指标 | 指标值
            产出指标 | 数量指标 | 疏浚河道长度 | ≥12公里
        """),
    ).tables[0]
    assert table.extra == {"年度主要任务": "防汛 采购防汛物资 500\n水库 除险加固 1,500.00"}


def test_code_and_name_in_one_cell() -> None:
    head = "项目名称 | 51082225T000012207431-高素质农民培育 | < | <\n"
    table = read(grid(head + "一级指标 | 二级指标 | 三级指标 | 指标值\n产出指标 | 数量指标 | 培训人数 | ≥300人")).tables[0]
    assert (table.project_code, table.project_name) == ("51082225T000012207431", "高素质农民培育")
