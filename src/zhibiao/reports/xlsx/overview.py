"""总览: one line a project."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from statistics import fmean

from zhibiao.model.finding import SEVERITIES
from zhibiao.model.report import LETTERS, DocumentReport, IndicatorReport, TableReport
from zhibiao.reports.chinese_terms import SEVERITY
from zhibiao.reports.xlsx.looks import smart_look
from zhibiao.reports.xlsx.sheet import Cell, Column, Link
from zhibiao.rules.catalogue import catalogue
from zhibiao.scoring.points import GRADES

NAME = "总览"
_GRADES = tuple(grade for _, grade in GRADES)
COLUMNS = (
    Column("文件", 28, "link"),
    Column("表号", 5, "count"),
    Column("单位", 18),
    Column("年度", 6, "count"),
    Column("项目名称", 30, "link"),
    Column("项目编码", 14),
    Column("预算", 11, "money"),
    Column("得分", 7, "score"),
    Column("等级", 6, "middle"),
    Column("审核结论", 11, "middle"),
    Column("审核表得分", 8, "score"),
    Column("指标数", 7, "count"),
    *(Column(grade, 5, "count") for grade in _GRADES),
    *(Column(SEVERITY[severity], 6, "count") for severity in SEVERITIES),
    Column("需人工复核", 7, "count"),
    *(Column(letter, 5, "middle") for letter in LETTERS),
    Column("主要问题", 46),
    Column("资金用途", 30),
    Column("绩效目标", 46),
    Column("读取存疑", 24),
    Column("表中的列", 20, hidden=True),
)
_MOST = 3


def lines(document: DocumentReport, address: str | None, firsts: Mapping[int, int | None]) -> list[list[Cell]]:
    """address: of the file. firsts: table → where its rows begin among the indicators."""
    return [_line(document, table, address, firsts[table.table]) for table in document.tables]


def _line(document: DocumentReport, table: TableReport, address: str | None, first: int | None) -> list[Cell]:
    rows = [line for line in table.indicators if not line.unused]
    findings = [*table.findings, *(finding for row in rows for finding in row.findings)]
    grades = Counter(row.grade for row in rows)
    severities = Counter(finding.severity for finding in findings)
    name = table.project_name or table.title or "（没有项目名称）"
    return [
        Link(address, document.source) if address else (document.source, "text"),
        table.table,
        document.unit or table.department,
        document.year,
        Link(f"internal:'指标明细'!A{first}", name) if first else (name, "text"),
        table.project_code,
        table.budget_total,
        table.score,
        (table.grade, table.grade) if table.grade else None,
        table.conclusion,
        table.review.percent if table.review else None,
        len(rows),
        *(grades[grade] or None for grade in _GRADES),
        *(severities[severity] or None for severity in SEVERITIES),
        sum(bool(row.needs_review) for row in rows) or None,
        *(_mean(rows, letter) for letter in LETTERS),
        _gravest(table, rows),
        table.purpose,
        "\n".join(table.objectives),
        "；".join(document.doubts) if table is document.tables[0] else None,
        " ".join(table.columns),
    ]


def _mean(rows: list[IndicatorReport], letter: str) -> Cell:
    grades = [grade for row in rows if row.smart and (grade := row.smart[letter]) is not None]
    if not grades:
        return None
    mean = round(fmean(grades), 1)
    return mean, smart_look(mean)


def _gravest(table: TableReport, rows: list[IndicatorReport]) -> str:
    """The most frequent errors and warnings by name, those of the table first."""
    found = [*table.findings, *(finding for row in rows for finding in row.findings)]
    counts = Counter(finding.code for finding in found if finding.severity != "info")
    severity = {finding.code: SEVERITIES.index(finding.severity) for finding in found}
    order = sorted(counts, key=lambda code: (severity[code], -counts[code], code))
    return "；".join(catalogue()[code].rule.title + (f"×{counts[code]}" if counts[code] > 1 else "") for code in order[:_MOST])
