"""Guangdong, science and technology: overall against annual goals, 实施周期指标值 beside 年度指标值; the annual one is the value."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from expected_parse import Row, indicator, table, write_expected
from form_grid import FormGrid, Shown, merged_levels
from openpyxl import Workbook
from typed_content import records
from workbooks import fill_sheet, save_workbook

UNIT = "粤海市科学技术局"
TITLE = "项目支出绩效目标表"
LABS = records("""
产出指标|数量指标|支持建设重点实验室|30家|10家
||引进高层次人才团队|≥12个|≥4个
|质量指标|实验室验收通过率|≥95%|≥95%
|时效指标|资助资金拨付时间|2027年10月底前|2025年10月31日前
|成本指标|单个实验室资助额度|≤300万元|≤100万元
效益指标|经济效益指标|带动企业研发投入|≥3亿元|≥8000万元
||成果转化合同额|6000万元|
|社会效益指标|新增发明专利授权量|≥180件|≥60件
|可持续影响指标|科技创新能力|不断增强|有所增强
满意度指标|服务对象满意度指标|受资助单位满意度|≥95%|≥92%
""")
CARRIERS = records("""
产出指标|数量指标|新增认定科技企业孵化器|9|3
||孵化面积|≥15万平方米|≥5万平方米
|质量指标|补助对象合规率|=100%|=100%
|时效指标|评审公示完成时间||6月30日前
|成本指标|孵化载体运营补助标准|≤200元/平方米|≤200元/平方米
效益指标|经济效益指标|在孵企业营业收入增长率|≥30%|≥10%
|社会效益指标|吸纳大学生就业人数|≥3600人|≥100%
满意度指标|服务对象满意度指标|在孵企业满意度|0.9|0.9
""")
PROJECTS: tuple[dict[str, Any], ...] = (
    {
        "sheet": "重点实验室",
        "code": "440900-2025-KJ-0017",
        "name": "市级重点实验室建设资助",
        "money": (3000, 1000),
        "long": ("到2027年，支持建设30家市级重点实验室，引进12个高层次人才团队，带动企业研发投入3亿元以上。",),
        "goals": ("1.支持建设10家市级重点实验室；", "2.引进4个高层次人才团队；", "3.成果转化合同额达到2000万元。"),
        "lines": LABS,
    },
    {
        "sheet": "孵化载体",
        "code": "440900-2025-KJ-0021",
        "name": "科技企业孵化载体补助",
        "money": (1950, 650.5),
        "long": ("完善“众创空间—孵化器—加速器”全链条孵化体系",),
        "goals": ("新增认定孵化器3家，孵化面积5万平方米以上，吸纳大学生就业1200人。",),
        "lines": CARRIERS,
    },
)


def grid_of(project: dict[str, Any]) -> FormGrid:
    grid = FormGrid(6)
    whole, year = project["money"]
    grid.row((TITLE, 6))
    grid.row((f"填报单位：{UNIT}", 3), ("2025年度", 1), ("金额单位：万元", 2))
    grid.row("项目名称", (project["name"], 2), "项目编码", (project["code"], 2))
    grid.row("主管部门", (UNIT, 2), "实施周期", ("2025-2027年", 2))
    grid.row("资金总额", (whole, 2), "年度金额", (year, 2))
    grid.row("总体绩效目标", ("\n".join(project["long"]), 5))
    grid.row("年度绩效目标", ("\n".join(project["goals"]), 5))
    grid.row(("绩效指标", 1, len(project["lines"]) + 1), "一级指标", "二级指标", "三级指标", "实施周期指标值", "年度指标值")
    for cells in merged_levels(project["lines"]):
        grid.row(*[stored(cell) for cell in cells])
    grid.row(("备注：1.“实施周期指标值”填写项目实施期内应达到的指标值。2.一次性项目两列填写一致。", 6))
    return grid


def stored(cell: object) -> object:
    """0.9 was typed where 90% was meant and stays a bare number; 3 and 9 are numbers without a unit."""
    if cell == "0.9":
        return Shown(0.9, "0.0")
    return int(str(cell)) if str(cell).isdigit() else cell


def expected_row(line: list[str]) -> Row:
    level1, level2, name, whole, year = line
    return indicator(level1, level2, name, year, extra={"实施周期指标值": whole} if whole else None)


def expected_table(project: dict[str, Any]) -> Row:
    """The budget is the annual amount; 总体绩效目标 are the goals of the whole period."""
    return table(
        TITLE,
        [expected_row(line) for line in project["lines"]],
        project_code=project["code"],
        project_name=project["name"],
        department=UNIT,
        amount_unit="万元",
        budget_total=project["money"][1],
        objectives=[goal[2:] if goal[1] == "." else goal for goal in project["goals"]],
        period_objectives=project["long"],
    )


def build(folder: Path) -> None:
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    for project in PROJECTS:
        fill_sheet(workbook.create_sheet(project["sheet"]), grid_of(project), [14, 12, 20, 26, 22, 22])
    save_workbook(folder / "a17_guangdong.xlsx", workbook)
    tables = [expected_table(project) for project in PROJECTS]
    write_expected(folder, "a17_guangdong.xlsx", tables, title=TITLE, unit=UNIT, year=2025)


if __name__ == "__main__":
    build(Path(__file__).resolve().parent.parent / "files")
