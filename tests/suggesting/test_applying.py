"""A suggestion put into its document, and what that is worth."""

from __future__ import annotations

import pytest

import zhibiao
from zhibiao.model.document import Document, Indicator, Table
from zhibiao.model.suggestion import Suggestion

ROWS = (Indicator(1, "产出指标", "数量指标", "场次", None, "若干"), Indicator(2, "效益指标", "生态效益指标", "营造氛围", None, "良好"))
DOCUMENT = Document("表", tables=(Table(columns=("level2", "name", "value"), indicators=ROWS, objectives=("目标内容1",)),))
NEW = {"level1": "产出指标", "level2": "数量指标", "name": "宣讲场次", "description": None, "value": "≥6场", "basis": None}


def names(document: Document) -> list[tuple[int, str | None]]:
    return [(one.row, one.name) for one in document.tables[0].indicators]


def test_a_row_is_replaced_and_the_old_document_stays() -> None:
    changed = DOCUMENT.apply(Suggestion("replace", (NEW,), table=1, row=1))
    assert names(changed) == [(1, "宣讲场次"), (2, "营造氛围")]
    assert changed.tables[0].indicators[0].value == "≥6场"
    assert names(DOCUMENT) == [(1, "场次"), (2, "营造氛围")]


def test_lines_are_numbered_again_when_rows_come_or_go() -> None:
    assert names(DOCUMENT.apply(Suggestion("remove", table=1, row=1))) == [(1, "营造氛围")]
    two = (NEW, {**NEW, "name": "听讲人次"})
    assert names(DOCUMENT.apply(Suggestion("split", two, table=1, row=1))) == [(1, "宣讲场次"), (2, "听讲人次"), (3, "营造氛围")]


def test_a_new_row_comes_behind_its_category() -> None:
    assert names(DOCUMENT.apply(Suggestion("add", (NEW,), table=1))) == [(1, "场次"), (2, "宣讲场次"), (3, "营造氛围")]


def test_a_text_takes_the_place_of_the_objectives() -> None:
    assert DOCUMENT.apply(Suggestion("objective", text="宣讲6场。", table=1)).tables[0].objectives == ("宣讲6场。",)


@pytest.mark.parametrize(("table", "row", "told"), [(None, 1, "没有说明"), (2, 1, "只有1张表"), (1, 9, "没有这一行")])
def test_a_place_that_is_not_there_is_told(table: int | None, row: int, told: str) -> None:
    with pytest.raises(ValueError, match=told):
        DOCUMENT.apply(Suggestion("replace", (NEW,), table=table, row=row))


def test_the_scorer_says_what_a_change_is_worth() -> None:
    scorer = zhibiao.load()
    document = Document("表", tables=(Table(columns=("level1", "level2", "name", "value"), indicators=ROWS, project_name="普法宣讲"),))
    applied = scorer.apply(document, Suggestion("replace", (NEW,), table=1, row=1))
    assert applied.score is not None
    assert applied.difference is not None
    assert applied.difference > 0
    assert applied.report.tables[0].indicators[0].name == "宣讲场次"
