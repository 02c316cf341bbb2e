"""Where each kind of finding is said: rows, tables and the whole document."""

from __future__ import annotations

from dataclasses import replace

from copies import document_of, finding, report_of
from docx_builder import p, read, tbl, tc, tr
from form_documents import HEAD, book, sheet_rows, titled, word
from xlsx_builder import read as read_book

from zhibiao.model.document import Document
from zhibiao.model.finding import Finding
from zhibiao.reports.annotate.grounds import Grounds
from zhibiao.reports.annotate.remarks import remarks

WIDE = '<w:gridSpan w:val="4"/>'
PLAN = tr("资金支出计划（%）", "3月底", "6月底", "10月底", "12月底") + tr("", "20", "45", "70", "90")
BODY = (
    p("某某局2025年部门预算绩效文本")
    + p("一、总体绩效目标")
    + p("认真学习十九大精神，做好技能培训工作。")
    + p("技能提升项目绩效目标表")
    + tbl(
        tr("项目名称", tc("技能提升", WIDE)),
        tr("预算数", tc("96.30", WIDE)),
        PLAN,
        tr(tc("绩效目标", '<w:vMerge w:val="restart"/>'), tc("1.培训二百人。", WIDE)),
        tr(tc("", "<w:vMerge/>"), tc("2.提高技能水平。", WIDE)),
        HEAD,
        tr("产出指标", "数量指标", "培训人数", "参加培训的人数", "≥200人"),
        tr("产出指标", "质量指标", "合格率", "", "≥95%"),
    )
)


def said(*own: Finding, tables: list[Finding] | None = None, rows: list[Finding] | None = None, body: str = BODY) -> list[tuple[str, str]]:
    """(text at the place, code) in order."""
    data = word(body)
    document = document_of(data)
    assert document.tables
    grounds = Grounds(read(data).blocks)
    report = report_of(document, {(1, 2): rows or []}, {1: tables or []}, own)
    texts = {place: text for text, place in grounds.texts}
    return [
        (texts.get(one.place, f"{one.place.row},{one.place.column}"), part.finding.code)
        for one in remarks(document, report, grounds)
        for part in one.said
    ]


def test_a_row_is_commented_at_the_field_that_is_at_fault() -> None:
    assert said(rows=[finding("value", "95"), finding("name", "合格率", "S101")]) == [("合格率", "S101"), ("≥95%", "M201")]


def test_a_blank_cell_in_a_column_that_others_fill_is_the_place() -> None:
    assert said(rows=[finding("description", "", "S103")]) == [("9,4", "S103")]


def test_a_table_is_commented_at_the_head_cell_that_the_finding_names() -> None:
    assert said(tables=[finding("budget_total", "96.30", "P604")]) == [("96.30", "P604")]
    assert said(tables=[finding("spending_plan", "3月底20，6月底45", "P603")]) == [("20", "P603")]
    assert said(tables=[finding("objectives", "培训二百人。", "P605")]) == [("1.培训二百人。", "P605")]


def test_a_further_cell_of_the_same_field_is_found_by_its_words() -> None:
    assert said(tables=[finding("objectives", "提高技能水平。", "P605")]) == [("2.提高技能水平。", "P605")]


def test_what_is_said_of_all_indicators_stands_at_the_name_of_the_project() -> None:
    assert said(tables=[finding("indicators", "", "P608")]) == [("技能提升", "P608")]
    assert said(tables=[finding("purpose", "没有这格", "P610")]) == [("技能提升", "P610")]


def test_a_figure_of_a_row_is_commented_in_the_row() -> None:
    assert said(tables=[finding("indicators", "200人", "P610")]) == [("≥200人", "P610")]


def test_a_table_without_a_name_is_commented_where_it_begins() -> None:
    bare = tbl(HEAD, tr("产出指标", "数量指标", "培训人数", "参加培训的人数", "≥200人"))
    assert said(tables=[finding("indicators", "", "P608")], body=p("绩效目标表") + bare) == [("一级指标", "P608")]


def test_the_document_is_commented_at_the_paragraph_that_holds_the_words() -> None:
    assert said(finding("overall_goal", "十九大", "D701")) == [("认真学习十九大精神,做好技能培训工作。", "D701")]


def test_of_two_paragraphs_with_the_words_the_one_of_the_field_is_taken() -> None:
    body = p("十九大以来文件汇编") + BODY
    assert said(finding("overall_goal", "十九大", "D701"), body=body) == [("认真学习十九大精神,做好技能培训工作。", "D701")]


def test_a_project_without_a_goal_is_commented_at_its_name() -> None:
    assert said(finding("project_name", "技能提升", "D703")) == [("技能提升", "D703")]


def test_words_that_stand_nowhere_go_to_the_first_title() -> None:
    assert said(finding("safeguards", "没有这句", "D701")) == [("技能提升项目绩效目标表", "D701")]


def test_all_that_is_said_of_one_place_comes_together_and_places_in_reading_order() -> None:
    found = said(
        finding("overall_goal", "十九大", "D701"),
        tables=[finding("indicators", "", "P608"), finding("indicators", "", "P609")],
        rows=[finding("value", "95"), finding("value", "95", "M206")],
    )
    assert [code for _, code in found] == ["D701", "P608", "P609", "M201", "M206"]


def test_a_document_that_belongs_to_another_file_is_still_answered_somewhere() -> None:
    document = document_of(word(BODY))
    strange = Grounds(read(titled(p("别的文件"))).blocks)
    found = remarks(document, report_of(document, {(1, 1): [finding("value", "200")]}), strange)
    assert [one.place.line for one in found] == [1]


def test_projects_of_one_sheet_are_commented_each_in_its_rows() -> None:
    head = ("项目名称", "一级指标", "二级指标", "三级指标", "指标值")
    rows = (head, ("甲项目", "产出指标", "数量指标", "培训人数", "≥200人"), ("乙项目", "产出指标", "数量指标", "慰问人数", "≥30人"))
    data = book(sheet_rows(rows))
    document = document_of(data, "a.xlsx")
    assert len(document.tables) == 2
    report = report_of(document, tables={1: [finding("indicators")], 2: [finding("indicators")]})
    found = remarks(document, report, Grounds(read_book(data).blocks))
    assert [(one.place.row, one.place.column) for one in found] == [(2, 1), (3, 1)]
    nameless = replace_names(document)
    found = remarks(nameless, report, Grounds(read_book(data).blocks))
    assert [(one.place.row, one.place.column) for one in found] == [(2, 1), (3, 1)]


def replace_names(document: Document) -> Document:
    """Without the addresses of the heads."""
    return replace(document, tables=tuple(replace(table, cells={}) for table in document.tables))
