"""A whole department budget: duties, tables of income and spending without indicators, two performance tables, one cut by a page."""

from __future__ import annotations

from pathlib import Path

from expected_parse import indicator, table, write_expected
from form_grid import FormGrid, merged_levels
from typed_content import prose, records
from word_package import grid_table, heading, page_break, paragraph, save_word

UNIT = "清汾县市场监督管理局"
TITLE = "清汾县市场监督管理局2025年部门预算"
DUTIES = records(
    """
（一）负责市场综合监督管理，起草有关规范性文件，组织实施质量强县战略、食品安全战略和标准化战略。
（二）负责市场主体统一登记注册，建立市场主体信息公示和共享机制。
（三）负责食品安全、药品安全、特种设备安全、产品质量安全监督管理。
（四）完成县委、县政府交办的其他任务。
""",
    inherit=0,
)
EXPLAINED = prose("""
2025年，我局共设置部门整体绩效目标1个、项目绩效目标1个，涉及财政拨款96.80万元。绩效目标随部门预算同步编制、同步审核、同步批复、同步公开。
""")
NOUNS = "绩效目标：指财政预算资金计划在一定期限内达到的产出和效果。产出指标、效益指标、满意度指标是对绩效目标的细化和量化。"
INCOME = (
    ("一、一般公共预算拨款收入", "1586.32", "一、一般公共服务支出", "1268.44"),
    ("二、政府性基金预算拨款收入", "", "二、社会保障和就业支出", "186.27"),
    ("三、其他收入", "", "三、住房保障支出", "131.61"),
    ("本年收入合计", "1586.32", "本年支出合计", "1586.32"),
)
TRAVEL = (("因公出国（境）费", "0.00", "0.00"), ("公务接待费", "1.20", "1.10"), ("公务用车运行维护费", "18.00", "17.60"))
DEPARTMENT_GOALS = (
    "食品安全监督抽检合格率稳定在98%以上，重大食品药品安全事故零发生；",
    "特种设备定期检验率达到100%；",
    "市场主体登记“一网通办”率达到95%以上，企业开办时间压缩至0.5个工作日。",
)
DEPARTMENT_LINES = records("""
产出指标|数量指标|食品监督抽检批次|≥2100批次
||检查特种设备使用单位|≥380家
|质量指标|特种设备定期检验率|=100%
|时效指标|企业开办时间|≤0.5个工作日
|成本指标|公用经费控制率|≤100%
效益指标|社会效益指标|重大食品药品安全事故|0起
|可持续影响指标|信用监管机制|持续完善
满意度指标|服务对象满意度指标|市场主体满意度|≥90%
""")
PROJECT_GOAL = "完成食品监督抽检1260批次，不合格产品核查处置率100%，抽检信息20个工作日内公示，防范区域性食品安全风险。"
PROJECT_LINES = records("""
产出指标|数量指标|食品监督抽检批次|≥1260批次|按4.5批次/千人测算
||快速检测批次|≥8000|含农贸市场自检
|质量指标|抽检任务完成率|100%|省局抽检计划
||不合格食品核查处置率|≥98%|已办结件数占应办结件数比例
|时效指标|抽检结果公示时限|≤20个工作日|《食品安全抽样检验管理办法》
|成本指标|单批次抽检费用|≤650元/批次|政府采购合同
效益指标|社会效益指标|问题发现率|≥3.5%|不合格批次/抽检批次
|生态效益指标|无|无|
满意度指标|服务对象满意度指标|消费者满意渡|≥85%|问卷调查
""")
CUT = 4  # the page ends inside this line: the third and the last cell go on below


def department_grid() -> FormGrid:
    grid = FormGrid(6)
    grid.row("部门名称", (UNIT, 5))
    grid.row(("年度\n主要\n任务", 1, 4), ("任务名称", 1, 2), ("主要内容", 1, 2), ("预算金额（万元）", 3))
    grid.row("总额", "财政拨款", "其他资金")
    grid.row("市场监管综合执法", "日常检查、专项整治、案件查办", "1489.52", "1489.52", "")
    grid.row("食品安全抽检", "监督抽检、快速检测", "96.80", "96.80", "")
    grid.row(("金额合计", 3), "1586.32", "1586.32", "")
    grid.row("年度\n总体\n目标", ("\n".join(f"{i}.{goal}" for i, goal in enumerate(DEPARTMENT_GOALS, 1)), 5))
    grid.row(("年\n度\n绩\n效\n指\n标", 1, len(DEPARTMENT_LINES) + 1), "一级指标", "二级指标", ("三级指标", 2), "指标值")
    for cells in merged_levels(DEPARTMENT_LINES):
        grid.row(*cells[:-2], (cells[-2], 2), cells[-1])
    return grid


