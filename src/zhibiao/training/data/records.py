"""Labelled tables as typed records, read from training_data/*.jsonl; what does not fit is told with file and line."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from zhibiao.lexicon.categories import CATEGORIES, category_of
from zhibiao.model.report import LETTERS

KINDS = ("建设", "购置", "补助", "服务", "培训", "活动", "维护", "信息化", "转移支付", "运转", "研究", "执法监管")
TEXTS = ("level1", "level2", "name", "description", "value", "basis", "standard", "weight")

FEEDBACK = "feedback"  # folder and source of what reviewers said (training.feedback); always for training


class DataError(ValueError):
    """A line of the data that cannot be read."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A finding as an annotator gave it. item: which of several objectives or sub-goals the span counts in."""

    code: str
    field: str
    span: tuple[int, int]
    item: int | None = None


@dataclass(frozen=True, slots=True)
class Labels:
    """Grades (None where the form has no value column), category, and what is wrong."""

    grades: Mapping[str, int | None]
    category: str
    acceptable: tuple[str, ...]
    marks: tuple[Mark, ...] = ()

    @property
    def codes(self) -> frozenset[str]:
        """The codes of the findings."""
        return frozenset(mark.code for mark in self.marks)


@dataclass(frozen=True, slots=True)
class LabelledRow:
    """One printed line. labels are None for an unused line."""

    id: str
    number: int
    texts: Mapping[str, str]
    labels: Labels | None

    @property
    def written(self) -> str | None:
        """The second level as printed, as one of the nine."""
        return category_of(self.texts.get("level2"))


@dataclass(frozen=True, slots=True)
class LabelledTable:
    """One project with its rows."""

    id: str
    source: str  # good, weak, feedback, rare or documents
    sector: str
    kind: str
    year: int
    project_name: str
    columns: tuple[str, ...]
    rows: tuple[LabelledRow, ...]
    about: Mapping[str, Any]  # purpose, objectives, budgets, plan, category_set, document …
    marks: tuple[Mark, ...] = ()

    @property
    def used(self) -> tuple[LabelledRow, ...]:
        """Rows that carry labels."""
        return tuple(row for row in self.rows if row.labels is not None)


@dataclass(frozen=True, slots=True)
class DataSet:
    """All tables, and for the whole documents their narrative."""

    tables: tuple[LabelledTable, ...]
    documents: tuple[Mapping[str, Any], ...] = ()
    pairs: tuple[Mapping[str, Any], ...] = field(default=())


def load(folder: Path) -> DataSet:
    """Everything under training_data/, in a stable order."""
    tables = tuple(table_of(entry, source, where) for source, entry, where in entries(folder, ("good", "weak", FEEDBACK)))
    documents = tuple(entry for _, entry, _ in _lines(folder / "weak", "*.documents.jsonl", "documents"))
    pairs = tuple(entry for _, entry, _ in _lines(folder / "pairs", "*.jsonl", "pairs"))
    return DataSet(tables, documents, pairs)


Entry = tuple[str, dict[str, Any], str]


def entries(folder: Path, names: tuple[str, ...]) -> Iterator[Entry]:
    """Source, table as it is written, and where it stands, for the files of some folders."""
    for name in names:
        for source, entry, where in _lines(folder / name, "*.jsonl", name):
            if "documents.jsonl" not in where:
                yield "rare" if "rare" in where else source, entry, where


def json_lines(path: Path) -> Iterator[tuple[int, str]]:
    """Lines with their number; what str.splitlines takes for ends of lines too (U+0085, U+2028) may stand in a text."""
    lines = path.read_text(encoding="utf-8").split("\n")
    return enumerate(lines[:-1] if lines[-1] == "" else lines, 1)


def _lines(folder: Path, pattern: str, source: str) -> Iterator[Entry]:
    for path in sorted(folder.glob(pattern)):
        for number, line in json_lines(path):
            where = f"{folder.name}/{path.name} 第{number}行"
            try:
                entry = json.loads(line)
            except json.JSONDecodeError as error:
                raise DataError(f"{where}：不是一行 JSON（{error.msg}）；请改正这一行") from error
            if not isinstance(entry, dict) or "id" not in entry:
                raise DataError(f"{where}：缺少 id；每行是一张表，须有不重复的 id")
            yield source, entry, where


def table_of(entry: Mapping[str, Any], source: str, where: str) -> LabelledTable:
    """One table as it is written; DataError says what does not fit."""
    try:
        about = {k: v for k, v in entry.items() if k not in ("indicators", "findings", "columns")}
        rows = tuple(_row(entry["id"], row, where) for row in entry["indicators"])
        marks = tuple(_mark(mark) for mark in entry.get("findings", ()))
        kind = entry["kind"]
        if kind not in KINDS:
            raise DataError(f"{where}：项目类型“{kind}”不在 {'、'.join(KINDS)} 之中")
        columns = tuple(entry["columns"])
        return LabelledTable(
            entry["id"], source, entry["sector"], kind, int(entry["year"]), entry["project_name"], columns, rows, about, marks
        )
    except (KeyError, TypeError) as error:
        raise DataError(f"{where}：缺少或写错了 {error}") from error


def _row(table: str, row: dict[str, Any], where: str) -> LabelledRow:
    texts = {key: row[key] for key in TEXTS if key in row}
    labels = None if row.get("unused") else _labels(row["labels"], where)
    return LabelledRow(f"{table}.{row['row']}", int(row["row"]), texts, labels)


def _labels(labels: dict[str, Any], where: str) -> Labels:
    grades = {letter: labels[letter] for letter in LETTERS}
    if any(grade not in (None, 0, 1, 2, 3) for grade in grades.values()):
        raise DataError(f"{where}：等级只能是 0、1、2、3 或 null")
    for category in (labels["category"], *labels["acceptable"]):
        if category not in CATEGORIES:
            raise DataError(f"{where}：“{category}”不是九类之一")
    return Labels(grades, labels["category"], tuple(labels["acceptable"]), tuple(_mark(mark) for mark in labels["findings"]))


def _mark(mark: dict[str, Any]) -> Mark:
    start, end = mark["span"]
    return Mark(mark["code"], mark["field"], (int(start), int(end)), mark.get("item"))
