"""Printed lines: what each column holds, how the value is joined, how levels are carried down."""

from __future__ import annotations

import pytest
from grid_text import matrix
from hypothesis import given, settings
from hypothesis import strategies as st

from zhibiao.parsing.columns import find_header
from zhibiao.parsing.rows import Line, carry_levels, is_filler, is_number_row, join_value, read_line, read_lines, split_level


def lines_of(drawing: str, wrapped: bool = False) -> list[Line]:
    """The lines under the header in row 0."""
    drawn = matrix(drawing, wrapped)
    header = find_header(drawn, 0)
    assert header is not None
    return [line for r in range(header.last + 1, drawn.height) for line in read_lines(drawn, header, r)]


def line(name: str = "", level1: str = "", level2: str = "", own: str = "name level1 level2", **more: str) -> Line:
    texts = {"name": name, "level1": level1, "level2": level2, **more}
    texts = {role: text for role, text in texts.items() if text}
    return Line(texts, own={role for role in (*own.split(), *more) if role in texts})


@pytest.mark.parametrize(
    ("sign", "value", "unit", "expected"),
    [
        ("≥", "95", "%", "≥95%"),
        ("≥", "95%", "%", "≥95%"),  # no second unit
        ("≥", "≥95", "%", "≥95%"),  # no second sign
        ("≥", "＞95", "%", "≥＞95%"),
        ("", "12", "公里", "12公里"),
        ("定性", "明显改善", "", "明显改善"),
        ("定性", "明显改善", "项", "明显改善"),
        ("定性指标", "100", "%", "100"),
        ("定量", "12", "公里", "12公里"),
        ("正向指标", "12", "公里", "12公里"),
        ("正向", "明显改善", "项", "明显改善"),
        ("=", "100", "%", "=100%"),
        (">=", "100", "%", ">=100%"),
        ("＝", "3", "次/年", "＝3次/年"),
        ("≤", "50", "-", "≤50"),
        ("≤", "50", "无", "≤50"),
        ("≥", "", "%", ""),
        ("", "", "", ""),
        ("/", "2025年12月31日前", "/", "2025年12月31日前"),
        ("≤", "1.5", "万元/公里", "≤1.5万元/公里"),
    ],
)
def test_join_value(sign: str, value: str, unit: str, expected: str) -> None:
    assert join_value(sign, value, unit) == expected


def test_sign_number_and_unit_become_the_value_and_stay_in_extra() -> None:
    (only,) = lines_of("""
        一级指标 | 二级指标 | 三级指标 | 计算符号 | 指标值 | 计量单位 | 分值
        产出指标 | 质量指标 | 水质达标率 | ≥ | 95 | % | 10
    """)
    assert only.get("value") == "≥95%"
    assert only.extra == {"计算符号": "≥", "计量单位": "%", "分值": "10"}
    assert only.sources["value"].original == "95"


def test_merged_levels_are_covered_and_not_own() -> None:
    first, second = lines_of("""
        一级指标 | 二级指标 | 三级指标 | 指标值
        产出指标 | 数量指标 | 巡河次数 | ≥48次
        ^       | ^        | 清淤长度 | ≥12公里
    """)
    assert first.own == {"level1", "level2", "name", "value"}
    assert (second.get("level1"), second.get("level2"), second.get("name")) == ("产出指标", "数量指标", "清淤长度")
    assert second.own == {"name", "value"}
    assert second.covered == {"level1", "level2"}
    assert second.place.row == 3


def test_a_row_that_only_continues_merged_cells_is_no_line() -> None:
    drawn = matrix("""
        三级指标 | 指标值
        巡河次数 | ≥48次
        ^       | ^
    """)
    header = find_header(drawn, 0)
    assert header is not None
    assert read_line(drawn, header, 2) is None
    assert read_line(drawn, header, 1) is not None


def test_level_names_lose_their_blanks_and_names_do_not() -> None:
    (only,) = lines_of("""
        一级指标 | 二级指标 | 三级指标 | 指标值
        产 出 指 标 | 数⏎量⏎指⏎标 | 指标1：巡河 次数 | ≥48次
    """)
    assert (only.get("level1"), only.get("level2"), only.get("name")) == ("产出指标", "数量指标", "指标1：巡河 次数")


