"""Hebei, 部门预算绩效文本 of a county transport bureau: contents, narrative, three project tables (one joined, two in two parts)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from expected_parse import Row, indicator, table, write_expected
from form_grid import FormGrid, merged_levels
from typed_content import prose, records
from word_package import contents_line, grid_table, heading, page_break, paragraph, save_word

TITLE = ("滦阳县交通运输局", "2025年部门预算绩效文本")
DEPARTMENT = "116001滦阳县交通运输局本级"
GOAL = prose("""
2025年，全县交通运输工作以服务县域经济发展、方便群众出行为中心，加快补齐农村公路短板，全年改造农村公路危桥6座，
实施县乡道路面修复养护工程38.6公里，农村公路列养率保持100%，优良中等路率达到88%以上。

加强路域环境整治和货运车辆超限超载治理，县境内国省干线超限率控制在0.5%以内，保障公路桥梁安全畅通。
""")
SUB_GOALS = records(
    """
农村公路养护与管理|落实“四好农村路”建设要求，对全县1126公里县乡村道路进行日常养护，及时修补坑槽、清理边沟。
+|县乡道养护里程不少于412公里，路面坑槽7日内修复率达到90%。
危桥改造和安全防护|完成6座四、五类桥梁改造，增设波形护栏和警示标志，消除安全隐患。|危桥改造完工6座，交工验收合格率100%，沿线群众满意度达到90%以上。
路政管理和超限超载治理|保障治超检测站24小时值守，依法查处超限运输车辆。|年检测货运车辆不少于20万辆次，超限率不高于0.5%。
""",
    inherit=0,
)
SAFEGUARDS = (
    "完善制度建设。修订《滦阳县农村公路养护管理办法》和专项资金管理细则，明确县、乡、村三级养护责任。",
    "加强支出管理。按月调度工程进度，依据监理计量和验收结果拨付资金，优化支出结构，压减一般性支出。",
    "加强绩效运行监控。6月、9月两次开展绩效目标执行情况监控，对支出进度低于序时进度10个百分点以上的项目约谈责任科室。",
    "做好绩效自评。年度终了后60日内完成全部项目自评，结果与下一年度预算安排挂钩。",
)
ROADS = records("""
产出指标|数量指标|县乡道日常养护里程|纳入年度日常养护计划的县道、乡道里程|≥412公里|滦交字〔2024〕57号年度养护计划
||边沟清理长度|全年人工及机械清理边沟的长度|≥150000米|滦交字〔2024〕57号年度养护计划
|质量指标|路面坑槽修复合格率|修复后经养护站抽检合格的坑槽数占抽检总数的比例|≥95%|《公路养护技术标准》JTG 5110-2023
|时效指标|坑槽修复时限|自发现之日起完成修复的天数|≤7天|滦阳县农村公路养护管理办法
|成本指标|县道日常养护成本|县道每公里每年日常养护支出|≤8000元/公里·年|冀交公路〔2022〕311号养护定额
效益指标|社会效益指标|农村公路优良中等路率|评定为优、良、中等的里程占总里程的比例|≥88百分比|2022-2024年平均值87.4%
|可持续影响指标|养护机制持续运行|养护机制持续运行|长期|工作计划
满意度指标|服务对象满意度指标|沿线群众满意度|问卷调查中表示满意和基本满意的群众占比|≥90%|问卷调查
""")
BRIDGES = records("""
产出指标|数量指标|改造危桥数量|完成改造的四、五类桥梁座数|=6座|冀财建【2024】216号
||安装波形护栏长度|桥梁两端及临水路段安装护栏长度|≥4.2公里|冀财建【2024】216号
|质量指标|工程交工验收合格率|一次交工验收合格的桥梁占比|100%|《公路工程质量检验评定标准》JTG F80/1-2017
|时效指标|完工时间|全部危桥改造完成通车的时间|2025年10月31日前|项目实施方案
|成本指标|单座桥梁改造平均成本|中央补助及县级配套合计|≤85万元/座|施工图预算批复
效益指标|社会效益指标|受益人口|危桥改造后直接受益的沿线村庄人口|≥1.8万人|乡镇统计
满意度指标|服务对象满意度指标|受益群众满意度||≥95|
""")
WEIGHING = records("""
产出指标|数量指标|检测车辆数量|检测车辆数量|≥200000辆次|2024年检测台账
|质量指标|称重设备完好率|完好设备台数占在用设备台数的比例|≥98%|设备检定规程JJG907
|时效指标|经费支付及时率|经费支付及时率|及时支付|财务制度
|成本指标|严格控制支出|严格控制支出|不超预算|2025年预算
效益指标|社会效益指标|国省干线超限率|抽检中超限车辆占检测车辆比例|≥0.5%|省治超办考核指标
|生态效益指标|保障工作正常开展|保障工作正常开展|正常开展|工作计划
满意度指标|服务对象满意度指标|货运司机满意度|对治超执法文明程度的满意度|≥85%|问卷调查
""")
PROJECTS: tuple[dict[str, Any], ...] = (
    {
        "name": "农村公路日常养护经费",
        "code": "13022525P00410210001X",
        "money": ("486.00", "486.00", ""),
        "purpose": "用于全县县道、乡道日常保洁、坑槽修补、边沟清理及养护工工资。",
        "plan": ("25%", "50%", "85%", "100%"),
        "goals": ("完成412公里县乡道日常养护，养护合格率达到95%以上。", "按月对养护站考核，坑槽7日内修复。"),
        "lines": ROADS,
    },
    {
        "name": "冀财建【2024】216号关于提前下达2025年车辆购置税收入补助地方资金（农村公路危桥改造）",
        "code": "13022525P00410210007R",
        "money": ("510.00", "420.00", "90.00"),
        "purpose": "改造四、五类危桥6座，增设安全防护设施。其中中央资金420万元，县级自筹90万元。",
        "plan": ("", "30%", "80%", "100%"),
        "goals": ("改造危桥6座，10月底前全部通车。",),
        "lines": BRIDGES,
    },
    {
        "name": "治超检测站运行经费",
        "code": "13022525P004102100158",
        "money": ("62.80", "62.80", "0.00"),
        "purpose": "保障治超检测站正常运转",
        "plan": ("15.70", "31.40", "52.30", "62.80"),
        "goals": ("目标内容1",),
        "lines": WEIGHING,
    },
)
MONTHS = ("3月底", "6月底", "10月底", "12月底")
HEADER = ("一级指标", "二级指标", "三级指标", "绩效指标描述", "指标值", "指标值确定依据")
WIDTHS = [1300, 1200, 1600, 1500, 900, 1300, 1900]


def head_grid(project: dict[str, Any]) -> FormGrid:
    grid = FormGrid(7)
    code, money, plan = project["code"], project["money"], project["plan"]
    grid.row((DEPARTMENT, 5), ("单位：万元", 2))
    grid.row("项目编码", (f"{code[:15]}\n{code[15:]}", 2), ("项目名称", 2), (project["name"], 2))
    grid.row(("预算规模及资金用途", 1, 2), "预算数", money[0], "其中：财政    资金", money[1], "其他资金", money[2])
    grid.row((project["purpose"], 6))
    grid.row(("资金支出计划（%）", 1, 2), (MONTHS[0], 2), MONTHS[1], (MONTHS[2], 2), MONTHS[3])
    grid.row((plan[0], 2), plan[1], (plan[2], 2), plan[3])
    grid.row("绩效目标", ("\n".join(f"{i}.{goal}" for i, goal in enumerate(project["goals"], 1)), 6))
    return grid


def add_indicators(grid: FormGrid, lines: list[list[str]]) -> None:
    grid.row(*HEADER[:4], (HEADER[4], 2), HEADER[5])
    for cells in merged_levels(lines):
        grid.row(*cells[:-2], (cells[-2], 2), cells[-1])


def narrative(titles: list[str]) -> list[str]:
    blocks = [paragraph(text, align="center", bold=True, size=44) for text in TITLE]
    blocks += [paragraph("滦阳县交通运输局编制", align="center"), paragraph("滦阳县财政局审核", align="center"), page_break()]
    parts = ["一、总体绩效目标", "二、分项绩效目标", "三、工作保障措施"]
    blocks += [paragraph("目    录", align="center", bold=True), paragraph("第一部分    部门整体绩效目标")]
    blocks += [contents_line(text, page, page) for page, text in enumerate(parts, 1)] + [paragraph("第二部分    预算项目绩效目标")]
    blocks += [contents_line(text, page, page) for page, text in enumerate(titles, 4)] + [page_break()]
    blocks += [paragraph("第一部分", align="center", bold=True), paragraph("部门整体绩效目标", align="center", bold=True)]
    blocks += [heading(parts[0], 2, 1), *(paragraph(f"    {text}") for text in GOAL.split("\n")), heading(parts[1], 2, 2)]
    for i, (title, goal, indicators) in enumerate(SUB_GOALS, 1):
        blocks += [paragraph(f"{i}、{title}"), paragraph(f"绩效目标：{goal}"), paragraph(f"绩效指标：{indicators}")]
    blocks.append(heading(parts[2], 2, 3))
    blocks += [paragraph(f"（{'一二三四'[i]}）{text}") for i, text in enumerate(SAFEGUARDS)]
    return [*blocks, page_break()]


def body() -> list[str]:
    titles = [f"{i}.{project['name']}绩效目标表" for i, project in enumerate(PROJECTS, 1)]
    blocks = narrative(titles)
    blocks += [paragraph("第二部分", align="center", bold=True), paragraph("预算项目绩效目标", align="center", bold=True)]
    for i, project in enumerate(PROJECTS):
        head = head_grid(project)
        below = head if i == 1 else FormGrid(7)
        add_indicators(below, project["lines"])
        grids = [head] if i == 1 else [head, below]
        blocks.append(heading(titles[i], 2, 4 + i))
        for grid in grids:
            blocks += [grid_table(grid, WIDTHS), paragraph(" ")]
    return blocks


def expected_table(project: dict[str, Any]) -> Row:
    """What a reader sees: the code in one piece, amounts as numbers, goals without their ordinals, a blank plan cell as null."""
    total, fiscal, other = (float(amount) if amount else None for amount in project["money"])
    return table(
        f"{project['name']}绩效目标表",
        [indicator(l1, l2, name, value, described, basis) for l1, l2, name, described, value, basis in project["lines"]],
        project_code=project["code"],
        project_name=project["name"],
        department=DEPARTMENT,
        amount_unit="万元",
        budget_total=total,
        budget_fiscal=fiscal,
        budget_other=other,
        purpose=project["purpose"],
        spending_plan={month: share or None for month, share in zip(MONTHS, project["plan"], strict=True)},
        objectives=project["goals"],
    )


def build(folder: Path) -> None:
    save_word(folder / "a01_hebei.docx", *body())
    write_expected(
        folder,
        "a01_hebei.docx",
        [expected_table(project) for project in PROJECTS],
        title="".join(TITLE),
        unit="滦阳县交通运输局",
        year=2025,
        overall_goal=GOAL,
        sub_goals=[{"title": title, "goal": goal, "indicators": indicators} for title, goal, indicators in SUB_GOALS],
        safeguards=SAFEGUARDS,
    )


if __name__ == "__main__":
    build(Path(__file__).resolve().parent.parent / "files")
