"""Hubei, police: long-term and annual goals; sign, target, unit, the values of the two years before, basis, formula, source, weight."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from expected_parse import Row, indicator, joined, table, write_expected
from form_grid import FormGrid, merged_levels
from openpyxl import Workbook
from typed_content import prose, records
from workbooks import fill_sheet, save_workbook

UNIT = "汉清市公安局"
HEADER = (
    *("目标名称", "一级指标", "二级指标", "三级指标", "计算符号", "指标值", "计量单位", "前年指标值", "上年指标值"),
    *("指标值确定依据", "计算方式", "绩效指标来源", "指标解释", "权重"),
)
VIDEO = records(
    """
年度目标1|产出指标|数量指标|视频监控点位运维数量|>=|12860|个|11200|12360|鄂公通字〔2023〕41号|统计在用点位|部门工作计划|全市接入视频专网的在用点位|6
|||新增人脸抓拍点位|>=|500|个|300|400|汉清市“雪亮工程”三年行动方案|统计新建并验收点位|部门工作计划|当年新建并通过验收的点位|6
||质量指标|视频在线率|>=|97|%|94.8|96.1|公安部视频图像考核办法|在线点位数/应在线点位数×100%|行业考核指标|月平均在线率|8
||时效指标|故障修复时间|<=|24|小时|36|24|运维合同第6条|从报修到恢复的时长|合同约定|不含光缆被挖断等外力损坏|6
||成本指标|单个点位年运维费|<=|1150|元|1280|1200|招标文件最高限价|年度运维费/点位数|预算支出标准||8
|效益指标|社会效益指标|利用视频破获刑事案件占比|>=|45|%|38|41.2|历史标准|视频侦查破案数/破案总数×100%|部门统计||12
|||群众安全感提高|定性|提高||||历史标准||||4
|满意度指标|服务对象满意度指标|一线民警对系统满意度|>=|90|%||88|问卷调查|满意人数/调查人数×100%|问卷|调查不少于200名民警|10
年度目标2|产出指标|数量指标|等级保护测评系统数|=|4|个|4|4|网络安全法|按测评报告统计|法律法规|三级及以上系统|6
||质量指标|测评得分|>=|80|分|76|78|等级保护测评报告|取最低分|第三方报告||6
||时效指标|整改完成时间|<=|2025年9月30日||||汉清公网安〔2025〕3号||部门工作计划|高危漏洞整改|4
|效益指标|可持续影响指标|重大网络安全事件发生次数|=|0|次|0|0|历史标准|||造成系统中断8小时以上|4
""",
    inherit=3,
)
AUXILIARY = records(
    """
年度目标1|产出指标|数量指标|保障辅警人数|=|486|人|492|486|汉清政办发〔2022〕19号|年末在岗人数|部门工作计划|纳入财政保障的勤务辅警、文职辅警|10
||质量指标|辅警培训考核合格率|>=|95|%|93|96.3|辅警管理办法第21条|合格人数/参考人数|部门规章||10
||时效指标|工资发放及时率|=|100|%|100|100|劳动合同|按月发放次数/12|合同约定|每月15日前发放|10
||成本指标|辅警人均年度经费|<=|6.2|万元|5.8|6.1|汉清政办发〔2022〕19号|经费总额/平均人数|预算支出标准|含工资、社保、被装|20
|效益指标|社会效益指标|110警情城区到达时间|<=|5|分钟|6.1|5.4|历史标准|接处警系统平均值|系统统计||20
|满意度指标|服务对象满意度指标|群众对接处警满意率|>=|92|%|90.5|91.8|110回访|满意数/回访数|电话回访|月回访不少于300件|10
""",
    inherit=3,
)
PROJECTS: tuple[dict[str, Any], ...] = (
    {
        "sheet": "视频专网运维",
        "code": "42990025011T000000216",
        "name": "智慧警务视频专网运行维护",
        "money": (1894.32, 1894.32, None),
        "long": ("1.建成覆盖城乡的公共安全视频监控网，2027年点位达到1.4万个；", "2.重要系统全部达到等级保护要求。"),
        "goals": (
            "1.保障12860个视频点位正常运行，在线率不低于97%，故障24小时内修复；",
            "2.完成4个系统等级保护测评，9月底前完成高危漏洞整改。",
        ),
        "lines": VIDEO,
    },
    {
        "sheet": "辅警经费",
        "code": "42990025011T000000219",
        "name": "公安辅警人员经费",
        "money": (3013.2, 2800, 213.2),
        "long": ("建立与经济社会发展相适应的辅警队伍，2027年前辅警与民警比例稳定在1:1以内。",),
        "goals": (
            prose("""
