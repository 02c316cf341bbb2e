"""Reports as the JSON of `zhibiao score`: its keys are stable, docs/output.md lists them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from zhibiao.model.finding import Finding
from zhibiao.model.report import Category, Copy, DocumentReport, Engine, Failure, IndicatorReport, TableReport
from zhibiao.model.review import Review, ReviewItem
from zhibiao.model.suggestion import Suggestion
from zhibiao.reports.document_json import finite, place_json


def engine_json(engine: Engine) -> dict[str, Any]:
    """What judged."""
    return {"version": engine.version, "models": list(engine.models) if engine.models is not None else None, "rules": engine.rules}


def copy_json(copy: Copy) -> dict[str, Any]:
    """One entry of copies."""
    return {
        "source": copy.source,
        "table": copy.table,
        "project_name": copy.project_name,
        "about": copy.about,
        "like": {"source": copy.like_source, "table": copy.like_table, "project_name": copy.like_project, "about": copy.like_about},
        "share": copy.share,
        "masked": copy.masked,
    }


def review_json(review: Review | None) -> dict[str, Any] | None:
    """The ministry's form: its four aspects by name, and the sum."""
    if review is None:
        return None
    aspects = {
        aspect.name: {"points": aspect.points, "score": aspect.score, "items": {item.name: _item(item) for item in aspect.items}}
        for aspect in review.aspects
    }
    return {**aspects, "合计": {"points": review.points, "score": review.score, "percent": review.percent, "grade": review.grade}}


def _item(item: ReviewItem) -> dict[str, Any]:
    return {
        "points": item.points,
        "score": item.score,
        "grade": item.grade,
        "reasons": list(item.reasons),
        "findings": [{"code": cause.code, "title": cause.title, "rows": list(cause.rows)} for cause in item.causes],
    }


def failure_json(failure: Failure) -> dict[str, str]:
    """One entry of errors."""
    return {"source": failure.source, "code": failure.code, "message": failure.message}


def report_json(document: DocumentReport) -> dict[str, Any]:
    """One document with its tables."""
    return {
        "source": document.source,
        "unit": document.unit,
        "year": document.year,
        "score": document.score,
        "grade": document.grade,
        "findings": [finding_json(finding) for finding in document.findings],
        "review": review_json(document.review),
        "tables": [_table(table) for table in document.tables],
        "doubts": list(document.doubts),
    }


def indicator_lines(document: DocumentReport) -> Iterator[dict[str, Any]]:
    """One object for each printed line, with what names its place."""
    for table in document.tables:
        about = {"source": document.source, "table": table.table, "project_name": table.project_name}
        for line in table.indicators:
            yield {**about, **indicator_json(line)}


def _table(table: TableReport) -> dict[str, Any]:
    return {
        "table": table.table,
        "title": table.title,
        "project_name": table.project_name,
        "project_code": table.project_code,
        "department": table.department,
        "budget_total": finite(table.budget_total),
        "purpose": table.purpose,
        "objectives": list(table.objectives),
        "columns": list(table.columns),
        "where": place_json(table.where),
        "score": table.score,
        "grade": table.grade,
        "findings": [finding_json(finding) for finding in table.findings],
        "conclusion": table.conclusion,
        "review": review_json(table.review),
        "suggestions": suggestions_json(table.suggestions),
        "indicators": [indicator_json(line) for line in table.indicators],
    }


def indicator_json(line: IndicatorReport) -> dict[str, Any]:
    """One printed line."""
    out: dict[str, Any] = {
        "row": line.row,
        "id": finite(line.id),
        "level1": line.level1,
        "level2": line.level2,
        "name": line.name,
        "description": line.description,
        "value": line.value,
        "basis": line.basis,
        "standard": line.standard,
        "where": place_json(line.where),
    }
    if line.unused:
        out["unused"] = True
    return {
        **out,
        "smart": dict(line.smart) if line.smart is not None else None,
        "probability": dict(line.probability) if line.probability is not None else None,
        "reasons": {letter: list(reasons) for letter, reasons in line.reasons.items()} if line.reasons is not None else None,
        "score": line.score,
        "grade": line.grade,
        "needs_review": line.needs_review,
        "category": _category(line.category),
        "findings": [finding_json(finding) for finding in line.findings],
        "suggestions": suggestions_json(line.suggestions),
    }


def _category(category: Category) -> dict[str, Any]:
    return {
        "written": category.written,
        "best": category.best,
        "probability": category.probability,
        "acceptable": _list(category.acceptable),
    }


def suggestions_json(suggestions: tuple[Suggestion, ...] | None) -> list[dict[str, Any]] | None:
    """Better wordings; None where none were asked for."""
    if suggestions is None:
        return None
    out = []
    for one in suggestions:
        rows = {"rows": [dict(row) for row in one.rows]} if one.text is None else {"text": one.text}
        out.append({"kind": one.kind, **rows, "blanks": list(one.blanks), "source": one.source, "score": one.score, "why": one.why})
    return out


def _list(items: tuple[Any, ...] | None) -> list[Any] | None:
    return list(items) if items is not None else None


def finding_json(finding: Finding) -> dict[str, Any]:
    """One remark; span counts characters of the field as printed here."""
    fix = finding.fix
    return {
        "code": finding.code,
        "name": finding.name,
        "severity": finding.severity,
        "field": finding.field,
        "span": list(finding.span),
        "evidence": finding.evidence,
        "message": finding.message,
        "basis": finding.basis,
        "fix": {"field": fix.field, "from": fix.old, "to": fix.new, "safe": fix.safe} if fix else None,
    }
