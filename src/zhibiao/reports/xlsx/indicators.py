"""指标明细: every used row with its grades, findings and room for the reviewer's word."""

from __future__ import annotations

from zhibiao.lexicon.categories import CATEGORIES
from zhibiao.model.report import LETTERS, DocumentReport, IndicatorReport, TableReport
from zhibiao.reports.chinese_terms import FIELD
from zhibiao.reports.suggested import best_in_words
from zhibiao.reports.xlsx.looks import smart_look
from zhibiao.reports.xlsx.sheet import Cell, Column
from zhibiao.rules.catalogue import catalogue

NAME = "指标明细"
DECISIONS = ("采纳", "驳回")
COLUMNS = (
    Column("文件", 20, "plain"),
    Column("表号", 5, "count"),
    Column("项目名称", 20, "plain"),
    Column("行", 5, "count"),
    Column(FIELD["level1"], 10),
    Column(FIELD["level2"], 12),
    Column(FIELD["name"], 24),
    Column(FIELD["description"], 24),
    Column(FIELD["value"], 16),
    Column(FIELD["basis"], 20),
    Column("得分", 7, "score"),
    Column("等级", 6, "middle"),
    *(Column(letter, 4, "middle") for letter in LETTERS),
    Column("需人工复核", 7, "middle"),
    Column("应归类别", 12, "middle"),
    Column("问题代码", 12),
    Column("问题和办法", 56),
    Column("扣分原因", 48),
    Column("建议改写", 36),
    Column("采纳/驳回", 9, "input", DECISIONS),
    Column("正确类别", 11, "input", CATEGORIES),
    *(Column(f"改{letter}", 5, "input", ("0", "1", "2", "3")) for letter in LETTERS),
    Column("修改意见", 30, "input"),
    Column(FIELD["standard"], 14, hidden=True),
)
_INPUTS: list[Cell] = [None] * sum(column.look == "input" for column in COLUMNS)


def cells(document: DocumentReport, table: TableReport, line: IndicatorReport) -> list[Cell]:
    """One used row."""
    smart = line.smart or {}
    return [
        document.source,
        table.table,
        table.project_name,
        line.row,
        line.level1,
        line.level2,
        line.name,
        line.description,
        line.value,
        line.basis,
        line.score,
        (line.grade, line.grade) if line.grade else None,
        *((smart.get(letter), smart_look(smart.get(letter))) for letter in LETTERS),
        "复核" if line.needs_review else None,
        line.category.best,
        " ".join(dict.fromkeys(finding.code for finding in line.findings)),
        "\n".join(dict.fromkeys(finding.message for finding in line.findings)),
        _reasons(line),
        best_in_words(line.suggestions),
        *_INPUTS,
        line.standard,
    ]


def _reasons(line: IndicatorReport) -> str:
    """Codes by their Chinese names."""
    known = catalogue()
    told = {
        letter: "、".join(known[reason].rule.title if reason in known else reason for reason in reasons)
        for letter, reasons in (line.reasons or {}).items()
    }
    return "\n".join(f"{letter}：{text}" for letter, text in told.items())
