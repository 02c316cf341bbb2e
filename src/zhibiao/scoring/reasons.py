"""Why models keep a grade down, in words of the rubric that hold for the row."""

from __future__ import annotations

from zhibiao.features.clock import says_when
from zhibiao.features.origin import names_source
from zhibiao.features.reading import Row
from zhibiao.features.sector import shares_words

NAMES = {"S": "明确性", "M": "可衡量性", "A": "可实现性", "R": "相关性", "T": "时限性"}


def by_model(row: Row, letter: str, grade: int, sure: float) -> str:
    """grade: what was given; sure: how sure the models are that it is no higher."""
    why = _why(row, letter) or f"{NAMES[letter]}不到{grade + 1}级"
    return f"{why}（模型判断，把握{sure:.0%}）"


def _why(row: Row, letter: str) -> str:
    """What stands in the row, or fails to; "" where nothing plain does."""
    if letter == "T" and not any(says_when(field) for field in (row.name, row.description, row.value)):
        return "没有写明日期、期限或频次"
    if letter == "A":
        return _of_basis(row)
    if letter == "R" and row.table.context and row.table.about and not shares_words(row.name.text, row.table.about):
        return "与项目的名称、用途和目标没有共同的词"
    return ""


def _of_basis(row: Row) -> str:
    basis = row.basis
    if not basis.present:
        return "表中没有指标值确定依据一栏"
    if not (basis.references or names_source(basis.text)):
        return "确定依据没有写明出处"
    return ""
