"""Decisions of reviewers → labelled tables of training_data/feedback. Only what a reviewer has decided on becomes a label."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from zhibiao.lexicon.categories import CATEGORIES, category_of
from zhibiao.lexicon.project_kinds import kind_words
from zhibiao.model.document import INDICATOR_FIELDS
from zhibiao.model.report import LETTERS
from zhibiao.reports.chinese_terms import FIELD
from zhibiao.reports.xlsx.indicators import DECISIONS
from zhibiao.training.feedback.workbook import Line, Workbook

_, REFUSED = DECISIONS
SECTOR = "反馈"
_CHANGES = {letter: f"改{letter}" for letter in LETTERS}
_MISPLACED = "R401"


@dataclass
class Feedback:
    """tables: entries for training_data/feedback. told: what could not be taken, and why."""

    tables: list[dict[str, Any]] = field(default_factory=list)
    told: list[str] = field(default_factory=list)
    rows: int = 0


def feedback(book: Workbook) -> Feedback:
    """The rows on which something was decided, table by table."""
    out = Feedback()
    findings: dict[tuple[str, str, str], list[Line]] = {}
    for line in book.findings:
        findings.setdefault(_row_key(line), []).append(line)
    projects = {(line.get("文件"), line.get("表号")): line for line in book.projects}
    rows: dict[tuple[str, str], list[dict[str, Any]]] = {}
    for line in book.rows:
        marks = findings.get(_row_key(line), [])
        if not _decided(line, marks):
            continue
        fault = _fault(line, marks)
        if fault:
            out.told.append(f"{line.sheet} 第{line.row}行“{line.get('三级指标')}”：{fault}")
            continue
        rows.setdefault((line.get("文件"), line.get("表号")), []).append(_row(line, marks))
        out.rows += 1
    for place, labelled in rows.items():
        out.tables.append(_table(place, projects.get(place), labelled, book))
    return out


def _row_key(line: Line) -> tuple[str, str, str]:
    return line.get("文件"), line.get("表号"), line.get("行")


def _decided(line: Line, marks: list[Line]) -> bool:
    heads = ("采纳/驳回", "正确类别", *_CHANGES.values(), "修改意见")
    return any(line.get(head) for head in heads) or any(mark.get("采纳/驳回") for mark in marks)


def _fault(line: Line, marks: list[Line]) -> str:
    """Why the decisions give no label; "" where they do."""
    decision, category = line.get("采纳/驳回"), line.get("正确类别")
    if decision not in ("", *DECISIONS):
        return f"“采纳/驳回”里写的是“{decision}”，请选采纳或驳回"
    if category and category not in CATEGORIES:
        return f"“正确类别”里写的是“{category}”，请选九类之一"
    changed = {letter: line.get(head) for letter, head in _CHANGES.items() if line.get(head)}
    for letter, text in changed.items():
        if text not in ("0", "1", "2", "3"):
            return f"“改{letter}”里写的是“{text}”，请选0至3"
    refused = any(mark.get("采纳/驳回") == REFUSED for mark in marks)
    if decision == REFUSED and not (changed or category or refused):
        return "驳回了，但没有写应有的等级或类别，也没有驳回其中的问题，没有转成标注"
    if not decision and not changed and not category and not any(mark.get("采纳/驳回") for mark in marks):
        return "只有修改意见，没有采纳或驳回，没有转成标注"
    if not all(line.get(letter) or changed.get(letter) for letter in LETTERS) or not (category or line.get("应归类别")):
        return "报告里没有五项等级或类别（只按规则评的报告），没有转成标注"
    return ""


def _row(line: Line, marks: list[Line]) -> dict[str, Any]:
    standing = [mark for mark in marks if mark.get("采纳/驳回") != REFUSED]
    codes = {mark.get("代码") for mark in standing}
    best = line.get("正确类别") or line.get("应归类别")
    written = category_of(line.get("二级指标"))
    acceptable = [best] if _MISPLACED in codes or written in (None, best) or line.get("正确类别") else [best, str(written)]
    grades = {letter: int(line.get(head) or line.get(letter)) for letter, head in _CHANGES.items()}
    found = [{"code": mark.get("代码"), **_span(mark)} for mark in standing if mark.get("起止")]
    row = {key: line.get(head) for key, head in ((key, FIELD[key]) for key in INDICATOR_FIELDS) if line.get(head)}
    comment = line.get("修改意见")
    return {
        "row": int(float(line.get("行"))),
        **row,
        **({"comment": comment} if comment else {}),
        "labels": {**grades, "category": best, "acceptable": acceptable, "findings": found},
    }


def _span(mark: Line) -> dict[str, Any]:
    name, _, span = mark.get("起止").partition(" ")
    start, _, end = span.partition("-")
    return {"field": name, "span": [int(start), int(end)]}


def _table(place: tuple[str, str], project: Line | None, rows: list[dict[str, Any]], book: Workbook) -> dict[str, Any]:
    about = project.get if project else lambda _: ""
    name = about("项目名称")
    columns = about("表中的列").split() or ["level1", "level2", "name", "description", "value", "basis"]
    ident = hashlib.sha256("\n".join([*place, *(str(row) for row in rows)]).encode()).hexdigest()[:12]
    budget = about("预算").replace(",", "")
    return {
        "id": f"feedback-{ident}",
        "sector": SECTOR,
        "kind": kind_of(f"{name} {about('资金用途')}"),
        "year": int(about("年度") or 0),
        "project_name": name,
        "purpose": about("资金用途") or None,
        "objectives": list(_lines(about("绩效目标"))),
        "budget_total": float(budget) if budget else None,
        "document": place[0],
        "reviewer": book.reviewer,
        "reviewed": book.reviewed,
        "engine": book.engine,
        "columns": columns,
        "indicators": rows,
    }


def _lines(text: str) -> Iterator[str]:
    return (line for line in text.split("\n") if line.strip())


_KINDS: Mapping[str, str] = {"works": "建设", "people": "补助"}


def kind_of(text: str) -> str:
    """As far as words tell; models do not read it."""
    return next((kind for role, kind in _KINDS.items() if kind_words(role).search(text)), "运转")
