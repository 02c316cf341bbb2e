"""Where columns are parted."""

from __future__ import annotations

import re

import pytest
from layout_text import at

from zhibiao.parsing.flattened.laid_out import Piece, pieces_of
from zhibiao.parsing.flattened.laid_out_borders import gutters, moved, parted, under_header

WORD = re.compile(r"\S+")


def pieces(*lines: str) -> list[Piece]:
    return [piece for k, line in enumerate(lines) for piece in pieces_of(line, k)]


def borders(starts: list[int], stops: list[int], *lines: str) -> list[float]:
    words = [word for k, line in enumerate(lines) for word in pieces_of(line, k, WORD)]
    return under_header(starts, stops, pieces(*lines), words)


def test_borders_stand_in_the_middle_of_the_gaps() -> None:
    lines = (at((0, "产出指标"), (12, "疏浚河道长度"), (30, "≥12公里")), at((0, "效益指标"), (12, "受益人口"), (30, "≥3万人")))
    assert borders([0, 14, 30], [4, 18, 33], *lines) == [8.0, 24.0]


def test_a_border_goes_where_fewest_words_are_cut() -> None:
    line = at((0, "产出指标"), (9, "全县骨干河道疏浚总长度"))
    (border,) = borders([0, 12], [4, 16], line, line)
    assert 4 <= border <= 9


def test_columns_that_abut_are_parted_at_their_blank() -> None:
    (border,) = borders([0, 10], [4, 14], at((0, "疏浚河道总长度"), (8, "十二公里以上")), at((0, "清运淤泥总方量"), (8, "三万立方以上")))
    assert border == 7.5


def test_one_column_has_no_border() -> None:
    assert borders([0], [4], "疏浚") == []


@pytest.mark.parametrize(
    ("text", "start", "borders", "expected"),
    [
        ("疏浚河道", 0, [10.0], [("疏浚河道", 0)]),  # no border inside
        ("疏浚河道长度 12公里", 10, [16.5], [("疏浚河道长度", 10), ("12公里", 17)]),
        ("疏浚河道长度≥12公里", 10, [15.0], [("疏浚河道长度", 10), ("≥12公里", 16)]),
        ("疏浚河道长度十二公里", 10, [15.0], [("疏浚河道长度十二公里", 10)]),  # nowhere to cut
        ("产出 数量 疏浚", 0, [2.5, 5.5], [("产出", 0), ("数量", 3), ("疏浚", 6)]),
        ("完成 48 次", 0, [4.0], [("完成", 0), ("48 次", 3)]),  # number and unit stay together
    ],
)
def test_parted(text: str, start: int, borders: list[float], expected: list[tuple[str, int]]) -> None:
    assert parted(text, start, borders) == expected


def test_borders_move_with_a_shifted_page() -> None:
    before = [8.0, 22.0]
    shifted = pieces(
        at((6, "产出指标"), (18, "疏浚河道总长度"), (34, "≥12公里")),
        at((6, "效益指标"), (18, "沿线受益总人口"), (34, "≥3万人")),
        at((6, "满意度指标"), (18, "沿线群众满意情况"), (34, "≥90%")),
    )
    first, second = moved(before, shifted, [0])
    assert 10 < first < 18
    assert 25 < second < 34


def test_borders_stay_on_a_page_that_stands_still() -> None:
    same = pieces(at((0, "产出指标"), (12, "疏浚河道总长度"), (28, "≥12公里")))
    first, second = moved([8.0, 24.0], same, [0])
    assert 4 <= first <= 12
    assert 19 <= second <= 28
    assert moved([8.0, 24.0], [], [0]) == [8.0, 24.0]
    assert moved([], same, [0]) == []


def test_a_border_leaves_something_in_the_column_before_it() -> None:
    data = [Piece("聘用护林员人数", 1, 16, 23), Piece("全年在岗专职护林员", 1, 32, 41), Piece("≥412人", 1, 46, 51)]
    first, second = under_header([16, 25, 46], [20, 31, 49], data, data)
    assert 23 <= first <= 32
    assert 41 <= second <= 46


def test_gutters_of_the_data() -> None:
    data = [Piece("甲乙", 1, 0, 2), Piece("丙丁", 1, 6, 8), Piece("戊己庚", 2, 5, 8), Piece("辛", 2, 12, 13)]
    assert gutters(data) == [3.0, 9.5]
    assert gutters([]) == []