def test_layout_breaks_go_only_in_wrapped_grids() -> None:
    drawing = """
        三级指标 | 指标值
        巡河 次数 | ≥ 48 次
    """
    assert lines_of(drawing, wrapped=True)[0].texts == {"name": "巡河次数", "value": "≥48次"}
    assert lines_of(drawing, wrapped=False)[0].texts == {"name": "巡河 次数", "value": "≥ 48 次"}


def test_both_levels_in_one_column() -> None:
    found = lines_of("""
        一级指标/二级指标 | 三级指标 | 指标值
        产出指标/数量指标 | 巡河次数 | ≥48次
        效益指标—社会效益指标 | 受益人口 | ≥3万人
    """)
    assert [(x.get("level1"), x.get("level2")) for x in found] == [("产出指标", "数量指标"), ("效益指标", "社会效益指标")]
    assert found[0].sources["level1"].original == "产出指标/数量指标"


def test_serial_numbers_are_not_kept_and_further_columns_are() -> None:
    (only,) = lines_of("""
        序号 | 三级指标 | 指标值 | 备注 | 牵头科室
        1   | 巡河次数 | ≥48次 | 县级河长 | 河长办
    """)
    assert only.texts == {"name": "巡河次数", "value": "≥48次"}
    assert only.extra == {"备注": "县级河长", "牵头科室": "河长办"}


def test_two_cells_under_one_header_cell_are_one_text() -> None:
    (only,) = lines_of("""
        一级指标 | 三级指标 | < | 指标值
        产出指标 | 巡河 | 次数 | ≥48次
    """)
    assert only.get("name") == "巡河次数"


def test_wide_list_gives_a_line_for_each_filled_level() -> None:
    found = lines_of("""
        项目名称 | 产出指标 | <        | <        | 效益指标
        ^       | 数量指标 | 质量指标 | 时效指标 | 社会效益指标
        河道疏浚 | 疏浚长度12公里 | 合格率100% |  | 受益人口3万人
    """)
    assert [(x.get("list.project_name"), x.get("level1"), x.get("level2"), x.get("name")) for x in found] == [
        ("河道疏浚", "产出指标", "数量指标", "疏浚长度12公里"),
        ("河道疏浚", "产出指标", "质量指标", "合格率100%"),
        ("河道疏浚", "效益指标", "社会效益指标", "受益人口3万人"),
    ]


def test_wide_cells_of_several_lines_are_several_indicators() -> None:
    found = lines_of("""
        项目名称 | 数量指标 | < | 质量指标 | < | 社会效益指标 | <
        ^       | 三级指标 | 指标值 | 三级指标 | 指标值 | 三级指标 | 指标值
        河道疏浚 | 疏浚长度⏎清运淤泥 | ≥12公里⏎≥3万方 | 合格率 | 100% | 受益人口 | ≥3万人
    """)
    assert [(x.get("level2"), x.get("name"), x.get("value")) for x in found] == [
        ("数量指标", "疏浚长度", "≥12公里"),
        ("数量指标", "清运淤泥", "≥3万方"),
        ("质量指标", "合格率", "100%"),
        ("社会效益指标", "受益人口", "≥3万人"),
    ]


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("1 | 2 | 3 | 4", True),
        ("甲 | 乙 | 1 | 2", True),
        ("1 | 2 | 2 | 4", False),
        ("1 | 2", False),
        ("1 | 巡河 | 3", False),
        ("4 | 3 | 2", False),
        ("10 | 20 | 100", False),
        ("A | B | C", False),
    ],
)
def test_number_row(row: str, expected: bool) -> None:
    assert is_number_row(matrix(row), 0) is expected


@pytest.mark.parametrize("name", ["指标2：", "三级指标1", "……", "...", "3.", "", "——", "（可自行添加）", "指标"])
def test_fillers(name: str) -> None:
    assert is_filler(line(name))


@pytest.mark.parametrize("name", ["指标1：巡河次数", "巡河次数", "指标覆盖率", "5G基站数"])
def test_names_are_no_fillers(name: str) -> None:
    assert not is_filler(line(name))


