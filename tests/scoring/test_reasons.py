"""Reasons in words of the rubric, for rows typed by hand."""

from __future__ import annotations

import pytest

from zhibiao.features.reading import DocumentReading, Row
from zhibiao.model.document import Document, Indicator, Table
from zhibiao.scoring.reasons import by_model


def row(value: str = "≥60人", basis: str | None = None, columns: tuple[str, ...] = ("name", "value"), **about: str) -> Row:
    table = Table(columns=columns, indicators=(Indicator(row=1, name="培训人数", value=value, basis=basis),), **about)  # type: ignore[arg-type]
    return DocumentReading(Document(source="x", tables=(table,))).tables[0].rows[0]


@pytest.mark.parametrize(
    ("of", "letter", "wanted"),
    [
        (row(), "T", "没有写明日期、期限或频次（模型判断，把握90%）"),
        (row("2026年6月底前"), "T", "时限性不到3级（模型判断，把握90%）"),
        (row(), "A", "表中没有指标值确定依据一栏（模型判断，把握90%）"),
        (row(basis="工作需要", columns=("name", "value", "basis")), "A", "确定依据没有写明出处（模型判断，把握90%）"),
        (row(basis="2025年完成情况", columns=("name", "value", "basis")), "A", "可实现性不到3级（模型判断，把握90%）"),
        (row(project_name="河道清淤"), "R", "与项目的名称、用途和目标没有共同的词（模型判断，把握90%）"),
        (row(project_name="技能培训"), "R", "相关性不到3级（模型判断，把握90%）"),
        (row(), "M", "可衡量性不到3级（模型判断，把握90%）"),
    ],
)
def test_what_is_said(of: Row, letter: str, wanted: str) -> None:
    assert by_model(of, letter, 2, 0.9) == wanted
