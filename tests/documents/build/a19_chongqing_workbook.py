"""Chongqing, a workbook of an emergency bureau: notes on filling in, a budget table, four project sheets without level columns."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from expected_parse import Row, indicator, joined, table, write_expected
from form_grid import FormGrid, Shown
from openpyxl import Workbook
from typed_content import records
from workbooks import fill_sheet, save_workbook

UNIT = "渝江区应急管理局"
TITLE = "2025年项目支出绩效目标表"
HEADER = ("指标名称", "指标性质", "指标值", "计量单位", "指标权重(%)", "是否核心指标")
PROJECTS: tuple[dict[str, Any], ...] = (
    {
        "name": "应急救灾物资储备",
        "code": "50011225T000004160211",
        "money": (186.5, 186.5, 0),
        "about": "按照区级储备目录购置帐篷、折叠床、救生衣等物资，并支付仓储管理费用。",
        "goals": ("1.购置救灾帐篷400顶、折叠床800张，9月底前全部入库；", "2.物资完好率不低于98%，灾害发生后4小时内调运到位。"),
        "lines": """
购置救灾帐篷|≥|400|顶|20|是
购置折叠床|≥|800|张|10|否
储备物资完好率|≥|98|%|20|是
物资入库时间|≤|2025年9月30日||10|否
物资调运到位时间|≤|4|小时|20|是
受灾群众满意度|≥|90|%|10|否
""",
    },
    {
        "name": "安全生产执法检查",
        "code": "50011225T000004160229",
        "money": (72, 60, 12),
        "about": "聘请专家参与危险化学品、工贸等行业领域执法检查。",
        "goals": ("检查企业620家次，重大事故隐患整改率达到100%，生产安全事故起数同比下降。",),
        "lines": """
检查生产经营单位|≥|620|家次|20|是
聘请专家人次|≥|180|人次|10|否
重大事故隐患整改率|＝|100|%|20|是
专家劳务费标准|≤|800|元/人·天|10|否
生产安全事故起数下降|≥|5|%|20|是
企业安全意识|定性|有所增强||10|否
""",
    },
    {
        "name": "自然灾害风险普查成果应用",
        "code": "50011225T000004160247",
        "money": (45.8, 45.8, None),
        "about": "对全区风险普查数据开展更新和应用。",
        "goals": ("完成本年度各项工作任务",),
        "lines": """
更新承灾体数据|≥|12.6|万条|30|是
数据质检通过率|≥|0.95|%|20|是
专题图件|＝|16||10|否
应用成果服务部门数|≥|9|个|20|否
使用部门满意度|≥|90|%|10|否
""",
    },
    {
        "name": "社区微型消防站建设",
        "code": "50011225T000004160253",
        "money": (128, 90, 38),
        "about": "在老旧小区新建微型消防站32个，配备器材并培训志愿消防员。",
        "goals": ("新建微型消防站32个，培训志愿消防员640人，实现“3分钟到场”处置初起火灾。",),
        "lines": """
