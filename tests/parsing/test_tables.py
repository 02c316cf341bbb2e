"""Lists of projects, and what a table only says beside its neighbours."""

from __future__ import annotations

import pytest
from grid_text import grid, read

from zhibiao.model.document import Indicator, Table
from zhibiao.parsing.tables import settled

LIST = """
    单位名称 | 项目名称 | 项目金额（万元） | 年度目标 | 一级指标 | 二级指标 | 三级指标 | 指标值
    县水利局 | 河道疏浚 | 120 | 疏浚河道12公里 | 产出指标 | 数量指标 | 疏浚长度 | ≥12公里
    ^ | ^ | ^ | ^ | 效益指标 | 社会效益指标 | 受益人口 | ≥3万人
    ^ | 水库加固 | 80 | 加固水库3座 | 产出指标 | 数量指标 | 加固水库 | 3座
    县教育局 | 校车购置 | 60 | 购置校车6辆 | 产出指标 | 数量指标 | 购置校车 | 6辆
"""


def test_a_list_gives_a_table_a_project() -> None:
    tables = read("2025年预算项目绩效目标表", grid(LIST)).tables
    assert [(t.department, t.project_name, t.budget_total, t.amount_unit, t.objectives, len(t.indicators)) for t in tables] == [
        ("县水利局", "河道疏浚", 120.0, "万元", ("疏浚河道12公里",), 2),
        ("县水利局", "水库加固", 80.0, "万元", ("加固水库3座",), 1),
        ("县教育局", "校车购置", 60.0, "万元", ("购置校车6辆",), 1),
    ]
    assert [i.row for i in tables[0].indicators] == [1, 2]
    assert {t.year for t in tables} == {2025}


def test_levels_are_not_carried_from_one_project_to_the_next() -> None:
    tables = read(
        grid("""
            项目名称 | 一级指标 | 二级指标 | 三级指标 | 指标值
            河道疏浚 | 产出指标 | 数量指标 | 疏浚长度 | ≥12公里
            水库加固 |  |  | 加固水库 | 3座
        """)
    ).tables
    assert [(t.project_name, t.indicators[0].level1) for t in tables] == [("河道疏浚", "产出指标"), ("水库加固", None)]


def test_list_without_levels_has_none() -> None:
    tables = read(grid("项目名称 | 指标名称 | 指标值\n河道疏浚 | 疏浚长度 | ≥12公里")).tables
    assert (tables[0].indicators[0].level1, tables[0].indicators[0].level2, tables[0].columns) == (None, None, ("name", "value"))


def test_sum_rows_of_a_list_are_no_project() -> None:
    tables = read(grid("项目名称 | 项目金额 | 三级指标 | 指标值\n合计 | 200 | | \n河道疏浚 | 120 | 疏浚长度 | ≥12公里")).tables
    assert [t.project_name for t in tables] == ["河道疏浚"]


USED = (Indicator(1, name="巡河次数"),)


def test_a_heading_over_several_forms_holds_for_all() -> None:
    first = Table(
        title="2025年预算项目绩效目标表", department="县水利局", amount_unit="万元", year=2025, project_name="河道疏浚", indicators=USED
    )
    second = Table(project_name="水库加固", indicators=USED)
    assert [(t.title, t.department, t.amount_unit, t.year) for t in settled([first, second])] == [
        ("2025年预算项目绩效目标表", "县水利局", "万元", 2025)
    ] * 2


def test_a_title_that_names_its_project_is_not_the_next_one_s() -> None:
    first = Table(title="河道疏浚绩效目标表", project_name="河道疏浚", indicators=USED)
    other = Table(project_name="水库加固", form="hunan", indicators=USED)
    assert settled([first, Table(project_name="水库加固", indicators=USED)])[1].title is None
    assert settled([first, other])[1] == other


def test_an_ordinal_before_a_decimal_is_known_by_the_table_s_number() -> None:
    one = Table(title="1.12公里河道疏浚绩效目标表")
    assert settled([one])[0].title == "12公里河道疏浚绩效目标表"
    assert settled([Table(title="甲"), one])[1].title == "1.12公里河道疏浚绩效目标表"


def test_two_units_may_have_projects_of_one_name() -> None:
    tables = read(
        grid("""
            单位名称 | 项目名称 | 项目金额（万元） | 三级指标 | 指标值
            县水利局 | 设备购置 | 10 | 购置电脑 | 10台
            县教育局 | 设备购置 | 20 | 购置校车 | 6辆
            ^ | ^ | ^ | 购置课桌 | 300套
        """)
    ).tables
    assert [(t.department, t.budget_total, [i.name for i in t.indicators]) for t in tables] == [
        ("县水利局", 10.0, ["购置电脑"]),
        ("县教育局", 20.0, ["购置校车", "购置课桌"]),
    ]
    assert {role: source.original for role, source in tables[1].cells.items()} == {
        "department": "县教育局",
        "project_name": "设备购置",
        "budget_total": "20",
    }


def test_two_amounts_of_one_project_are_a_doubt() -> None:
    rows = "项目名称 | 项目金额 | 三级指标 | 指标值\n设备购置 | 10 | 购置电脑 | 10台\n设备购置 | 12 | 购置校车 | 6辆"
    document = read(grid(rows))
    assert [(t.project_name, t.budget_total, len(t.indicators)) for t in document.tables] == [("设备购置", 10.0, 2)]
    assert document.doubts == ("第1个表（设备购置）：各行的预算金额不同，按同一项目读取，取第一个金额",)


@pytest.mark.parametrize("name", ["绩效自评工作经费", "附件印制费", "合计执法经费"])
def test_a_project_s_name_may_begin_like_a_foot(name: str) -> None:
    rows = f"项目名称 | 项目金额 | 三级指标 | 指标值\n河道疏浚 | 10 | 疏浚长度 | 12公里\n{name} | 12 | 办结件数 | 6件\n合计 | 22 | | "
    assert [(t.project_name, len(t.indicators)) for t in read(grid(rows)).tables] == [("河道疏浚", 1), (name, 1)]
