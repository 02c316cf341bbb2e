"""A small Hebei table as `pdftotext -raw` prints it (the order of the content stream, as pypdf does too), stored in GB18030."""

from __future__ import annotations

import tempfile
from pathlib import Path

import printed_rows
from hebei_form import Project
from office_tools import pdf_text, print_word
from word_grids import add_grid, line, new_document

SOURCE = "b14_plain.txt"
PROJECT = Project(
    "基层司法所规范化建设",
    "13066025P010110008Q",
    "247001龙堌县司法局本级",
    "42.00",
    "42.00",
    "0.00",
    "用于14个乡镇司法所办公设备购置和标识标牌更换。",
    ("20%", "50%", "80%", "100%"),
    ("完成14个司法所规范化建设，改善基层法律服务条件。", "全年调解矛盾纠纷不少于1600件。"),
    (
        ("产出指标", "数量指标", "规范化建设司法所数", "完成规范化建设的司法所", "14 个", "实施方案"),
        ("产出指标", "质量指标", "设备验收合格率", "验收合格设备占比", "100 百分比", "采购合同"),
        ("产出指标", "时效指标", "建设完成时间", "全部完成建设的时间", "2025年9月底", "实施方案"),
        ("产出指标", "成本指标", "单个司法所建设成本", "总支出除以司法所个数", "≤3 万元", "预算评审"),
        ("效益指标", "社会效益指标", "矛盾纠纷调解成功率", "调解成功件数占比", "≥96 百分比", "统计报表"),
        ("满意度指标", "服务对象满意度", "办事群众满意度", "办事群众满意度", "≥90 百分比", "问卷调查"),
    ),
)
WIDTHS_HEAD = (3.8, 2.0, 4.0, 3.2, 3.2, 2.4, 2.2)
WIDTHS_BODY = (2.6, 3.4, 4.2, 4.4, 3.0, 3.2)


def build(folder: Path) -> None:
    """Writes the text and its expected parse."""
    document = new_document(landscape=True)
    line(document, f"{PROJECT.name}绩效目标表", 16, True, "center")
    line(document, PROJECT.department)
    line(document, "单位：万元")
    add_grid(document, PROJECT.head(), WIDTHS_HEAD)
    line(document)
    add_grid(document, PROJECT.body(), WIDTHS_BODY)
    with tempfile.TemporaryDirectory() as scratch:
        print_word(document, Path(scratch) / "printed.pdf")
        text = pdf_text(Path(scratch) / "printed.pdf", "-raw")
    (folder / SOURCE).write_text(text, encoding="gb18030", newline="\r\n")
    printed_rows.write(folder, SOURCE, [PROJECT.expected()], unit="龙堌县司法局", year=2025)


if __name__ == "__main__":
    build(Path(__file__).parent.parent / "files")
