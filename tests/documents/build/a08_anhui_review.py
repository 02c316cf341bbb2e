"""Anhui, self-evaluation of two culture projects, written with python-docx: target and actual side by side, the target is the value."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime
from pathlib import Path
from typing import Any

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt
from expected_parse import Row, indicator, table, write_expected
from form_grid import FormGrid, merged_levels
from typed_content import prose, records
from word_package import zipped

OWNER, UNIT = "皖河县文化旅游体育局", "皖河县图书馆"
TITLE = "项目支出绩效自评表"
HEADER = ("一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "偏差原因分析及改进措施")
LIBRARY = records("""
产出指标|数量指标|全年免费开放天数|≥300天|312天|10|10|
||举办阅读推广活动场次|≥60场|74场|10|10|
||购置图书册数|≥8000册|7126册|10|8.9|部分出版社供货周期延长，2025年提前至4月启动采购
|质量指标|新书编目加工差错率|≤1%|0.6%|5|5|
|时效指标|每周开放时间|≥63小时|63小时|10|10|
|成本指标|单场活动平均成本|≤0.3万元|0.28万元|5|5|
效益指标|社会效益指标|年接待读者人次|≥18万人次|21.4万人次|15|15|目标值设置偏低
||丰富群众文化生活|有效丰富|达成预期指标|5|5|
|可持续影响指标|人均藏书量|≥0.85册|0.83册|10|9.5|户籍人口口径调整
满意度指标|服务对象满意度指标|读者满意度|≥95%|96.8%|10|10|
""")
RACE = records("""
产出指标|数量指标|参赛运动员人数|=3000人|2864人|15|14.3|受强降雨影响，部分选手弃赛
||志愿者人数|≥200|236|10|10|
|质量指标|赛事安全事故发生数|0|0|10|10|
|时效指标|赛事举办时间|2024年10月底前|2024年10月20日|15|15|
效益指标|经济效益指标|拉动住宿餐饮消费|≥600万元|未统计|15|0|缺少统计渠道，下年度委托第三方测算
|社会效益指标|全民健身氛围|浓厚|浓厚|15|15|
满意度指标|服务对象满意度指标|参赛选手满意度|≥90%|93%|10|10|
""")
PROJECTS: tuple[dict[str, Any], ...] = (
    {
        "name": "公共图书馆免费开放补助资金",
        "unit": UNIT,
        "money": (
            ("年度资金总额", "60.00", "60.00", "58.26", "10", "97.10%", "9.71"),
            ("其中：当年财政拨款", "60.00", "60.00", "58.26", "—", "97.10%", "—"),
            ("      上年结转资金", "0.00", "0.00", "0.00", "—", "", "—"),
            ("      其他资金", "0.00", "0.00", "0.00", "—", "", "—"),
        ),
        "expected": ("1.全年开放不少于300天，接待读者18万人次；", "2.购置图书8000册，举办阅读推广活动60场。"),
        "done": "1.全年开放312天，接待读者21.4万人次；\n2.购置图书7126册，举办阅读推广活动74场。",
        "lines": LIBRARY,
        "sum": "98.11",
        "amounts": {"budget_total": 60.0, "budget_fiscal": 60.0, "budget_other": 0.0},
    },
    {
        "name": "2024皖河半程马拉松赛事经费",
        "unit": OWNER,
        "money": (
            ("年度资金总额", "180", "180", "180", "10", "100%", "10"),
            ("其中：当年财政拨款", "150", "150", "150", "—", "100%", "—"),
            ("      上年结转资金", "", "", "", "—", "", "—"),
            ("      其他资金", "30", "30", "30", "—", "100%", "—"),
        ),
        "expected": (
            prose("""
举办2024皖河半程马拉松，参赛规模3000人，确保赛事安全、精彩、圆满，带动文旅消费。
"""),
        ),
        "done": "2024年10月20日成功举办半程马拉松，完赛率97.2%，无安全事故。",
        "lines": RACE,
        "sum": "84.3",
        "amounts": {"budget_total": 180.0, "budget_fiscal": 150.0, "budget_other": 30.0},
    },
)


def grid_of(project: dict[str, Any]) -> FormGrid:
    grid = FormGrid(9)
    grid.row("项目名称", (project["name"], 8))
    grid.row("主管部门", (OWNER, 4), ("实施单位", 2), (project["unit"], 2))
    grid.row(("项目资金\n（万元）", 1, 5), ("", 2), "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分")
    for label, *amounts in project["money"]:
        grid.row((label, 2), *amounts)
    grid.row(("年度\n总体\n目标", 1, 2), ("预期目标", 4), ("实际完成情况", 4))
    grid.row(("\n".join(project["expected"]), 4), (project["done"], 4))
    grid.row(("绩效指标", 1, len(project["lines"]) + 1), *HEADER)
    for cells in merged_levels(project["lines"]):
        grid.row(*cells)
    grid.row(("总分", 6), "100", project["sum"], "")
    return grid


def add_table(document: WordDocument, grid: FormGrid) -> None:
    """Cells merged by the library, the text written into the cell that is left."""
    word = document.add_table(grid.height, grid.width, style="Table Grid")
    places = word._cells
    for cell in grid.cells:
        first = places[cell.row * grid.width + cell.column]
        last = places[(cell.row + cell.rows - 1) * grid.width + cell.column + cell.columns - 1]
        first.merge(last).text = str(cell.value)


def expected_table(project: dict[str, Any]) -> Row:
    """年初预算数 is the budget (it equals 全年预算数); 预期目标 are the objectives; 总分 is no indicator."""
    rows = []
    for level1, level2, name, target, *further in project["lines"]:
        extra = {header: text for header, text in zip(HEADER[4:], further, strict=True) if text}
        rows.append(indicator(level1, level2, name, target, extra=extra))
    goals = [goal[2:] if goal[1] == "." else goal for goal in project["expected"]]
    facts = {"project_name": project["name"], "department": OWNER, "amount_unit": "万元", "objectives": goals, **project["amounts"]}
    return table(TITLE, rows, **facts)


def build(folder: Path) -> None:
    document = Document()
    document.styles["Normal"].font.size = Pt(9)
    for i, project in enumerate(PROJECTS):
        if i:
            document.add_page_break()
        for text in (TITLE, "（2024年度）"):
            document.add_paragraph(text).alignment = WD_ALIGN_PARAGRAPH.CENTER
        add_table(document, grid_of(project))
        document.add_paragraph(
            "注：1.得分一档最高不能超过该指标分值上限。2.定性指标根据指标完成情况分为达成预期指标、部分达成、未达成三档。"
        )
    document.core_properties.created = document.core_properties.modified = datetime(2025, 2, 17, 9, 0)
    buffer = io.BytesIO()
    document.save(buffer)
    with zipfile.ZipFile(buffer) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    (folder / "a08_anhui_review.docx").write_bytes(zipped(parts))
    tables = [expected_table(project) for project in PROJECTS]
    write_expected(folder, "a08_anhui_review.docx", tables, title=TITLE, unit=OWNER, year=2024)


if __name__ == "__main__":
    build(Path(__file__).resolve().parent.parent / "files")
