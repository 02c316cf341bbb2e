"""Slots and the cells that cover them."""

from __future__ import annotations

from grid_text import HERE, grid, matrix

from zhibiao.model.place import Place
from zhibiao.parsing.matrix import Matrix
from zhibiao.reading.blocks import Cell, Grid

DRAWN = """
    产出指标 | 数量指标 | 疏浚河道长度 | ≥12公里
    ^       | ^        | 清运淤泥     | <
    效益指标 | ~        | 防洪能力     |
"""


def test_the_builder_draws_spans_and_holes() -> None:
    cells = grid(DRAWN).cells
    assert [(c.text, c.row, c.column, c.row_span, c.column_span) for c in cells] == [
        ("产出指标", 0, 0, 2, 1),
        ("数量指标", 0, 1, 2, 1),
        ("疏浚河道长度", 0, 2, 1, 1),
        ("≥12公里", 0, 3, 1, 1),
        ("清运淤泥", 1, 2, 1, 2),
        ("效益指标", 2, 0, 1, 1),
        ("防洪能力", 2, 2, 1, 1),
        ("", 2, 3, 1, 1),
    ]


def test_a_merged_cell_stands_in_all_its_slots_and_a_hole_in_none() -> None:
    drawn = matrix(DRAWN)
    assert [[cell.text if cell else None for cell in row] for row in drawn.rows] == [
        ["产出指标", "数量指标", "疏浚河道长度", "≥12公里"],
        ["产出指标", "数量指标", "清运淤泥", "清运淤泥"],
        ["效益指标", None, "防洪能力", ""],
    ]


def test_cells_of_a_row() -> None:
    drawn = matrix(DRAWN)
    assert [c.text for c in drawn.touching(1)] == ["产出指标", "数量指标", "清运淤泥"]
    assert [c.text for c in drawn.own(1)] == ["清运淤泥"]
    assert [c.text for c in drawn.own(2)] == ["效益指标", "防洪能力", ""]
    assert [c.text for c in drawn.texts(2)] == ["效益指标", "防洪能力"]


def test_a_span_over_the_edge_is_cut() -> None:
    drawn = Matrix(Grid((Cell("防洪", 0, 0, row_span=5, column_span=5),), 2, 2, HERE))
    assert [[cell.text if cell else None for cell in row] for row in drawn.rows] == [["防洪", "防洪"], ["防洪", "防洪"]]


def test_places_are_printed_addresses() -> None:
    drawn = Matrix(Grid((Cell("防洪", 1, 1),), 2, 2, Place(sheet="水利", table=1), first_row=4, first_column=3))
    assert drawn.place(drawn.own(1)[0]) == Place(sheet="水利", table=1, row=5, column=4)
    assert drawn.at(0) == Place(sheet="水利", table=1, row=4)


def test_rows_of_a_text_have_lines() -> None:
    drawn = Matrix(grid(DRAWN, Place(table=2, line=30), row_lines=(31, 35)))
    assert [drawn.at(r).line for r in range(3)] == [31, 35, 30]
