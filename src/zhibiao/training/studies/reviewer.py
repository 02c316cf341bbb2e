"""A reviewer's part played by a program, for examples: cells of the report's 指标明细 filled in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from zhibiao.training.feedback.workbook import Workbook

_NO_HEAD = "指标明细里没有“{head}”这一列；评审人可以填的列：采纳/驳回、正确类别、改S、改M、改A、改R、改T、修改意见"


def filled(book: Workbook, words: Mapping[int, Mapping[str, str]]) -> Workbook:
    """words: place of a row from 0 → head → what is written."""
    rows = list(book.rows)
    for place, cells in words.items():
        for head in cells:
            if head not in rows[place].cells:
                raise ValueError(_NO_HEAD.format(head=head))
        rows[place] = replace(rows[place], cells={**rows[place].cells, **cells})
    return replace(book, rows=tuple(rows))
