"""What a table shows of itself."""

from __future__ import annotations

from zhibiao.parsing.flattened.fragments import fragments_of
from zhibiao.parsing.flattened.habits import first_habits, header_widths, learned, learned_width, level_blanks, level_starts
from zhibiao.parsing.flattened.manners import AnyManner
from zhibiao.parsing.flattened.shapes import Width


def test_level_names_also_wrapped_ones() -> None:
    fragments = fragments_of(["产出指标", "数量指标", "疏浚河道", "社会效益指", "标"])
    assert level_starts(fragments) == [(0, 1, "产出指标"), (1, 1, "数量指标"), (3, 2, "社会效益指标")]


def test_levels_in_every_row_are_not_blank() -> None:
    merged = fragments_of(["产出指标 数量指标 疏浚 3处", "清淤 2处", "质量指标 合格率 100%"])
    repeated = fragments_of(["产出指标 数量指标 疏浚 3处", "产出指标 数量指标 清淤 2处"])
    assert level_blanks([merged]) == {"level1": 0.0, "level2": 0.7}
    assert level_blanks([repeated]) == {"level1": 3.0, "level2": 6.0}


def test_a_width_is_that_of_full_lines() -> None:
    assert learned_width([["疏浚骨干河", "道长度"], ["清淤"]]) == Width(10.0, wraps=True)
    assert learned_width([["疏浚"], ["清运淤泥"]]) == Width(8.0, wraps=False)
    assert learned_width([]) is None


def test_widths_of_wrapped_header_words() -> None:
    assert header_widths([("指标值",), ("指标值确定", "依据")]) == (None, Width(10.0, wraps=True))


def test_a_column_that_is_never_filled_may_stay_blank() -> None:
    kinds = ("name", "description", "value")
    rows = [[fragments_of([name]), [], fragments_of(["3处"])] for name in ("疏浚", "清淤", "清运", "加固")]
    before = first_habits(kinds, [], AnyManner(), [None] * 3)
    after = learned(before, kinds, rows)
    assert after.blanks[1] < before.blanks[1]
    assert after.blanks[0] >= 5.0
