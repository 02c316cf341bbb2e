"""Inner Mongolia: sign, direction, target, unit, points and remark in columns of their own; date cells, percent cells, a broken date."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from expected_parse import Row, indicator, joined, table, write_expected
from form_grid import FormGrid, Shown, merged_levels
from openpyxl import Workbook
from workbooks import fill_sheet, save_workbook

UNIT = "乌兰河旗林业和草原局"
DAY = 'yyyy"年"m"月"d"日"'
HEADER = ("一级指标", "二级指标", "三级指标", "指标性质", "指标方向", "目标值", "计量单位", "分值", "备注")

# level1, level2, name, sign, direction, target as the workbook stores it, target as it is shown, unit, points, remark
Line = tuple[str, str, str, str, str, object, str, str, object, str]
GRASS: tuple[Line, ...] = (
    ("产出指标", "数量指标", "退化草原人工种草面积", "≥", "正向", Shown(12000, "#,##0"), "12,000", "亩", 10, ""),
    ("产出指标", "数量指标", "围栏封育面积", "≥", "正向", 3.5, "3.5", "万亩", 5, ""),
    ("产出指标", "数量指标", "聘用管护人员", "=", "正向", 26, "26", "人", 5, "含2名技术员"),
    ("产出指标", "质量指标", "出苗合格率", "≥", "正向", Shown(0.85, "0%"), "85%", "", 10, "验收以样方调查为准"),
    ("产出指标", "质量指标", "草种质量合格率", "=", "正向", Shown(1, "0%"), "100%", "", 5, ""),
    ("产出指标", "时效指标", "播种完成时间", "≤", "反向", Shown(date(2025, 7, 15), DAY), "2025年7月15日", "", 5, ""),
    ("产出指标", "时效指标", "项目验收时间", "≤", "反向", 45991, "45991", "", 5, ""),
    ("产出指标", "成本指标", "人工种草亩均成本", "≤", "反向", Shown(160, "0.00"), "160.00", "元/亩", 5, "内林草发〔2024〕33号"),
    ("效益指标", "社会效益指标", "带动农牧民务工人次", "≥", "正向", 1500, "1500", "人次", 10, ""),
    ("效益指标", "生态效益指标", "项目区植被盖度提高", "≥", "正向", Shown(0.125, "0.0%"), "12.5%", "", 10, "较2024年"),
    ("效益指标", "可持续影响指标", "草原生态持续向好", "定性", "正向", "持续向好", "持续向好", "", 10, ""),
    ("满意度指标", "服务对象满意度指标", "项目区牧民满意度", "≥", "正向", Shown(0.95, "0%"), "95%", "", 10, ""),
)
OFFICE: tuple[Line, ...] = (
    ("产出指标", "数量指标", "森林草原防火巡护人数", "=", "正向", "118", "118", "人", 10, ""),
    ("产出指标", "数量指标", "出车次数", "≥", "正向", 96, "96", "次", 10, ""),
    ("产出指标", "质量指标", "火情24小时扑灭率", "≥", "正向", Shown(0.98, "0%"), "98%", "%", 10, ""),
    ("产出指标", "时效指标", "资金到位时间", "≤", "反向", Shown(date(2025, 3, 31), DAY), "2025年3月31日", "", 10, ""),
    ("产出指标", "成本指标", "巡护员工资", "=", "正向", Shown(42.48, "0.00"), "42.48", "万元", 5, ""),
    ("产出指标", "成本指标", "燃油及维修", "=", "正向", Shown(9.6, "0.00"), "9.60", "万元", 5, ""),
    ("效益指标", "社会效益指标", "重特大森林草原火灾次数", "=", "反向", 0, "0", "次", 15, ""),
    ("效益指标", "生态效益指标", "森林受害率", "≤", "反向", "0.9‰", "0.9‰", "", 15, ""),
    ("满意度指标", "服务对象满意度指标", "群众满意度", "≥", "正向", 90, "90", "%", 10, ""),
)
PROJECTS: tuple[dict[str, Any], ...] = (
    {
        "sheet": "草原修复",
        "name": "退化草原生态修复治理项目",
        "money": (680.5, 680.5, 0),
        "goal": "2025年在巴彦苏木、查干镇完成退化草原人工种草1.2万亩，出苗合格率85%以上，项目区植被盖度较上年提高12.5个百分点。",
        "lines": GRASS,
    },
    {
        "sheet": "防火巡护",
        "name": "森林草原防火巡护经费",
        "money": (52.08, 52.08, None),
        "goal": "保障118名巡护员开展日常巡护，不发生重特大森林草原火灾。",
        "lines": OFFICE,
    },
)


def grid_of(project: dict[str, Any]) -> FormGrid:
    grid = FormGrid(9)
    total, fiscal, other = project["money"]
    grid.row(("项目支出绩效目标表", 9))
    grid.row(("（2025年度）", 9))
    grid.row((f"填报单位：{UNIT}", 6), ("单位：万元", 3))
    grid.row("项目名称", (project["name"], 4), "主管部门", (UNIT, 3))
    grid.row(("资金情况", 1, 3), ("年度资金总额", 2), (Shown(total, "0.00"), 6))
    grid.row(("其中：财政拨款", 2), (Shown(fiscal, "0.00"), 6))
    grid.row(("其他资金", 2), (other, 6))
    grid.row("年度绩效目标", (project["goal"], 8))
    grid.row(("绩效指标（满分90分=产出指标50分+效益指标30分+满意度指标10分）", 9))
    grid.row(*HEADER)
    for cells in merged_levels([(l1, l2, *rest[:4], *rest[5:]) for l1, l2, *rest in project["lines"]]):
        grid.row(*cells)
    grid.row(("填表人：其其格        联系电话：0473-6602219        填报日期：2025年1月10日", 9))
    return grid


def expected_rows(lines: tuple[Line, ...]) -> list[Row]:
    """A number cell is what its format shows; a percent cell beside the unit % may be read with one % or, letter by letter, with two."""
    rows = []
    for level1, level2, name, sign, direction, _, shown, unit, points, remark in lines:
        value, hints = joined(sign, shown, unit), {}
        if value.endswith("%%"):
            value, hints = value[:-1], {"accept": {"value": [value]}}
        extra = {"指标性质": sign, "指标方向": direction, "计量单位": unit, "分值": str(points), "备注": remark}
        rows.append(indicator(level1, level2, name, value, extra={key: text for key, text in extra.items() if text}, **hints))
    return rows


def expected_table(project: dict[str, Any]) -> Row:
    total, fiscal, other = project["money"]
    return table(
        "项目支出绩效目标表",
        expected_rows(project["lines"]),
        project_name=project["name"],
        department=UNIT,
        amount_unit="万元",
        budget_total=total,
        budget_fiscal=fiscal,
        budget_other=other,
        objectives=[project["goal"]],
    )


def build(folder: Path) -> None:
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    for project in PROJECTS:
        fill_sheet(workbook.create_sheet(project["sheet"]), grid_of(project), [13, 18, 24, 9, 9, 16, 10, 7, 20])
    save_workbook(folder / "a04_inner_mongolia.xlsx", workbook)
    tables = [expected_table(project) for project in PROJECTS]
    write_expected(folder, "a04_inner_mongolia.xlsx", tables, title="项目支出绩效目标表", unit=UNIT, year=2025)


if __name__ == "__main__":
    build(Path(__file__).resolve().parent.parent / "files")
