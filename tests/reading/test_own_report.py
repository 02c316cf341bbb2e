"""A report of ours that lies among the submissions is known as one, whatever program saved it last."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

import openpyxl
import pytest

from zhibiao.model.report import DocumentReport, Engine, IndicatorReport, TableReport
from zhibiao.parsing import parse
from zhibiao.reading import read_bytes
from zhibiao.reports.xlsx.writer import XlsxWriter

ROWS = tuple(IndicatorReport(number, level2="数量指标", name=f"培训人数{number}", value="≥200人") for number in range(1, 6))


@pytest.fixture(scope="module")
def report() -> bytes:
    writer = XlsxWriter()
    pieces = [writer.start(Engine("9.9.9", None, 3))]
    pieces += writer.write(DocumentReport("甲.docx", tables=(TableReport(1, project_name="技能提升", indicators=ROWS),)), ())
    return b"".join([*pieces, writer.end()])


def saved_again(data: bytes, *, properties: bool, sheets: bool) -> bytes:
    """By openpyxl; as programs do that drop what they do not know, and as reviewers do who rename sheets."""
    book = openpyxl.load_workbook(BytesIO(data))
    if not properties:
        for name in list(book.custom_doc_props.names):
            del book.custom_doc_props[name]
    if not sheets:
        book["总览"].title = "一季度总览"
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def is_report(data: bytes) -> bool:
    blocks = read_bytes(data, "报告.xlsx")
    document = parse(blocks, "报告.xlsx")
    assert blocks.blocks  # feedback reads them
    assert bool(document.tables) is not blocks.report
    if blocks.report:
        assert document.doubts == ("这是 zhibiao 写的评审报告，不是送审材料，没有评判",)
    return blocks.report


def test_as_it_was_written(report: bytes) -> None:
    assert is_report(report)


@pytest.mark.parametrize(("properties", "sheets"), [(True, True), (True, False), (False, True)])
def test_as_it_was_saved_again(report: bytes, properties: bool, sheets: bool) -> None:
    assert is_report(saved_again(report, properties=properties, sheets=sheets))


def test_a_workbook_without_either_is_a_submission(report: bytes) -> None:
    assert not is_report(saved_again(report, properties=False, sheets=False))


def test_damaged_properties_are_no_fault(report: bytes) -> None:
    book = openpyxl.Workbook()
    for row in (("一级指标", "二级指标", "三级指标", "指标值"), *(("产出指标", "数量指标", row.name, row.value) for row in ROWS)):
        book.active.append(row)
    out = BytesIO()
    book.save(out)
    with ZipFile(out, "a") as archive:
        archive.writestr("docProps/custom.xml", "<Properties><property name=")
    assert not is_report(out.getvalue())
