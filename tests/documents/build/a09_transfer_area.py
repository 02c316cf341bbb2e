"""区域绩效目标表 of two central transfer payments: indicators with 指标1：…, fillers 指标2： and ……, lines without 三级指标."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from expected_parse import Row, indicator, table, write_expected
from form_grid import FormGrid, merged_levels
from typed_content import records
from word_package import grid_table, page_break, paragraph, save_word

FOREST = records("""
产出指标|数量指标|指标1：完成国家公益林管护面积（万亩）|≥386.2
||指标2：造林任务（万亩）|≥12.4
||……|
|质量指标|指标1：森林火灾受害率|≤0.9‰
||指标2：造林成活率|≥85%
||……|
|时效指标|指标1：当期任务完成率|100%
||指标2：|
|成本指标|指标1：集体和个人所有国家级公益林补偿标准|16元/亩
||指标2：|
效益指标|经济效益指标|指标1：带动农户人均增收|≥600元/年
|社会效益指标|指标1：聘用生态护林员人数|≥5200人
||指标2：|
|生态效益指标|指标1：森林蓄积量|稳步增长
|可持续影响指标|指标1：森林资源持续发展|显著
满意度指标|服务对象满意度指标|指标1：林区群众满意度|≥80%
||……|
""")
WATER = records("""
产出指标|数量指标|指标1：中小河流治理长度|≥48公里
||指标2：小型水库除险加固座数|≥17座
||指标3：新增高效节水灌溉面积|≥5.5
|质量指标|指标1：截至2025年底，已建工程是否存在质量问题|否
||指标2：工程验收合格率|100%
|时效指标|指标1：截至2025年底，投资完成比例|≥80%
||指标2：截至2026年6月底，投资完成比例|100%
|成本指标|……|
效益指标|社会效益指标|指标1：治理河段是否达到设防标准|是
||指标2：新增保护人口（万人）|≥6.7
|生态效益指标|指标1：新增水土流失治理面积|≥90平方公里
|可持续影响指标|指标1：已建工程是否良性运行|是
满意度指标|服务对象满意度指标|指标1：受益群众满意度|≥90%
""")
AREAS: tuple[dict[str, Any], ...] = (
    {
        "annex": "附件1",
        "name": "林业草原生态保护恢复资金",
        "central": "国家林业和草原局",
        "finance": "黔源省财政厅",
        "provincial": "黔源省林业局",
        "money": ("24680", "21000", "3680"),
        "goals": (
            "1.管护国家级公益林386.2万亩，森林火灾受害率控制在0.9‰以内；",
            "2.完成造林12.4万亩；",
            "3.选聘5200名生态护林员，带动脱贫户增收。",
        ),
        "lines": FOREST,
    },
    {
        "annex": "附件2",
        "name": "水利发展资金",
        "central": "水利部",
        "finance": "黔源省财政厅",
        "provincial": "黔源省水利厅",
        "money": ("36,520.00", "36,520.00", ""),
        "goals": ("完成中小河流治理48公里、小型水库除险加固17座，新增水土流失治理面积90平方公里，提高区域防洪减灾能力。",),
        "lines": WATER,
    },
)


def grid_of(area: dict[str, Any]) -> FormGrid:
    grid = FormGrid(5)
    total, central, local = area["money"]
    grid.row(("专项名称", 2), (area["name"], 3))
    grid.row(("中央主管部门", 2), (area["central"], 3))
    grid.row(("省级财政部门", 2), area["finance"], "省级主管部门", area["provincial"])
    grid.row(("资金\n情况\n（万元）", 1, 3), ("年度金额：", 2), (total, 2))
    grid.row(("其中：中央补助", 2), (central, 2))
    grid.row(("      地方资金", 2), (local, 2))
    grid.row("总\n体\n目\n标", ("\n".join(area["goals"]), 4))
    grid.row(("绩\n效\n指\n标", 1, len(area["lines"]) + 1), "一级指标", "二级指标", "三级指标", "指标值")
    for cells in merged_levels(area["lines"]):
        grid.row(*cells)
    return grid


def expected_row(line: list[str]) -> Row:
    """A lead 指标1： stays in the name. A filler (指标2：, ……) is an unused line of the form: it may be read or left out."""
    level1, level2, name, value = line
    return indicator(level1, level2, name, value, optional=name == "……" or name.endswith("："))


def expected_table(area: dict[str, Any]) -> Row:
    """Central and local money are both public: neither 财政资金 nor 其他资金 is printed, so both stay null."""
    return table(
        f"{area['name']}区域绩效目标表",
        [expected_row(line) for line in area["lines"]],
        project_name=area["name"],
        department=area["provincial"],
        amount_unit="万元",
        budget_total=float(area["money"][0].replace(",", "")),
        objectives=[goal[2:] if goal[1] == "." else goal for goal in area["goals"]],
    )


def build(folder: Path) -> None:
    blocks: list[str] = []
    for area in AREAS:
        blocks += [
            paragraph(f"{area['annex']}："),
            paragraph(f"{area['name']}区域绩效目标表", align="center", bold=True, size=36),
            paragraph("（2025年度）", align="center"),
            grid_table(grid_of(area), [900, 1500, 2200, 3200, 1800]),
            page_break(),
        ]
    save_word(folder / "a09_transfer_area.docx", *blocks[:-1])
    tables = [expected_table(area) for area in AREAS]
    write_expected(folder, "a09_transfer_area.docx", tables, title=tables[0]["title"], year=2025)


if __name__ == "__main__":
    build(Path(__file__).resolve().parent.parent / "files")
