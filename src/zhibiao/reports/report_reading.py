"""The JSON of a report (score_json) read back: the way that the cache and comparisons with an earlier run take."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from zhibiao.model.finding import Finding, Fix
from zhibiao.model.place import Place
from zhibiao.model.report import Category, DocumentReport, IndicatorReport, TableReport
from zhibiao.model.review import Cause, Review, ReviewAspect, ReviewItem
from zhibiao.model.suggestion import Suggestion

_SUM = "合计"


def read_document(data: Mapping[str, Any]) -> DocumentReport:
    """One document of the output; KeyError, TypeError, ValueError or AttributeError where it is none."""
    return DocumentReport(
        source=data["source"],
        unit=data["unit"],
        year=data["year"],
        score=data["score"],
        grade=data["grade"],
        findings=_findings(data["findings"]),
        review=_review(data["review"]),
        tables=tuple(_table(table) for table in data["tables"]),
        doubts=tuple(data["doubts"]),
        exempted=tuple(data.get("exempted", ())),
    )


def _table(data: Mapping[str, Any]) -> TableReport:
    return TableReport(
        table=data["table"],
        title=data["title"],
        project_name=data["project_name"],
        project_code=data["project_code"],
        department=data["department"],
        budget_total=data["budget_total"],
        purpose=data["purpose"],
        objectives=tuple(data["objectives"]),
        columns=tuple(data["columns"]),
        where=_place(data["where"]),
        score=data["score"],
        grade=data["grade"],
        findings=_findings(data["findings"]),
        conclusion=data["conclusion"],
        review=_review(data["review"]),
        suggestions=_suggestions(data["suggestions"], data["table"], None),
        indicators=tuple(_indicator(line, data["table"]) for line in data["indicators"]),
    )


def _indicator(data: Mapping[str, Any], table: int) -> IndicatorReport:
    category = data["category"]
    acceptable = category["acceptable"]
    reasons = data["reasons"]
    return IndicatorReport(
        data["row"],
        data["id"],
        data["level1"],
        data["level2"],
        data["name"],
        data["description"],
        data["value"],
        data["basis"],
        data["standard"],
        data.get("unused", False),
        _place(data["where"]),
        data["smart"],
        data["probability"],
        None if reasons is None else {letter: tuple(told) for letter, told in reasons.items()},
        data["score"],
        data["grade"],
        data["needs_review"],
        Category(category["written"], category["best"], category["probability"], None if acceptable is None else tuple(acceptable)),
        _findings(data["findings"]),
        _suggestions(data["suggestions"], table, data["row"]),
    )


def _findings(items: list[Mapping[str, Any]]) -> tuple[Finding, ...]:
    return tuple(_finding(item) for item in items)


def _finding(data: Mapping[str, Any]) -> Finding:
    start, end = data["span"]
    fix = data["fix"]
    return Finding(
        data["code"],
        data["name"],
        data["severity"],
        data["field"],
        (start, end),
        data["evidence"],
        data["message"],
        data["basis"],
        Fix(fix["field"], fix["from"], fix["to"], fix["safe"]) if fix else None,
    )


def _place(data: Mapping[str, Any]) -> Place:
    path = data.get("path")
    return Place(**{**data, "path": tuple(path)}) if path else Place(**data)


def _review(data: Mapping[str, Any] | None) -> Review | None:
    if data is None:
        return None
    aspects = tuple(
        ReviewAspect(name, aspect["points"], aspect["score"], tuple(_item(key, item) for key, item in aspect["items"].items()))
        for name, aspect in data.items()
        if name != _SUM
    )
    whole = data[_SUM]
    return Review(aspects, whole["score"], whole["points"], whole["percent"], whole["grade"])


def _item(name: str, data: Mapping[str, Any]) -> ReviewItem:
    causes = tuple(Cause(one["code"], one["title"], tuple(one["rows"])) for one in data["findings"])
    return ReviewItem(name, data["points"], data["score"], data["grade"], tuple(data["reasons"]), causes)


def _suggestions(items: list[Mapping[str, Any]] | None, table: int, row: int | None) -> tuple[Suggestion, ...] | None:
    if items is None:
        return None
    return tuple(_suggestion(one, table, row) for one in items)


def _suggestion(data: Mapping[str, Any], table: int, row: int | None) -> Suggestion:
    rows, blanks = tuple(data.get("rows", ())), tuple(data["blanks"])
    return Suggestion(data["kind"], rows, blanks, data["source"], data["score"], data["why"], data.get("text"), table, row)
