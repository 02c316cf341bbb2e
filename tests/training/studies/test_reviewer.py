"""A reviewer played by a program fills in only what a reviewer can."""

from __future__ import annotations

import pytest

from zhibiao.training.feedback.workbook import Line, Workbook
from zhibiao.training.studies.reviewer import filled

BOOK = Workbook(
    (), (Line("指标明细", 2, {"行": "1", "采纳/驳回": ""}), Line("指标明细", 3, {"行": "2", "采纳/驳回": ""})), (), None, None, None
)


def test_cells_are_filled_and_the_rest_stays() -> None:
    book = filled(BOOK, {1: {"采纳/驳回": "采纳"}})
    assert [line.get("采纳/驳回") for line in book.rows] == ["", "采纳"]
    assert BOOK.rows[1].get("采纳/驳回") == ""


def test_a_column_that_is_not_there_is_told() -> None:
    with pytest.raises(ValueError, match="没有“改X”这一列"):
        filled(BOOK, {0: {"改X": "3"}})
