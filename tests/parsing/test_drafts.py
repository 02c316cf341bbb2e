"""Where tables begin, go on and end."""

from __future__ import annotations

from grid_text import grid, paragraph, read

from zhibiao.model.place import Place
from zhibiao.parsing.drafts import Draft, Walk, nested_after
from zhibiao.reading.blocks import Block, Cell, Grid, Paragraph

HEADER = "一级指标 | 二级指标 | 三级指标 | 指标值"


def walk(*blocks: Block | str) -> list[Draft]:
    found = Walk({})
    for block in blocks:
        item = paragraph(block) if isinstance(block, str) else block
        if isinstance(item, Grid):
            found.grid(item)
        elif isinstance(item, Paragraph):
            found.paragraph(item)
    return found.drafts


def names(drafts: list[Draft]) -> list[list[str]]:
    return [[line.get("name") for line in draft.lines] for draft in drafts]


def page(number: int, drawing: str, wrapped: bool = True) -> Grid:
    return grid(drawing, Place(page=number, table=1), wrapped)


def test_rows_above_the_header_are_the_head_and_below_it_lines() -> None:
    (draft,) = walk(
        "河道疏浚绩效目标表",
        grid(f"""
            项目名称 | 河道疏浚 | 项目编码 | 13092525P00001
            {HEADER}
            产出指标 | 数量指标 | 疏浚河道长度 | ≥12公里
            ^       | 质量指标 | 合格率 | 100%
        """),
    )
    assert [(line.get("name"), line.get("value")) for line in draft.lines] == [("疏浚河道长度", "≥12公里"), ("合格率", "100%")]
    assert len(draft.head) == 2
    assert draft.header.first == 1


def test_column_numbers_under_the_header_are_no_line() -> None:
    (draft,) = walk(grid(f"{HEADER}\n1 | 2 | 3 | 4\n产出指标 | 数量指标 | 巡河次数 | ≥48次"))
    assert names([draft]) == [["巡河次数"]]


def test_grid_without_header_gives_no_draft() -> None:
    assert walk(grid("收入 | 支出 | 结余\n120 | 100 | 20"), "河道疏浚") == []


def test_two_tables_in_one_grid() -> None:
    drafts = walk(
        grid(f"""
            项目名称 | 河道疏浚 | 项目编码 | 13092525P00001
            {HEADER}
            产出指标 | 数量指标 | 巡河次数 | ≥48次
            项目名称 | 水库加固 | 项目编码 | 13092525P00002
            {HEADER}
            产出指标 | 数量指标 | 加固水库 | 3座
        """)
    )
    assert names(drafts) == [["巡河次数"], ["加固水库"]]
    assert len(drafts[1].head) == 1


def test_header_repeated_on_the_next_page_goes_on() -> None:
    drafts = walk(
        page(1, f"{HEADER}\n产出指标 | 数量指标 | 巡河次数 | ≥48次"),
        page(2, f"{HEADER}\n产出指标 | 质量指标 | 合格率 | 100%"),
    )
    assert names(drafts) == [["巡河次数", "合格率"]]


def test_header_under_a_new_title_begins_a_new_table() -> None:
    drafts = walk(
        grid(f"{HEADER}\n产出指标 | 数量指标 | 巡河次数 | ≥48次"),
        "水库加固绩效目标表",
        grid(f"{HEADER}\n产出指标 | 质量指标 | 合格率 | 100%"),
    )
    assert names(drafts) == [["巡河次数"], ["合格率"]]


def test_a_continued_mark_is_no_new_title() -> None:
    drafts = walk(
        grid(f"{HEADER}\n产出指标 | 数量指标 | 巡河次数 | ≥48次"),
        "续表",
        grid(f"{HEADER}\n产出指标 | 质量指标 | 合格率 | 100%"),
    )
    assert names(drafts) == [["巡河次数", "合格率"]]


def test_other_columns_begin_a_new_table() -> None:
    drafts = walk(
        page(1, f"{HEADER}\n产出指标 | 数量指标 | 巡河次数 | ≥48次"),
        page(2, f"{HEADER} | 备注\n产出指标 | 质量指标 | 合格率 | 100% | 无"),
    )
    assert names(drafts) == [["巡河次数"], ["合格率"]]


def test_first_level_left_behind_begins_another_project() -> None:
    drafts = walk(
        page(1, f"{HEADER}\n产出指标 | 数量指标 | 巡河次数 | ≥48次\n满意度指标 | 服务对象满意度指标 | 群众满意度 | ≥90%"),
        page(2, f"{HEADER}\n产出指标 | 数量指标 | 加固水库 | 3座"),
    )
    assert names(drafts) == [["巡河次数", "群众满意度"], ["加固水库"]]


def test_grid_without_header_on_the_next_page_goes_on() -> None:
    drafts = walk(
        page(1, f"{HEADER}\n产出指标 | 数量指标 | 巡河次数 | ≥48次"),
        page(2, "效益指标 | 社会效益指标 | 受益人口 | ≥3万人"),
    )
    assert names(drafts) == [["巡河次数", "受益人口"]]


