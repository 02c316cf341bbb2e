"""Visual lines gathered to rows, and levels given to them."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from zhibiao.parsing.flattened.laid_out_rows import Lines, Row, cut_rows, grouped, levels_of_rows

ROLES = ("level1", "level2", "name", "value", "basis")
COLUMNS = [2, 3, 4]


def lines(*found: tuple[int, dict[int, str]]) -> Lines:
    return Lines([number for number, _ in found], [cells for _, cells in found])


def spans(found: Lines) -> list[tuple[int, int]]:
    rows = cut_rows(found, COLUMNS, ROLES)
    return [(row.start, row.stop) for row in rows]


def test_lines_far_apart_are_rows() -> None:
    found = lines(
        (3, {1: "数量指标", 2: "疏浚河道长度", 3: "≥12公里", 4: "初步设计"}),
        (6, {1: "质量指标", 2: "工程合格率", 3: "100%", 4: "施工合同"}),
    )
    rows = cut_rows(found, COLUMNS, ROLES)
    assert rows == [Row(0, 1, 3, 3), Row(1, 2, 6, 6)]


def test_centred_cells_are_one_row() -> None:
    found = lines(
        (3, {2: "完成疏浚的河", 4: "《河道治理"}),
        (4, {3: "≥12公里"}),
        (5, {2: "道长度", 4: "初步设计》"}),
        (7, {2: "工程合格率", 3: "100%", 4: "施工合同"}),
    )
    rows = cut_rows(found, COLUMNS, ROLES)
    assert [(row.start, row.stop, row.top, row.bottom) for row in rows] == [(0, 3, 3, 5), (3, 4, 7, 7)]


def test_cells_that_begin_together_are_one_row() -> None:
    found = lines(
        (3, {2: "完成疏浚的河", 3: "≥12公里", 4: "《河道治理工"}),
        (4, {2: "道长度", 4: "程初步设计"}),
        (5, {4: "批复》"}),
        (6, {2: "工程合格率", 3: "100%", 4: "施工合同"}),
    )
    assert spans(found) == [(0, 3), (3, 4)]


def test_two_numbers_over_each_other_are_two_rows() -> None:
    roles = ("name", "value")
    found = lines((3, {0: "疏浚河道", 1: "12"}), (4, {0: "清运淤泥", 1: "3"}))
    rows = cut_rows(found, [0, 1], roles)
    assert [(row.start, row.stop) for row in rows] == [(0, 1), (1, 2)]


DENSE = ("level1", "level2", "name", "value")


def test_lines_of_measures_are_rows_of_their_own() -> None:
    found = lines(
        (0, {1: "数量指标", 2: "骨干河道清淤疏浚长度", 3: "≥48公里"}),
        (1, {2: "清淤长度", 3: "≥12公里"}),
        (2, {1: "质量指标", 2: "验收合格率", 3: "100%"}),
        (3, {1: "时效指标", 2: "完工时间", 3: "2025年12月底前"}),
    )
    assert [(row.start, row.stop) for row in cut_rows(found, [2, 3], DENSE)] == [(0, 1), (1, 2), (2, 3), (3, 4)]


def test_a_wrapped_level_is_one_label() -> None:
    found = lines(
        (0, {1: "社会效益", 2: "巡河覆盖的自然村和", 3: "提升水安全"}),
        (1, {1: "指标", 2: "居民点", 3: "水平"}),
    )
    assert [(row.start, row.stop) for row in cut_rows(found, [2, 3], DENSE)] == [(0, 2)]


def test_no_lines() -> None:
    assert cut_rows(lines(), COLUMNS, ROLES) == []


CELLS = st.dictionaries(
    st.integers(0, 4), st.sampled_from(["疏浚河道", "长度", "12", "≥12公里", "100%", "《河道治理", "办法》", "数量指标"]), min_size=1
)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(st.integers(1, 4), CELLS), max_size=14))
def test_every_line_lands_in_exactly_one_row_in_order(found: list[tuple[int, dict[int, str]]]) -> None:
    numbers = [sum(step for step, _ in found[: k + 1]) for k in range(len(found))]
    rows = cut_rows(Lines(numbers, [cells for _, cells in found]), COLUMNS, ROLES)
    assert [k for row in rows for k in range(row.start, row.stop)] == list(range(len(found)))
    assert all(row.start < row.stop and row.top <= row.bottom for row in rows)


def row(index: int, line: float) -> Row:
    return Row(index, index + 1, line, line)


FOUR = [row(k, 2.0 * k) for k in range(4)]


def no_odd(labels: int, rows: int = 4) -> list[list[float]]:
    return [[0.0] * rows for _ in range(labels)]


def at_middles(*middles: float) -> list[tuple[float, float]]:
    """Labels so tall that they cannot stand at the top of their rows."""
    return [(middle - 50.0, middle) for middle in middles]


def test_labels_may_all_stand_at_the_top() -> None:
    five = [*FOUR, row(4, 8.0)]
    spots = [(0.0, 0.0), (6.0, 6.0)]  # in the middle of their rows they would leave a gap
    assert grouped(five, spots, no_odd(2, 5), [False] * 5, 3.0) == [(0, 3), (3, 5)]


def test_rows_are_grouped_around_their_label() -> None:
    assert grouped(FOUR, at_middles(1.0, 5.0), no_odd(2), [False] * 4, 3.0) == [(0, 2), (2, 4)]
    assert grouped(FOUR, at_middles(2.0, 6.0), no_odd(2), [False] * 4, 3.0) == [(0, 3), (3, 4)]
    assert grouped(FOUR, at_middles(3.0), no_odd(1), [False] * 4, 3.0) == [(0, 4)]


def test_rows_before_the_first_label_belong_to_none_after_a_page_break() -> None:
    assert grouped(FOUR, at_middles(5.0), no_odd(1), [False] * 4, 0.3) == [(2, 4)]


def test_a_label_may_stand_without_rows_where_that_is_cheap() -> None:
    assert grouped(FOUR[:2], at_middles(0.0, 1.0, 2.0), no_odd(3, 2), [False] * 2, 3.0, empty=0.5) == [(0, 1), (1, 1), (1, 2)]


def test_no_group_begins_at_an_inner_row() -> None:
    assert grouped(FOUR, at_middles(2.0, 6.0), no_odd(2), [False, False, False, True], 3.0) == [(0, 2), (2, 4)]


def test_levels_stand_at_the_first_row_that_they_cover() -> None:
    found = lines(
        (0, {2: "疏浚河道", 3: "12公里"}),
        (1, {1: "数量指标"}),
        (2, {2: "清运淤泥", 3: "3万方"}),
        (4, {1: "质量指标", 2: "合格率", 3: "100%"}),
    )
    rows = [Row(0, 1, 0, 0), Row(2, 3, 2, 2), Row(3, 4, 4, 4)]
    assert levels_of_rows(found, rows, 1, "level2", [], False) == (rows, ["数量指标", "", "质量指标"])


def test_parts_of_a_wrapped_level_are_one_label() -> None:
    found = lines((0, {1: "服务对象满"}), (1, {1: "意度指标", 2: "群众满意度", 3: "≥90%"}))
    rows = [Row(0, 2, 1, 1)]
    assert levels_of_rows(found, rows, 1, "level2", [], False)[1] == ["服务对象满意度指标"]


def test_a_first_level_takes_only_second_levels_that_belong_to_it() -> None:
    found = lines((0, {0: "产出指标"}), (2, {2: "合格率"}), (4, {2: "受益人口"}), (5, {0: "效益指标"}))
    rows = [Row(0, 1, 0, 0), Row(1, 2, 2, 2), Row(2, 3, 4, 4)]
    _, levels = levels_of_rows(found, rows, 0, "level1", ["数量指标", "质量指标", "社会效益指标"], False)
    assert levels == ["产出指标", "", "效益指标"]


def test_a_level_that_nobody_filled_is_a_row() -> None:
    found = lines((0, {1: "数量指标", 2: "疏浚河道"}), (6, {1: "质量指标"}), (12, {1: "时效指标", 2: "完成时间"}))
    rows = [Row(0, 1, 0, 0), Row(2, 3, 12, 12)]
    kept, levels = levels_of_rows(found, rows, 1, "level2", [], False)
    assert levels == ["数量指标", "质量指标", "时效指标"]
    assert [r.top for r in kept] == [0, 6.0, 12]


def test_no_labels_no_levels() -> None:
    found = lines((0, {2: "疏浚河道"}))
    assert levels_of_rows(found, [Row(0, 1, 0, 0)], 1, "level2", [], False) == ([Row(0, 1, 0, 0)], [""])


def test_a_label_covers_the_row_on_its_line() -> None:
    found = [row(k, float(k)) for k in range(4)]
    spots = [(0.0, 0.0), (2.0, 2.0), (3.0, 3.0), (4.0, 4.0)]  # the last one's line holds nothing else
    assert grouped(found, spots, no_odd(4), [False] * 4, 3.0, empty=5.0) == [(0, 2), (2, 3), (3, 4), (4, 4)]


def test_pages_far_too_long_are_grouped_line_by_line() -> None:
    many = [row(k, float(k)) for k in range(2_000)]
    spots = [(float(k), float(k)) for k in range(0, 2_000, 2)]
    assert grouped(many, spots, [], [], 3.0)[:2] == [(0, 2), (2, 4)]
