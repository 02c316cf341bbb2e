"""The formats of reports, compared with what was typed by hand."""

from __future__ import annotations

import csv
import io
import json

import pytest

from zhibiao.model.finding import Finding, Fix
from zhibiao.model.place import Place
from zhibiao.model.report import Category, DocumentReport, Engine, Failure, IndicatorReport, Result, TableReport
from zhibiao.reports.writers import format_of, written

FIX = Fix("value", "≥242人数", "≥242人", True)
ODD = Finding("M207", "odd-unit", "info", "value", (1, 6), "242人数", "单位不规范。", "通行审核做法（未核对原文）", FIX)
EMPTY = Finding("S101", "empty-talk", "error", "name", (0, 2), "保障", "空泛。", "通行审核做法（未核对原文）")
PLAN = Finding("P603", "plan-incomplete", "error", "spending_plan", (0, 0), "", "没有到100%。", "通行审核做法（未核对原文）")
STALE = Finding("D701", "stale-reference", "warning", "overall_goal", (0, 1), "旧", "过时。", "通行审核做法（未核对原文）")
LINES = (
    IndicatorReport(
        1,
        7,
        "产出指标",
        "数量指标",
        "保障人数",
        None,
        "≥242人数",
        "=总数",
        where=Place(table=1, row=2),
        category=Category("数量"),
        findings=(ODD, EMPTY),
    ),
    IndicatorReport(2, unused=True),
    IndicatorReport(3, name="合格率", value="=100%"),
)
DOCUMENT = DocumentReport(
    "甲.docx", "某局", 2025, findings=(STALE,), tables=(TableReport(1, "表", "项目", "0001", findings=(PLAN,), indicators=LINES),)
)
RESULT = Result(Engine("0.1.0", None, 57), (DOCUMENT, DocumentReport("乙.docx")), (Failure("丙.docx", "empty-file", "丙.docx：空。"),))
ENTIRE = {
    "row": 1,
    "id": 7,
    "level1": "产出指标",
    "level2": "数量指标",
    "name": "保障人数",
    "description": None,
    "value": "≥242人数",
    "basis": "=总数",
    "standard": None,
    "where": {"table": 1, "row": 2},
    "smart": None,
    "probability": None,
    "reasons": None,
    "score": None,
    "grade": None,
    "needs_review": None,
    "category": {"written": "数量", "best": None, "probability": None, "acceptable": None},
    "findings": [
        {
            "code": "M207",
            "name": "odd-unit",
            "severity": "info",
            "field": "value",
            "span": [1, 6],
            "evidence": "242人数",
            "message": "单位不规范。",
            "basis": "通行审核做法（未核对原文）",
            "fix": {"field": "value", "from": "≥242人数", "to": "≥242人", "safe": True},
        },
        {
            "code": "S101",
            "name": "empty-talk",
            "severity": "error",
            "field": "name",
            "span": [0, 2],
            "evidence": "保障",
            "message": "空泛。",
            "basis": "通行审核做法（未核对原文）",
            "fix": None,
        },
    ],
    "suggestions": None,
}


def text(form: str) -> str:
    return "".join(written(RESULT, form))


def test_json_has_the_keys_of_the_contract() -> None:
    whole = json.loads(text("json"))
    assert whole["engine"] == {"version": "0.1.0", "models": None, "rules": 57}
    assert whole["errors"] == [{"source": "丙.docx", "code": "empty-file", "message": "丙.docx：空。"}]
    first, second = whole["documents"]
    assert [key for key in first if key != "tables"] == ["source", "unit", "year", "score", "grade", "findings", "review", "doubts"]
    assert second["tables"] == []
    (table,) = first["tables"]
    assert {key: table[key] for key in ("table", "project_name", "project_code", "score", "grade", "conclusion", "suggestions")} == {
        "table": 1,
        "project_name": "项目",
        "project_code": "0001",
        "score": None,
        "grade": None,
        "conclusion": None,
        "suggestions": None,
    }
    assert [one["code"] for one in first["findings"]] == ["D701"]
    assert [one["code"] for one in table["findings"]] == ["P603"]
    assert table["indicators"][0] == ENTIRE
    assert [line.get("unused") for line in table["indicators"]] == [None, True, None]


@pytest.mark.parametrize("result", [RESULT, Result(Engine("1", ("a",), 0))], ids=["full", "empty"])
def test_json_written_piece_by_piece_is_laid_out_as_if_at_once(result: Result) -> None:
    pieces = "".join(written(result, "json"))
    assert pieces == json.dumps(json.loads(pieces), ensure_ascii=False, indent=1) + "\n"


def test_jsonl_has_an_indicator_a_line_with_its_place() -> None:
    lines = [json.loads(line) for line in text("jsonl").splitlines()]
    assert lines[0] == {"source": "甲.docx", "table": 1, "project_name": "项目", **ENTIRE}
    assert [line["row"] for line in lines[:3]] == [1, 2, 3]
    assert lines[3:] == [{"source": "丙.docx", "code": "empty-file", "message": "丙.docx：空。"}]


def test_csv_for_a_spreadsheet() -> None:
    assert text("csv").startswith("\ufeffscope,source,table,project_name,row,id,")
    rows = list(csv.DictReader(io.StringIO(text("csv").removeprefix("\ufeff"))))
    assert [(row["scope"], row["row"], row["severity"], row["codes"]) for row in rows] == [
        ("document", "", "warning", "D701"),
        ("table", "", "error", "P603"),
        ("row", "1", "error", "M207 S101"),
        ("row", "3", "", ""),
    ]
    assert rows[2]["messages"] == "单位不规范。空泛。"
    assert (rows[2]["value"], rows[2]["basis"], rows[3]["value"]) == ("≥242人数", "'=总数", "'=100%")


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1", " =1"])
def test_no_cell_of_a_csv_runs_as_a_formula(cell: str) -> None:
    line = IndicatorReport(1, name=cell, id=cell, value="≥1")
    result = Result(RESULT.engine, (DocumentReport("甲", tables=(TableReport(1, indicators=(line,)),)),))
    (row,) = csv.DictReader(io.StringIO("".join(written(result, "csv")).removeprefix("\ufeff"), newline=""))
    assert (row["name"], row["id"], row["value"]) == (f"'{cell}", f"'{cell}", "≥1")


def test_a_format_is_named_by_the_ending() -> None:
    assert format_of("年度.报告.JSON") == "json"
    with pytest.raises(ValueError, match=r"^不能写成“docx”格式。现有的格式：json、jsonl、csv、html。$"):
        format_of("报告.docx")
