"""Hebei form of one project in the old binary format (.doc)."""

from __future__ import annotations

from pathlib import Path

import printed_rows
from hebei_form import Project
from office_tools import print_word
from word_grids import add_grid, line, new_document

SOURCE = "b16_market.doc"
UNIT = "滹阳市市场监督管理局"
PROJECT = Project(
    "食品安全监督抽检", "13012525P01101310006U", f"312001{UNIT}本级", "268.00", "268.00", "",
        "用于完成3350批次食品安全监督抽检的样品购置和检验费用。",
    ("10%", "40%", "75%", "100%"),
    ("完成食品安全监督抽检3350批次，达到每千人4批次。", "不合格食品核查处置率达到100%。", "守住不发生系统性、区域性食品安全风险的底线。"),
    (
        ("产出指标", "数量指标", "食品监督抽检批次", "全年完成食品（含食用农产品）监督抽检批次", "≥3350 批次",
         "《2025年食品安全抽检监测计划》"),
        ("", "", "抽检信息公示条数", "在市政府网站公示的抽检结果", "≥3350 条", "《食品安全抽样检验管理办法》"),
        ("", "质量指标", "不合格食品核查处置率", "已完成核查处置的不合格批次占不合格总批次的比例", "100 百分比",
         "《食品安全抽样检验管理办法》"),
        ("", "时效指标", "核查处置按期完成率", "自收到检验报告之日起90日内完成核查处置的批次占比", "≥98 百分比",
         "《食品安全抽样检验管理办法》"),
        ("", "成本指标", "批次平均抽检费用", "含买样费、检验费，不含差旅费", "≤800 元/批次", "政府采购合同"),
        ("效益指标", "经济效益指标", "减少群众食品安全损失", "减少群众食品安全损失", "效果明显", "减少群众食品安全损失"),
        ("", "社会效益指标", "重大食品安全事故发生次数", "重大食品安全事故发生次数", "0 次", "食品安全目标责任书"),
        ("满意度指标", "服务对象满意度指标", "公众食品安全满意度", "省级第三方测评公众食品安全满意度", "≥85 百分比", "2024年测评结果84.6%"),
    ),
)  # fmt: skip
WIDTHS_HEAD = (2.3, 2.3, 3.0, 2.6, 2.4, 2.2, 2.0)
WIDTHS_BODY = (2.0, 2.6, 3.2, 3.8, 2.3, 2.9)


def build(folder: Path) -> None:
    """Writes the document and its expected parse."""
    document = new_document(font="宋体", size=10.5)
    line(document, f"1.{PROJECT.name}绩效目标表", 16, True, "center")
    line(document, f"{PROJECT.department}                                                  单位：万元")
    add_grid(document, PROJECT.head(), WIDTHS_HEAD)
    line(document, size=2)
    add_grid(document, PROJECT.body(), WIDTHS_BODY, repeat=1, left=(3, 5))
    line(document, "填表人：吕建波    联系电话：5550107", 9)  # LibreOffice loses a table that nothing follows
    print_word(document, folder / SOURCE)
    printed_rows.write(folder, SOURCE, [PROJECT.expected()], unit=UNIT, year=2025)


if __name__ == "__main__":
    build(Path(__file__).parent.parent / "files")
