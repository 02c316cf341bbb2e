"""Rows given as data."""

from __future__ import annotations

from typing import Any

from zhibiao.model.document import Table
from zhibiao.model.place import Place
from zhibiao.parsing.records import project_of, tables_from_records, tables_in_turn
from zhibiao.reading.blocks import Record


def tables(*rows: dict[str, Any]) -> list[Table]:
    return tables_from_records([Record(row, Place(line=k)) for k, row in enumerate(rows, 1)])[0]


def test_contract_keys() -> None:
    (table,) = tables(
        {
            "id": 7,
            "project_name": "河道疏浚",
            "project_code": "13092525 P00001",
            "department": "县水利局",
            "budget_total": 120.5,
            "purpose": "疏浚河道",
            "objectives": ["疏浚河道12公里", "清运淤泥"],
            "year": 2025,
            "level1": "产出指标",
            "level2": "数量指标",
            "name": "疏浚河道长度",
            "value": "≥12公里",
            "basis": "初步设计",
        }
    )
    assert (table.form, table.kind) == ("rows", "project")
    assert table.columns == ("level1", "level2", "name", "value", "basis")
    assert (table.project_name, table.project_code, table.department) == ("河道疏浚", "13092525P00001", "县水利局")
    assert (table.budget_total, table.budget_fiscal, table.year) == (120.5, None, 2025)
    assert table.objectives == ("疏浚河道12公里", "清运淤泥")
    (only,) = table.indicators
    assert (only.id, only.row, only.level1, only.level2, only.name, only.value, only.basis) == (
        7, 1, "产出指标", "数量指标", "疏浚河道长度", "≥12公里", "初步设计",
    )  # fmt: skip
    assert only.where == Place(line=1)
    assert only.cells["value"].original == "≥12公里"


def test_chinese_headers() -> None:
    (table,) = tables(
        {
            "项目名称": "河道疏浚",
            "一级指标": "产出指标",
            "三级指标": "巡河次数",
            "计算符号": "≥",
            "指标值": "48",
            "计量单位": "次",
            "分值": 10,
            "年度资金总额": "1,200",
        }
    )
    (only,) = table.indicators
    assert (table.project_name, table.budget_total) == ("河道疏浚", 1200.0)
    assert (only.level1, only.name, only.value) == ("产出指标", "巡河次数", "≥48次")
    assert only.extra == {"计算符号": "≥", "计量单位": "次", "分值": "10"}


def test_absent_is_no_column_and_empty_is_a_blank_cell() -> None:
    (table,) = tables({"name": "巡河次数", "value": "", "basis": None})
    assert table.columns == ("name", "value")
    assert (table.indicators[0].value, table.indicators[0].basis) == (None, None)


def test_a_blank_cell_has_its_place_and_one_that_is_not_there_has_none() -> None:
    (table,) = tables(
        {"project_name": "河道疏浚", "name": "巡河次数", "basis": ""}, {"project_name": "河道疏浚", "name": "合格率", "value": "≥9%"}
    )
    assert [sorted(line.cells) for line in table.indicators] == [["basis", "name"], ["name", "value"]]


def test_rows_without_a_project_are_one_table_while_they_say_the_same_of_it() -> None:
    found = tables(
        {"name": "甲"},
        {"name": "乙", "year": None},
        {"name": "丙", "year": 2025},
        {"name": "丁", "year": 2024},
        {"name": "戊", "year": 2024},
    )
    assert [(table.year, [line.name for line in table.indicators]) for table in found] == [
        (None, ["甲", "乙"]),
        (2025, ["丙"]),
        (2024, ["丁", "戊"]),
    ]


def test_what_rows_of_one_project_share() -> None:
    def project(**fields: Any) -> tuple[str, ...] | None:
        return project_of(Record(fields, Place()))

    assert project(name="甲", project_name="河道 疏浚") == project(项目名称="河道疏浚", 三级指标="乙")
    assert project(project_name="河道疏浚") != project(project_name="河道疏浚", department="水利局")
    assert project(name="甲", department="水利局") is None
    assert project(name="甲", project_name="") is None


