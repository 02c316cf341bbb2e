"""Shanghai, xls, a city operation centre: amounts in 元, the whole project's amount and goal beside those of this year."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import xlwt
from expected_parse import Row, indicator, table, write_expected
from form_grid import FormGrid, Shown, merged_levels
from typed_content import prose, records
from workbooks import fill_xls_sheet

OWNER, UNIT = "上海市浦江区城市运行管理局", "上海市浦江区城市运行管理中心"
TITLE = "财政项目支出绩效目标申报表"
HOTLINE = records("""
产出指标|数量指标|热线工单受理量|≥26万件
||坐席数量|=42席
|质量指标|工单派发准确率|≥98%
||录音抽检合格率|≥95%
|时效指标|先行联系及时率|≥97%
||工单按期办结率|99%
|成本指标|单席位年服务费用|≤92000元
效益指标|社会效益指标|市民诉求实际解决率|≥85%
|可持续影响指标|热线长效管理机制健全性|健全
满意度指标|服务对象满意度指标|市民满意度|≥88%
""")
SENSORS = records("""
产出指标|数量指标|新增物联感知设备数|≥1350套
||改造“一网统管”应用场景|6
|质量指标|设备在线率|≥98%
||系统验收通过率|100%
|时效指标|建设完成及时性|2025年10月31日前
|成本指标|设备采购单价|≤1480元/套
效益指标|社会效益指标|积水点位自动发现率|≥90%
||处置时间缩短|20%
|生态效益指标|不涉及|
满意度指标|服务对象满意度指标|街镇使用人员满意度|≥90%
""")
PROJECTS: tuple[dict[str, Any], ...] = (
    {
        "sheet": "热线运行",
        "name": "12345市民服务热线运行维护",
        "nature": "经常性项目",
        "kind": "其他一次性（经常性）项目",
        "days": (date(2025, 1, 1), date(2025, 12, 31)),
        "whole": 3864000.0,
        "year": (3864000.0, 3864000.0, None),
        "long": ("保障12345市民服务热线7×24小时运行，及时受理和派发市民诉求。",),
        "goals": ("1.全年受理工单26万件以上，派发准确率98%以上；", "2.市民诉求实际解决率达到85%，市民满意度达到88%。"),
        "lines": HOTLINE,
    },
    {
        "sheet": "感知设备",
        "name": "城市运行物联感知设备建设（二期）",
        "nature": "阶段性项目",
        "kind": "信息化建设项目",
        "days": (date(2024, 7, 1), date(2026, 6, 30)),
        "whole": 9600000.0,
        "year": (4125600.5, 4000000.0, 125600.5),
        "long": (
            prose("""
三年内建成覆盖全区的城市运行物联感知体系，设备总数达到4000套，支撑防汛、消防、燃气等场景智能预警。
"""),
        ),
        "goals": ("2025年新增感知设备1350套，改造6个应用场景，10月底前投入使用。",),
        "lines": SENSORS,
    },
)
AMOUNT, DAY = "#,##0.00", "yyyy-mm-dd"


def grid_of(project: dict[str, Any]) -> FormGrid:
    grid = FormGrid(5)
    year, fiscal, other = (Shown(amount, AMOUNT) if amount is not None else "" for amount in project["year"])
    start, end = project["days"]
    grid.row((TITLE, 5))
    grid.row(("（2025年度）", 5))
    grid.row((f"申报单位名称：{UNIT}", 5))
    grid.row("项目名称", (project["name"], 4))
    grid.row("项目性质", (project["nature"], 2), "项目类别", project["kind"])
    grid.row("主管部门", (OWNER, 2), "实施单位", UNIT)
    grid.row("计划开始日期", (Shown(start, DAY), 2), "计划完成日期", Shown(end, DAY))
    grid.row("项目资金总额（元）", (Shown(project["whole"], AMOUNT), 2), "年度资金申请总额（元）", year)
    grid.row("其中：财政资金（元）", (fiscal, 2), "其他资金（元）", other)
    grid.row("项目总目标", ("\n".join(project["long"]), 4))
    grid.row("年度总体目标", ("\n".join(project["goals"]), 4))
    grid.row(("绩效指标", 1, len(project["lines"]) + 1), "一级指标", "二级指标", "三级指标", "年度指标值")
    for cells in merged_levels(project["lines"]):
        grid.row(*cells[:-1], int(str(cells[-1])) if str(cells[-1]).isdigit() else cells[-1])
    grid.row(("填表人：王佳怡    联系电话：021-58860000    备注：年度资金申请总额为本年度预算申报数", 5))
    return grid


def expected_table(project: dict[str, Any]) -> Row:
    """The budget is what is asked for this year; the whole project's goal stands under period_objectives."""
    year, fiscal, other = project["year"]
    return table(
        TITLE,
        [indicator(*line) for line in project["lines"]],
        project_name=project["name"],
        department=UNIT,
        amount_unit="元",
        budget_total=year,
        budget_fiscal=fiscal,
        budget_other=other,
        objectives=[goal[2:] if goal[1] == "." else goal for goal in project["goals"]],
        period_objectives=list(project["long"]),
    )


def build(folder: Path) -> None:
    workbook = xlwt.Workbook(encoding="utf-8")
    for project in PROJECTS:
        sheet = workbook.add_sheet(project["sheet"])
        fill_xls_sheet(sheet, grid_of(project))
        for i, width in enumerate((20, 14, 22, 26, 32)):
            sheet.col(i).width = 256 * width
    workbook.save(str(folder / "a11_shanghai.xls"))
    tables = [expected_table(project) for project in PROJECTS]
    write_expected(folder, "a11_shanghai.xls", tables, title=TITLE, unit=UNIT, year=2025)


if __name__ == "__main__":
    build(Path(__file__).resolve().parent.parent / "files")
