"""A suggestion as fixes of cells."""

from __future__ import annotations

from zhibiao.model.report import DocumentReport, IndicatorReport, TableReport
from zhibiao.model.suggestion import Suggestion
from zhibiao.reports.suggested_changes import with_changes

LINES = (
    IndicatorReport(1, name="场次", value="若干", basis="年度计划", suggestions=()),
    IndicatorReport(2, name="人数", value="很多", suggestions=()),
)
REPORT = DocumentReport("表", tables=(TableReport(1, indicators=LINES),))
NEW = {"level2": "数量指标", "name": "场次", "description": None, "value": "≥＿场", "basis": "年度计划"}


def fixes(suggestion: Suggestion) -> list[list[tuple[str, str, str]]]:
    lines = with_changes(REPORT, suggestion).tables[0].indicators
    return [[(one.fix.field, one.fix.old, one.fix.new) for one in line.findings if one.fix] for line in lines]


def test_only_cells_that_change_are_touched() -> None:
    assert fixes(Suggestion("mend", (NEW,), ("场次",), table=1, row=1)) == [[("value", "若干", "≥＿场")], []]


def test_a_row_that_goes_is_struck_out() -> None:
    found = fixes(Suggestion("remove", why="硬凑。", table=1, row=1))
    assert found == [[("name", "场次", ""), ("value", "若干", ""), ("basis", "年度计划", "")], []]


def test_what_the_cells_cannot_show_is_told() -> None:
    second = {**NEW, "name": "听讲人次", "value": "≥＿人次"}
    lines = with_changes(REPORT, Suggestion("split", ({**NEW, "name": "宣讲场次"}, second), (), None, None, "拆开。", table=1, row=1))
    assert lines.tables[0].indicators[0].findings[0].message == "拆开。另加一行：听讲人次 ≥＿人次。"
    moved = with_changes(REPORT, Suggestion("move", ({**NEW, "name": "宣讲场次"},), (), None, None, "放错了。", table=1, row=1))
    assert moved.tables[0].indicators[0].findings[0].message == "放错了。移到“数量指标”。"
