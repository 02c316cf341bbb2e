"""Notes in workbooks made by hand: new ones, beside old ones, on sheets of every make."""

from __future__ import annotations

import io
import re

import openpyxl
import pytest
from copies import WHEN, document_of, finding, parts, report_of
from form_documents import ROWS, book, links_of, sheet_rows
from lxml import etree
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from xlsx_builder import MAIN, STRICT, STRICT_LINKS, read, saved

from zhibiao.model.finding import Finding
from zhibiao.reports.annotate import annotate, annotated
from zhibiao.reports.annotate.xlsx_boxes import size_of

SAID = "【错误】M201 指标值不可衡量：value不好。\n本行得分 50，差。"
LAST = (1, 2)
NEW_LINE = "\n"
SHEET = "xl/worksheets/sheet1.xml"
COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"
VML = "urn:schemas-microsoft-com:vml"
EXCEL = "urn:schemas-microsoft-com:office:excel"


def copy_of(data: bytes, *findings: Finding) -> bytes:
    document = document_of(data, "a.xlsx")
    out = annotated(data, document, report_of(document, {LAST: findings or (finding("value", "100"),)}), when=WHEN)
    assert read(out).blocks == read(data).blocks
    return out


def notes(data: bytes) -> dict[str, dict[str, str]]:
    """Sheet → cell → note, as openpyxl sees them."""
    workbook = openpyxl.load_workbook(io.BytesIO(data))
    return {
        sheet.title: {cell.coordinate: cell.comment.text for row in sheet.iter_rows() for cell in row if cell.comment} for sheet in workbook
    }


def boxes(data: bytes, part: str = "xl/drawings/vmlDrawing.vml") -> list[tuple[int, int, list[int]]]:
    """Row, column and anchor of each box, from 0."""
    out = []
    for client in etree.fromstring(parts(data)[part]).iter(f"{{{EXCEL}}}ClientData"):
        told = {etree.QName(child).localname: child.text or "" for child in client}
        out.append((int(told["Row"]), int(told["Column"]), [int(number) for number in told.get("Anchor", "").split(",") if number]))
    return out


def test_a_note_stands_at_its_cell_and_nothing_else_changes() -> None:
    data = book()
    out = copy_of(data)
    assert notes(out) == {"表1": {"E4": SAID}}
    before, after = parts(data), parts(out)
    assert {name for name in before if before[name] != after[name]} == {"[Content_Types].xml", SHEET}
    legacy = re.search(rb"<legacyDrawing [^>]*/>", after[SHEET])
    assert legacy is not None
    assert after[SHEET].replace(legacy[0], b"") == before[SHEET]
    assert [(row, column) for row, column, _ in boxes(out)] == [(3, 4)]


def test_the_text_of_a_cell_that_looks_like_a_formula_stays() -> None:
    assert b"<t>=100%</t>" in parts(copy_of(book()))[SHEET]


@pytest.mark.parametrize(
    "behind",
    [
        '<pageMargins left="1" right="1" top="1" bottom="1" header="0" footer="0"/>|',
        '<pageMargins left="1" right="1" top="1" bottom="1" header="0" footer="0"/>|<tableParts count="0"/><extLst/>',
        f'|<mc:AlternateContent xmlns:mc="{COMPATIBILITY}"><mc:Choice Requires="x14"><controls/></mc:Choice></mc:AlternateContent>',
        "|<extLst><ext><legacyDrawingHF/></ext></extLst>",
    ],
)
def test_the_drawing_comes_where_the_schema_wants_it(behind: str) -> None:
    front, _, back = behind.partition("|")
    part = parts(copy_of(book(tail=front + back)))[SHEET].decode()
    assert re.sub(r"<legacyDrawing [^>]*/>", "#", part).endswith(f"</sheetData>{front}#{back}</worksheet>")


def test_a_sheet_with_prefixes_gets_a_prefixed_element() -> None:
    data = book()
    text = re.sub(r"<(/?)(worksheet|sheetData|row|c|is|t)\b", r"<\1x:\2", parts(data)[SHEET].decode()).replace("xmlns=", "xmlns:x=")
    out = copy_of(book(parts={SHEET: text}))
    assert b"<x:legacyDrawing " in parts(out)[SHEET]
    assert notes(out) == {"表1": {"E4": SAID}}


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_a_sheet_in_utf_16(encoding: str) -> None:
    mark = "\ufeff".encode(encoding)
    text = f'<?xml version="1.0" encoding="UTF-16"?>{parts(book())[SHEET].decode()}'
    out = copy_of(book(parts={SHEET: mark + text.encode(encoding)}))  # type: ignore[dict-item]
    assert "legacyDrawing" in parts(out)[SHEET].decode("utf-16")
    etree.fromstring(parts(out)[SHEET])


def test_a_strict_workbook_gets_strict_parts() -> None:
    out = parts(copy_of(book(namespace=STRICT, links=STRICT_LINKS)))
    assert f'xmlns="{STRICT}"'.encode() in out["xl/comments.xml"]
    assert STRICT_LINKS.encode() + b"/comments" in out["xl/worksheets/_rels/sheet1.xml.rels"]
    assert STRICT_LINKS.encode() in re.findall(rb"<legacyDrawing[^>]*>", out[SHEET])[0]


