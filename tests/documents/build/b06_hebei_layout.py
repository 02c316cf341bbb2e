"""Hebei department text as `pdftotext -layout` leaves it: cells that wrap are interleaved, the page breaks are form feeds."""

from __future__ import annotations

import tempfile
from pathlib import Path

import printed_rows
from hebei_form import Project
from office_tools import pdf_text, print_word
from word_grids import add_grid, line, new_document, page_number

SOURCE = "b06_layout.txt"
UNIT = "清漳县城市管理综合行政执法局"
GOAL = (
    "2025年，县城市管理综合行政执法局围绕“干净、整洁、有序、安全”的目标，加强市政设施维护、环境卫生保洁和园林绿化养护，"
    "城区道路机械化清扫率达到95%，路灯亮灯率保持在98%以上，生活垃圾无害化处理率达到100%，城市精细化管理水平持续提升。"
)
SUB_GOALS = (
    (
        "环境卫生保洁",
        "负责城区主次干道、背街小巷清扫保洁和生活垃圾收运处置，保持城区环境整洁。",
        "保洁面积不少于420万平方米，生活垃圾日产日清。",
    ),
    (
        "市政设施维护",
        "对城区路灯、井盖、雨水管网等市政设施进行日常巡查维护，确保设施完好、运行安全。",
        "路灯亮灯率达到98%，井盖缺损处置不超过2小时。",
    ),
)
SAFEGUARDS = (
    "健全制度。修订《项目资金管理办法》《市政设施养护考核办法》，按考核结果支付服务费用。",
    "加强监督。委托第三方每月开展现场检查，检查结果在局门户网站公示。",
)
DEPARTMENT = "458001清漳县城市管理综合行政执法局本级"
PROJECTS = (
    Project(
        "城区环卫保洁市场化服务费",
        "13044025P00516210004B",
        DEPARTMENT,
        "2380.00",
        "2380.00",
        "0.00",
        "支付城区环卫保洁市场化服务费用。",
        ("20%", "45%", "80%", "100%"),
        ("完成城区420万平方米道路清扫保洁，生活垃圾日产日清。", "公厕开放时间每天不少于16小时。"),
        (
            ("产出指标", "数量指标", "清扫保洁面积", "合同约定的城区道路清扫保洁面积", "≥420 万平方米", "环卫服务合同"),
            ("", "数量指标", "生活垃圾清运量", "全年清运至处理厂的生活垃圾数量", "≥6.8 万吨", "历史标准：2024年6.75万吨"),
            ("", "质量指标", "道路保洁考核得分", "第三方每月考核得分的全年平均值", "≥90 分", "《市政设施养护考核办法》"),
            ("", "质量指标", "生活垃圾无害化处理率", "无害化处理量占清运量的比例", "100 百分比", "国家标准"),
            ("", "时效指标", "生活垃圾日产日清率", "当日产生的垃圾当日清运的天数比例", "≥98 百分比", "环卫服务合同"),
            ("", "成本指标", "单位面积年保洁成本", "年服务费÷保洁面积", "≤5.67 元/平方米", "中标通知书"),
            ("效益指标", "社会效益指标", "市容环境改善情况", "市容环境改善情况", "明显改善", "工作计划"),
            (
                "",
                "生态效益指标",
                "道路积尘负荷",
                "主干道每平方米积尘量，由市级部门抽测",
                "≤5 克/平方米",
                "《河北省城市道路扬尘治理考核要求》",
            ),
            ("满意度指标", "服务对象满意度指标", "市民满意度", "问卷调查中对环境卫生表示满意的市民比例", "≥90 百分比", "问卷调查"),
        ),
    ),
    Project(
        "城区路灯电费及维护费",
        "13044025P00516310011M",
        DEPARTMENT,
        "436.50",
        "436.50",
        "0.00",
        "支付城区路灯电费380万元、维护费56.5万元。",
        ("", "50%", "", "100%"),
        ("保障城区8620盏路灯正常照明，方便市民夜间出行。",),
        (
            ("产出指标", "数量指标", "维护路灯数量", "城区纳入维护范围的路灯数量", "8620 盏", "路灯台账"),
            ("", "质量指标", "路灯亮灯率", "亮灯盏数占路灯总数的比例", "≥98 百分比", "《城市照明管理规定》"),
            (
                "",
                "时效指标",
                "路灯故障修复时限",
                "从接到报修到修复的时间，一般故障不超过24小时，电缆故障不超过72小时",
                "≤24 小时",
                "《市政设施养护考核办法》",
            ),
            ("", "成本指标", "控制在预算内", "控制在预算内", "436.5 万元", "部门预算"),
            ("效益指标", "社会效益指标", "夜间出行安全", "因路灯不亮造成的交通安全事故起数", "0 起", "工作要求"),
            ("", "可持续影响指标", "节能灯具占比", "LED节能灯具占全部灯具的比例", "≥85 百分比", "节能改造方案"),
            ("满意度指标", "服务对象满意度指标", "市民对城市照明满意度", "市民对城市照明满意度", "≥90 百分比", "市民对城市照明满意度"),
        ),
    ),
)
WIDTHS_HEAD = (2.6, 2.4, 2.6, 2.6, 2.4, 2.4, 2.2)
WIDTHS_BODY = (2.1, 2.6, 3.2, 4.2, 2.5, 3.2)


def build(folder: Path) -> None:
    """Writes the text and its expected parse."""
    document = new_document(size=12, margin=1.8)
    page_number(document)
    line(document, UNIT, 20, True, "center")
    line(document, "2025年部门预算绩效文本", 20, True, "center")
    line(document, "第一部分    部门整体绩效目标", 14, True, "center")
    line(document, "一、总体绩效目标", 12, True)
    line(document, GOAL, 12, indent=True)
    line(document, "二、分项绩效目标", 12, True)
    for n, (title, goal, measured) in enumerate(SUB_GOALS, 1):
        for text in (f"{n}、{title}", f"绩效目标：{goal}", f"绩效指标：{measured}"):
            line(document, text, 12, indent=True)
    line(document, "三、工作保障措施", 12, True)
    for n, text in enumerate(SAFEGUARDS, 1):
        line(document, f"{n}、{text}", 12, indent=True)
    line(document, "第二部分    预算项目绩效目标", 14, True, "center")
    for n, project in enumerate(PROJECTS, 1):
        line(document)
        line(document, f"{n}.{project.name}绩效目标表", 12, True)
        line(document, f"{project.department}                                   单位：万元")
        add_grid(document, project.head(), WIDTHS_HEAD)
        line(document, size=2)
        add_grid(document, project.body(), WIDTHS_BODY, repeat=1, left=(3, 5))
    with tempfile.TemporaryDirectory() as scratch:
        print_word(document, Path(scratch) / "printed.pdf")
        text = pdf_text(Path(scratch) / "printed.pdf", "-layout")
    (folder / SOURCE).write_text(text, encoding="utf-8", newline="\n")
    printed_rows.write(
        folder, SOURCE, [project.expected() for project in PROJECTS], title=f"{UNIT}2025年部门预算绩效文本", unit=UNIT, year=2025,
        overall_goal=GOAL, safeguards=list(SAFEGUARDS),
        sub_goals=[{"title": title, "goal": goal, "indicators": measured} for title, goal, measured in SUB_GOALS],
    )  # fmt: skip


if __name__ == "__main__":
    build(Path(__file__).parent.parent / "files")
