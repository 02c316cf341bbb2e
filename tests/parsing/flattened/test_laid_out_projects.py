"""Lists of projects in layout text."""

from __future__ import annotations

from zhibiao.parsing.flattened.laid_out_projects import with_projects
from zhibiao.parsing.flattened.laid_out_rows import Lines, Row

ROLES = ("list.project_name", "list.budget_total", "level1", "name", "value")


def project_rows(named: dict[int, dict[int, str]], cells: list[list[str]], continued: bool = False) -> tuple[list[list[str]], list[int]]:
    """named: line -> column -> text of the project's columns; each row of cells takes two lines, from 0."""
    by_line = {2 * k: {c: text for c, text in enumerate(row) if text} for k, row in enumerate(cells)}
    for line, texts in named.items():
        by_line.setdefault(line, {}).update(texts)
    data = Lines(sorted(by_line), [by_line[n] for n in sorted(by_line)])
    rows = [Row(k, k + 1, 2.0 * k, 2.0 * k) for k in range(len(cells))]
    return with_projects(data, rows, ROLES, cells, [2 * k for k in range(len(cells))], continued)


CELLS = [
    ["", "", "产出指标", "疏浚河道", "12公里"],
    ["", "", "", "清运淤泥", "3万方"],
    ["", "", "效益指标", "受益人口", "3万人"],
    ["", "", "产出指标", "加固水库", "3座"],
    ["", "", "效益指标", "防洪能力", "提升"],
    ["", "", "满意度指标", "群众满意度", "90%"],
]


def test_a_project_s_name_and_money_stand_in_its_first_row() -> None:
    found, numbers = project_rows({2: {0: "河道疏浚", 1: "120"}, 8: {0: "水库加固", 1: "80"}}, CELLS)
    assert found == [
        ["河道疏浚", "120", "产出指标", "疏浚河道", "12公里"],
        ["", "", "", "清运淤泥", "3万方"],
        ["", "", "效益指标", "受益人口", "3万人"],
        ["水库加固", "80", "产出指标", "加固水库", "3座"],
        ["", "", "效益指标", "防洪能力", "提升"],
        ["", "", "满意度指标", "群众满意度", "90%"],
    ]
    assert numbers == [0, 2, 4, 6, 8, 10]


def test_a_name_of_two_lines_is_one_name() -> None:
    found, _ = project_rows({1: {0: "全县骨干河道"}, 3: {0: "疏浚"}, 8: {0: "水库加固"}}, CELLS)
    assert [row[0] for row in found] == ["全县骨干河道\n疏浚", "", "", "水库加固", "", ""]


def test_rows_before_the_first_name_go_on_from_the_page_before() -> None:
    found, _ = project_rows({8: {0: "水库加固"}}, CELLS, continued=True)
    assert [row[0] for row in found] == ["", "", "", "水库加固", "", ""]


def test_without_names_nothing_is_added() -> None:
    found, numbers = project_rows({}, CELLS)
    assert found == CELLS
    assert numbers == [0, 2, 4, 6, 8, 10]
