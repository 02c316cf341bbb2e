"""Fragments cut into cells."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from zhibiao.parsing.flattened.fragments import LINE, PAGE, PARA, SPACE, Fragment, fragments_of
from zhibiao.parsing.flattened.habits import first_habits
from zhibiao.parsing.flattened.manners import AnyManner, Manner
from zhibiao.parsing.flattened.segmenting import Segmenter
from zhibiao.parsing.flattened.shapes import Width, text_of

ROLES = ("level1", "level2", "name", "value")


def cut(lines: list[str], roles: tuple[str, ...] = ROLES, before: list[list[str]] | None = None, goes_on: bool = False) -> list[list[str]]:
    """The rows as texts; a rest of the page before is marked by a leading +."""
    fragments = fragments_of(lines)
    habits = first_habits(roles, [fragments], AnyManner(), [None] * len(roles))
    rows = Segmenter(roles, habits).rows(fragments, before, goes_on)
    return [["+"] * row.rest + [text_of(fragments[i:j]) for i, j in row.spans] for row in rows]


def test_one_visual_line_a_row() -> None:
    assert cut(["产出指标 数量指标 疏浚河道长度 ≥12公里", "质量指标 工程合格率 100%", "效益指标 社会效益指标 受益人口 ≥3万人"]) == [
        ["产出指标", "数量指标", "疏浚河道长度", "≥12公里"],
        ["", "质量指标", "工程合格率", "100%"],
        ["效益指标", "社会效益指标", "受益人口", "≥3万人"],
    ]


def test_a_wrapped_level_is_one_cell() -> None:
    assert cut(["满意度指标", "服务对象满意度", "指标", "群众满意度", "≥90%"]) == [
        ["满意度指标", "服务对象满意度\n指标", "群众满意度", "≥90%"]
    ]


def test_a_name_that_is_also_a_level_s_word_stays_a_name() -> None:
    assert cut(["产出指标 数量指标 数量 12公里"]) == [["产出指标", "数量指标", "数量", "12公里"]]
    assert cut(["产出指标 成本指标 成本 ≤3万元"]) == [["产出指标", "成本指标", "成本", "≤3万元"]]


def test_a_date_is_a_value_and_no_name() -> None:
    assert cut(["产出指标 时效指标 完成时间 2025年12月底前"]) == [["产出指标", "时效指标", "完成时间", "2025年12月底前"]]


def test_a_page_may_begin_with_the_rest_of_a_row() -> None:
    before = [["产出指标"], ["数量指标"], ["疏浚河道长度"], ["≥12"]]
    assert cut(["公里", "质量指标 工程合格率 100%"], before=before) == [
        ["+", "", "", "", "公里"],
        ["", "质量指标", "工程合格率", "100%"],
    ]


def test_a_page_may_begin_with_a_whole_row() -> None:
    before = [["产出指标"], ["数量指标"], ["疏浚河道长度"], ["≥12公里"]]
    assert cut(["质量指标 工程合格率 100%"], before=before) == [["", "质量指标", "工程合格率", "100%"]]


def test_a_number_keeps_its_unit_and_a_date_its_day() -> None:
    assert cut(["产出指标 数量指标 装配假肢 18 例", "时效指标 完成时间 5 月 31 日前"]) == [
        ["产出指标", "数量指标", "装配假肢", "18 例"],
        ["", "时效指标", "完成时间", "5 月 31 日前"],
    ]


def test_behind_a_text_stands_no_unit() -> None:
    roles = ("level1", "level2", "name", "sign", "value", "unit")
    assert cut(["产出指标 数量指标 装配假肢 ≥ 18 例", "时效指标 完成时间 定性 30 日内", "质量指标 装配质量 定性 优良"], roles) == [
        ["产出指标", "数量指标", "装配假肢", "≥", "18", "例"],
        ["", "时效指标", "完成时间", "定性", "30 日内", ""],
        ["", "质量指标", "装配质量", "定性", "优良", ""],
    ]


def test_a_single_character_is_the_end_of_a_wrapped_name() -> None:
    roles = ("level1", "level2", "name", "description", "value")
    assert cut(["产出指标 数量指标 考古发掘面", "积", "≥300平方米"], roles) == [
        ["产出指标", "数量指标", "考古发掘面\n积", "", "≥300平方米"]
    ]


WORDS = st.sampled_from(
    [
        "产出指标",
        "效益指标",
        "数量指标",
        "质量指标",
        "社会效益指标",
        "服务对象满",
        "意度指标",
        "指标",
        "疏浚河道",
        "长度",
        "合格率",
        "≥12公里",
        "100%",
        "2025年",
        "12月底前",
        "（一",
        "）",
        "县政府批示",
        "优",
        "满意度指标",
    ]
)
FRAGMENTS = st.lists(st.tuples(WORDS, st.sampled_from([SPACE, LINE, LINE, PARA, PARA])), max_size=14)
COLUMNS = st.sampled_from(
    [
        ROLES,
        ("level1", "level2", "name", "description", "value", "basis"),
        ("level2", "name", "value"),
        ("name", "value"),
        ("level1", "level2", "name"),
    ]
)
WIDTHS = st.sampled_from([None, Width(8.0, wraps=True), Width(6.0, wraps=False)])
MANNERS = st.sampled_from([AnyManner(), Manner(False, LINE), Manner(True, PARA), Manner(False, SPACE), Manner(False, LINE, LINE)])


@settings(max_examples=150, deadline=None)
@given(FRAGMENTS, COLUMNS, WIDTHS, MANNERS, st.booleans(), st.booleans())
def test_every_fragment_lands_in_exactly_one_cell_in_order(
    found: list[tuple[str, str]], roles: tuple[str, ...], width: Width | None, manner: Manner | AnyManner, continued: bool, goes_on: bool
) -> None:
    fragments = [Fragment(text, before if k else PAGE, k) for k, (text, before) in enumerate(found)]
    before = [["产出指标"], ["数量指标"], ["疏浚河"], ["道长度"], ["≥12"], ["《办法"]][: len(roles)] if continued else None
    habits = first_habits(roles, [fragments], manner, [width] * len(roles))
    rows = Segmenter(roles, habits).rows(fragments, before, goes_on)
    assert all(len(row.spans) == len(roles) for row in rows)
    position = 0
    for row in rows:
        for start, stop in row.spans:
            assert start == position
            assert stop >= start
            position = stop
    assert position == len(fragments)
    assert all(not row.rest for row in rows[1:])