def with_notes(**texts: str) -> bytes:
    """A workbook as openpyxl writes it, with somebody's notes."""
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    assert sheet is not None
    for row in ROWS:
        sheet.append(row[:4] + tuple(f"'{text}" if text.startswith("=") else text for text in row[4:]))
    for place, text in texts.items():
        sheet[place].comment = Comment(text, "王五")
    return saved(workbook)


def test_notes_of_others_stay_and_take_ours_behind_them() -> None:
    data = with_notes(E4="口径请核", A1="主管处已阅")
    out = copy_of(data, finding("value", "100"), finding("name", "培训人数"))
    (found,) = notes(out).values()
    assert found["A1"] == "主管处已阅"
    assert found["E4"].startswith("口径请核\n――――\n【错误】M201")
    assert sorted(found) == ["A1", "C4", "E4"]
    name = next(name for name in parts(out) if name.endswith(".vml"))
    assert sorted((row, column) for row, column, _ in boxes(out, name)) == [(0, 0), (3, 2), (3, 4)]
    assert len([part for part in parts(out) if "omment" in part]) == len([part for part in parts(data) if "omment" in part])


def test_a_box_grows_with_the_text_added_to_it() -> None:
    out = copy_of(with_notes(E4="口径请核"))
    name = next(name for name in parts(out) if name.endswith(".vml"))
    style = re.search(rb'<\w+:shape [^>]*style="([^"]*)"', parts(out)[name])
    assert style is not None
    text = notes(out)["Sheet"]["E4"]
    assert f"width:{size_of(text)[0]}px".encode() in style[1]
    assert f"height:{size_of(text)[1]}px".encode() in style[1]


def test_annotating_again_says_nothing_twice() -> None:
    first = copy_of(book())
    document = document_of(first, "a.xlsx")
    same = annotate(first, document, report_of(document, {LAST: (finding("value", "100"),)}), when=WHEN)
    assert (same.comments, same.data) == (0, first)
    again = copy_of(first, finding("value", "100", "M206"))
    assert notes(again)["表1"]["E4"].count("【错误】") == 2
    assert len(boxes(again)) == 1
    assert [name for name in parts(again) if "vml" in name or "comments" in name] == ["xl/comments.xml", "xl/drawings/vmlDrawing.vml"]


def test_a_drawing_of_buttons_takes_the_boxes_too() -> None:
    button = f'<xml xmlns:v="{VML}" xmlns:x="{EXCEL}"><v:shape id="_x0000_s2050"><br></v:shape></xml>\n'
    data = book(
        tail='<legacyDrawing r:id="rId9"/>',
        parts={
            "xl/worksheets/_rels/sheet1.xml.rels": links_of(("rId9", "vmlDrawing", "../drawings/old.vml")),
            "xl/drawings/old.vml": button,
        },
    )
    out = parts(copy_of(data))
    assert out[SHEET] == parts(data)[SHEET]
    drawing = out["xl/drawings/old.vml"].decode()
    assert drawing.startswith(button[: -len("</xml>\n")])
    assert drawing.endswith("</v:shape></xml>\n")
    assert 'id="_x0000_s2051"' in drawing
    assert "xmlns:o=" in drawing  # the drawing did not name it


def test_notes_without_a_drawing_get_boxes_all() -> None:
    old = (
        f'<comments xmlns="{MAIN}"><authors><author>甲</author></authors><commentList><comment ref="A1" authorId="0"><text>'
        "<t>旧</t></text></comment></commentList></comments>"
    )
    links = links_of(("rId1", "comments", "../comments1.xml"))
    out = copy_of(book(parts={"xl/worksheets/_rels/sheet1.xml.rels": links, "xl/comments1.xml": old}))
    assert sorted((row, column) for row, column, _ in boxes(out)) == [(0, 0), (3, 4)]
    assert notes(out) == {"表1": {"A1": "旧", "E4": SAID}}


def test_every_sheet_has_parts_of_its_own() -> None:
    workbook = openpyxl.Workbook()
    for number, sheet in enumerate((workbook.active, workbook.create_sheet("乙")), 1):
        assert sheet is not None
        for row in (("项目名称", f"项目{number}"), *ROWS[1:3]):
            sheet.append(row)
    data = saved(workbook)
    document = document_of(data, "a.xlsx")
    said = {(number, 1): [finding("value", "≥4期")] for number in (1, 2)}
    out = annotated(data, document, report_of(document, said), when=WHEN)
    assert notes(out) == {"Sheet": {"E3": SAID}, "乙": {"E3": SAID}}
    assert {"xl/comments.xml", "xl/comments1.xml"} <= set(parts(out))