def test_grid_of_another_width_is_mapped_cell_by_cell() -> None:
    drafts = walk(
        page(1, f"{HEADER}\n产出指标 | 数量指标 | 巡河次数 | ≥48次"),
        page(2, "效益指标 | 社会效益指标 | < | 受益人口 | ≥3万人"),
    )
    assert names(drafts) == [["巡河次数", "受益人口"]]


def test_other_tables_do_not_go_on() -> None:
    first = grid(f"{HEADER}\n产出指标 | 数量指标 | 巡河次数 | ≥48次")
    assert names(walk(first, grid("姓名 | 科室 | 职务 | 电话\n某甲 | 河长办 | 主任 | 0317"))) == [["巡河次数"]]
    assert names(walk(first, "二、政府采购预算", grid("产出指标 | 数量指标 | 采购次数 | 3次"))) == [["巡河次数"]]
    assert names(walk(first, grid("采购品目 | 金额 | 数量"))) == [["巡河次数"]]


def test_line_cut_by_the_page_is_joined() -> None:
    drafts = walk(
        page(1, f"{HEADER}\n产出指标 | 数量指标 | 疏浚河道 | ≥12公里"),
        page(2, f"{HEADER}\n | | 长度 | \n | 质量指标 | 合格率 | 100%"),
    )
    assert names(drafts) == [["疏浚河道长度", "合格率"]]


def test_foot_ends_the_table() -> None:
    (draft,) = walk(
        grid(f"""
            {HEADER}
            产出指标 | 数量指标 | 巡河次数 | ≥48次
            填表人：某甲 | < | 联系电话：0317 | <
            其他说明 | 无 | < | <
        """)
    )
    assert names([draft]) == [["巡河次数"]]
    assert len(draft.foot) == 1


def test_sum_row_is_no_line_and_a_level_that_begins_like_a_foot_is_one() -> None:
    (draft,) = walk(
        grid(f"""
            {HEADER} | 分值
            产出指标 | 数量指标 | 巡河次数 | ≥48次 | 10
             | | 备注栏填写率 | 100% | 5
            合计 | | | | 15
        """)
    )
    assert names([draft]) == [["巡河次数", "备注栏填写率"]]


def test_levels_on_rows_of_their_own() -> None:
    (draft,) = walk(
        grid("""
            指标名称 | 指标值 | 备注
            一、产出指标 | < | <
            （一）数量指标 | < | <
            巡河次数 | ≥48次 |
            二、效益指标 | < | <
            受益人口 | ≥3万人 |
        """)
    )
    assert [(x.get("level1"), x.get("level2"), x.get("name")) for x in draft.lines] == [
        ("产出指标", "数量指标", "巡河次数"),
        ("效益指标", "", "受益人口"),
    ]


def test_heads_of_other_sheets_are_left_out() -> None:
    notes = Paragraph("填表说明绩效目标表", Place(sheet="说明"))
    title = Paragraph("河道疏浚绩效目标表", Place(sheet="河道"))
    (draft,) = walk(notes, title, grid(f"{HEADER}\n产出指标 | 数量指标 | 巡河次数 | ≥48次", Place(sheet="河道", table=1)))
    assert [x.text for x in draft.head if isinstance(x, Paragraph)] == ["河道疏浚绩效目标表"]


def test_nested_grids_follow_the_grid_that_holds_them() -> None:
    inner = grid("甲 | 乙")
    deepest = grid("丙")
    middle = Grid((Cell("", 0, 0, grids=(deepest,)),), 1, 1, Place())
    outer = Grid((Cell("版心", 0, 0, grids=(inner, middle)),), 1, 1, Place())
    line = paragraph("正文")
    assert list(nested_after([outer, line])) == [outer, inner, middle, deepest, line]


BARE = "一级指标 | 二级指标 | 三级指标 | 指标值\n产出指标 | 数量指标 | 巡河次数 | ≥48次"


def test_a_project_named_above_a_repeated_header_is_another_one() -> None:
    tables = read("项目名称：河道疏浚    预算金额：10万元", grid(BARE), "项目名称：水库加固    预算金额：20.5万元", grid(BARE)).tables
    assert [(t.project_name, t.budget_total, len(t.indicators)) for t in tables] == [("河道疏浚", 10.0, 1), ("水库加固", 20.5, 1)]


def test_a_head_repeated_on_the_next_page_begins_nothing() -> None:
    tables = read("项目名称：河道疏浚", grid(BARE), "项目名称：河道疏浚", grid(BARE.replace("巡河次数", "清淤次数"))).tables
    assert [[i.name for i in t.indicators] for t in tables] == [["巡河次数", "清淤次数"]]


def test_titles_of_a_sheet_without_merged_cells() -> None:
    drawn = f"河道疏浚绩效目标 | | | \n{BARE}\n水库加固绩效目标 | | | \n{BARE}"
    assert [(t.title, len(t.indicators)) for t in read(grid(drawn), kind="xlsx").tables] == [
        ("河道疏浚绩效目标", 1),
        ("水库加固绩效目标", 1),
    ]


def test_numbered_lines_name_bare_tables() -> None:
    tables = read("一、河道疏浚", grid(BARE), "二、水库加固", grid(BARE)).tables
    assert [(t.title, len(t.indicators)) for t in tables] == [("河道疏浚", 1), ("水库加固", 1)]
