"""The central form after 财预〔2021〕101号: 成本指标 first, weights that add up to 90, two projects of a heritage institute."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from expected_parse import Row, indicator, table, write_expected
from form_grid import FormGrid, merged_levels
from typed_content import prose, records
from word_package import grid_table, page_break, paragraph, save_word

OWNER = "[348]国家文物保护管理局"
UNIT = "国家文物保护管理局文物科学研究中心"
MURALS = records("""
成本指标|经济成本指标|壁画数字化采集单位成本|≤2600元/平方米|8
||专家咨询费标准|≤800元/人天|4
|社会成本指标|景区开放区域因采集关闭天数|≤12天|4
|生态环境成本指标|化学试剂废液规范处置率|100%|4
产出指标|数量指标|完成石窟壁画高精度采集面积|≥1850平方米|10
||修复病害壁画面积|≥120平方米|8
|质量指标|采集图像色彩还原度（ΔE）|≤2|6
||修复方案专家评审通过率|≥95%|6
|时效指标|外业采集完成时间|2025年9月30日前|5
||修复进度|按计划完成|5
效益指标|社会效益指标|数字资源向公众开放数量|≥300幅|10
||公众文物保护意识|有效提升|5
|生态效益指标|窟内微环境监测达标率|≥98%|5
满意度指标|服务对象满意度指标|资源使用单位满意度|≥90%|10
""")
PLATFORM = records("""
成本指标|经济成本指标|系统年度运维费用占建设投资比例|≤8%|10
||云资源租用费|＜96万元/年|10
产出指标|数量指标|接入文物保护单位数量|≥340家|10
||风险监测数据采集量|≥1.2亿条|8
|质量指标|系统可用率|≥99.9%|8
||网络安全等级保护测评结论|达到三级|6
|时效指标|预警信息推送响应时间|≤15分钟|8
效益指标|社会效益指标|文物安全事故数|0起|10
|经济效益指标|减少人工巡查支出|较2024年减少≥200万元|10
满意度指标|服务对象满意度指标|平台用户满意度|90%-95%|10
""")
PROJECTS: tuple[dict[str, Any], ...] = (
    {
        "name": "石窟寺壁画数字化保护与修复",
        "money": ("1,250.00", "1,180.00", "70.00"),
        "execution": "",
        "goals": (
            "1.完成云崖石窟等5处石窟寺1850平方米壁画高精度数字化采集，建立色彩档案；",
            "2.修复120平方米重点病害壁画；",
            "3.形成数字资源300幅以上并向社会开放。",
        ),
        "weight": "分值权重",
        "lines": MURALS,
    },
    {
        "name": "不可移动文物安全监测平台运行维护",
        "money": ("436.50", "436.50", "-"),
        "execution": "执行率\n分值\n（10）",
        "goals": (
            prose("""
对340家全国重点文物保护单位的风险监测数据进行汇聚和分析，平台可用率不低于99.9%，预警信息15分钟内推送到省级文物部门，
为文物安全监管提供技术支撑。
"""),
        ),
        "weight": "分值权重\n（90）",
        "lines": PLATFORM,
    },
)


def grid_of(project: dict[str, Any]) -> FormGrid:
    grid = FormGrid(7)
    total, fiscal, other = project["money"]
    grid.row("项目名称", (project["name"], 6))
    grid.row("主管部门及代码", (OWNER, 3), "实施单位", (UNIT, 2))
    if project["execution"]:
        grid.row(("项目资金\n（万元）", 1, 3), ("年度资金总额：", 2), (total, 2), (project["execution"], 1, 3), ("10", 1, 3))
        grid.row(("其中：财政拨款", 2), (fiscal, 2))
        grid.row(("      其他资金", 2), (other, 2))
    else:
        grid.row(("项目资金\n（万元）", 1, 3), ("年度资金总额：", 2), (total, 4))
        grid.row(("其中：财政拨款", 2), (fiscal, 4))
        grid.row(("      其他资金", 2), (other, 4))
    grid.row("年\n度\n总\n体\n目\n标", ("\n".join(project["goals"]), 6))
    grid.row(("绩\n效\n指\n标", 1, len(project["lines"]) + 1), "一级\n指标", "二级指标", ("三级指标", 2), "指标值", project["weight"])
    for cells in merged_levels(two_line_levels(project["lines"])):
        grid.row(*cells[:-3], (cells[-3], 2), *cells[-2:])
    return grid


def two_line_levels(lines: list[list[str]]) -> list[list[str]]:
    """The narrow columns of the form break 产出指标 after 产出; a reader sees one word."""
    return [[l1.replace("指标", "\n指标"), l2.replace("指标", "\n指标"), *rest] for l1, l2, *rest in lines]


def expected_table(project: dict[str, Any]) -> Row:
    """A dash for the other funds is no amount; the weight stands under its printed header, the forced break removed."""
    weight = project["weight"].replace("\n", "")
    total, fiscal, other = (None if amount == "-" else float(amount.replace(",", "")) for amount in project["money"])
    return table(
        "项目支出绩效目标表",
        [indicator(l1, l2, name, value, extra={weight: points}) for l1, l2, name, value, points in project["lines"]],
        project_name=project["name"],
        department=OWNER,
        amount_unit="万元",
        budget_total=total,
        budget_fiscal=fiscal,
        budget_other=other,
        objectives=[goal[2:] if goal[1] == "." else goal for goal in project["goals"]],
    )


def build(folder: Path) -> None:
    blocks: list[str] = []
    for project in PROJECTS:
        blocks += [
            paragraph("项目支出绩效目标表", align="center", bold=True, size=36),
            paragraph("（2025年度）", align="center"),
            grid_table(grid_of(project), [1100, 1100, 1300, 1900, 1100, 1700, 1100]),
            page_break(),
        ]
    save_word(folder / "a03_central_2021.docx", *blocks[:-1])
    tables = [expected_table(project) for project in PROJECTS]
    write_expected(folder, "a03_central_2021.docx", tables, title="项目支出绩效目标表", unit=UNIT, year=2025)


if __name__ == "__main__":
    build(Path(__file__).resolve().parent.parent / "files")
