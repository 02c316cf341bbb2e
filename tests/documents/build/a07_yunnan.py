"""Yunnan, civil affairs: a stepped list over two sheets. Levels stand on lines of their own, the second sheet goes on inside a project."""

from __future__ import annotations

from pathlib import Path

from expected_parse import Row, indicator, joined, table, write_expected
from form_grid import FormGrid
from openpyxl import Workbook
from typed_content import records
from workbooks import fill_sheet, save_workbook

TITLE = "项目支出绩效目标表"
HEADER = (
    *("单位名称、项目名称", "项目年度绩效目标", "一级指标", "二级指标", "三级指标"),
    *("指标性质", "指标值", "度量单位", "指标属性", "指标内容"),
)
BUREAU, HOME = "红云县民政局", "红云县社会福利院"
# unit, project, goals, lines
PROJECTS: tuple[tuple[str, str, tuple[str, ...], str], ...] = (
    (
        BUREAU,
        "城乡居民最低生活保障县级补助资金",
        ("落实低保标准自然增长机制，对全县低保对象按月足额发放保障金，做到应保尽保、应退尽退。",),
        """
产出指标|数量指标|城市低保保障人数|>=|2100|人|定量指标|反映年度内享受城市低保待遇的人数。
||农村低保保障人数|>=|18600|人|定量指标|反映年度内享受农村低保待遇的人数。
|质量指标|低保对象认定准确率|>=|98|%|定量指标|反映低保对象认定的准确情况。低保对象认定准确率=抽检符合标准的对象数/抽检实际救助对象数*100%
||救助标准执行合规率|=|100|%|定量指标|反映救助按标准执行的情况。
|时效指标|救助发放及时率|=|100|%|定量指标|每月10日前发放到位。
效益指标|社会效益指标|困难群众生活状况改善|=|有所改善||定性指标|反映救助促进受助对象生活状况的改善情况。
满意度指标|服务对象满意度指标|救助对象满意度|>=|90|%|定量指标|反映获救助对象的满意程度。
""",
    ),
    (
        BUREAU,
        "社区居家养老服务中心建设",
        ("1.新建社区居家养老服务中心3个；", "2.改造农村互助养老服务站12个，年底前全部投入使用。"),
        """
产出指标|数量指标|新建居家养老服务中心|=|3|个|定量指标|红民发〔2024〕31号
||改造农村互助养老服务站|=|12|个|定量指标|红民发〔2024〕31号
|质量指标|竣工验收合格率|=|100|%|定量指标|验收合格项目数/验收项目总数
|时效指标|竣工时间|<=|2025年11月|年月|定量指标|反映工程按期完工的情况。
|成本指标|养老服务站改造单价|<=|15|万元/个|定量指标|反映单个站点的改造成本。
效益指标|社会效益指标|新增日间照料床位|>=|90|张|定量指标|
|可持续影响指标|设施使用年限|>=|20|年|定量指标|反映设施设计使用年限。
满意度指标|服务对象满意度指标|受益老年人满意度|>=|90|%|定量指标|问卷调查
""",
    ),
    (
        HOME,
        "集中供养特困人员照料护理经费",
        ("为148名集中供养特困人员提供照料护理服务，护理人员按1:6配备。",),
        """
产出指标|数量指标|集中供养特困人员|=|148|人|定量指标|年末在院人数
||配备护理人员|>=|25|人|定量指标|
|质量指标|护理人员持证上岗率|>=|85|%|定量指标|持证人数/在岗护理人员数
|成本指标|全护理标准|=|1018|元/人·月|定量指标|云民发〔2024〕18号
效益指标|社会效益指标|提升服务水平|=|显著提升||定性指标|反映供养服务水平的提升。
满意度指标|服务对象满意度指标|供养人员满意度|>=|95|%|定量指标|每季度调查一次
""",
    ),
    (
        HOME,
        "福利院消防设施改造专项资金",
        ("对3栋养护楼进行消防喷淋和自动报警系统改造",),
        """
产出指标|数量指标|改造楼栋数|=|3|栋|定量指标|消防整改通知书
||安装喷淋头|>=|1260|%|定量指标|
|质量指标|消防验收|=|一次性通过||定性指标|
效益指标|社会效益指标|火灾事故发生数|=|0|起|定量指标|
满意度指标|服务对象满意度指标|入住老人满意度|>=|90|%|定量指标|
""",
    ),
)
BREAK = (2, "效益指标")  # the second sheet begins with this level of this project


def printed_lines() -> tuple[list[tuple[object, ...]], list[tuple[object, ...]]]:
    """The lines of the two sheets: unit, project, level one, level two, then the indicators, a step to the right each."""
    sheets: tuple[list[tuple[object, ...]], list[tuple[object, ...]]] = ([], [])
    page, unit, above = 0, "", ("", "")
    for i, (owner, project, goals, text) in enumerate(PROJECTS):
        if owner != unit:
            sheets[page].append((owner, *[""] * 9))
            unit = owner
        sheets[page].append((f"  {project}", "\n".join(goals), *[""] * 8))
        above = ("", "")
        for level1, level2, *rest in records(text):
            if (i, level1) == BREAK:
                page = 1
            if level1 != above[0]:
                sheets[page].append(("", "", level1, *[""] * 7))
            if (level1, level2) != above:
                sheets[page].append(("", "", "", level2, *[""] * 6))
            above = (level1, level2)
            sheets[page].append(("", "", "", "", *rest))
    return sheets


def grid_of(lines: list[tuple[object, ...]], title: str) -> FormGrid:
    grid = FormGrid(10)
    grid.row(("预算05-2表", 10))
    grid.row((title, 10))
    grid.row((f"单位名称：{BUREAU}", 10))
    grid.row(*HEADER)
    grid.row(*range(1, 11))
    for line in lines:
        grid.row(*line)
    return grid


def expected_row(line: list[str]) -> Row:
    """指标内容 beside 三级指标 is the description; a value that is a text and whose sign is = keeps the sign that its author typed."""
    level1, level2, name, sign, number, unit, kind, content = line
    value = joined(sign, number, unit)
    hints = {}
    if unit == "年月":
        hints["accept"] = {"value": [sign + number]}
    extra = {"指标性质": sign, "度量单位": unit, "指标属性": kind}
    return indicator(level1, level2, name, value, content, extra={header: text for header, text in extra.items() if text}, **hints)


def build(folder: Path) -> None:
    workbook = Workbook()
    first, second = printed_lines()
    widths = [30, 36, 12, 20, 26, 9, 14, 10, 12, 40]
    workbook.worksheets[0].title = "05-2"
    fill_sheet(workbook.worksheets[0], grid_of(first, TITLE), widths)
    fill_sheet(workbook.create_sheet("05-2（续）"), grid_of(second, f"{TITLE}（续）"), widths)
    save_workbook(folder / "a07_yunnan.xlsx", workbook)
    tables = []
    for unit, project, goals, text in PROJECTS:
        objectives = [goal[2:] if goal[1] == "." else goal for goal in goals]
        rows = [expected_row(line) for line in records(text)]
        tables.append(table(TITLE, rows, project_name=project, department=unit, objectives=objectives))
    write_expected(folder, "a07_yunnan.xlsx", tables, title=TITLE, unit=BUREAU, year=2025)


if __name__ == "__main__":
    build(Path(__file__).resolve().parent.parent / "files")