def test_a_filler_with_a_value_is_an_indicator() -> None:
    assert not is_filler(line("指标2：", value="≥3次"))


def test_bare() -> None:
    assert line(level1="产出指标", level2="数量指标").bare
    assert not line("巡河次数").bare
    assert not Line(extra={"备注": "县级"}).bare


def levels(found: list[Line]) -> list[tuple[str, str, str]]:
    return [(x.get("level1"), x.get("level2"), x.get("name")) for x in found]


def test_blank_levels_take_those_above() -> None:
    found = carry_levels([line("巡河次数", "产出指标", "数量指标"), line("清淤长度"), line("达标率", "", "质量指标")])
    assert levels(found) == [
        ("产出指标", "数量指标", "巡河次数"),
        ("产出指标", "数量指标", "清淤长度"),
        ("产出指标", "质量指标", "达标率"),
    ]


def test_a_new_first_level_drops_the_second_level_above() -> None:
    found = carry_levels([line("巡河次数", "产出指标", "数量指标"), line("群众满意度", "满意度指标")])
    assert levels(found)[1] == ("满意度指标", "", "群众满意度")


def test_lines_before_the_first_level_have_none() -> None:
    assert levels(carry_levels([line("巡河次数"), line("达标率", "产出指标", "质量指标")]))[0] == ("", "", "巡河次数")


def test_a_tree_s_branches_are_levels_and_no_lines() -> None:
    found = carry_levels([line(level1="产出指标"), line(level2="数量指标"), line("巡河次数"), line(level2="质量指标"), line("达标率")])
    assert levels(found) == [("产出指标", "数量指标", "巡河次数"), ("产出指标", "质量指标", "达标率")]


def test_a_new_first_level_of_a_tree_drops_the_second_level_above() -> None:
    found = carry_levels(
        [line(level1="产出指标"), line(level2="数量指标"), line("巡河次数"), line(level1="满意度指标"), line("群众满意度")]
    )
    assert levels(found) == [("产出指标", "数量指标", "巡河次数"), ("满意度指标", "", "群众满意度")]


def test_a_blank_line_of_a_filled_form_stays() -> None:
    found = carry_levels([line("巡河次数", "产出指标", "数量指标"), line(level2="质量指标")])
    assert levels(found) == [("产出指标", "数量指标", "巡河次数"), ("产出指标", "质量指标", "")]


def test_split_level_moves_a_second_level_out_of_the_first_column() -> None:
    wrong, right, both = line("巡河次数", "数量指标"), line("巡河次数", "产出指标"), line("造价", "成本指标")
    for x in (wrong, right, both):
        split_level(x)
    assert (wrong.get("level1"), wrong.get("level2")) == ("", "数量指标")
    assert (right.get("level1"), right.get("level2")) == ("产出指标", "")
    assert (both.get("level1"), both.get("level2")) == ("成本指标", "")  # 成本指标 is a first level as well


LEVELS1 = st.sampled_from(["", "", "产出指标", "效益指标", "满意度指标", "成本指标"])
LEVELS2 = st.sampled_from(["", "", "数量指标", "质量指标", "社会效益指标", "学员满意度"])
NAMES = st.sampled_from(["", "巡河次数", "清淤长度", "指标2："])


@settings(max_examples=200, deadline=None)
@given(st.lists(st.tuples(NAMES, LEVELS1, LEVELS2), max_size=12))
def test_carrying_never_changes_a_printed_level_nor_loses_a_filled_line(rows: list[tuple[str, str, str]]) -> None:
    found = carry_levels([line(name, first, second, value=f"第{k}行" if name else "") for k, (name, first, second) in enumerate(rows)])
    kept = {x.get("value"): x for x in found if x.get("value")}
    filled = [(k, *row) for k, row in enumerate(rows) if row[0]]
    assert list(kept) == [f"第{k}行" for k, *_ in filled]
    for k, name, first, second in filled:
        result = kept[f"第{k}行"]
        assert result.get("name") == name
        assert result.get("level1") == (first or next((r[1] for r in reversed(rows[:k]) if r[1]), ""))
        assert not second or result.get("level2") == second
