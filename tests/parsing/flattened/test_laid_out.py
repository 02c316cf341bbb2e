"""Layout text: headers by their wide gaps, pages, whole tables."""

from __future__ import annotations

import pytest
from grid_text import read_text, rows_of
from layout_text import at, rows

from zhibiao.parsing.flattened.laid_out import LaidOutPage, PageReader, after_sign, columns_of, find_header, pieces_of
from zhibiao.parsing.flattened.laid_out_tables import laid_out_tables

STARTS = (0, 12, 26, 44, 56)
HEADER = rows(STARTS, "一级指标 | 二级指标 | 三级指标 | 指标值 | 确定依据")[0]


def test_pieces_are_parted_by_two_blanks() -> None:
    assert [(p.text, p.line, p.start, p.stop) for p in pieces_of("  疏浚 12公里   ≥12", 3)] == [
        ("疏浚 12公里", 3, 2, 9),
        ("≥12", 3, 12, 15),
    ]
    assert pieces_of("  ", 0) == []
    assert pieces_of("\f甲", 0)[0].start == 0
    assert pieces_of("甲乙丙", 0)[0].middle == 1.5


def test_header_on_one_line() -> None:
    found = find_header([HEADER], 0)
    assert found is not None
    assert found.roles == ["level1", "level2", "name", "value", "basis"]
    assert found.starts == [0, 12, 26, 44, 56]
    assert found.stops == [4, 16, 30, 47, 60]


def test_header_word_over_two_lines() -> None:
    lines = [at((56, "指标值")), at((0, "一级指标"), (12, "二级指标"), (26, "三级指标"), (44, "指标值")), at((55, "确定依据"))]
    found = find_header(lines, 1)
    assert found is not None
    assert found.words == ["一级指标", "二级指标", "三级指标", "指标值", "指标值确定依据"]
    assert (found.first, found.last) == (0, 2)


@pytest.mark.parametrize(
    "line",
    [
        "一级指标 二级指标 三级指标 指标值",  # single blanks: no layout
        at((0, "产出指标"), (12, "数量指标"), (26, "疏浚河道"), (44, "≥12公里")),
        at((0, "项目名称"), (12, "河道疏浚"), (30, "项目编码"), (44, "P1")),
        at((0, "三级指标"), (6, "指标值")),
        "",
    ],
)
def test_no_header(line: str) -> None:
    assert find_header([line], 0) is None
    assert find_header([line], 0) is None


def test_side_column_is_left_out() -> None:
    pieces = pieces_of(at((0, "绩效"), (8, "产出指标"), (20, "疏浚河道")), 0)
    assert columns_of(pieces, [18.0], left=6.0) == {0: {0: "产出指标", 1: "疏浚河道"}}
    assert columns_of(pieces_of(at((0, "疏浚"), (8, "产出指标")), 0), [18.0], left=6.0) == {0: {0: "疏浚 产出指标"}}


ROWS = """
    产出指标 | 数量指标 | 疏浚河道长度 | ≥12公里 | 初步设计
    | | | |
    | | | |
    | 质量指标 | 工程合格率 | 100% | 施工合同
    | | | |
    | | | |
    效益指标 | 社会效益指标 | 受益人口 | ≥3万人 | 县政府批示
"""


def document(*data: str) -> str:
    head = at((0, "项目名称"), (12, "河道疏浚"), (30, "项目编码"), (44, "13092525P00712310024X"))
    return "\n".join(["1.河道疏浚绩效目标表", head, HEADER, *data])


def test_rows_of_one_line_each() -> None:
    found = read_text(document(*rows(STARTS, ROWS)))
    (table,) = found.tables
    assert (table.title, table.project_name, table.project_code) == ("河道疏浚绩效目标表", "河道疏浚", "13092525P00712310024X")
    assert rows_of(found, "level1", "level2", "name", "value", "basis") == [
        ("产出指标", "数量指标", "疏浚河道长度", "≥12公里", "初步设计"),
        ("产出指标", "质量指标", "工程合格率", "100%", "施工合同"),
        ("效益指标", "社会效益指标", "受益人口", "≥3万人", "县政府批示"),
    ]
    assert [i.where.line for i in table.indicators] == [4, 7, 10]


