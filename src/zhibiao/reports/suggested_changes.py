"""A suggestion as fixes of cells, for reports that write safe fixes into a copy of the file as tracked changes."""

from __future__ import annotations

from dataclasses import replace

from zhibiao.model.finding import Finding, Fix
from zhibiao.model.report import DocumentReport, IndicatorReport
from zhibiao.model.suggestion import Suggestion

CODE, NAME = "改", "suggestion"
_CELLS = ("name", "description", "value", "basis")  # levels are cells that several rows share: a move is told in words
_SEVERAL = "另加一行：{rows}。"
_MOVED = "移到“{level2}”。"


def with_changes(report: DocumentReport, suggestion: Suggestion) -> DocumentReport:
    """The report with nothing in it but the changes of one suggestion, each cell's as a safe fix."""
    tables = []
    for table in report.tables:
        lines = tuple(_changed(line, suggestion) if _here(table.table, line, suggestion) else _silent(line) for line in table.indicators)
        tables.append(replace(table, findings=(), suggestions=None, indicators=lines))
    return replace(report, findings=(), tables=tuple(tables))


def _here(table: int, line: IndicatorReport, suggestion: Suggestion) -> bool:
    return table == suggestion.table and line.row == suggestion.row


def _silent(line: IndicatorReport) -> IndicatorReport:
    return replace(line, findings=(), suggestions=None)


def _changed(line: IndicatorReport, suggestion: Suggestion) -> IndicatorReport:
    """Old cells against new ones; a row that goes loses all its cells."""
    first = suggestion.rows[0] if suggestion.rows else dict.fromkeys(_CELLS, "")
    found = []
    for field in _CELLS:
        old, new = getattr(line, field) or "", first.get(field) or ""
        if old != new and (field in first):
            found.append(_finding(field, old, new, suggestion))
    return replace(line, findings=tuple(found), suggestions=None)


def _finding(field: str, old: str, new: str, suggestion: Suggestion) -> Finding:
    told = suggestion.why
    if field == "name":
        told += "".join(_SEVERAL.format(rows=f"{row['name']} {row['value']}") for row in suggestion.rows[1:])
        told += _MOVED.format(level2=suggestion.rows[0]["level2"]) if suggestion.kind == "move" and suggestion.rows else ""
    blanks = f"＿请填：{'、'.join(suggestion.blanks)}。" if suggestion.blanks and "＿" in new else ""
    return Finding(CODE, NAME, "info", field, (0, len(old)), old, f"{told}{blanks}", "", Fix(field, old, new, True))
