"""What labels must not contradict: the ceilings that findings set, misplaced rows, quoted words."""

from __future__ import annotations

from collections.abc import Iterator

from zhibiao.model.report import LETTERS
from zhibiao.rules.catalogue import catalogue
from zhibiao.scoring.ceilings import ceilings
from zhibiao.training.data.records import DataSet, LabelledRow, LabelledTable

_NO_TARGET = frozenset({"M201", "S102", "F001", "F002", "F003", "F004"})  # one of them stands where M is 0
_ONE_OF = ("M201", "M202", "M203", "M204", "M205")


def contradictions(data: DataSet) -> list[str]:
    """Every contradiction as a Chinese line that names the row."""
    out: list[str] = []
    seen: dict[str, int] = {}
    for table in data.tables:
        seen[table.id] = seen.get(table.id, 0) + 1
        for row in table.used:
            out += [f"{row.id}：{fault}" for fault in _of_row(row, table)]
        out += [f"{table.id}：{fault}" for fault in _of_table(table)]
    out += [f"{ident}：有 {count} 张表用了这个 id" for ident, count in seen.items() if count > 1]
    return out


def _of_row(row: LabelledRow, table: LabelledTable) -> Iterator[str]:
    labels = row.labels
    if labels is None:
        return
    codes = labels.codes
    yield from _of_marks(row)
    if labels.grades["M"] == 0 and not codes & _NO_TARGET:
        yield "M 为 0，却没有 M201、S102 或 F001 至 F004"
    if labels.grades["M"] == 0 and labels.grades["A"]:
        yield "M 为 0 时 A 也是 0"
    if sum(code in codes for code in _ONE_OF) > 1:
        yield "M201 至 M205 只能有一个"
    if {"S101", "S106"} <= codes:
        yield "S101 和 S106 不并用"
    if "value" not in table.columns and any(labels.grades[letter] is not None for letter in "MAT"):
        yield "没有指标值栏的表，M、A、T 应为空"
    yield from _of_category(row, table)


def _of_marks(row: LabelledRow) -> Iterator[str]:
    labels = row.labels
    for mark in labels.marks if labels else ():
        if mark.code not in catalogue() or catalogue()[mark.code].rule.scope != "row":
            yield f"{mark.code} 不是指标的问题代码"
        elif mark.field not in row.texts and mark.code != "F001":
            yield f"{mark.code} 指向这张表没有的栏目 {mark.field}"
        elif not 0 <= mark.span[0] <= mark.span[1] <= len(row.texts.get(mark.field, "")):
            yield f"{mark.code} 引用的位置 {mark.span} 超出 {mark.field} 的文字"
        for letter, top in ceilings(mark.code, mark.field).items():
            grade = labels.grades[letter] if labels else None
            if grade is not None and grade > top:
                yield f"有 {mark.code}，{letter} 不能高于 {top}，却是 {grade}"


def _of_category(row: LabelledRow, table: LabelledTable) -> Iterator[str]:
    labels, written = row.labels, row.written
    if labels is None:
        return
    if labels.category not in labels.acceptable:
        yield "类别不在可接受的类别之中"
    misplaced = written is not None and written not in labels.acceptable
    if "R401" in labels.codes:
        if not misplaced:
            yield "有 R401，但所写的类别是可接受的，或没有写类别"
        if (labels.grades["R"] or 0) > 1:
            yield "错位的指标 R 不高于 1"
    elif misplaced and "R405" not in labels.codes and table.about.get("category_set") != "101":
        yield f"所写的“{written}”不可接受，却没有 R401"


def _of_table(table: LabelledTable) -> Iterator[str]:
    for mark in table.marks:
        if mark.code not in catalogue() or catalogue()[mark.code].rule.scope != "table":
            yield f"{mark.code} 不是表的问题代码"
    if any(letter not in LETTERS for row in table.used if row.labels for letter in row.labels.grades):
        yield "等级的字母只有 S M A R T"