WRAPPED = """
    | | 完成疏浚的河 | | 《河道治理
    产出指标 | 数量指标 | | ≥12公里 |
    | | 道长度 | | 初步设计》
    | | | |
    | 质量指标 | 工程合格率 | 100% | 施工合同
"""


def test_cells_of_several_lines_are_centred() -> None:
    found = read_text(document(*rows(STARTS, WRAPPED)))
    assert rows_of(found, "level1", "level2", "name", "value", "basis") == [
        ("产出指标", "数量指标", "完成疏浚的河道长度", "≥12公里", "《河道治理初步设计》"),
        ("产出指标", "质量指标", "工程合格率", "100%", "施工合同"),
    ]
    assert any("边框" in doubt for doubt in found.doubts)


def test_a_line_of_column_numbers_is_no_row() -> None:
    found = read_text(document(rows(STARTS, "1 | 2 | 3 | 4 | 5")[0], "", *rows(STARTS, ROWS)))
    assert [name for (name,) in rows_of(found, "name")] == ["疏浚河道长度", "工程合格率", "受益人口"]


def test_a_value_pushed_out_of_its_column_stands_behind_its_sign() -> None:
    line = at((0, "产出指标"), (12, "数量指标"), (24, "全县骨干河道疏浚总长度 ≥12公里"), (56, "初步设计"))
    header = find_header([HEADER], 0)
    assert header is not None
    cells, *_ = PageReader(header).read([HEADER, line], LaidOutPage(1, 2, header), False)
    assert cells == [["产出指标", "数量指标", "全县骨干河道疏浚总长度", "≥12公里", "初步设计"]]


def test_an_empty_page() -> None:
    header = find_header([HEADER], 0)
    assert header is not None
    assert PageReader(header).read([HEADER, ""], LaidOutPage(1, 2, header), False)[:2] == ([], [])


def test_tables_begin_at_their_titles_and_end_at_feet() -> None:
    lines = [
        "1.河道疏浚绩效目标表", at((0, "项目名称"), (12, "河道疏浚")), HEADER, *rows(STARTS, ROWS), "填表人：某甲", "",
        "2.水库加固绩效目标表", at((0, "项目名称"), (12, "水库加固")), HEADER, *rows(STARTS, ROWS),
    ]  # fmt: skip
    found = laid_out_tables(lines)
    assert [(t.head_from, t.header.first, [(p.start, p.stop) for p in t.pages]) for t in found] == [(0, 2, [(3, 10)]), (12, 14, [(15, 22)])]


def test_header_alone_repeats_the_table_of_the_page_before() -> None:
    lines = ["1.河道疏浚绩效目标表", HEADER, *rows(STARTS, ROWS), "- 3 -", "\f" + HEADER, *rows(STARTS, ROWS), "- 4 -"]
    (found,) = laid_out_tables(lines)
    assert [(p.start, p.stop, p.header is not None) for p in found.pages] == [(2, 9, True), (11, 18, True)]


def test_page_without_header_goes_on() -> None:
    lines = [
        "1.河道疏浚绩效目标表",
        HEADER,
        *rows(STARTS, ROWS),
        "- 3 -",
        "\f" + rows(STARTS, "满意度指标 | 服务对象满意度 | 群众满意度 | ≥90% | 问卷")[0],
    ]
    (found,) = laid_out_tables(lines)
    assert [(p.start, p.stop, p.header is not None) for p in found.pages] == [(2, 9, True), (10, 11, False)]


def test_text_without_layout_has_no_tables() -> None:
    assert laid_out_tables(["1.河道疏浚绩效目标表", "疏浚河道12公里", ""]) == []


