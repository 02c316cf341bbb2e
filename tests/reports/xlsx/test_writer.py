"""The workbook as a spreadsheet program finds it."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zhibiao.model.finding import Finding, Fix
from zhibiao.model.report import Category, Copy, DocumentReport, Engine, Failure, IndicatorReport, TableReport
from zhibiao.reports.xlsx import sheet
from zhibiao.reports.xlsx.writer import XlsxWriter
from zhibiao.scoring.review import review_of

FINDING = Finding(
    "M206", "missing-operator", "warning", "value", (0, 4), "100%", "请加符号。", "依据", Fix("value", "100%", "=100%", False)
)
GRADES = {"S": 3, "M": 2, "A": 2, "R": 3, "T": 2}
ROW = IndicatorReport(
    1,
    level2="质量指标",
    name="养护合格率",
    value="=100%",
    smart=GRADES,
    reasons={"M": ("M206",), "T": ("没有写明日期",)},
    score=82.5,
    grade="良",
    needs_review=True,
    category=Category("质量", "质量", 0.9, ("质量",)),
    findings=(FINDING,),
)
TABLE = TableReport(
    1,
    project_name="农村公路养护",
    budget_total=186.5,
    score=82.5,
    grade="良",
    conclusion="完善后通过",
    indicators=(ROW, IndicatorReport(2, unused=True)),
)
DOCUMENT = DocumentReport("材料/绩效 文本.docx", unit="交通局", year=2025, score=82.5, grade="良", tables=(TABLE,))
ENGINE = Engine("9.9.9", ("甲",), 3)
NAMES = ["总览", "指标明细", "问题清单", "审核表", "雷同项目", "读取失败", "说明"]


def book(
    *documents: DocumentReport, failures: tuple[Failure, ...] = (), copies: tuple[Copy, ...] = (), folder: Path | None = None
) -> bytes:
    writer = XlsxWriter(folder)
    pieces = [writer.start(ENGINE)]
    for document in documents:
        pieces += writer.write(document, ())
    pieces += writer.write(None, failures)
    return b"".join([*pieces, writer.end(copies)])


def opened(data: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(BytesIO(data))


def table(data: bytes, name: str) -> list[dict[str, object]]:
    head, *lines = opened(data)[name].iter_rows(values_only=True)
    return [dict(zip(map(str, head), line, strict=True)) for line in lines]


def test_a_project_a_row_and_a_finding_stand_on_their_sheets() -> None:
    data = book(DOCUMENT)
    assert opened(data).sheetnames == NAMES
    (project,) = table(data, "总览")
    wanted = {
        "文件": "材料/绩效 文本.docx",
        "单位": "交通局",
        "项目名称": "农村公路养护",
        "预算": 186.5,
        "得分": 82.5,
        "等级": "良",
        "审核结论": "完善后通过",
    }
    assert {key: project[key] for key in wanted} == wanted
    assert (project["指标数"], project["良"], project["警告"], project["错误"], project["主要问题"]) == (1, 1, 1, None, "缺少比较符号")
    (row,) = table(data, "指标明细")
    assert [row[key] for key in ("行", "三级指标", "指标值", "S", "M", "得分", "等级", "需人工复核", "应归类别", "问题代码")] == [
        1,
        "养护合格率",
        "=100%",
        3,
        2,
        82.5,
        "良",
        "复核",
        "质量",
        "M206",
    ]
    assert row["扣分原因"] == "M：缺少比较符号\nT：没有写明日期"
    (finding,) = table(data, "问题清单")
    assert [finding[key] for key in ("行", "级别", "代码", "所在栏", "原文", "可以直接改为", "起止")] == [
        1,
        "警告",
        "M206",
        "指标值",
        "100%",
        "=100%",
        "value 0-4",
    ]


def test_text_that_looks_like_a_formula_stays_text() -> None:
    hostile = replace(ROW, name="=HYPERLINK(A1)", value="=100%", description="<r>甲</r>", basis="http://a.b/c")
    data = book(replace(DOCUMENT, tables=(replace(TABLE, indicators=(hostile,)),)))
    with zipfile.ZipFile(BytesIO(data)) as parts:
        assert not any(b"<f>" in parts.read(name) for name in parts.namelist() if "worksheets/sheet" in name)
    sheet = opened(data)["指标明细"]
    values = {cell.value: cell.data_type for cell in sheet[2] if isinstance(cell.value, str)}
    assert [values[text] for text in ("=HYPERLINK(A1)", "=100%", "http://a.b/c")] == ["s", "s", "s"]
    assert " <r>甲</r>" in values


@settings(max_examples=30, deadline=None)
@given(st.text(st.characters(), max_size=60))
def test_any_text_gives_a_workbook_that_opens(text: str) -> None:
    row = replace(ROW, name=text, value=text)
    data = book(replace(DOCUMENT, source=text or "甲", tables=(replace(TABLE, project_name=text, indicators=(row,)),)))
    assert opened(data)["指标明细"].max_row == 2


def test_filters_frozen_heads_and_choices() -> None:
    whole = opened(book(DOCUMENT, DOCUMENT))
    rows = whole["指标明细"]
    assert rows.freeze_panes == "E2"
    assert rows.auto_filter.ref.startswith("A1:")
    choices = {str(one.formula1): str(one.sqref) for one in rows.data_validations.dataValidation}
    titles = {cell.value: cell.column_letter for cell in rows[1]}
    assert choices['"采纳,驳回"'] == f"{titles['采纳/驳回']}2:{titles['采纳/驳回']}3"
    assert any(choice.startswith('"数量,质量,时效') for choice in choices)
    assert sum(choice == '"0,1,2,3"' for choice in choices) == 1  # openpyxl keeps the last of the equal ones


def test_links_lead_from_the_workbook_to_the_file_and_to_the_rows(tmp_path: Path) -> None:
    source = (tmp_path / "材料" / "甲#1.docx").as_posix()
    sheet = opened(book(replace(DOCUMENT, source=source), folder=tmp_path))["总览"]
    assert sheet["A2"].hyperlink.target.replace("\\", "/") == "材料/甲%231.docx"
    assert sheet["E2"].hyperlink.location == "'指标明细'!A2"


def test_the_form_stands_in_a_block_of_its_own() -> None:
    form = review_of([ROW], [], 186.5)
    data = book(replace(DOCUMENT, tables=(replace(TABLE, review=form), replace(TABLE, table=2, review=form))))
    sheet = opened(data)["审核表"]
    column = [sheet.cell(row, 1).value for row in range(1, sheet.max_row + 1)]
    assert column.count("项目支出绩效目标审核表") == 2
    assert [one.id for one in sheet.row_breaks.brk] == [column.index("项目支出绩效目标审核表", 1)]
    lines = {sheet.cell(row, 2).value: [sheet.cell(row, column).value for column in (3, 4, 5)] for row in range(1, sheet.max_row + 1)}
    assert lines["目标相关性"] == [15, 15, "优"]
    assert lines["条件充分性"][:2] == [10, "不评"]


def test_failures_and_copies_have_their_sheets() -> None:
    copy = Copy("甲.docx", 1, "一", "甲局 2025年", "乙.docx", 2, "二", "乙局", 0.9, True)
    data = book(failures=(Failure("丙.pdf", "scanned", "丙.pdf：扫描件。"),), copies=(copy,))
    assert table(data, "读取失败") == [{"文件": "丙.pdf", "代码": "scanned", "原因和办法": "丙.pdf：扫描件。"}]
    assert [cell.value for cell in opened(data)["雷同项目"][2]] == [
        "甲.docx",
        1,
        "一",
        "甲局 2025年",
        "乙.docx",
        2,
        "二",
        "乙局",
        "90%",
        "只换了项目自己的名词",
    ]
    assert table(book(), "读取失败")[0]["文件"] == "全部文件都已读取。"


def test_the_same_result_gives_the_same_bytes() -> None:
    assert book(DOCUMENT) == book(DOCUMENT)


def test_rows_go_on_in_a_second_sheet_where_the_first_is_full(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheet, "MOST_ROWS", 3)  # a head and two lines
    whole = opened(book(*[DOCUMENT] * 5))
    assert [whole[name].max_row for name in ("指标明细", "指标明细 (2)", "指标明细 (3)")] == [3, 3, 2]
    assert whole["指标明细 (2)"]["A1"].value == "文件"
    assert whole["指标明细 (2)"].auto_filter.ref.endswith("3")


def test_long_text_is_cut_with_a_word() -> None:
    data = book(replace(DOCUMENT, tables=(replace(TABLE, indicators=(replace(ROW, name="长" * 40_000),)),)))
    assert str(table(data, "指标明细")[0]["三级指标"]).endswith("……（过长，以下略去）")
