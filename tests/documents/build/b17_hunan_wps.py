"""Hunan project form saved by WPS Writer (.wps holds the binary Word format)."""

from __future__ import annotations

import tempfile
from pathlib import Path

import printed_rows
from hunan_form import PROJECT_FIELDS, project_grid
from office_tools import print_word
from word_grids import add_grid, line, new_document

SOURCE = "b17_jobs.wps"
UNIT = "沅陵江市就业服务中心"
PROJECT = "公益性岗位补贴及社会保险补贴"
PERIOD_GOAL = "通过开发公益性岗位，兜底安置就业困难人员，城镇零就业家庭动态清零。"
YEAR_GOALS = ("1.开发公益性岗位320个，安置就业困难人员320人。", "2.按月足额发放岗位补贴和社会保险补贴。")
ROWS = (
    ("产出指标", "数量指标", "公益性岗位安置人数", "320人", "计划标准"),
    ("", "", "享受社会保险补贴人数", "≥300人", "计划标准"),
    ("", "质量指标", "补贴发放准确率", "100%", "基本标准"),
    ("", "", "安置对象符合条件率", "100%", "基本标准"),
    ("", "时效指标", "补贴按月发放及时率", "≥95%", "基本标准"),
    ("", "成本指标", "岗位补贴标准", "1700元/人·月", "湘人社规〔2024〕6号"),
    ("", "", "项目总成本", "852.60", ""),
    ("效益指标", "经济效益指标", "就业困难人员年人均增收", "≥20400元", "基本标准"),
    ("", "社会效益指标", "零就业家庭动态清零率", "100%", "基本标准"),
    ("", "", "城镇登记失业率", "≤4.5%", "历史标准"),
    ("", "生态效益指标", "", "", ""),
    ("", "可持续影响指标", "就业援助制度", "健全", "基本标准"),
    ("", "社会公众或服务对象满意度指标", "受助人员满意度", "≥90%", "基本标准"),
)


def build(folder: Path) -> None:
    """Writes the document and its expected parse."""
    document = new_document(font="宋体", size=11)
    line(document, "2025年项目支出绩效目标表", 18, True, "center")
    line(document, f"填报单位：{UNIT}（盖章）                              单位：万元")
    grid = project_grid(PROJECT, UNIT, "852.60", "2025年1月-12月", (PERIOD_GOAL, "\n".join(YEAR_GOALS)), ROWS)
    add_grid(document, grid, (2.4, 2.0, 3.0, 3.4, 2.6, 2.9), 10.5)
    line(document, "填表人：谌莉    联系电话：0745-5550155    填报日期：2025年2月6日    单位负责人签字：", 9)
    with tempfile.TemporaryDirectory() as scratch:
        print_word(document, Path(scratch) / "saved.doc")
        (folder / SOURCE).write_bytes((Path(scratch) / "saved.doc").read_bytes())
    table = printed_rows.table(
        ROWS, PROJECT_FIELDS, title="2025年项目支出绩效目标表", project_name=PROJECT, department=UNIT, amount_unit="万元",
            budget_total=852.6,
        objectives=[goal[2:] for goal in YEAR_GOALS], period_objectives=[PERIOD_GOAL],
    )  # fmt: skip
    printed_rows.write(folder, SOURCE, [table], title="2025年项目支出绩效目标表", unit=UNIT, year=2025)


if __name__ == "__main__":
    build(Path(__file__).parent.parent / "files")
