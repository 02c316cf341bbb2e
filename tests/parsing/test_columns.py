"""Header cells and header rows: what each column means, and rows that are no header."""

from __future__ import annotations

import pytest
from grid_text import matrix

from zhibiao.parsing.columns import find_header, role_of


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("一级指标", "level1"),
        ("一级\n指标", "level1"),
        ("二级指标（必填）", "level2"),
        ("三级指标*", "name"),
        ("指标名称：", "name"),
        ("绩效指标描述", "description"),
        ("指标解释", "description"),
        ("三级指标解释", "description"),
        ("绩效指标补充说明", "description"),
        ("2025年度指标值", "value"),
        ("2025年指标值（万元）", "value"),
        ("指標值", "value"),
        ("半年指标值", "value"),
        ("实施期指标值", "value~"),
        ("指标值确定依据", "basis"),
        ("目标设定依据", "basis"),
        ("绩效标准", "standard"),
        ("计算符号", "sign"),
        ("指标性质", "sign"),
        ("计量单位", "unit"),
        ("序号", "skip"),
        ("一级指标/二级指标", "levels"),
        ("项目名称", "list.project_name"),
        ("年度绩效目标", "list.objectives"),
    ],
)
def test_known_headers(text: str, role: str) -> None:
    assert role_of(text) == role


@pytest.mark.parametrize(
    "text",
    [
        "全年实际值",
        "上年指标值",
        "去年同期指标值",
        "1-6月指标值",
        "指标权重",
        "分值（10分）",
        "得分",
        "偏差原因分析及改进措施",
        "指标值说明",
    ],
)
def test_columns_that_are_kept_aside(text: str) -> None:
    """They look like values or names and are none."""
    assert role_of(text) == "extra"


@pytest.mark.parametrize(
    "text",
    ["", "  ", "疏浚河道长度", "≥95%", "本指标值由各县教育局依据上年度统计年报填写", "12", "产出指标", "实现绩效目标的" * 8],
)
def test_data_is_no_header(text: str) -> None:
    assert role_of(text) is None


def columns(drawing: str, row: int = 0) -> list[tuple[str, str]] | None:
    header = find_header(matrix(drawing), row)
    return None if header is None else [(c.role, c.header) for c in header.columns]


def test_plain_header() -> None:
    assert columns("""
        一级指标 | 二级指标 | 三级指标 | 指标值
        产出指标 | 数量指标 | 巡河次数 | ≥48次
    """) == [("level1", "一级指标"), ("level2", "二级指标"), ("name", "三级指标"), ("value", "指标值")]


def test_names_and_values_without_levels() -> None:
    assert columns("指标名称 | 指标值") == [("name", "指标名称"), ("value", "指标值")]


@pytest.mark.parametrize(
    "drawing",
    [
        "产出指标 | 数量指标 | 巡河次数 | ≥48次",
        "项目名称 | 河道疏浚 | 项目编码 | 13092524P00001",
        "三级指标",
        "一级指标 | 说明",
        "项目名称 | 年度目标 | 指标值说明",
        "指标值 | 得分 | 分值",
        "名称 | 数量 | 备注",
        "三级指标 | 本项目的指标值由县水利局根据上一年度河道管理工作考核情况以及全县水利普查成果综合测算后逐项填写，"
        + "不得空缺，不得漏填。" * 3,
    ],
)
def test_rows_that_are_no_header(drawing: str) -> None:
    assert columns(drawing) is None


def test_value_split_over_columns() -> None:
    assert columns("一级指标 | 二级指标 | 三级指标 | 指标性质 | 指标值 | 度量单位 | 权重") == [
        ("level1", "一级指标"),
        ("level2", "二级指标"),
        ("name", "三级指标"),
        ("sign", "指标性质"),
        ("value", "指标值"),
        ("unit", "度量单位"),
        ("extra", "权重"),
    ]


def test_side_column_is_no_name() -> None:
    assert columns("绩效指标 | 一级指标 | 二级指标 | 三级指标 | 指标值") == [
        ("side", "绩效指标"),
        ("level1", "一级指标"),
        ("level2", "二级指标"),
        ("name", "三级指标"),
        ("value", "指标值"),
    ]


def test_header_of_two_rows_is_named_by_its_finest_words() -> None:
    drawing = """
        一级指标 | 二级指标 | 三级指标 | 指标值   | <      | 分值
        ^       | ^        | ^        | 计算符号 | 指标值 | ^
        产出指标 | 数量指标 | 巡河次数 | ≥       | 48次   | 10
    """
    header = find_header(matrix(drawing), 0)
    assert header is not None
    assert (header.first, header.last) == (0, 1)
    assert [(c.role, c.start, c.stop) for c in header.columns] == [
        ("level1", 0, 1),
        ("level2", 1, 2),
        ("name", 2, 3),
        ("sign", 3, 4),
        ("value", 4, 5),
        ("extra", 5, 6),
    ]


def test_span_of_a_header_cell() -> None:
    header = find_header(matrix("一级指标 | 二级指标 | 三级指标 | < | 指标值"), 0)
    assert header is not None
    assert [(c.role, c.start, c.stop) for c in header.columns][2:] == [("name", 2, 4), ("value", 4, 5)]


