"""Hebei department text as the text stream of a pdf: cells that wrap, centred cells interleaved, a table cut by the end of a page."""

from __future__ import annotations

from pathlib import Path

import printed_rows
from flat_text import PdfStream
from hebei_form import Project

SOURCE = "b10_stream.txt"
UNIT = "武垣县交通运输局"
GOALS = (
    (
        "2025年，县交通运输局深入贯彻党的二十大精神，落实加快建设交通强国、交通强省部署，以“四好农村路”建设为重点，加快补齐农村交通短板，"
        "不断提升公路养护、运输服务和行业治理能力，为县域经济社会高质量发展提供交通运输保障。全年计划新改建农村公路62公里，"
        "改造危桥4座，农村公路列养率保持100%，优良中等路率达到90%以上。"
    ),
)
SUB_GOALS = (
    (
        "农村公路建设",
        "实施农村公路新改建和危桥改造工程，改善农村群众出行条件，服务乡村振兴。",
        "新改建农村公路62公里，改造危桥4座，工程一次交验合格率达到100%。",
    ),
    (
        "农村公路日常养护",
        "落实县乡村三级养护责任，对1386公里农村公路进行日常养护，保持路况水平稳定。",
        "日常养护考核得分达到90分，公路技术状况指数（PQI）不低于80。",
    ),
    ("城乡公交运营补贴", "对公交企业政策性亏损给予补贴，保障城乡居民基本出行需求。", "开通线路26条，群众满意度达到85%以上。"),
)
SAFEGUARDS = (
    "强化领导、压实责任。成立项目建设领导小组，实行局领导包联机制，每周调度、每月通报，确保年度任务按期完成。",
    "规范程序、严控质量。严格执行项目法人制、招标投标制、工程监理制和合同管理制，落实质量安全终身责任制，加强第三方检测。",
    "专款专用、注重绩效。资金支付与工程进度、考核结果挂钩，开展绩效运行监控，发现偏差及时纠正。",
)
DEPARTMENT = "348001 武垣县交通运输局本级"
PROJECTS = (
    Project(
        "农村公路日常养护经费",
        "13092825P00712310024X",
        DEPARTMENT,
        "1108.80",
        "1108.80",
        "",
        "农村公路日常养护经费，县道每公里1万元、乡道0.8万元、村道0.5万元",
        ("277.20", "554.40", "887.00", "1108.80"),
        ("完成1386公里农村公路日常养护", "及时处治路面病害，保持路况良好", "提高农村公路抗灾能力"),
        (
            ("产出指标", "数量指标", "养护农村公路里程", "列养的县道、乡道、村道里程合计", "≥1386公里", "《2024年农村公路统计年报》"),
            ("", "质量指标", "公路技术状况指数", "路面技术状况指数PQI年度检测平均值", "≥80", "《公路技术状况评定标准》（JTG5210—2018）"),
            ("", "时效指标", "病害处治及时率", "发现病害后15日内完成处治的比例", "≥95百分比", "县农村公路养护管理办法"),
            (
                "",
                "成本指标",
                "每公里养护费用",
                "每公里养护费用",
                "县道10000元/公里，乡道8000元/公里，村道5000元/公里",
                "冀交公〔2022〕33号",
            ),
            ("效益指标", "经济效益指标", "降低车辆运行成本", "降低车辆运行成本", "≥3百分比", "县政府批示"),
            ("", "社会效益指标", "沿线受益群众人数", "沿线受益群众人数", "≥38万人数", "县政府批示"),
            ("", "生态效益指标", "公路绿化率", "县乡道宜绿化路段绿化里程占比", "≥90百分比", "县政府批示"),
            ("满意度指标", "服务对象满意度指标", "沿线群众满意度", "满意度情况", "≥90百分比", "问卷调查"),
        ),
    ),
    Project(
        "冀财建【2024】211号提前下达2025年车辆购置税收入补助地方资金（农村公路危桥改造）",
        "13092825P007124100019",
        DEPARTMENT,
        "860.00",
        "640.00",
        "220.00",
        "用于赵家桥、后堤桥、滹南桥、孔村桥4座农村公路危桥改造",
        ("0.00", "344.00", "774.00", "860.00"),
        ("改造农村公路危桥4座、长度286延米；", "消除安全隐患，保障群众出行安全。"),
        (
            ("产出指标", "数量指标", "改造危桥座数", "完成改造并通车的危桥座数", "4座", "冀财建【2024】211号"),
            ("", "", "改造危桥长度", "4座危桥改造完成的桥梁全长之和", "≥286延米", "施工图设计批复"),
            ("", "质量指标", "工程交工验收合格率", "交工验收合格", "100百分比", "《公路工程质量检验评定标准》"),
            ("", "时效指标", "工程完工时间", "工程完工时间", "2025年10月31日前", "施工合同"),
            ("", "成本指标", "每延米改造成本", "总投资/桥梁全长", "≤3.01万元", "施工图预算评审意见"),
            ("效益指标", "社会效益指标", "降低桥梁安全事故", "因桥梁安全隐患引发的交通事故起数", "0起", "县政府批示"),
            ("", "可持续影响指标", "桥梁设计使用年限", "改造后桥梁设计使用年限", "≥50年", "《公路桥涵设计通用规范》"),
            ("满意度指标", "服务对象满意度指标", "过往群众满意度", "过往群众满意度", "≥90百分比", "过往群众满意度"),
        ),
    ),
)
WIDTHS_HEAD = (4, 4, 6, 4, 6, 4, 8)
WIDTHS_BODY = (4, 4, 7, 9, 6, 6)
LINE = 34


def build(folder: Path) -> None:
    """Writes the text and its expected parse."""
    stream = PdfStream(27)
    for text in ("第一部分", "部门整体绩效目标", "一、总体绩效目标", *GOALS, "二、分项绩效目标"):
        stream.paragraph(text, LINE)
    for n, (title, goal, measured) in enumerate(SUB_GOALS, 1):
        for text in (f"{n}、{title}", f"绩效目标：{goal}", f"绩效指标：{measured}"):
            stream.paragraph(text, LINE)
    stream.paragraph("三、工作保障措施", LINE)
    for n, text in zip("一二三", SAFEGUARDS, strict=True):
        stream.paragraph(f"（{n}）{text}", LINE)
    stream.new_page()
    stream.paragraph("第二部分", LINE)
    stream.paragraph("预算项目绩效目标", LINE)
    stream.new_page()
    for n, project in enumerate(PROJECTS, 1):
        stream.paragraph(f"{n}.{project.name}绩效目标表", LINE, heading=True)
        stream.one_line(project.department, "单位：万元")
        stream.table(project.head(), WIDTHS_HEAD)
        stream.table(project.body(), WIDTHS_BODY, repeat=1)
        if n == 1:
            stream.new_page()
    (folder / SOURCE).write_text(stream.text(), encoding="utf-8", newline="\n")
    printed_rows.write(
        folder, SOURCE, [project.expected() for project in PROJECTS], unit=UNIT, year=2025, overall_goal="\n".join(GOALS),
            safeguards=list(SAFEGUARDS),
        sub_goals=[{"title": title, "goal": goal, "indicators": measured} for title, goal, measured in SUB_GOALS],
    )  # fmt: skip


if __name__ == "__main__":
    build(Path(__file__).parent.parent / "files")
