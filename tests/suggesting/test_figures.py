"""Figures of a table, what they count, and values made of them."""

from __future__ import annotations

import pytest

from zhibiao.features.reading import DocumentReading, Row, TableReading
from zhibiao.lexicon.measure_patterns import unit_of
from zhibiao.lexicon.norms import norm_of
from zhibiao.model.document import Document, Indicator, Table
from zhibiao.suggesting.draft import filled
from zhibiao.suggesting.figures import days_of, figures_of
from zhibiao.suggesting.measures import joined, stated_measures
from zhibiao.suggesting.subject import subject_of
from zhibiao.suggesting.values import value_for
from zhibiao.suggesting.wording import runs


def table(name: str, *objectives: str, year: int | None = 2025, rows: tuple[Indicator, ...] = ()) -> TableReading:
    one = Table(project_name=name, objectives=objectives, year=year, columns=("name", "value"), indicators=rows)
    return DocumentReading(Document("表", tables=(one,))).tables[0]


def test_figures_keep_what_they_count_and_where_they_stand() -> None:
    found = figures_of(table("储粮仓配发", "为280户种粮户配发储粮仓，合格率95%以上"))
    assert [(one.text, one.about, one.sign, one.place) for one in found] == [
        ("280户", "种粮户配发储粮仓", "", "绩效目标"),
        ("95%", "合格率", "≥", "绩效目标"),
    ]
    assert [day.text for day in days_of(table("改造", "10月底前投入使用"))] == ["10月底"]


@pytest.mark.parametrize(
    ("objective", "name", "value"),
    [
        ("为280户种粮户配发储粮仓", "配发储粮仓的种粮户户数", "=280户"),
        ("制作专题片3部", "制作专题片部数", "=3部"),
        ("慰问高温岗位职工1600人", "慰问高温岗位职工人数", "≥1600人"),
        ("船艇适航率93%以上", "船艇适航率", "≥93%"),
        ("每户补助800元", "储粮仓配发户均补助标准", "=800元/户"),
        ("10月底前投入使用", "储粮仓配发投入使用时间", "2025年10月底前"),
    ],
)
def test_an_objective_becomes_a_measure(objective: str, name: str, value: str) -> None:
    found = list(stated_measures(subject_of(table("储粮仓配发", objective))))
    assert [(one.name, one.value, one.blanks) for one in found] == [(name, value, ())]


@pytest.mark.parametrize(
    ("name", "value", "blanks"),
    [
        ("参训人数", "≥＿人", ("参训人数",)),
        ("验收合格率", "=100%", ()),
        ("群众满意度", "≥90%", ()),
        ("设备故障率", "≤＿%", ("设备故障率的目标值",)),
        ("完工时间", "2025年＿月＿日前", ("完成日期",)),
        ("报告数量", "≥＿份", ("报告数量",)),
        ("每户补助标准", "=＿元/户", ("单位标准",)),
        ("办理用时", "≤＿个工作日", ("办理用时的目标值",)),
        ("工作成效", None, ()),
    ],
)
def test_a_value_has_sign_and_unit_and_is_blank_where_only_the_author_knows(name: str, value: str | None, blanks: tuple[str, ...]) -> None:
    reading = table("某项目")
    found = value_for(name, Row(Indicator(1, name=name), reading), subject_of(reading))
    assert (found.text if found else None, found.blanks if found else ()) == (value, blanks)


def test_a_figure_that_another_row_states_is_not_taken_twice() -> None:
    reading = table(
        "培训", "培训学员300人", rows=(Indicator(1, name="培训学员人数", value="≥300人"), Indicator(2, name="学员人数", value="若干"))
    )
    found = value_for("学员人数", reading.rows[1], subject_of(reading))
    assert found is not None
    assert found.text == "≥＿人"


def test_norms_units_and_runs() -> None:
    norm = norm_of("学员满意度")
    assert norm is not None
    assert norm.value == "≥90%"
    assert norm_of("到课率") is None
    assert [unit_of(thing) for thing in ("审计报告", "执法船艇", "信息平台", "某物")] == ["份", "艘", "套", ""]
    assert runs("为困难职工发放慰问金") == ("困难职工", "慰问金")
    assert joined("书记员速录培训", "培训期数") == "书记员速录培训期数"


def test_blanks_are_filled_for_judging_only() -> None:
    row = {"name": "完成时间", "value": "2025年＿月＿日前", "description": None, "basis": "《＿》"}
    assert filled(row, 2025) == {"name": "完成时间", "value": "2025年11月20日前", "description": None, "basis": "《年度工作方案》"}
    assert filled({"name": "故障率", "value": "≤＿%"}, 2025)["value"] == "≤2%"
    assert filled({"name": "人数", "value": "≥＿人"}, 2025, 3) != filled({"name": "人数", "value": "≥＿人"}, 2025, 4)
