"""Findings for review tools."""

from __future__ import annotations

import json

from zhibiao.model.finding import Finding
from zhibiao.model.place import Place
from zhibiao.model.report import DocumentReport, Engine, Failure, IndicatorReport, Result, TableReport
from zhibiao.reports.writers import written

FINDING = Finding("M206", "missing-operator", "warning", "value", (0, 4), "100%", "请加符号。", "依据")
DOCUMENT = DocumentReport(
    "材料/甲 表.txt",
    tables=(TableReport(2, project_name="养护", indicators=(IndicatorReport(3, where=Place(line=17), findings=(FINDING,)),)),),
    findings=(Finding("D701", "stale-reference", "info", "overall_goal", (0, 2), "十九", "过时。", "依据"),),
)


def test_results_and_failures() -> None:
    result = Result(Engine("1.0", None, 1), (DOCUMENT, DocumentReport("乙.docx")), (Failure("丙.pdf", "scanned-pdf", "丙.pdf：扫描件。"),))
    whole = json.loads("".join(str(piece) for piece in written(result, "sarif")))
    (run,) = whole["runs"]
    assert whole["version"] == "2.1.0"
    assert {rule["id"] for rule in run["tool"]["driver"]["rules"]} >= {"M206", "D701"}
    stale, operator = run["results"]
    assert (stale["ruleId"], stale["level"]) == ("D701", "note")
    assert (operator["ruleId"], operator["level"], operator["message"]) == ("M206", "warning", {"text": "请加符号。"})
    (place,) = operator["locations"]
    assert place["physicalLocation"] == {
        "artifactLocation": {"uri": "%E6%9D%90%E6%96%99/%E7%94%B2%20%E8%A1%A8.txt"},
        "region": {"startLine": 17},
    }
    assert place["logicalLocations"] == [{"fullyQualifiedName": "表2“养护” 第3行 指标值"}]
    assert run["invocations"][0]["toolExecutionNotifications"][0]["message"] == {"text": "丙.pdf：扫描件。"}
    assert run["invocations"][0]["executionSuccessful"] is False


def test_nothing_found_is_whole_too() -> None:
    whole = json.loads("".join(str(piece) for piece in written(Result(Engine("1.0", None, 1)), "sarif")))
    assert whole["runs"][0]["results"] == []
