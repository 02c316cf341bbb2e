"""Heads cut by a page break."""

from __future__ import annotations

from grid_text import grid, paragraph

from zhibiao.model.place import Place
from zhibiao.parsing.seams import rejoined
from zhibiao.reading.blocks import Grid


def page(number: int, drawing: str, wrapped: bool = True) -> Grid:
    return grid(drawing, Place(page=number, table=1), wrapped)


UPPER = "项目名称 | 河道疏浚\n资金总额 | 120\n年度绩 | 疏浚河道"
LOWER = "效目标 | 12公里\n备注 | 无"


def texts(found: Grid) -> list[tuple[int, int, str]]:
    return [(cell.row, cell.column, cell.text) for cell in found.cells]


def test_a_label_cut_in_two_joins_its_grids() -> None:
    (joined,) = rejoined([page(1, UPPER), page(2, LOWER)])
    assert isinstance(joined, Grid)
    assert joined.height == 4
    assert texts(joined) == [
        (0, 0, "项目名称"),
        (0, 1, "河道疏浚"),
        (1, 0, "资金总额"),
        (1, 1, "120"),
        (2, 0, "年度绩\n效目标"),
        (2, 1, "疏浚河道\n12公里"),
        (3, 0, "备注"),
        (3, 1, "无"),
    ]
    assert joined.place.page == 1


def test_three_pages_are_joined_one_after_another() -> None:
    (joined,) = rejoined([page(1, "项目名 | 河道"), page(2, "称 | 疏浚\n年度绩 | 疏浚河道"), page(3, "效目标 | 12公里")])
    assert isinstance(joined, Grid)
    assert texts(joined) == [(0, 0, "项目名\n称"), (0, 1, "河道\n疏浚"), (1, 0, "年度绩\n效目标"), (1, 1, "疏浚河道\n12公里")]


def test_grids_that_stay_apart() -> None:
    whole = page(1, "项目名称 | 河道疏浚\n年度绩效目标 | 疏浚河道")
    cases = [
        (whole, page(2, LOWER)),  # the label is whole
        (page(1, UPPER), page(1, LOWER)),  # one page
        (page(1, UPPER, wrapped=False), page(2, LOWER, wrapped=False)),  # no layout
        (page(1, UPPER), page(2, "效目标 | 12公里 | 无")),  # another width
        (page(1, UPPER), page(2, "科室 | 河长办")),  # no label comes of it
        (page(1, UPPER), page(2, "效目标 | 12公里\n三级指标 | 指标值\n巡河 | 48次")),  # indicators keep their page
    ]
    for upper, lower in cases:
        assert list(rejoined([upper, lower])) == [upper, lower]


def test_a_paragraph_between_keeps_them_apart() -> None:
    blocks = [page(1, UPPER), paragraph("第2页"), page(2, LOWER)]
    assert list(rejoined(blocks)) == blocks
    assert list(rejoined([])) == []
