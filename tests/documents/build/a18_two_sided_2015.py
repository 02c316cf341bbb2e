"""The 财预〔2015〕88号 form with two sides: indicators of the middle term on the left, of the year on the right, level one shared."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from expected_parse import Row, indicator, table, write_expected
from form_grid import FormGrid, merged_levels
from typed_content import records
from word_package import grid_table, page_break, paragraph, save_word

OWNER, UNIT = "[216]北江流域管理委员会", "北江流域水文水资源中心"
TITLE = "项目支出绩效目标申报表"
# level 1 | level 2 (both sides) | 三级指标 and 指标值 of the middle term | 三级指标 and 指标值 of the year
STATIONS = records("""
产出指标|数量指标|指标1：改造水文站点数量|≥96处|指标1：改造水文站点数量|≥32处
||指标2：更新自动测流设备|≥240台套|指标2：更新自动测流设备|≥80台套
|质量指标|指标1：设备验收合格率|100%|指标1：设备验收合格率|100%
||指标2：测报合格率|≥95%||
|时效指标|指标1：项目完成时间|2027年12月|指标1：年度任务完成时间|2025年11月底前
|成本指标|指标1：单站改造成本|≤38万元|指标1：单站改造成本|≤38万元
效益指标|社会效益指标|指标1：洪水预警提前时间|≥8小时|指标1：洪水预警提前时间|≥6小时
|生态效益指标|指标1：生态流量监测断面覆盖率|100%|指标1：生态流量监测断面覆盖率|≥85%
|可持续影响指标|指标1：设备使用年限|≥8年|指标1：设备正常使用年限|≥8
满意度指标|服务对象满意度指标|指标1：防汛部门满意度|≥92%|指标1：防汛部门满意度|≥90%
""")
SURVEY = records("""
产出指标|数量指标|编制水资源调查评价报告|3册|编制水资源调查评价报告|1册
||采集水样数量|≥5400个|采集水样数量|≥1800个
|质量指标|成果评审等级|优秀|成果评审等级|良好及以上
|时效指标|数据上报及时率|≥98%|数据上报及时率|及时
|成本指标|水样检测单价|≤420元/个|水样检测单价|≥420元/个
效益指标|经济效益指标|—|—|—|—
|社会效益指标|为水资源管理提供支撑|持续|为水资源管理提供支撑|提供支撑
满意度指标|服务对象满意度指标|成果使用单位满意度|≥90%|成果使用单位满意度|≥90%
""")
PROJECTS: tuple[dict[str, Any], ...] = (
    {
        "name": "国家基本水文站提档升级",
        "property": "■新增项目    □延续性项目",
        "money": (("3,648.00", "1,216.00"), ("3,648.00", "1,216.00"), ("", "")),
        "long": ("目标1：三年完成96处国家基本水文站提档升级；", "目标2：水文测报自动化率达到90%以上。"),
        "goals": ("完成32处水文站改造，更新自动测流设备80台套，11月底前完成年度任务，洪水预警提前6小时以上。",),
        "lines": STATIONS,
    },
    {
        "name": "流域水资源调查评价",
        "property": "□新增项目    ■延续性项目",
        "money": (("678.00", "226.00"), ("600.00", "200.00"), ("78.00", "26.00")),
        "long": ("摸清流域水资源本底，形成系列成果。",),
        "goals": ("1.采集水样1800个并完成检测；", "2.编制2025年水资源调查评价报告1册。"),
        "lines": SURVEY,
    },
)


def grid_of(project: dict[str, Any]) -> FormGrid:
    grid = FormGrid(8)
    total, fiscal, other = project["money"]
    grid.row(("项目名称", 2), (project["name"], 6))
    grid.row(("主管部门及代码", 2), (OWNER, 2), ("实施单位", 2), (UNIT, 2))
    grid.row(("项目属性", 2), (project["property"], 2), ("项目期", 2), ("3年", 2))
    grid.row(("项目资金\n（万元）", 2, 3), ("中期资金总额：", 2), total[0], ("年度资金总额：", 2), total[1])
    grid.row(("其中：财政拨款", 2), fiscal[0], ("其中：财政拨款", 2), fiscal[1])
    grid.row(("      其他资金", 2), other[0], ("      其他资金", 2), other[1])
    grid.row(("总\n体\n目\n标", 1, 2), ("中期目标（2025年—2027年）", 4), ("年度目标", 3))
    grid.row(("\n".join(project["long"]), 4), ("\n".join(project["goals"]), 3))
    sides = ("二级指标", "三级指标", "指标值")
    grid.row(("绩\n效\n指\n标", 1, len(project["lines"]) + 1), "一级\n指标", *sides, *sides)
    for cells in two_sided(project["lines"]):
        grid.row(*cells)
    return grid


def two_sided(lines: list[list[str]]) -> list[list[object]]:
    """Level one merged downwards, level two merged on each side."""
    left = merged_levels([[l1, l2, name, value] for l1, l2, name, value, _, _ in lines])
    right = merged_levels([[l1, l2, name, value] for l1, l2, _, _, name, value in lines])
    return [[*a, *(b[1:] if len(b) == 4 else b)] for a, b in zip(left, right, strict=True)]


def expected_row(line: list[str]) -> Row:
    """The annual side is the indicator. A line that is blank or dashed on that side is an unused one: it may be read or left out."""
    level1, level2, _, _, name, value = line
    return indicator(level1, level2, name, value, optional=name in ("", "—"))


def expected_table(project: dict[str, Any]) -> Row:
    total, fiscal, other = (float(annual.replace(",", "")) if annual else None for _, annual in project["money"])
    return table(
        TITLE,
        [expected_row(line) for line in project["lines"]],
        project_name=project["name"],
        department=OWNER,
        amount_unit="万元",
        budget_total=total,
        budget_fiscal=fiscal,
        budget_other=other,
        objectives=[goal[2:] if goal[1] == "." else goal for goal in project["goals"]],
        period_objectives=[goal.split("：", 1)[1] if goal.startswith("目标") else goal for goal in project["long"]],
    )


def build(folder: Path) -> None:
    blocks: list[str] = []
    for project in PROJECTS:
        blocks += [
            paragraph("附1"),
            paragraph(TITLE, align="center", bold=True, size=36),
            paragraph("（2025年度）", align="center"),
            grid_table(grid_of(project), [600, 800, 1200, 1700, 1200, 1200, 1700, 1200]),
            page_break(),
        ]
    save_word(folder / "a18_two_sided_2015.docx", *blocks[:-1])
    tables = [expected_table(project) for project in PROJECTS]
    write_expected(folder, "a18_two_sided_2015.docx", tables, title=TITLE, unit=UNIT, year=2025)


if __name__ == "__main__":
    build(Path(__file__).resolve().parent.parent / "files")
