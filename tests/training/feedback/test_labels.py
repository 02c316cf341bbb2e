"""A report that reviewers have filled, saved by another program, becomes labels."""

from __future__ import annotations

import json
from pathlib import Path

import openpyxl
import pytest

from zhibiao.errors import ReadError
from zhibiao.model.finding import Finding
from zhibiao.model.report import Category, DocumentReport, Engine, IndicatorReport, TableReport
from zhibiao.reports.xlsx.writer import XlsxWriter
from zhibiao.training.data.records import load
from zhibiao.training.data.splits import part
from zhibiao.training.feedback.labels import feedback
from zhibiao.training.feedback.workbook import read_workbook


def finding(code: str, field: str = "value") -> Finding:
    return Finding(code, code, "error", field, (0, 2), "原文", "说明。", "依据")


def row(number: int, *findings: Finding) -> IndicatorReport:
    smart = {"S": 3, "M": 2, "A": 2, "R": 1, "T": 2}
    category = Category("质量", "社会效益", 0.8, ("社会效益",))
    return IndicatorReport(
        number,
        level2="质量指标",
        name=f"指标{number}",
        value="=100%",
        smart=smart,
        score=70.0,
        grade="中",
        category=category,
        findings=findings,
    )


TABLE = TableReport(
    1,
    project_name="困难职工帮扶补贴",
    purpose="发放补贴",
    objectives=("帮扶30户", "按月发放"),
    budget_total=1234.5,
    columns=("level2", "name", "value"),
    indicators=(row(1, finding("R401", "name"), finding("M206")), row(2), row(3, finding("M206")), row(4), row(5)),
)


@pytest.fixture
def report(tmp_path: Path) -> Path:
    writer = XlsxWriter()
    data = [
        writer.start(Engine("9.9.9", ("模型甲",), 70)),
        *writer.write(DocumentReport("甲.docx", year=2026, tables=(TABLE,)), ()),
        writer.end(),
    ]
    path = tmp_path / "报告.xlsx"
    path.write_bytes(b"".join(data))
    return path


def fill(path: Path, sheet: str, number: int, **cells: object) -> None:
    """As a reviewer does: number counts the lines under the head."""
    book = openpyxl.load_workbook(path)
    page = book[sheet]
    heads = {cell.value: cell.column for cell in page[1]}
    for head, value in cells.items():
        page.cell(number + 1, heads[head.replace("_", "/")], value)
    book.properties.lastModifiedBy = "张 三"
    book.save(path)


def test_what_was_decided_becomes_labels(report: Path) -> None:
    fill(report, "指标明细", 1, 采纳_驳回="采纳")
    fill(report, "指标明细", 2, 正确类别="质量", 改R=3, 修改意见="类别没有错")
    fill(report, "问题清单", 3, 采纳_驳回="驳回")  # M206 of the third row
    book = read_workbook(report)
    found = feedback(book)
    assert (found.rows, found.told) == (3, [])
    (table,) = found.tables
    wanted = {
        "sector": "反馈",
        "kind": "补助",
        "year": 2026,
        "project_name": "困难职工帮扶补贴",
        "objectives": ["帮扶30户", "按月发放"],
        "budget_total": 1234.5,
        "document": "甲.docx",
        "reviewer": "张 三",
        "engine": "zhibiao 9.9.9；模型 模型甲；规则 70 条",
        "columns": ["level2", "name", "value"],
    }
    assert {key: table[key] for key in wanted} == wanted
    first, second, third = table["indicators"]
    assert first["labels"] == {
        "S": 3,
        "M": 2,
        "A": 2,
        "R": 1,
        "T": 2,
        "category": "社会效益",
        "acceptable": ["社会效益"],
        "findings": [{"code": "R401", "field": "name", "span": [0, 2]}, {"code": "M206", "field": "value", "span": [0, 2]}],
    }
    assert (second["labels"]["R"], second["labels"]["category"], second["comment"]) == (3, "质量", "类别没有错")
    assert (third["labels"]["findings"], third["labels"]["acceptable"]) == ([], ["社会效益", "质量"])
    assert third["value"] == "=100%"


def test_what_says_too_little_is_told_and_not_taken(report: Path) -> None:
    fill(report, "指标明细", 2, 采纳_驳回="驳回")
    fill(report, "指标明细", 4, 修改意见="请改")
    fill(report, "指标明细", 5, 采纳_驳回="采纳", 改S=7)
    found = feedback(read_workbook(report))
    assert found.tables == []
    assert [line.split("：")[0] for line in found.told] == ["指标明细 第3行“指标2”", "指标明细 第5行“指标4”", "指标明细 第6行“指标5”"]
    assert "请选0至3" in found.told[2]


def test_an_untouched_report_gives_nothing(report: Path) -> None:
    assert feedback(read_workbook(report)).tables == []


def test_another_workbook_is_refused(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active["A1"] = "甲"
    book.save(tmp_path / "别的.xlsx")
    with pytest.raises(ReadError) as refused:
        read_workbook(tmp_path / "别的.xlsx")
    assert refused.value.code == "no-report"


def test_the_labels_are_read_by_training(report: Path, tmp_path: Path) -> None:
    fill(report, "指标明细", 1, 采纳_驳回="采纳")
    (tmp_path / "feedback").mkdir()
    lines = [json.dumps(table, ensure_ascii=False) for table in feedback(read_workbook(report)).tables]
    (tmp_path / "feedback" / "一.jsonl").write_text("\n".join(lines), encoding="utf-8")
    data = load(tmp_path)
    (table,) = part(data, {}, "train")
    assert (table.source, table.project_name, len(table.used)) == ("feedback", "困难职工帮扶补贴", 1)
    assert part(data, {}, "test") == ()