def test_charts_and_pictures_stay() -> None:
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    assert sheet is not None
    for row in ROWS[:3]:
        sheet.append(row)
    sheet["H1"], sheet["H2"] = 3, 4
    chart = BarChart()
    chart.add_data(Reference(sheet, min_col=8, min_row=1, max_row=2))
    sheet.add_chart(chart, "J2")
    data = saved(workbook)
    document = document_of(data, "a.xlsx")
    out = annotated(data, document, report_of(document, {(1, 1): [finding("value", "≥4期")]}), when=WHEN)
    before, after = parts(data), parts(out)
    kept = {name for name in before if name.startswith(("xl/charts", "xl/drawings"))}
    assert kept
    assert {name: after[name] for name in kept} == {name: before[name] for name in kept}
    assert after[SHEET].index(b"<drawing ") < after[SHEET].index(b"<legacyDrawing ")
    assert len(openpyxl.load_workbook(io.BytesIO(out)).active._charts) == 1  # type: ignore[union-attr]


def test_a_merged_cell_has_its_note_in_its_corner() -> None:
    rows = sheet_rows((ROWS[0], ROWS[1], ROWS[2], ("产出指标", "数量指标", "培训人数", "", "")))
    out = copy_of(book(rows, tail='<mergeCells count="1"><mergeCell ref="C4:E4"/></mergeCells>'), finding("name", "培训人数"))
    assert list(notes(out)["表1"]) == ["C4"]


def test_a_blank_cell_takes_the_note_about_what_is_missing() -> None:
    rows = sheet_rows((*ROWS[:3], ("产出指标", "数量指标", "培训人数", "参加的人数", "")))
    assert list(notes(copy_of(book(rows), finding("value")))["表1"]) == ["E4"]


def test_text_that_excel_would_decode_is_protected() -> None:
    data = book()
    document = document_of(data, "a.xlsx")
    said = Finding("M201", "s", "error", "value", (0, 1), "_x0041_", "“_x0041_”\x07不对\ufffe。", "依据")
    out = annotated(data, document, report_of(document, {LAST: [said]}), when=WHEN)
    assert "“_x005F_x0041_”不对。".encode() in parts(out)["xl/comments.xml"]


def test_boxes_are_large_enough_for_their_text() -> None:
    assert size_of("字" * 27) == (340, 17 + 14)
    assert size_of("字" * 28) == (340, 2 * 17 + 14)
    assert size_of("a" * 54 + "\n" + "字") == (340, 2 * 17 + 14)
    assert size_of("字" * 27 * 40) == (680, (-(-1080 // 55)) * 17 + 14)  # wider, where it would be too tall


def test_a_box_ends_where_the_columns_and_rows_let_it_end() -> None:
    head = '<sheetFormatPr defaultRowHeight="15"/><cols><col min="6" max="6" width="100"/></cols>'
    out = copy_of(book(head=head))
    text = notes(out)["表1"]["E4"]
    width, height = size_of(text)
    assert boxes(out) == [(3, 4, [5, 15, 2, 2, 5, 15 + width, 2 + (2 + height) // 20, (2 + height) % 20])]


THREADS = "http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"
THREAD = "{11111111-2222-3333-4444-555555555555}"


def test_a_thread_of_others_stays_and_takes_a_reply() -> None:
    thread = f'<threadedComment ref="E4" dT="2025-01-01T00:00:00.00" personId="{{A}}" id="{THREAD}"><text>请核</text></threadedComment>'
    note = f'<comment ref="E4" authorId="0"><text><t>[线程批注]{NEW_LINE}请核</t></text></comment>'
    data = book(
        parts={
            "xl/worksheets/_rels/sheet1.xml.rels": links_of(
                ("rId1", "comments", "../comments1.xml"), ("rId2", "threadedComment", "../threadedComments/t1.xml")
            ),
            "xl/comments1.xml": f'<comments xmlns="{MAIN}"><authors><author>tc={THREAD}</author></authors>'
            f"<commentList>{note}</commentList></comments>",
            "xl/threadedComments/t1.xml": f'<ThreadedComments xmlns="{THREADS}">{thread}</ThreadedComments>',
            "xl/_rels/workbook.xml.rels": links_of(("r1", "worksheet", "worksheets/sheet1.xml"), ("r2", "person", "persons/p.xml")),
            "xl/persons/p.xml": f'<personList xmlns="{THREADS}"><person displayName="张三" id="{{A}}" userId="z"/></personList>',
        }
    )
    out = parts(copy_of(data))
    first, reply = etree.fromstring(out["xl/threadedComments/t1.xml"])
    assert etree.tostring(first).decode().replace(f' xmlns="{THREADS}"', "") == thread.replace("请核", "&#35831;&#26680;")
    assert (reply.get("ref"), reply.get("parentId"), reply.get("dT")) == ("E4", THREAD, "2025-11-03T09:30:00.00")
    assert reply[0].text == SAID
    persons = {one.get("id"): one.get("displayName") for one in etree.fromstring(out["xl/persons/p.xml"])}
    assert persons == {"{A}": "张三", reply.get("personId"): "指标 zhibiao"}
    assert notes(copy_of(data))["表1"]["E4"].endswith(SAID)
