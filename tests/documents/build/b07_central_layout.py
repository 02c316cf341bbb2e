"""Central form of the 2021 guide (成本指标 as a first level) as `pdftotext -layout` leaves it, every cell wrapped."""

from __future__ import annotations

import tempfile
from pathlib import Path

import printed_rows
from office_tools import pdf_text, print_word
from word_grids import LEFT, UP, Grid, add_grid, line, new_document, page_number

SOURCE = "b07_central.txt"
UNIT = "江淮地震监测中心站"
PROJECT = "地震监测台网运行维护与应急流动观测"
HEADS = ("一级指标", "二级指标", "三级指标", "指标值", "分值权重（90）")
FIELDS = ("level1", "level2", "name", "value", "分值权重（90）")
GOALS = (
    "保障辖区内82个测震台站、41个强震动台站和5个前兆观测站全年连续可靠运行，台网实时运行率不低于97%。",
    "地震发生后2分钟内产出自动速报结果，为应急处置提供准确的震情信息。",
    "更新老旧观测设备18台（套），开展应急流动观测演练2次，提升震后现场监测能力。",
)
ROWS = (
    ("成本指标", "经济成本指标", "单台站年均运行维护成本", "≤2.35万元/站", "10"),
    ("", "", "观测设备购置单价控制", "不超过政府采购预算批复的单台（套）价格，即≤6.8万元", "5"),
    ("", "社会成本指标", "台站迁建占用耕地面积", "≤0亩", "5"),
    ("产出指标", "数量指标", "维护运行台站数量", "≥128个", "10"),
    ("", "", "更新观测设备数量", "＝18台（套）", "5"),
    ("", "", "开展应急流动观测演练次数", "≥2次", "5"),
    ("", "质量指标", "测震台网数据连续率", "≥97%", "10"),
    ("", "", "自动速报震级平均偏差", "≤0.3级", "5"),
    ("", "时效指标", "地震自动速报产出用时", "辖区内≤2分钟，邻区≤5分钟", "10"),
    ("", "", "设备更新完成时间", "2025年10月底前", "5"),
    ("效益指标", "社会效益指标", "震情信息服务公众覆盖人次", "≥180万人次", "10"),
    ("", "", "为地方政府提供震情专报", "≥12期", "5"),
    ("满意度指标", "服务对象满意度指标", "应急管理等行业用户对监测数据服务满意度", "≥90%", "5"),
)
WIDTHS = (1.4, 2.2, 2.6, 4.6, 3.8, 2.4)


def grid() -> Grid:
    """The whole form in one frame."""
    return [
        ["项目名称", LEFT, PROJECT, LEFT, LEFT, LEFT],
        ["主管部门及代码", LEFT, "[157]国家地震监测管理局", LEFT, "实施单位", UNIT],
        ["项目资金\n（万元）", LEFT, "年度资金总额：", LEFT, "428.60", LEFT],
        [UP, UP, "其中：财政拨款", LEFT, "398.60", LEFT],
        [UP, UP, "      其他资金", LEFT, "30.00", LEFT],
        ["年度总体目标", "\n".join(f"{n}.{text}" for n, text in enumerate(GOALS, 1)), LEFT, LEFT, LEFT, LEFT],
        ["绩效指标", *HEADS],
        *([UP, *(cell or UP if k < 2 else cell for k, cell in enumerate(row))] for row in ROWS),
    ]


def build(folder: Path) -> None:
    """Writes the text and its expected parse."""
    document = new_document(size=12, margin=2)
    page_number(document, "", "")
    line(document, "项目支出绩效目标表", 18, True, "center")
    line(document, "（2025年度）", 12, align="center")
    add_grid(document, grid(), WIDTHS, 12)
    with tempfile.TemporaryDirectory() as scratch:
        print_word(document, Path(scratch) / "printed.pdf")
        text = pdf_text(Path(scratch) / "printed.pdf", "-layout")
    (folder / SOURCE).write_text(text, encoding="utf-8", newline="\n")
    table = printed_rows.table(
        ROWS, FIELDS, title="项目支出绩效目标表", project_name=PROJECT, department="[157]国家地震监测管理局", amount_unit="万元",
        budget_total=428.6, budget_fiscal=398.6, budget_other=30.0, objectives=list(GOALS),
    )  # fmt: skip
    printed_rows.write(folder, SOURCE, [table], title="项目支出绩效目标表", unit=UNIT, year=2025)


if __name__ == "__main__":
    build(Path(__file__).parent.parent / "files")