def test_indicator_content_is_the_name_only_where_no_better_column_exists() -> None:
    assert columns("一级指标 | 二级指标 | 指标内容 | 指标值") == [
        ("level1", "一级指标"),
        ("level2", "二级指标"),
        ("name", "指标内容"),
        ("value", "指标值"),
    ]
    beside = columns("一级指标 | 二级指标 | 三级指标 | 指标内容 | 指标值")
    assert beside is not None
    assert beside[2:4] == [("name", "三级指标"), ("description", "指标内容")]


def test_value_of_the_period_gives_way_to_the_annual_one() -> None:
    assert columns("三级指标 | 实施周期指标值 | 年度指标值") == [("name", "三级指标"), ("extra", "实施周期指标值"), ("value", "年度指标值")]
    assert columns("三级指标 | 实施期指标值") == [("name", "三级指标"), ("value", "实施期指标值")]


@pytest.mark.parametrize(
    ("drawing", "value"),
    [
        ("三级指标 | 年度指标值 | 全年实际值", "年度指标值"),
        ("三级指标 | 半年指标值 | 全年指标值", "全年指标值"),
        ("三级指标 | 申报指标值 | 批复指标值", "批复指标值"),
        ("三级指标 | 2024年目标值 | 2025年目标值", "2025年目标值"),
    ],
)
def test_one_of_several_values_is_the_target(drawing: str, value: str) -> None:
    found = columns(drawing)
    assert found is not None
    assert [word for role, word in found if role == "value"] == [value]
    assert [role for role, _ in found] == ["name", *("value" if word == value else "extra" for _, word in found[1:])]


def test_two_sided_form_of_2015_takes_the_annual_side() -> None:
    found = columns("一级指标 | 二级指标 | 三级指标 | 指标值 | 二级指标 | 三级指标 | 指标值")
    assert found is not None
    assert [role for role, _ in found] == ["level1", "extra", "extra", "extra", "level2", "name", "value"]


def test_unit_before_the_values_is_the_body() -> None:
    before = columns("单位 | 项目名称 | 三级指标 | 指标值")
    after = columns("项目名称 | 三级指标 | 指标值 | 单位")
    assert before is not None
    assert after is not None
    assert before[0] == ("list.department", "单位")
    assert after[3] == ("unit", "单位")


def test_general_goal_beside_an_annual_one_is_the_period_s() -> None:
    both = columns("项目名称 | 总体目标 | 年度目标 | 三级指标 | 指标值")
    alone = columns("项目名称 | 总体目标 | 三级指标 | 指标值")
    assert both is not None
    assert alone is not None
    assert both[1:3] == [("list.period_objectives", "总体目标"), ("list.objectives", "年度目标")]
    assert alone[1] == ("list.objectives", "总体目标")


def test_column_without_a_known_word_is_kept_aside() -> None:
    found = columns("一级指标 | 二级指标 | 三级指标 | 指标值 | 牵头科室")
    assert found is not None
    assert found[4] == ("extra", "牵头科室")


def test_repeated_column() -> None:
    found = columns("一级指标 | 二级指标 | 二级指标 | 三级指标 | 指标值")
    assert found is not None
    assert [role for role, _ in found] == ["level1", "level2", "second.level2", "name", "value"]


WIDE = """
    项目名称 | 年度目标 | 产出指标 | <        | <        | 效益指标
    ^       | ^        | 数量指标 | 质量指标 | 时效指标 | 社会效益指标
"""


def test_second_levels_over_columns() -> None:
    header = find_header(matrix(WIDE), 0)
    assert header is not None
    assert [c.role for c in header.columns] == ["list.project_name", "list.objectives"]
    assert [(name.levels, name.start, value) for name, value in header.wide] == [
        (("产出指标", "数量指标"), 2, None),
        (("产出指标", "质量指标"), 3, None),
        (("产出指标", "时效指标"), 4, None),
        (("效益指标", "社会效益指标"), 5, None),
    ]
    assert header.lists_projects


def test_two_levels_over_columns_are_too_few() -> None:
    assert columns("项目名称 | 数量指标 | 质量指标") is None


def test_header_asks_and_signature() -> None:
    header = find_header(matrix("序号 | 绩效指标 | 一级指标 | 三级 指标 | 指标值"), 0)
    again = find_header(matrix("序号 | 绩效指标 | 一级指标 | 三级指标 | 指标值"), 0)
    other = find_header(matrix("序号 | 绩效指标 | 一级指标 | 三级指标 | 指标值 | 备注"), 0)
    assert header is not None
    assert again is not None
    assert other is not None
    assert header.signature == again.signature == ("序号", "一级指标", "三级指标", "指标值")
    assert header.signature != other.signature
    assert header.has("value")
    assert not header.has("basis")
    assert header.find("basis") is None
    assert not header.lists_projects


def test_side_cell_that_reaches_down_says_nothing_of_the_header() -> None:
    drawing = """
        绩效指标 | 一级指标 | 二级指标 | 三级指标 | 指标值
        ^       | 产出指标 | 数量指标 | 巡河次数 | ≥48次
        ^       | ^        | 质量指标 | 水质达标 | 100%
        ^       | ^        | 时效指标 | 完成时间 | 12月底
        ^       | 效益指标 | 社会效益指标 | 受益人口 | ≥3万人
        ^       | ^        | 生态效益指标 | 水面保洁 | 良好
        ^       | 满意度指标 | 服务对象满意度指标 | 群众满意度 | ≥90%
    """
    header = find_header(matrix(drawing), 0)
    assert header is not None
    assert (header.first, header.last) == (0, 0)
