"""Hunan forms flattened with one cell a line; paragraphs of a cell parted by blank lines, the side column empty behind every row."""

from __future__ import annotations

from pathlib import Path

import printed_rows
from flat_text import cells_by_line
from hunan_form import DEPARTMENT_FIELDS, PROJECT_FIELDS, department_grid, project_grid
from word_grids import LEFT, Grid

SOURCE = "b09_hunan.txt"
UNIT = "洞源县文化旅游广电体育局"
MONEY = (
    ("资金总额：2316.84", ""),
    ("按收入性质分：", "按支出性质分："),
    ("其中：  一般公共预算：2266.84", "其中： 基本支出：1184.90"),
    ("       政府性基金拨款：", "       项目支出：1131.94"),
    ("纳入专户管理的非税收入拨款：", "       "),
    ("             其他资金：50.00", ""),
)
DUTIES = (
    "(1)贯彻落实党的文化、旅游、广播电视、体育工作方针政策和法律法规。\n"
    "(2)统筹规划全县文化、旅游、广播电视和体育事业发展, 推进文化和旅游融合发展。\n"
    "(3)负责公共文化事业发展,推进公共文化服务体系建设,实施文化惠民工程。\n(4)指导、推进全民健身,指导公共体育设施建设和监督管理工作。\n(5)完成县委、县政府交办的其他任务。"
)
GOALS = (
    "保障公共图书馆、文化馆、美术馆及乡镇综合文化站免费开放。",
    "举办第四届洞源民歌节等群众性文化活动，丰富群众精神文化生活。",
    "加强文物保护单位日常巡查，确保文物安全。",
    "完成县委、县政府交办的其他工作。",
)
DEPARTMENT_ROWS = (
    ("产出指标", "数量指标", "送戏下乡演出场次", "　      ≥132场"),
    ("", "", "公共文化场馆年接待人次", "　       ≥26万人次"),
    ("", "", "举办县级以上体育赛事", "≥8次"),
    ("", "质量指标", "公共文化场馆免费开放天数达标率", "　       100%"),
    ("", "", "文物巡查覆盖率", "　       100%"),
    ("", "成本指标", "严格控制“三公”经费", "≤18.5万元"),
    ("", "时效指标", "各项工作完成率", "100%"),
    ("效益指标", "经济效益指标", "全县旅游综合收入增长率", "≥9%"),
    ("", "社会效益指标", "经常参加体育锻炼人数比例", "≥38.5%"),
    ("", "生态效益指标", "", ""),
    ("", "可持续影响指标", "", ""),
    ("", "社会公众或服务对象满意度", "公众对文旅体服务满意度", "≥90%"),
)
PROJECTS = (
    (
        "公共图书馆、文化馆（站）免费开放专项资金",
        "96.00",
        "2025年1月-12月",
        "保障县图书馆、文化馆及18个乡镇综合文化站常年免费开放",
        "县图书馆、文化馆每周开放不少于56小时，乡镇综合文化站每周开放不少于42小时，开展公益培训、阅读推广等活动不少于200场次。",
        (
            ("产出指标", "数量指标", "免费开放场馆数量", "20个　", "计划标准"),
            ("", "", "开展公益性文化活动场次", "≥200场　", "计划标准"),
            ("", "质量指标", "免费开放服务项目达标率", "100%　", "行业标准"),
            ("", "时效指标", "全年免费开放时间", "2025年12月31日前　　", "基本标准"),
            ("", "成本指标", "乡镇综合文化站补助标准", "5万元/个　", "湘财教指〔2024〕68号"),
            ("效益指标", "经济效益指标", "　", "　", ""),
            ("", "社会效益指标", "年服务群众人次　", "≥21万人次　", "历史标准（2024年20.4万人次）"),
            ("", "生态效益指标", "　", "　", ""),
            ("", "可持续影响指标", "公共文化服务长效机制健全性", "健全　", "基本标准"),
            ("", "社会公众或服务对象满意度指标", "到馆群众满意度　", "≥90%　", "基本标准"),
        ),
    ),
    (
        "洞源民歌节活动经费",
        "60　",
        "2025年9月-10月",
        "打造洞源民歌节文化品牌　",
        "1. 成功举办第四届洞源民歌节。\n2. 带动文旅消费，提升县域知名度。　",
        (
            ("产出指标", "数量指标", "　举办活动场次", "≥5场　", "基本标准"),
            ("", "", "参演民间艺术团队", "≥16支", "基本标准"),
            ("", "质量指标", "　活动安全事故", "　0起", "基本标准"),
            ("", "时效指标", "活动举办时间", "2025年10月8日前　", "基本标准"),
            ("", "成本指标", "活动总成本　", "60　", "基本标准"),
            ("效益指标", "经济效益指标", "活动期间旅游收入　", "　≥1200万元", "基本标准"),
            ("", "社会效益指标", "媒体报道及网络传播量　", "　≥500万次", "基本标准"),
            ("", "生态效益指标", "", "　", ""),
            ("", "可持续影响指标", "　", "　", ""),
            ("", "社会公众或服务对象满意度指标", "观众满意度　", "　≥92%", "基本标准"),
        ),
    ),
)
FOOT = "填表人：彭慧   联系电话：5550188  填报日期：2025年1月9日  单位负责人签字：向光明"