新建微型消防站|＝|32|个|20|是
培训志愿消防员|≥|640|人|10|否
器材配备达标率|＝|100|%|20|是
单站建设成本|≤|4|万元|20|否
初起火灾到场时间|≤|3|分钟|10|是
社区居民满意度|≥|95|%|10|否
""",
    },
)
NOTES = (
    ("栏目", "填写说明"),
    ("项目名称", "与预算管理一体化系统中的项目名称一致。"),
    ("指标名称", "填写三级指标名称，应简洁明了，不得填写目标值。"),
    ("指标性质", "从“≥、≤、＝、定性”中选择。"),
    ("指标值", "定量指标填写数值，定性指标填写文字描述。"),
    ("计量单位", "定量指标必须填写。"),
    ("指标权重(%)", "各指标权重之和为90。"),
)
BUDGET = (
    ("一般公共预算拨款收入", 1862.44, "基本支出", 1430.14),
    ("政府性基金预算拨款收入", 0, "其中：人员经费", 1208.6),
    ("其他收入", 50, "      公用经费", 221.54),
    ("", None, "项目支出", 482.3),
    ("收入合计", 1912.44, "支出合计", 1912.44),
)


def notes_grid() -> FormGrid:
    grid = FormGrid(2)
    grid.row(("填表说明", 2))
    for line in NOTES:
        grid.row(*line)
    return grid


def budget_grid() -> FormGrid:
    grid = FormGrid(4)
    grid.row(("2025年收支预算总表", 4))
    grid.row((f"部门：{UNIT}", 2), ("单位：万元", 2))
    grid.row(("收入", 2), ("支出", 2))
    grid.row("项目", "预算数", "项目", "预算数")
    for left, amount, right, spent in BUDGET:
        grid.row(left, "" if amount is None else Shown(amount, "#,##0.00"), right, Shown(spent, "#,##0.00"))
    return grid


def project_grid(project: dict[str, Any]) -> FormGrid:
    grid = FormGrid(7)
    total, own, upper = project["money"]
    grid.row((TITLE, 7))
    grid.row((f"单位信息：{UNIT}", 5), ("单位：万元", 2))
    grid.row("项目名称", (project["name"], 3), "项目编码", (project["code"], 2))
    grid.row("业务主管部门", (UNIT, 6))
    grid.row(("当年预算\n（万元）", 1, 2), "总计", (Shown(total, "0.00"), 2), "财政拨款", (Shown(own, "0.00"), 2))
    grid.row("其他资金", ("" if upper is None else Shown(upper, "0.00"), 5))
    grid.row("项目概况", (project["about"], 6))
    grid.row("项目当年\n绩效目标", ("\n".join(project["goals"]), 6))
    lines = records(project["lines"], inherit=0)
    grid.row(("绩效指标", 1, len(lines) + 1), *HEADER)
    for line in lines:
        grid.row(*[figure(text) for text in line])
    return grid


def figure(text: str) -> object:
    try:
        return float(text) if "." in text else int(text)
    except ValueError:
        return text


def expected_row(line: list[str]) -> Row:
    name, sign, number, unit, weight, core = line
    extra = {"指标性质": sign, "计量单位": unit, "指标权重(%)": weight, "是否核心指标": core}
    return indicator(None, None, name, joined(sign, number, unit), extra={header: text for header, text in extra.items() if text})


def expected_table(project: dict[str, Any]) -> Row:
    """项目概况 tells what the project is, not what the money is for in the form's own words: purpose stays null."""
    total, own, upper = project["money"]
    return table(
        TITLE,
        [expected_row(line) for line in records(project["lines"], inherit=0)],
        project_code=project["code"],
        project_name=project["name"],
        department=UNIT,
        amount_unit="万元",
        budget_total=total,
        budget_fiscal=own,
        budget_other=upper,
        objectives=[goal[2:] if goal[1] == "." else goal for goal in project["goals"]],
    )


def build(folder: Path) -> None:
    workbook = Workbook()
    workbook.worksheets[0].title = "填表说明"
    fill_sheet(workbook.worksheets[0], notes_grid(), [18, 60])
    fill_sheet(workbook.create_sheet("收支预算总表"), budget_grid(), [30, 16, 30, 16])
    for i, project in enumerate(PROJECTS, 1):
        fill_sheet(workbook.create_sheet(f"项目{i}"), project_grid(project), [14, 28, 10, 16, 12, 14, 14])
    save_workbook(folder / "a19_chongqing_workbook.xlsx", workbook)
    tables = [expected_table(project) for project in PROJECTS]
    write_expected(folder, "a19_chongqing_workbook.xlsx", tables, title=TITLE, unit=UNIT, year=2025)


if __name__ == "__main__":
    build(Path(__file__).resolve().parent.parent / "files")