SIGNED = ["level1", "level2", "name", "sign", "value", "unit", "extra"]


@pytest.mark.parametrize(
    ("texts", "slots", "expected"),
    [
        (["疏浚长度", "≥", "12", "公里", "10"], [2, 4, 5, 6, 6], {1: 3, 2: 4, 3: 5, 4: 6}),  # all pushed to the right
        (["≥", "12", "公里", "10"], [3, 4, 5, 6], {0: 3, 1: 4, 2: 5, 3: 6}),
        (["水质", "≥", "95%"], [2, 3, 5], {1: 3, 2: 4}),
        (["水质", "定性", "提升"], [2, 3, 5], {1: 3, 2: 4}),
        (["水质", "定性", "10"], [2, 3, 6], {}),  # the value stands on another line
        (["水质", "提升"], [2, 4], {}),
    ],
)
def test_what_follows_a_sign(texts: list[str], slots: list[int], expected: dict[int, int]) -> None:
    assert after_sign(texts, slots, SIGNED) == expected
    assert after_sign(texts, slots, ["level1", "level2", "name", "value"]) == {}


def test_a_title_may_wrap_and_a_year_is_no_unit_s_code() -> None:
    lines = [
        at((0, "1.河道疏浚绩效目标表")),
        *rows((0, 12, 24, 44), "一级指标 | 二级指标 | 三级指标 | 指标值\n产出指标 | 数量指标 | 疏浚长度 | ≥12公里"),
        at((24, "2025 年水利工程")),
        "",
        at((0, "2.提前下达2025年水利发展资金（山洪灾害防治）绩效目标")),
        at((0, "表")),
        at((0, "项目名称"), (12, "山洪灾害防治")),
        *rows((0, 12, 24, 44), "一级指标 | 二级指标 | 三级指标 | 指标值\n产出指标 | 数量指标 | 演练场次 | ≥6次"),
    ]
    tables = read_text("\n".join(lines)).tables
    assert [table.title for table in tables] == ["河道疏浚绩效目标表", "提前下达2025年水利发展资金（山洪灾害防治）绩效目标表"]
    assert [len(table.indicators) for table in tables] == [1, 1]


def test_a_header_of_two_words_needs_a_wide_gap() -> None:
    header = find_header([at((0, "绩效指标"), (30, "年度指标值"))], 0)
    assert header is not None
    assert header.roles == ["name", "value"]
    assert find_header(["绩效指标  年度指标值"], 0) is None


def test_lists_of_names_and_values_by_unit() -> None:
    lines = []
    for unit, project, name in (("一、检验检测中心", "食品抽检经费", "抽检批次"), ("二、特种设备检验所", "电梯检验补助", "检验数量")):
        lines += [unit, f"项目名称：{project}", *rows((0, 30), f"绩效指标 | 年度指标值\n{name} | ≥4800批次\n群众满意度 | ≥90%"), "", ""]
    tables = read_text("\n".join(lines)).tables
    assert [(t.project_name, [(i.name, i.value) for i in t.indicators]) for t in tables] == [
        ("食品抽检经费", [("抽检批次", "≥4800批次"), ("群众满意度", "≥90%")]),
        ("电梯检验补助", [("检验数量", "≥4800批次"), ("群众满意度", "≥90%")]),
    ]


def test_a_unit_and_its_weight_stand_close() -> None:
    lines = rows(
        (0, 12, 24, 40, 46, 54),
        "一级指标 | 二级指标 | 三级指标 | 符号 | 指标值 | 计量单位\n产出指标 | 数量指标 | 改造仓库面积 | ≥ | 2800 | 平方米",
    )
    lines[0] += "  权重"
    lines[1] += " 10"
    indicator = read_text("\n".join(lines)).tables[0].indicators[0]
    assert (indicator.value, indicator.extra["权重"]) == ("≥2800平方米", "10")