def project_grids() -> tuple[FormGrid, FormGrid]:
    """The two halves of the project's table as a converter leaves them: header repeated, merged level cells blank at the top."""
    first, second = FormGrid(6), FormGrid(6)
    header = ("一级指标", "二级指标", "三级指标", "指标值", "指标解释")
    first.row(("项目名称", 2), ("食品安全监督抽检", 4))
    first.row(("项目编码", 2), "14092825P000000072", ("主管部门", 1), (UNIT, 2))
    first.row(("项目资金（万元）", 2, 2), ("年度资金总额", 2), ("96.80", 2))
    first.row("其中：财政拨款", "96.80", "其他资金", "0.00")
    first.row(("年度目标", 2), (PROJECT_GOAL, 4))
    upper = [list(line) for line in PROJECT_LINES[:CUT]]
    cut = upper[-1]
    (cut[2], name_below), (cut[4], meaning_below) = (cut[2][:7], cut[2][7:]), (cut[4][:9], cut[4][9:])
    first.row(("绩\n效\n指\n标", 1, CUT + 1), *header)
    for cells in merged_levels(upper):
        first.row(*cells)
    second.row("", *header)
    second.row("", "", "", name_below, "", meaning_below)
    lower = [["", *(["", *line[1:]] if line[0] == "产出指标" else line)] for line in PROJECT_LINES[CUT:]]
    for cells in merged_levels(lower, depth=3):
        second.row(*cells)
    return first, second


def budget_blocks() -> list[str]:
    income, travel = FormGrid(4), FormGrid(3)
    income.row(("收入", 2), ("支出", 2))
    income.row("项目", "预算数", "项目", "预算数")
    travel.row("项目", "2024年预算数", "2025年预算数")
    for line in INCOME:
        income.row(*line)
    for line in TRAVEL:
        travel.row(*line)
    return [
        heading("第二部分  2025年部门预算表", 1, 2),
        paragraph("部门收支总表", align="center", bold=True),
        paragraph("单位：万元", align="right"),
        grid_table(income, [3000, 1500, 3000, 1500]),
        paragraph("一般公共预算“三公”经费支出预算表", align="center", bold=True),
        grid_table(travel, [4000, 2500, 2500]),
    ]


def build(folder: Path) -> None:
    first, second = project_grids()
    widths = [700, 1400, 1900, 2100, 1500, 2000]
    blocks = [paragraph(TITLE, align="center", bold=True, size=44), paragraph("2025年2月", align="center"), page_break()]
    blocks += [heading("第一部分  部门概况", 1, 1), paragraph("一、主要职责"), *(paragraph(line[0]) for line in DUTIES)]
    blocks += [paragraph("二、机构设置"), paragraph(f"{UNIT}为一级预算单位，内设机构12个，所属事业单位2个。"), *budget_blocks()]
    blocks += [heading("第三部分  预算绩效情况说明", 1, 3), paragraph(EXPLAINED)]
    blocks += [paragraph("部门整体支出绩效目标表", align="center", bold=True), paragraph("（2025年度）", align="center")]
    blocks += [grid_table(department_grid(), [900, 1600, 2200, 1600, 1600, 1500]), page_break()]
    blocks += [paragraph("项目支出绩效目标表", align="center", bold=True), paragraph("（2025年度）", align="center")]
    blocks += [grid_table(first, widths), page_break(), grid_table(second, widths)]
    blocks += [heading("第四部分  名词解释", 1, 4), paragraph(NOUNS)]
    save_word(folder / "a20_department_budget.docx", *blocks)
    department = table(
        "部门整体支出绩效目标表",
        [indicator(*line) for line in DEPARTMENT_LINES],
        kind="department",
        department=UNIT,
        amount_unit="万元",
        budget_total=1586.32,
        budget_fiscal=1586.32,
        objectives=DEPARTMENT_GOALS,
    )
    project = table(
        "项目支出绩效目标表",
        [indicator(*line) for line in PROJECT_LINES],
        project_code="14092825P000000072",
        project_name="食品安全监督抽检",
        department=UNIT,
        amount_unit="万元",
        budget_total=96.8,
        budget_fiscal=96.8,
        budget_other=0.0,
        objectives=[PROJECT_GOAL],
    )
    goal = "\n".join(f"{i}.{text}" for i, text in enumerate(DEPARTMENT_GOALS, 1))
    write_expected(folder, "a20_department_budget.docx", [department, project], title=TITLE, unit=UNIT, year=2025, overall_goal=goal)


if __name__ == "__main__":
    build(Path(__file__).resolve().parent.parent / "files")