def clean(rows: tuple[tuple[str, ...], ...]) -> list[list[str]]:
    """The cells less the blanks around them."""
    return [[cell.strip() for cell in row] for row in rows]


def flat(grid: Grid) -> str:
    """The label cells of this form break their text by hand (line break, or a paragraph of its own)."""
    manual = {"年度预算申请\n（万元）": "年度预算申请\v（万元）"}
    return cells_by_line([[manual.get(cell, cell) for cell in row] for row in grid], gap="\n\n")


def build(folder: Path) -> None:
    """Writes the text and its expected parse."""
    grid = department_grid(f"{UNIT}　", MONEY, DUTIES, GOALS, DEPARTMENT_ROWS)
    blank_side = [["" if cell == "^" else cell for cell in row] for row in grid]
    text = f"\n         2025年部门整体支出绩效目标表\n\n 填报单位：{UNIT}（盖章）\n\n\n{flat(blank_side)}{FOOT}\n"
    for name, amount, period, whole, year, rows in PROJECTS:
        body = project_grid(f"{name}　", f"{UNIT}　", f"　{amount}", period, (f"{whole}　", year), rows)
        label = [[f"填报单位：{UNIT}（盖章）                               单位：万元", *[LEFT] * 5]]
        text += f"        2025年项目支出绩效目标表\n\n{flat(label)[:-1]}{flat(body)}{FOOT}\n\n"
    (folder / SOURCE).write_text(text, encoding="utf-8", newline="\n")
    tables = [
        printed_rows.table(
            clean(DEPARTMENT_ROWS), DEPARTMENT_FIELDS, kind="department", title="2025年部门整体支出绩效目标表", department=UNIT,
                amount_unit="万元",
            budget_total=2316.84, budget_fiscal=2266.84, budget_other=50.0, objectives=list(GOALS),
        )
    ]  # fmt: skip
    for name, amount, _, whole, year, rows in PROJECTS:
        goals = [goal.strip()[3:] if goal[0].isdigit() else goal for goal in year.split("\n")]
        tables.append(
            printed_rows.table(
                clean(rows), PROJECT_FIELDS, title="2025年项目支出绩效目标表", project_name=name, department=UNIT, amount_unit="万元",
                budget_total=float(amount), objectives=goals, period_objectives=[whole.strip()],
            )
        )  # fmt: skip
    whole_goal = "\n".join(f"{n}.{goal}" for n, goal in enumerate(GOALS, 1))
    printed_rows.write(folder, SOURCE, tables, title="2025年部门整体支出绩效目标表", unit=UNIT, year=2025, overall_goal=whole_goal)


if __name__ == "__main__":
    build(Path(__file__).parent.parent / "files")
