"""A report written as JSON and read back is the same report."""

from __future__ import annotations

import json
from dataclasses import fields, replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from report_strategies import DOCUMENTS

from document_comparison import FILES
from zhibiao.batch.reading import Task, read_one
from zhibiao.config.limits import Limits
from zhibiao.model.finding import Finding, Fix
from zhibiao.model.place import Place
from zhibiao.model.report import DocumentReport, IndicatorReport, TableReport
from zhibiao.reports.report_reading import read_document
from zhibiao.reports.score_json import report_json
from zhibiao.scorer import load

SAMPLES = FILES.parent.parent.parent / "samples"


def returned(document: DocumentReport) -> DocumentReport:
    return read_document(json.loads(json.dumps(report_json(document), ensure_ascii=False)))


def test_reports_of_all_documents_come_back() -> None:
    scorer = load()
    rows = 0
    for path in sorted([*FILES.iterdir(), *SAMPLES.iterdir()]):
        read = None if path.name.endswith(".parse.json") else read_one(Task(path.as_posix(), Limits())).document
        if read is not None:
            report = replace(scorer.score_document(read), exempted=())
            assert returned(report) == report, path.name
            rows += sum(len(table.indicators) for table in report.tables)
    assert rows > 1_000


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(DOCUMENTS)
def test_any_report_comes_back(document: DocumentReport) -> None:
    assert returned(document) == document


def test_exceptions_that_were_used_come_back_where_they_are_kept() -> None:
    data = {**report_json(DocumentReport("甲.docx")), "exempted": [2, 3]}
    assert read_document(data).exempted == (2, 3)


def test_no_field_is_forgotten() -> None:
    """A new field must be written and read: what differs from its default has to come back."""
    place = Place(1, "表1", 2, 3, 4, 5, "word/document.xml", (1, 2, 3))
    finding = Finding("M206", "名", "error", "value", (0, 2), "原文", "办法", "依据", Fix("value", "1", "≥1", True))
    line = IndicatorReport(
        4, "7", "一", "二", "三", "述", "值", "据", "准", True, place, {"S": 1}, {"S": 0.5}, {"S": ("x",)}, 1.5, "差", False
    )
    line = replace(line, findings=(finding,), suggestions=())
    table = TableReport(3, "题", "项目", "码", "部门", 1.5, "用途", ("目标",), ("name",), place, 60.0, "中", (finding,), "退回")
    table = replace(table, suggestions=(), indicators=(line,))
    document = DocumentReport("甲", "局", 2025, 60.0, "中", (finding,), None, (table,), ("疑",))
    for thing in (line, table):
        unset = [one.name for one in fields(thing) if getattr(thing, one.name) == one.default]
        assert unset in ([], ["review"])
    assert returned(document) == document


BROKEN: list[Any] = [
    {},
    [],
    None,
    {"documents": []},
    {**report_json(DocumentReport("甲")), "tables": [{}]},
    {**report_json(DocumentReport("甲")), "findings": [{"code": "M206"}]},
    {**report_json(DocumentReport("甲")), "review": []},
]


@pytest.mark.parametrize("data", BROKEN)
def test_what_is_no_report_is_refused(data: Any) -> None:
    with pytest.raises((KeyError, TypeError, ValueError, AttributeError)):
        read_document(data)
