"""Only what is new: known findings go, everything else stays as it is."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from zhibiao.errors import ConfigError
from zhibiao.model.finding import Finding
from zhibiao.model.report import DocumentReport, IndicatorReport, TableReport
from zhibiao.reports.earlier import earlier_of, read_earlier
from zhibiao.reports.score_json import report_json

OLD = Finding("M206", "名", "error", "value", (0, 3), "200", "话", "据")
NEW = Finding("M201", "名", "error", "value", (0, 2), "提升", "话", "据")
WHOLE = Finding("D101", "名", "info", "", (0, 0), "", "话", "据")
OF_TABLE = Finding("P609", "名", "warning", "", (0, 0), "甲项目", "话", "据")
ROW = IndicatorReport(1, name="培训人数", value="200", score=60.0, grade="中", findings=(OLD,))
TABLE = TableReport(1, project_name="技能提升", score=60.0, findings=(OF_TABLE,), indicators=(ROW,))
DOCUMENT = DocumentReport("2024/表.docx", score=60.0, findings=(WHOLE,), tables=(TABLE,))


def codes(document: DocumentReport) -> list[str]:
    return [finding.code for finding in document.all_findings()]


def test_what_was_found_before_goes_and_scores_stay() -> None:
    left = earlier_of([DOCUMENT]).new(DOCUMENT)
    assert codes(left) == []
    assert (left.score, left.tables[0].score, left.tables[0].indicators[0].score) == (60.0, 60.0, 60.0)


def test_rows_are_known_by_what_they_say_not_by_their_number() -> None:
    moved = replace(ROW, row=7, findings=(replace(OLD, span=(5, 8)), NEW))
    found = replace(DOCUMENT, tables=(replace(TABLE, indicators=(IndicatorReport(1, name="新", findings=(OLD,)), moved)),))
    left = earlier_of([DOCUMENT]).new(found)
    assert [line.findings for line in left.tables[0].indicators] == [(OLD,), (NEW,)]


@pytest.mark.parametrize(
    "changed",
    [
        replace(DOCUMENT, tables=(replace(TABLE, project_name="别的", findings=()),)),
        replace(DOCUMENT, tables=(replace(TABLE, findings=(), indicators=(replace(ROW, findings=(replace(OLD, evidence="300"),)),)),)),
        replace(DOCUMENT, tables=(replace(TABLE, findings=(), indicators=(replace(ROW, findings=(replace(OLD, code="M209"),)),)),)),
    ],
)
def test_another_project_evidence_or_code_is_new(changed: DocumentReport) -> None:
    assert len(codes(earlier_of([DOCUMENT]).new(changed))) == 1


def test_a_file_that_lies_elsewhere_now_is_the_same() -> None:
    for moved in ("2025/表.docx", "表.docx"):
        assert codes(earlier_of([DOCUMENT], [moved]).new(replace(DOCUMENT, source=moved))) == []
    assert codes(earlier_of([DOCUMENT], ["别.docx"]).new(replace(DOCUMENT, source="别.docx"))) == codes(DOCUMENT)


def test_files_of_one_name_in_two_folders_stay_apart() -> None:
    other = replace(DOCUMENT, source="乙局/表.docx")
    now = ["2024/表.docx", "乙局/表.docx"]
    assert codes(earlier_of([DOCUMENT], now).new(other)) == codes(DOCUMENT)  # the earlier one is still there
    assert codes(earlier_of([DOCUMENT], ["丙/表.docx", "丁/表.docx"]).new(replace(DOCUMENT, source="丙/表.docx"))) == codes(DOCUMENT)
    both = earlier_of([DOCUMENT, replace(other, findings=(), tables=())], now)
    assert codes(both.new(DOCUMENT)) == []
    assert codes(both.new(other)) == codes(DOCUMENT)


def test_it_is_read_from_the_json_report(tmp_path: Path) -> None:
    path = tmp_path / "上 周.json"
    path.write_text(json.dumps({"documents": [report_json(DOCUMENT)]}, ensure_ascii=False), encoding="utf-8")
    assert read_earlier(path) == earlier_of([DOCUMENT])


BROKEN = [b"", b"[]", b"{}", b'{"documents": 1}', b'{"documents": [1]}', b'{"documents": [{"source": "x"}]}', b"\xff\xfe", b"[" * 200_000]


@pytest.mark.parametrize("content", BROKEN, ids=[str(content[:20]) for content in BROKEN])
def test_what_is_no_report_is_told(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "旧.json"
    path.write_bytes(content)
    with pytest.raises(ConfigError) as caught:
        read_earlier(path)
    assert str(caught.value).startswith(f"{path.as_posix()}：不是 zhibiao 写的 json 报告，或由更早的版本写成。请指定")


def test_what_cannot_be_opened_is_told(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="以前的报告不存在"):
        read_earlier(tmp_path / "没有.json")
    with pytest.raises(ConfigError, match="以前的报告无法打开"):
        read_earlier(tmp_path)
