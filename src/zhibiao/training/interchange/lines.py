"""What every exchange format carries: one printed row with its labels, and all that its table says beside."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from zhibiao.lexicon.categories import CATEGORIES
from zhibiao.model.report import LETTERS
from zhibiao.reports.chinese_terms import FIELD
from zhibiao.rules.catalogue import catalogue
from zhibiao.training.data.records import TEXTS, DataError

GRADES = ("0", "1", "2", "3")
HEADS = {key: FIELD[key] for key in TEXTS}


@dataclass(frozen=True, slots=True)
class Line:
    """table: all but its rows; place: of the row among them; row: all but its labels; guess: what the models would say."""

    table: Mapping[str, Any]
    place: int
    row: Mapping[str, Any]
    labels: Mapping[str, Any] | None = None
    guess: Mapping[str, Any] | None = None

    @property
    def id(self) -> str:
        """As elsewhere: table and row."""
        return f"{self.table['id']}.{self.row['row']}"

    @property
    def unused(self) -> bool:
        """A blank line of the form, which nobody labels."""
        return bool(self.row.get("unused"))


@dataclass(frozen=True, slots=True)
class Placed:
    """A line, and where it stood in the file that it came from."""

    where: str
    line: Line


def spread(entries: Iterable[Mapping[str, Any]]) -> Iterator[Line]:
    """The rows of tables as training_data/*.jsonl holds them."""
    for entry in entries:
        table = {key: value for key, value in entry.items() if key != "indicators"}
        for place, row in enumerate(entry["indicators"]):
            own = {key: value for key, value in row.items() if key not in ("labels", "guess")}
            yield Line(table, place, own, row.get("labels"), row.get("guess"))


def gathered(placed: Iterable[Placed]) -> list[dict[str, Any]]:
    """Tables again, in the order in which they first came, rows in theirs."""
    tables: dict[str, tuple[str, Mapping[str, Any]]] = {}
    rows: dict[str, dict[int, dict[str, Any]]] = {}
    for each in placed:
        ident, line = each.line.table["id"], each.line
        first, table = tables.setdefault(ident, (each.where, line.table))
        if table != line.table:
            raise DataError(f"{each.where}：表 {ident} 的项目信息与{first}的不同；同一张表各行的项目信息须相同，请改成一样")
        if line.place in rows.setdefault(ident, {}):
            raise DataError(f"{each.where}：{line.id} 在文件中出现了两次；请删去一行")
        row = dict(line.row)
        rows[ident][line.place] = row if line.labels is None else {**row, "labels": dict(line.labels)}
    return [{**table, "indicators": [rows[ident][place] for place in sorted(rows[ident])]} for ident, (_, table) in tables.items()]


def checked(labels: Mapping[str, Any], row: Mapping[str, Any], where: str) -> dict[str, Any]:
    """The labels, where they can be labels of this row; DataError says what is wrong and what to do."""
    for letter in LETTERS:
        grade = labels.get(letter)
        if grade not in (None, 0, 1, 2, 3) or (grade is None and letter in "SR"):
            shown = "空着" if grade is None else f"是“{grade}”"
            raise DataError(f"{where}：{letter} {shown}；请填 0 至 3（没有指标值栏的表，只有 M、A、T 可以空着）")
    for category in (labels.get("category"), *labels.get("acceptable", ())):
        if category not in CATEGORIES:
            told = "没有填类别" if not category else f"“{category}”不是九类之一"
            raise DataError(f"{where}：{told}；请填 {'、'.join(CATEGORIES)} 之一")
    if labels["category"] not in labels["acceptable"]:
        raise DataError(f"{where}：最佳类别“{labels['category']}”不在可接受的类别之中；请把它加进可接受的类别")
    for mark in labels["findings"]:
        _check_mark(mark, row, where)
    return dict(labels)


def _check_mark(mark: Mapping[str, Any], row: Mapping[str, Any], where: str) -> None:
    if mark["code"] not in catalogue():
        raise DataError(f"{where}：没有“{mark['code']}”这个问题代码；现有的代码见 zhibiao rules")
    if mark["field"] not in TEXTS:
        raise DataError(f"{where}：{mark['code']} 所在的栏“{mark['field']}”不认识；请用 {'、'.join(TEXTS)} 之一")
    start, end = mark["span"]
    length = len(row.get(mark["field"]) or "")
    if not 0 <= start <= end <= length:
        raise DataError(f"{where}：{mark['code']} 的位置 {start}-{end} 超出{HEADS[mark['field']]}的文字（共 {length} 字）；请改正起止位置")


def tidy(found: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Findings in the order of a row: field by field, from left to right."""
    return sorted((dict(mark) for mark in found), key=lambda mark: (TEXTS.index(mark["field"]), *mark["span"], mark["code"]))


def blank_name(mark: Mapping[str, Any]) -> str:
    """A finding on nothing (a blank cell) as a choice, for tools that mark text only: A304@basis."""
    return f"{mark['code']}@{mark['field']}"


def blank_mark(name: str, place: int = 0) -> dict[str, Any]:
    """What blank_name wrote."""
    code, _, field = name.partition("@")
    return {"code": code, "field": field, "span": [place, place]}