def test_consecutive_rows_of_a_project_are_one_table() -> None:
    found = tables(
        {"project_name": "河道疏浚", "name": "甲"},
        {"project_name": "河道 疏浚", "name": "乙"},
        {"project_name": "水库加固", "name": "丙"},
        {"project_name": "河道疏浚", "name": "丁"},
        {"name": "戊"},
        {"name": "己"},
    )
    assert [(t.project_name, [i.name for i in t.indicators]) for t in found] == [
        ("河道疏浚", ["甲", "乙"]),
        ("水库加固", ["丙"]),
        ("河道疏浚", ["丁"]),
        (None, ["戊", "己"]),
    ]
    assert [i.row for i in found[0].indicators] == [1, 2]


def test_project_fields_may_stand_on_a_later_row() -> None:
    (table,) = tables({"project_code": "P1", "name": "甲"}, {"project_code": "P1", "name": "乙", "purpose": "疏浚", "budget_total": 0})
    assert (table.purpose, table.budget_total) == ("疏浚", 0.0)


def test_numbers_and_lists_as_text() -> None:
    (table,) = tables(
        {"name": "合格率", "value": 100.0},
        {"name": "单价", "value": 1.5},
        {"name": "措施", "value": ["疏浚", "清淤"]},
        {"name": "是否达标", "value": True},
    )
    assert [i.value for i in table.indicators] == ["100", "1.5", "疏浚\n清淤", "true"]


def test_unknown_keys_are_kept_aside_and_blank_ones_are_not() -> None:
    (table,) = tables({"name": "巡河次数", "牵头科室": "河长办", "复核": None, "说明人": ""})
    assert table.indicators[0].extra == {"牵头科室": "河长办"}


def test_blank_rows_are_unused() -> None:
    (table,) = tables({"name": "巡河次数", "value": "≥48次"}, {"name": " ", "value": ""})
    assert [i.unused for i in table.indicators] == [False, True]


def test_objectives_in_one_text_are_split() -> None:
    (table,) = tables({"name": "甲", "objectives": "1.疏浚河道\n2.清运淤泥"})
    assert table.objectives == ("疏浚河道", "清运淤泥")


def test_no_rows() -> None:
    assert tables() == []


def test_objects_without_indicator_fields_are_told() -> None:
    tables, doubts = tables_from_records([Record({"documents": []}, Place(line=1)), Record({"name": "巡河次数"}, Place(line=2))])
    assert [len(table.indicators) for table in tables] == [1]
    assert doubts == ["有 1 个对象（第1行）没有指标的任何字段，未作为指标读取；字段名应为 name、value 等，或“三级指标”“指标值”等列名"]


def test_rows_of_two_units_are_two_tables() -> None:
    rows = [{"department": unit, "project_name": "设备购置", "name": "购置电脑"} for unit in ("县水利局", "县教育局")]
    assert [table.department for table in tables_from_records([Record(row, Place()) for row in rows])[0]] == ["县水利局", "县教育局"]


def test_what_is_no_number_is_no_value() -> None:
    odd = {"name": "培训人数", "value": float("nan"), "year": float("inf"), "budget_total": float("nan")}
    (table,) = tables(odd, {"name": "甲", "value": 2.0})
    assert [one.value for one in table.indicators] == [None, "2"]
    assert table.year is None
    assert table.budget_total is None


def test_halves_of_characters_are_replaced_one_by_one() -> None:
    (table,) = tables({"name": "满\udfff意\ud800度", "value": "≥90%"})
    assert table.indicators[0].name == "满\ufffd意\ufffd度"


def test_tables_in_turn() -> None:
    """Rows that name no project are cut after so many; those of a project stay together."""
    rows = [{"name": str(n), "value": "1人", **({"project_name": "甲"} if 5 <= n < 9 else {})} for n in range(11)]
    found = [[one.name for one in table.indicators] for table in tables_in_turn([Record(row, Place(row=1)) for row in rows], 2)]
    assert found == [["0", "1"], ["2", "3"], ["4"], ["5", "6", "7", "8"], ["9", "10"]]
