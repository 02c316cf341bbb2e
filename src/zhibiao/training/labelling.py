"""What to label next: rows that models doubt most, no two of them alike, spread over many projects."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from zhibiao.model.report import LETTERS, DocumentReport, IndicatorReport, TableReport
from zhibiao.training.data.records import TEXTS
from zhibiao.training.data.variety import alike
from zhibiao.training.feedback.labels import kind_of
from zhibiao.training.interchange.lines import Line

SECTOR = "待标注"
_DOUBT = 1.0  # what needs_review counts beside the doubt of the grades (five, each 0 to 1) and of the category (0 to 1)
_TABLE = 0.3  # by which a row loses for every row of its table that was chosen before


@dataclass(frozen=True, slots=True)
class Asked:
    """A row worth a label. doubt: the higher the more."""

    document: DocumentReport
    table: TableReport
    row: IndicatorReport
    doubt: float

    @property
    def text(self) -> str:
        """What is held against other rows, with blanks so that short texts have 3-grams too."""
        return f"{self.row.name or ''}{self.row.value or ''}　　　"


def doubt(row: IndicatorReport) -> float:
    """1 where a person should look, plus Σ (1 - P) over the grades and the category; 0 without models."""
    if row.probability is None:
        return 0.0
    category = row.category.probability
    return _DOUBT * bool(row.needs_review) + sum(1 - p for p in row.probability.values()) + (1 - category if category is not None else 0.0)


def next_to_label(documents: Sequence[DocumentReport], count: int, least: float = 0.0) -> list[Asked]:
    """Most doubtful first; a row that says nearly what a chosen one says is passed over."""
    pool = [
        Asked(document, table, row, doubt(row))
        for document in documents
        for table in document.tables
        for row in table.indicators
        if not row.unused and row.probability is not None and (row.name or row.value)
    ]
    pool = [each for each in pool if each.doubt > least]
    pool.sort(key=lambda each: -each.doubt)
    near: dict[int, set[int]] = {}
    for one, other in alike([each.text for each in pool], [each.text for each in pool]):
        near.setdefault(one, set()).add(other)
    chosen: list[int] = []
    taken: Counter[int] = Counter()
    left = set(range(len(pool)))
    while left and len(chosen) < count:
        best = max(left, key=lambda place: (pool[place].doubt - _TABLE * taken[id(pool[place].table)], -place))
        chosen.append(best)
        taken[id(pool[best].table)] += 1
        left -= near.get(best, set()) | {best}
    return [pool[place] for place in chosen]


def as_lines(asked: Sequence[Asked], sector: str = SECTOR) -> Iterator[Line]:
    """For the annotators' tools: no labels yet, the models' own answer beside as a guess."""
    for each in asked:
        yield Line(_table(each, sector), each.row.row, _row(each.row), None, _guess(each.row))


def _table(each: Asked, sector: str) -> dict[str, Any]:
    document, table = each.document, each.table
    told = "\n".join((document.source, str(table.table), table.project_name or "", *table.objectives))
    return {
        "id": f"next-{hashlib.sha256(told.encode()).hexdigest()[:12]}",
        "sector": sector,
        "kind": kind_of(f"{table.project_name or ''} {table.purpose or ''}"),
        "year": document.year or 0,
        "project_name": table.project_name or "",
        "purpose": table.purpose,
        "objectives": list(table.objectives),
        "budget_total": table.budget_total,
        "document": document.source,
        "columns": list(table.columns),
        "findings": [],
    }


def _row(row: IndicatorReport) -> dict[str, Any]:
    texts = {key: getattr(row, key, None) for key in TEXTS}
    return {"row": row.row, **{key: text for key, text in texts.items() if text is not None}}


def _guess(row: IndicatorReport) -> Mapping[str, Any]:
    best = row.category.best
    marks = [{"code": one.code, "field": one.field, "span": list(one.span)} for one in row.findings if one.field in TEXTS]
    grades = {letter: (row.smart or {}).get(letter) for letter in LETTERS}
    return {**grades, "category": best, "acceptable": list(row.category.acceptable or (best,)), "findings": marks}
