"""Comments in Word documents made by hand: every kind of cell, and what stood there before."""

from __future__ import annotations

import io

import docx
import pytest
from copies import WHEN, all_typed, by_local, commented, comments, document_of, finding, local, parts, report_of, root, value
from docx_builder import STRICT, TRANSITIONAL, p, read, relationships, t, tbl, tc, tr
from form_documents import form, titled, word
from lxml import etree

from zhibiao.model.finding import Finding
from zhibiao.reports.annotate import annotate, annotated

SAID = "【错误】M201 指标值不可衡量：value不好。\n本行得分 50，差。"
LAST = (1, 2)  # the row whose cells form() takes


def copy_of(data: bytes, *findings: Finding) -> bytes:
    document = document_of(data)
    assert len(document.tables) == 1
    out = annotated(data, document, report_of(document, {LAST: findings or (finding("value", "200"),)}), when=WHEN)
    assert read(out).blocks == read(data).blocks
    assert all_typed(out) == all_typed(data)
    return out


def test_a_comment_stands_round_the_content_of_its_cell() -> None:
    out = copy_of(titled(form()))
    assert commented(out) == [("≥200人", SAID)]
    paragraph = by_local(root(out, "word/document.xml"), "commentReference")[0].getparent().getparent()
    assert [local(child) for child in paragraph] == ["commentRangeStart", "r", "commentRangeEnd", "r"]
    comment = by_local(root(out, "word/comments.xml"), "comment")[0]
    assert {name: value(comment, name) for name in ("author", "date", "initials")} == {
        "author": "指标 zhibiao",
        "date": "2025-11-03T09:30:00Z",
        "initials": "指标",
    }
    assert [one.text for one in docx.Document(io.BytesIO(out)).paragraphs] == ["技能提升项目绩效目标表"]


def test_the_range_begins_behind_the_properties_of_the_paragraph() -> None:
    out = copy_of(titled(form(tc(p("≥200", "<w:keepNext/>") + p("人")))))
    marks = by_local(root(out, "word/document.xml"), "commentRangeStart", "commentRangeEnd")
    first, last = (mark.getparent() for mark in marks)
    assert [local(child) for child in first] == ["pPr", "commentRangeStart", "r"]
    assert [local(child) for child in last] == ["r", "commentRangeEnd", "r"]


def test_all_that_is_said_of_a_cell_is_one_comment() -> None:
    out = copy_of(titled(form()), finding("value", "200"), finding("value", "200", "M206"), finding("name", "培训人数", "S101"))
    assert [(cell, text.count("【错误】"), text.count("本行得分")) for cell, text in commented(out)] == [
        ("培训人数", 1, 1),
        ("≥200人", 2, 1),
    ]


@pytest.mark.parametrize("cell", ["<w:tc/>", "<w:tc><w:p/></w:tc>", "<w:tc><w:tcPr/><w:p><w:pPr/></w:p></w:tc>"])
def test_a_blank_cell_takes_the_comment_about_what_is_missing(cell: str) -> None:
    out = copy_of(titled(form(description=cell)), finding("description"))
    assert [cell for cell, _ in commented(out)] == [""]
    mark = by_local(root(out, "word/document.xml"), "commentReference")[0]
    row = next(above for above in mark.iterancestors() if local(above) == "tr")
    assert [len(by_local(tc_, "commentReference")) for tc_ in by_local(row, "tc")] == [0, 0, 0, 1, 0]


def test_without_the_column_the_name_takes_the_comment() -> None:
    assert [cell for cell, _ in commented(copy_of(titled(form()), finding("basis")))] == ["培训人数"]


CONTROL = "<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"


@pytest.mark.parametrize(
    "cell",
    [
        tc(CONTROL.format(p("≥200人"))),
        CONTROL.format(tc("≥200人")),
        tc(f"<w:p>{CONTROL.format(t('≥200人'))}</w:p>"),
        tc(f'<w:p><w:smartTag w:element="x">{t("≥200人")}</w:smartTag></w:p>'),
        f'<w:customXml w:element="x">{tc("≥200人")}</w:customXml>',
    ],
    ids=["in the cell", "round the cell", "in the paragraph", "smart tag", "custom xml"],
)
def test_content_controls_keep_their_place(cell: str) -> None:
    data = titled(form(cell))
    ((text, said),) = commented(copy_of(data))
    assert (text, said.lstrip("\n")) == ("≥200人", SAID)
    again = copy_of(data)
    document = document_of(again)
    assert annotate(again, document, report_of(document, {LAST: [finding("value", "200")]}), when=WHEN).comments == 0


def test_a_merged_cell_is_commented_where_it_begins() -> None:
    table = tbl(
        tr("项目名称", tc("技能提升", '<w:gridSpan w:val="3"/>')),
        tr("一级指标", "二级指标", "三级指标", "指标值"),
        tr(tc("产出指标", '<w:vMerge w:val="restart"/>'), "数量指标", tc("培训人数", '<w:vMerge w:val="restart"/>'), "≥4期"),
        tr(tc("", "<w:vMerge/>"), "质量指标", tc("", "<w:vMerge/>"), tc("≥200人")),
    )
    out = copy_of(titled(table), finding("name", "培训人数"))
    assert [cell for cell, _ in commented(out)] == ["培训人数"]
    wide = form(tc("≥200", '<w:hMerge w:val="restart"/>') + tc("", "<w:hMerge/>"))
    assert [cell for cell, _ in commented(copy_of(titled(wide)))] == ["≥200"]


