"""What a retraining won and lost, on rows judged twice by hand."""

from __future__ import annotations

from dataclasses import replace

import pytest

from zhibiao.model.finding import Finding
from zhibiao.model.report import Category, IndicatorReport, TableReport
from zhibiao.training.data.records import LabelledRow, LabelledTable, Labels, Mark
from zhibiao.training.evaluation.comparing import by_chance, compared
from zhibiao.training.evaluation.judged import Judged

GRADES = {"S": 3, "M": 2, "A": 3, "R": 3, "T": 2}
LABELS = Labels(GRADES, "数量", ("数量", "质量"), (Mark("M206", "value", (0, 2)),))
ROW = LabelledRow("t.1", 1, {"name": "=培训人数", "value": "60人"}, LABELS)
TABLE = LabelledTable("t", "weak", "水利", "培训", 2026, "节水培训", (), (ROW,), {})
FOUND = Finding("M206", "missing-operator", "warning", "value", (0, 2), "60", "写上≥", "依据", None)
RIGHT = IndicatorReport(1, smart=GRADES, category=Category("数量", "质量"), grade="优", score=95.0, findings=(FOUND,))


def judged(line: IndicatorReport) -> list[Judged]:
    return [Judged(TABLE, TableReport(1), ((ROW, line),))]


def changes(old: IndicatorReport, new: IndicatorReport) -> dict[str, bool | None]:
    return {change.about: change.better for change in compared(judged(old), judged(new)).changes}


def test_the_same_answers_are_no_change() -> None:
    found = compared(judged(RIGHT), judged(RIGHT))
    assert (found.rows, found.changes) == (1, ())


def test_nearer_is_better_and_farther_is_worse() -> None:
    worse = replace(RIGHT, smart={**GRADES, "S": 0, "M": 3}, category=Category("数量", "时效"), findings=(), grade="差")
    assert changes(worse, RIGHT) == {"S": True, "M": True, "category": True, "findings": True, "grade": True}
    assert changes(RIGHT, worse) == {"S": False, "M": False, "category": False, "findings": False, "grade": False}


def test_another_acceptable_category_and_an_equally_wrong_grade_are_neither() -> None:
    other = replace(RIGHT, category=Category("数量", "数量"), smart={**GRADES, "M": 1})
    assert changes(replace(other, smart={**GRADES, "M": 3}), replace(RIGHT, smart=other.smart)) == {"category": None, "M": None}


def test_the_list_says_what_changed_and_no_cell_is_a_formula() -> None:
    found = compared(judged(RIGHT), judged(replace(RIGHT, smart={**GRADES, "T": 0})))
    lines = found.csv().decode("utf-8-sig").splitlines()
    assert lines == ["行编号,项目名称,三级指标,指标值,问的是,标注,旧模型,新模型,变化", "t.1,节水培训,'=培训人数,60人,T,2,2,0,变差"]
    assert "与旧模型比较：1 行，其中 1 行的判断有变化" in found.lines()
    assert [line.split()[:4] for line in found.lines() if line.startswith("  T")] == [["T", "0", "1", "0"]]


@pytest.mark.parametrize(("won", "lost", "chance"), [(0, 0, 1.0), (1, 0, 1.0), (5, 0, 0.0625), (9, 1, 0.021484375), (4, 4, 1.0)])
def test_chance_is_that_of_a_coin(won: int, lost: int, chance: float) -> None:
    assert by_chance(won, lost) == by_chance(lost, won) == chance
