"""How plain pdf text shows where cells stand."""

from __future__ import annotations

from zhibiao.parsing.flattened.fragments import LINE, PARA, SPACE, fragments_of
from zhibiao.parsing.flattened.manners import FREE, START, AnyManner, Manner, breaks_before, manners_for


def test_centred_cells_of_one_and_two_lines_are_half_a_line_apart() -> None:
    manner = Manner(top=False, half=LINE)
    assert manner.odd(1, 1, SPACE, PARA) == 0.0
    assert manner.odd(1, 2, LINE, PARA) == 0.0
    assert manner.odd(2, 1, LINE, PARA) == 0.0
    assert manner.odd(2, 2, PARA, PARA) == 0.0
    assert manner.odd(1, 1, PARA, PARA) > 0
    assert manner.odd(2, 2, SPACE, PARA) > 0
    assert manner.odd(1, 2, PARA, LINE) == 0.0  # the second half step makes a paragraph


def test_cells_that_begin_together() -> None:
    manner = Manner(top=True, half=PARA)
    assert manner.odd(1, 3, SPACE, PARA) == 0.0
    assert manner.odd(2, 1, PARA, PARA) == 0.0
    assert manner.odd(3, 1, SPACE, PARA) > 0


def test_a_row_does_not_begin_inside_a_line_and_merged_cells_stand_anywhere() -> None:
    for manner in (Manner(top=False, half=PARA), AnyManner()):
        assert manner.odd(START, 1, SPACE, PARA) > 0
        assert manner.odd(START, 1, PARA, PARA) == 0.0
    assert Manner(top=False, half=PARA).odd(FREE, 2, SPACE, PARA) == 0.0


def test_manners_by_the_separators_of_a_text() -> None:
    assert manners_for(fragments_of(["疏浚", "清淤"])) == (AnyManner(),)
    assert Manner(top=False, half=LINE, one=LINE) in manners_for(fragments_of(["疏浚 3处", "清淤"]))


def test_the_line_break_before_each_fragment() -> None:
    assert breaks_before(fragments_of(["疏浚", "清淤 3处", "", "清运"])) == [PARA, PARA, LINE, LINE]