def test_changes_of_others_stay() -> None:
    change = 'w:id="7" w:author="张三" w:date="2025-01-01T00:00:00Z"'
    gone = f"<w:del {change}><w:r><w:delText>300</w:delText></w:r></w:del>"
    data = titled(form(tc(f"<w:p>{t('≥')}{gone}<w:ins {change}>{t('200')}</w:ins>{t('人')}</w:p>")))
    out = copy_of(data)
    assert commented(out) == [("≥200人", SAID)]
    kept = [(local(one), value(one, "author")) for one in by_local(root(out, "word/document.xml"), "ins", "del")]
    assert kept == [("del", "张三"), ("ins", "张三")]
    assert value(by_local(root(out, "word/document.xml"), "commentReference")[0], "id") == "8"  # 7 is taken


def test_a_table_in_a_cell_is_commented_inside() -> None:
    out = copy_of(word(tbl(tr(tc(p("附表") + form() + p(""))))))
    assert commented(out) == [("≥200人", SAID)]


def test_a_table_in_a_text_box_is_commented_at_the_paragraph_that_holds_the_box() -> None:
    box = f"<w:r><w:pict><v:shape><v:textbox><w:txbxContent>{form()}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    out = copy_of(word(p("技能提升项目绩效目标表") + p(t("见框内") + box)))
    mark = by_local(root(out, "word/document.xml"), "commentReference")[0]
    assert not [above for above in mark.iterancestors() if local(above) == "txbxContent"]
    assert [text for _, text in commented(out)] == [SAID]


def test_comments_that_were_there_stay_and_ids_are_new() -> None:
    comment = f'<w:comment w:id="4" w:author="李四">{p("请核")}</w:comment>'
    old = f'<w:comments xmlns:w="{TRANSITIONAL}">{comment}</w:comments>'
    mark = '<w:commentRangeStart w:id="4"/>{}<w:commentRangeEnd w:id="4"/><w:r><w:commentReference w:id="4"/></w:r>'
    more = {
        "word/x/notes.xml": old,
        "word/_rels/document.xml.rels": relationships(("rId1", "comments", "x/notes.xml")),
    }
    data = word(p("技能提升项目绩效目标表") + form(tc(f"<w:p>{mark.format(t('≥200人'))}</w:p>")), more)
    out = copy_of(data)
    assert "word/comments.xml" not in parts(out)
    assert list(comments(out, "word/x/notes.xml").items()) == [("4", "请核"), ("5", SAID)]
    assert parts(out)["word/_rels/document.xml.rels"] == parts(data)["word/_rels/document.xml.rels"]


def test_annotating_a_copy_again_adds_only_what_is_new() -> None:
    first = copy_of(titled(form()))
    document = document_of(first)
    same = annotate(first, document, report_of(document, {LAST: (finding("value", "200"),)}), when=WHEN)
    assert (same.comments, same.data) == (0, first)
    again = copy_of(first, finding("value", "200", "M206"))
    told = comments(again)
    assert len(told) == len(commented(again)) == 2
    assert sorted(told) == ["0", "1"]


def test_a_strict_document_gets_strict_parts() -> None:
    out = copy_of(word(p("技能提升项目绩效目标表") + form(), space=STRICT))
    assert etree.QName(root(out, "word/comments.xml")).namespace == STRICT
    assert 'Type="http://purl.oclc.org/ooxml/officeDocument/relationships/comments"' in parts(out)["word/_rels/document.xml.rels"].decode()
    assert [text for _, text in commented(out)] == [SAID]


def test_everything_else_in_the_package_stays_byte_for_byte() -> None:
    data = word(p("技能提升项目绩效目标表") + form(), {"word/media/a.bin": bytes(range(256)) * 9, "word/settings.xml": "<x/>"})
    before, after = parts(data), parts(copy_of(data))
    assert set(after) - set(before) == {"word/comments.xml", "word/_rels/document.xml.rels"}
    assert {name for name in before if before[name] != after[name]} == {"word/document.xml", "[Content_Types].xml"}
    assert b'PartName="/word/comments.xml"' in after["[Content_Types].xml"]


def test_declaration_prefixes_and_ignorable_stay() -> None:
    data = titled(form())
    text = parts(data)["word/document.xml"].decode()
    head = text.replace('encoding="UTF-8"?>', 'encoding="UTF-8" standalone="yes"?>').replace(
        "<w:document ", '<w:document mc:Ignorable="w14" '
    )
    branches = '<mc:Choice Requires="wps"><w:t>甲</w:t></mc:Choice><mc:Fallback><w:t>甲</w:t></mc:Fallback>'
    choice = f"<mc:AlternateContent>{branches}</mc:AlternateContent>"
    head = head.replace("<w:sectPr/>", f"<w:p><w:r>{choice}</w:r></w:p><w:sectPr/>")
    out = parts(copy_of(word("", {"word/document.xml": head})))["word/document.xml"].decode()
    assert out.startswith('<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:document xmlns:w=')
    assert 'mc:Ignorable="w14"' in out
    assert 'xmlns:w14="' in out
    assert choice in out


def test_the_same_moment_gives_the_same_bytes() -> None:
    assert copy_of(titled(form())) == copy_of(titled(form()))


def test_a_document_without_findings_is_copied_unchanged() -> None:
    data = titled(form())
    document = document_of(data)
    assert annotated(data, document, report_of(document)) == data
