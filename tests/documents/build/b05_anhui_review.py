"""Anhui self-evaluation as pdf: targets and results side by side, the table running over two pages without its header."""

from __future__ import annotations

from pathlib import Path

import printed_rows
from office_tools import print_word
from word_grids import LEFT, UP, Grid, add_grid, line, new_document

SOURCE = "b05_anhui.pdf"
UNIT = "皖丘县妇幼保健计划生育服务中心"
PROJECT = "农村适龄妇女“两癌”免费检查项目"
HEADS = ("一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "偏差原因分析及改进措施")
FIELDS = ("level1", "level2", "name", "value", "实际完成值", "分值", "得分", "偏差原因分析及改进措施")
GOALS = (
    "为全县35—64周岁农村妇女提供免费宫颈癌、乳腺癌检查，全年各完成12000人。",
    "对检查结果异常者全部追踪随访，早诊早治，提高妇女健康水平。",
)
DONE = "1.全年完成宫颈癌检查12136人、乳腺癌检查12102人。\n2.检出宫颈癌及癌前病变47例、乳腺癌9例，均已督促治疗，随访率98.6%。"
ROWS = (
    ("产出指标", "数量指标", "宫颈癌检查人数", "≥12000人", "12136人", "10", "10", ""),
    ("", "", "乳腺癌检查人数", "≥12000人", "12102人", "10", "10", ""),
    ("", "", "开展健康宣教场次", "≥24场", "19场", "5", "3.96", "受汛期影响，5个乡镇的宣教活动未按计划开展；下年度提前安排，错开汛期。"),
    ("", "质量指标", "检查结果异常者随访率", "≥95%", "98.6%", "8", "8", ""),
    ("", "", "宫颈癌检查早诊率", "≥90%", "93.62%", "7", "7", ""),
    ("", "时效指标", "检查任务完成时间", "2024年11月30日前", "2024年11月18日", "5", "5", ""),
    ("", "成本指标", "宫颈癌检查补助标准", "＝89元/人", "89元/人", "5", "5", ""),
    ("效益指标", "经济效益指标", "减少群众检查费用支出", "≥190万元", "205.6万元", "10", "10", ""),
    ("", "社会效益指标", "妇女“两癌”防治知识知晓率", "≥80%", "84.3%", "10", "10", ""),
    ("", "", "提高农村妇女健康水平", "逐步提高", "逐步提高", "5", "5", ""),
    (
        "",
        "可持续影响指标",
        "“两癌”检查长效机制",
        "基本建立",
        "基本建立",
        "5",
        "4",
        "信息系统与省级平台尚未完全对接，数据需人工导出；已列入2025年信息化建设计划。",
    ),
    ("满意度指标", "服务对象满意度指标", "受检妇女满意度", "≥90%", "96.1%", "10", "10", ""),
)
WIDTHS = (1.2, 1.9, 2.3, 2.9, 2.4, 2.2, 1.2, 1.2, 3.3)


def grid() -> Grid:
    """The whole form in one frame."""
    return [
        ["项目名称", LEFT, PROJECT, LEFT, LEFT, LEFT, LEFT, LEFT, LEFT],
        ["主管部门", LEFT, "皖丘县卫生健康委员会", LEFT, LEFT, "实施单位", LEFT, UNIT, LEFT],
        ["项目资金\n（万元）", LEFT, "", "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"],
        [UP, UP, "年度资金总额", "213.60", "213.60", "211.48", "10", "99.01%", "9.9"],
        [UP, UP, "其中：财政拨款", "213.60", "213.60", "211.48", "—", "99.01%", "—"],
        [UP, UP, "其他资金", "0", "0", "0", "—", "", "—"],
        ["年度总体目标", "预期目标", LEFT, LEFT, LEFT, "实际完成情况", LEFT, LEFT, LEFT],
        [UP, "\n".join(f"{n}.{text}" for n, text in enumerate(GOALS, 1)), LEFT, LEFT, LEFT, DONE, LEFT, LEFT, LEFT],
        ["绩效指标", *HEADS],
        *([UP, *(cell or UP if k < 2 else cell for k, cell in enumerate(row))] for row in ROWS),
        ["总分", LEFT, LEFT, LEFT, LEFT, LEFT, "100", "97.86", ""],
    ]


def build(folder: Path) -> None:
    """Writes the pdf and its expected parse."""
    document = new_document(size=12, margin=1.7)
    line(document, "附件2", 12)
    line(document, "项目支出绩效自评表", 18, True, "center")
    line(document, "（2024年度）", 12, align="center")
    line(document)
    add_grid(document, grid(), WIDTHS, 12, left=(8,))
    line(document, "填表人：汪敏          审核人：程国庆          联系电话：0564-5550120", 11)
    line(document, "注：定性指标根据完成情况分为达成年度指标、部分达成年度指标并具有一定效果、未达成年度指标且效果较差三档。", 10)
    print_word(document, folder / SOURCE)
    tables = [
        printed_rows.table(
            ROWS, FIELDS, title="项目支出绩效自评表", project_name=PROJECT, department="皖丘县卫生健康委员会", amount_unit="万元",
                budget_total=213.6,
            budget_fiscal=213.6, budget_other=0.0, objectives=list(GOALS),
        )
    ]  # fmt: skip
    printed_rows.write(folder, SOURCE, tables, title="项目支出绩效自评表", unit=UNIT, year=2024)


if __name__ == "__main__":
    build(Path(__file__).parent.parent / "files")
