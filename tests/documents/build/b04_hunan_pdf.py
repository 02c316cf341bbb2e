"""Hunan forms as pdf: a department table and a project table, with a running header and page numbers between their halves."""

from __future__ import annotations

from pathlib import Path

import printed_rows
from hunan_form import DEPARTMENT_FIELDS, PROJECT_FIELDS, department_grid, project_grid
from office_tools import print_word
from word_grids import add_grid, line, new_document, page_number

SOURCE = "b04_hunan.pdf"
UNIT = "岳北县公安局"
MONEY = (
    ("资金总额：18642.57", ""),
    ("按收入性质分：", "按支出性质分："),
    ("其中：一般公共预算：17842.57", "其中：基本支出：13310.22"),
    ("政府性基金拨款：", "项目支出：5332.35"),
    ("纳入专户管理的非税收入拨款：", ""),
    ("其他资金：800.00", ""),
)
DUTIES = (
    "(1)贯彻执行公安工作的法律、法规和方针、政策，部署、指导、监督全县公安工作；\n"
    "(2)负责预防、制止和侦查违法犯罪活动，维护社会治安秩序；\n"
    "(3)维护道路交通安全和交通秩序，处理交通事故；\n"
    "(4)负责治安、户籍、出入境和危险物品管理工作；\n"
    "(5)承办县委、县政府和上级公安机关交办的其他事项。"
)
GOALS = (
    "依法严厉打击各类违法犯罪，命案现案侦破率保持100%，“盗抢骗”案件发案数持续下降。",
    "加强社会面巡逻防控，110接处警平均到达时间城区不超过7分钟。",
    "深化公安“放管服”改革，一次办结事项比例达到90%以上。",
    "推进道路交通事故预防“减量控大”，坚决遏制较大以上交通事故。",
)
DEPARTMENT_ROWS = (
    ("产出指标", "数量指标", "刑事案件破案数", "≥620起"),
    ("", "", "巡逻防控出动警力", "≥36000人次"),
    ("", "", "反诈宣传进社区（村）场次", "≥242场"),
    ("", "质量指标", "命案现案侦破率", "100%"),
    ("", "", "执法办案规范率", "≥98%"),
    ("", "时效指标", "城区110接警后平均到达现场时间", "≤7分钟"),
    ("", "", "各项工作完成及时率", "100%"),
    ("", "成本指标", "“三公”经费", "≤198.60万元，不得突破上年预算数"),
    ("", "", "基本支出", "13310.22"),
    ("效益指标", "经济效益指标", "为群众挽回电信网络诈骗损失", "≥860万元"),
    ("", "社会效益指标", "“盗抢骗”案件发案数较上年下降率", "≥8%"),
    ("", "", "较大以上道路交通事故", "0起"),
    ("", "生态效益指标", "", ""),
    ("", "可持续影响指标", "公众安全感持续提升", "长期"),
    ("", "社会公众或服务对象满意度指标", "群众安全感满意度", "≥95%"),
)
PROJECT = "城区智能交通信号控制与电子警察运行维护项目"
PERIOD_GOAL = "三年内完成城区86个路口信号控制设备和电子警察的联网运行维护，保持设备正常使用，缓解城区交通拥堵。"
YEAR_GOAL = "对城区86个路口信号机、142套电子警察、1个指挥中心大屏进行全年运行维护，设备完好率达到96%以上。"
PROJECT_ROWS = (
    ("产出指标", "数量指标", "维护路口信号控制设备", "86个路口", "计划标准"),
    ("", "", "维护电子警察", "142套", "计划标准"),
    ("", "质量指标", "设备完好率", "≥96%", "行业标准：《道路交通信号控制系统运行维护规范》"),
    ("", "", "违法抓拍图片有效率", "≥90%", "历史标准：近三年平均91.2%"),
    ("", "时效指标", "一般故障修复时间", "≤8小时", "合同约定"),
    ("", "", "重大故障修复时间", "≤24小时", "合同约定"),
    ("", "成本指标", "单个路口年维护费", "≤1.1万元/个", "政府采购成交价"),
    ("效益指标", "经济效益指标", "", "", ""),
    ("", "社会效益指标", "城区早晚高峰平均车速提高", "≥3%", "历史标准"),
    ("", "生态效益指标", "", "", ""),
    ("", "可持续影响指标", "设备使用年限", "≥8年", "基本标准"),
    ("", "社会公众或服务对象满意度指标", "交通参与者满意度", "≥88%", "问卷调查"),
)
FOOT = "填表人：周海燕    联系电话：0730-5550166    填报日期：2025年1月14日    单位负责人签字："


def build(folder: Path) -> None:
    """Writes the pdf and its expected parse."""
    document = new_document(size=14, margin=2.4)
    page_number(document, "第 ", " 页")
    document.sections[0].header.paragraphs[0].add_run(f"{UNIT}2025年度部门预算公开")
    line(document, "2025年部门整体支出绩效目标表", 16, True, "center")
    line(document, f"填报单位：{UNIT}（盖章）")
    add_grid(document, department_grid(UNIT, MONEY, DUTIES, GOALS, DEPARTMENT_ROWS), (2.6, 2.6, 3.6, 4.6, 3.0), 14, left=(1, 3))
    line(document, FOOT, 9)
    document.add_page_break()
    line(document, "2025年项目支出绩效目标表", 16, True, "center")
    line(document, f"填报单位：{UNIT}（盖章）                            单位：万元")
    grid = project_grid(PROJECT, UNIT, "94.60", "2025年1月-2027年12月", (PERIOD_GOAL, YEAR_GOAL), PROJECT_ROWS)
    add_grid(document, grid, (2.4, 2.2, 3.0, 3.4, 2.6, 2.9), 15)
    line(document, FOOT, 9)
    print_word(document, folder / SOURCE)
    tables = [
        printed_rows.table(
            DEPARTMENT_ROWS, DEPARTMENT_FIELDS, kind="department", title="2025年部门整体支出绩效目标表", department=UNIT,
                amount_unit="万元",
            budget_total=18642.57, budget_fiscal=17842.57, budget_other=800.0, objectives=list(GOALS),
        ),
        printed_rows.table(
            PROJECT_ROWS, PROJECT_FIELDS, title="2025年项目支出绩效目标表", project_name=PROJECT, department=UNIT, amount_unit="万元",
            budget_total=94.6, objectives=[YEAR_GOAL], period_objectives=[PERIOD_GOAL],
        ),
    ]  # fmt: skip
    whole_goal = "\n".join(f"{n}.{goal}" for n, goal in enumerate(GOALS, 1))
    printed_rows.write(folder, SOURCE, tables, title="2025年部门整体支出绩效目标表", unit=UNIT, year=2025, overall_goal=whole_goal)


if __name__ == "__main__":
    build(Path(__file__).parent.parent / "files")
