"""A cell a line, each behind a tab."""

from __future__ import annotations

from grid_text import read_text, rows_of

from zhibiao.parsing.flattened.celled import LooseCell, cells_of, is_celled
from zhibiao.parsing.flattened.celled import rows_of as rows_of_cells

HEADER = ["\t一级指标", "\t二级指标", "\t三级指标", "\t指标值"]


def test_header_words_alone_on_their_lines() -> None:
    assert is_celled(["河道疏浚绩效目标表", *HEADER])
    assert not is_celled(["\t一级指标\t二级指标\t三级指标\t指标值"])
    assert not is_celled(["一级指标", "二级指标", "三级指标"])
    assert not is_celled(["\t首行缩进的正文", "\t另一段正文", "\t三级指标"])


def test_cells_and_the_blank_lines_before_them() -> None:
    cells, end = cells_of(["\t项目名称", "\t河道", "疏浚", "", "\t项目编码", "\t", "填表人：某甲", "\t某乙"], 0)
    assert cells == [LooseCell("项目名称", 0, 0), LooseCell("河道\n疏浚", 1, 0), LooseCell("项目编码", 4, 1), LooseCell("", 5, 0)]
    assert end == 6


def test_two_blank_lines_before_running_text_end_the_table() -> None:
    cells, end = cells_of(["\t三级指标", "", "", "二、政府采购", "\t正文"], 0)
    assert [c.text for c in cells] == ["三级指标"]
    assert end == 3


def test_the_title_of_the_next_table_ends_it() -> None:
    _, end = cells_of(["\t≥48次", "", "2.水库加固绩效目标表", "\t项目名称"], 0)
    assert end == 2


def loose(*texts: str) -> list[LooseCell]:
    """Cells by text; a leading / stands for a blank line before."""
    return [LooseCell(text.removeprefix("/"), k, int(text.startswith("/"))) for k, text in enumerate(texts)]


def test_rows_end_at_blank_lines_above_the_header() -> None:
    assert rows_of_cells(loose("项目名称", "河道疏浚", "/项目编码", "P1")) == [(0, ["项目名称", "河道疏浚"]), (2, ["项目编码", "P1"])]


def test_rows_under_a_header_are_as_wide_as_it() -> None:
    found = rows_of_cells(
        loose("一级指标", "三级指标", "指标值", "/产出指标", "巡河次数", "/≥48次", "", "清淤长度", "≥12公里", "/备注：无", "/单位负责人")
    )
    assert [cells for _, cells in found] == [
        ["一级指标", "三级指标", "指标值"],
        ["产出指标", "巡河次数", "≥48次"],
        ["", "清淤长度", "≥12公里"],
        ["备注：无"],
        ["单位负责人"],
    ]


def test_celled_document() -> None:
    found = read_text(
        "河道疏浚绩效目标表\n\t项目名称\n\t河道疏浚\n\n\t一级指标\n\t二级指标\n\t三级指标\n\t指标值\n\n\t产出指标\n\t数量指标\n\t巡河次数\n\t≥48次\n\n\t\n\t质量指标\n\t合格率\n\t100%\n\n\n附则"
    )
    assert found.tables[0].project_name == "河道疏浚"
    assert rows_of(found, "level1", "level2", "name", "value") == [
        ("产出指标", "数量指标", "巡河次数", "≥48次"),
        ("产出指标", "质量指标", "合格率", "100%"),
    ]
    assert found.tables[0].indicators[0].where.line == 10


def test_a_goal_behind_a_blank_line_belongs_to_its_label() -> None:
    lines = ["\t部门名称", "\t青川县档案馆", "", "\t整体绩效目标", "", "\t1.接收进馆档案3万卷", "2.开放档案鉴定8000件", ""]
    rows = rows_of_cells(cells_of(lines, 0)[0])
    assert [texts for _, texts in rows] == [["部门名称", "青川县档案馆"], ["整体绩效目标", "1.接收进馆档案3万卷\n2.开放档案鉴定8000件"]]