保障486名辅警工资、社保、被装等支出，工资每月15日前发放，城区110警情到达时间缩短到5分钟以内。
"""),
        ),
        "lines": AUXILIARY,
    },
)


def grid_of(project: dict[str, Any]) -> FormGrid:
    grid = FormGrid(14)
    total, fiscal, other = project["money"]
    grid.row(("2025年度项目支出绩效目标申报表", 14))
    grid.row((f"填报单位：{UNIT}", 10), ("单位：万元", 4))
    grid.row("项目名称", (project["name"], 5), ("项目代码", 2), (project["code"], 6))
    grid.row("项目主管部门", (UNIT, 5), ("项目执行单位", 2), (UNIT, 6))
    grid.row(("项目预算", 1, 2), ("项目总额", 3), ("财政拨款", 5), ("其他资金", 5))
    grid.row((total, 3), (fiscal, 5), (other, 5))
    grid.row(("项目绩效总目标", 14))
    grid.row("名称", ("目标说明", 13))
    grid.row("长期目标", ("\n".join(project["long"]), 13))
    grid.row("年度目标", ("\n".join(project["goals"]), 13))
    grid.row(("年度绩效目标表", 14))
    grid.row(*HEADER)
    for cells in merged_levels(project["lines"], depth=3):
        grid.row(*[number_cell(cell) for cell in cells])
    return grid


def number_cell(cell: object) -> object:
    """Figures are stored as numbers, as the system exports them."""
    try:
        return float(str(cell)) if "." in str(cell) else int(str(cell))
    except ValueError:
        return cell


def expected_row(line: list[str]) -> Row:
    """指标解释 is the description, 指标值确定依据 the basis; sign + number + unit the value; every other column goes to extra."""
    goal, level1, level2, name, sign, number, unit, before_last, last, basis, formula, source, explained, weight = line
    columns = ("目标名称", "计算符号", "计量单位", "前年指标值", "上年指标值", "计算方式", "绩效指标来源", "权重")
    extra = dict(zip(columns, (goal, sign, unit, before_last, last, formula, source, weight), strict=True))
    filled = {header: text for header, text in extra.items() if text}
    return indicator(level1, level2, name, joined(sign, number, unit), explained, basis, extra=filled)


def without_ordinal(goals: tuple[str, ...]) -> list[str]:
    return [goal[2:] if goal[1] == "." else goal for goal in goals]


def build(folder: Path) -> None:
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    tables = []
    for project in PROJECTS:
        fill_sheet(workbook.create_sheet(project["sheet"]), grid_of(project), [14, 10, 14, 22, 9, 10, 9, 10, 10, 22, 20, 14, 22, 7])
        total, fiscal, other = project["money"]
        tables.append(
            table(
                "2025年度项目支出绩效目标申报表",
                [expected_row(line) for line in project["lines"]],
                project_code=project["code"],
                project_name=project["name"],
                department=UNIT,
                amount_unit="万元",
                budget_total=total,
                budget_fiscal=fiscal,
                budget_other=other,
                objectives=without_ordinal(project["goals"]),
                period_objectives=without_ordinal(project["long"]),
            )
        )
    save_workbook(folder / "a05_hubei.xlsx", workbook)
    write_expected(folder, "a05_hubei.xlsx", tables, title="2025年度项目支出绩效目标申报表", unit=UNIT, year=2025)


if __name__ == "__main__":
    build(Path(__file__).resolve().parent.parent / "files")
