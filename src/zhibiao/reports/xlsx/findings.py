"""问题清单: one line a finding."""

from __future__ import annotations

from collections.abc import Iterator

from zhibiao.model.finding import Finding
from zhibiao.model.report import DocumentReport, IndicatorReport, TableReport
from zhibiao.reports.chinese_terms import FIELD, SEVERITY
from zhibiao.reports.xlsx.indicators import DECISIONS
from zhibiao.reports.xlsx.sheet import Cell, Column
from zhibiao.rules.catalogue import catalogue

NAME = "问题清单"
COLUMNS = (
    Column("文件", 20, "plain"),
    Column("表号", 5, "count"),
    Column("项目名称", 20, "plain"),
    Column("行", 5, "count"),
    Column("三级指标", 24),
    Column("指标值", 16),
    Column("级别", 6, "middle"),
    Column("代码", 7, "middle"),
    Column("问题", 18),
    Column("所在栏", 10),
    Column("原文", 24),
    Column("说明和办法", 56),
    Column("可以直接改为", 20),
    Column("依据", 30),
    Column("采纳/驳回", 9, "input", DECISIONS),
    Column("修改意见", 30, "input"),
    Column("起止", 8, hidden=True),
)


def lines(document: DocumentReport) -> Iterator[list[Cell]]:
    """Those of the document, then table by table its own and its rows'."""
    return (_cells(document, *placed) for placed in document.placed_findings())


def _cells(document: DocumentReport, table: TableReport | None, line: IndicatorReport | None, finding: Finding) -> list[Cell]:
    return [
        document.source,
        table.table if table else None,
        table.project_name if table else None,
        line.row if line else ("全表" if table else "全文"),
        line.name if line else None,
        line.value if line else None,
        (SEVERITY[finding.severity], finding.severity),
        finding.code,
        catalogue()[finding.code].rule.title,
        FIELD.get(finding.field, finding.field),
        finding.evidence,
        finding.message,
        finding.fix.new if finding.fix else None,
        finding.basis,
        None,
        None,
        f"{finding.field} {finding.span[0]}-{finding.span[1]}",
    ]
