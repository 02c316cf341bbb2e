"""What a paragraph of a docx shows: every construct that hides, wraps or replaces text."""

from __future__ import annotations

import pytest
from docx_builder import build, cell_text, p, part, read, relationships, shown, t, tbl, tc, tr, zipped

from zhibiao.config.limits import Limits
from zhibiao.errors import ReadError
from zhibiao.reading.blocks import Paragraph

A, B = t("甲"), t("乙")


def field(code: str, result: str) -> str:
    """A complex field."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f"<w:r><w:instrText>{code}</w:instrText></w:r>"
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{result}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def sym(font: str, code: str) -> str:
    """A symbol."""
    return f'<w:r><w:sym w:font="{font}" w:char="{code}"/></w:r>'


def form(data: str) -> str:
    """An old form field without a result."""
    begin = f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData>{data}</w:ffData></w:fldChar></w:r>'
    return f'{begin}<w:r><w:instrText>FORM</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'


def alternatives(choice: str, fallback: str) -> str:
    """Two forms of the same thing."""
    return f"<mc:AlternateContent><mc:Choice Requires='x'>{choice}</mc:Choice><mc:Fallback>{fallback}</mc:Fallback></mc:AlternateContent>"


def box_control(state: str, content: str) -> str:
    """A check box control."""
    properties = f'<w14:checkbox><w14:checked w14:val="{state}"/></w14:checkbox>'
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


CASES = {
    "runs are joined": (A + B, "甲乙"),
    "inserted": (f"{A}<w:ins>{B}</w:ins>", "甲乙"),
    "moved here": (f"{A}<w:moveTo>{B}</w:moveTo>", "甲乙"),
    "deleted": (f"{A}<w:del><w:r><w:delText>乙</w:delText></w:r></w:del>", "甲"),
    "deleted written as w:t": (f"{A}<w:del>{B}</w:del>", "甲"),
    "deleted text outside w:del": (f"{A}<w:r><w:delText>乙</w:delText></w:r>", "甲"),
    "moved away": (f"{A}<w:moveFrom>{B}</w:moveFrom>", "甲"),
    "deleted in inserted": (f"{A}<w:ins><w:del>{B}</w:del></w:ins>", "甲"),
    "smart tag in hyperlink": (f"<w:hyperlink><w:smartTag>{A}</w:smartTag></w:hyperlink>{B}", "甲乙"),
    "custom xml": (f"<w:customXml><w:customXmlPr/>{A}</w:customXml>{B}", "甲乙"),
    "writing direction": (f'<w:bdo w:val="ltr">{A}</w:bdo><w:dir w:val="ltr">{B}</w:dir>', "甲乙"),
    "content control": (f"<w:sdt><w:sdtPr/><w:sdtContent>{A}</w:sdtContent></w:sdt>{B}", "甲乙"),
    "placeholder": (f"{A}<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{t('单击此处输入文字')}</w:sdtContent></w:sdt>", "甲"),
    "placeholder switched off": (
        f'<w:sdt><w:sdtPr><w:showingPlcHdr w:val="0"/></w:sdtPr><w:sdtContent>{A}</w:sdtContent></w:sdt>{B}',
        "甲乙",
    ),
    "check box ticked": (
        box_control("1", t("☒")) + A,
        "☑甲",
    ),
    "check box empty": (
        box_control("0", t("□")) + A,
        "☐甲",
    ),
    "old check box ticked": (form("<w:checkBox><w:default w:val='0'/><w:checked/></w:checkBox>") + A, "☑甲"),
    "old check box by default": (form("<w:checkBox><w:default w:val='1'/></w:checkBox>") + A, "☑甲"),
    "old check box empty": (form("<w:checkBox><w:default w:val='0'/></w:checkBox>") + A, "☐甲"),
    "old list": (form("<w:ddList><w:result w:val='1'/><w:listEntry w:val='否'/><w:listEntry w:val='是'/></w:ddList>"), "是"),
    "old list by default": (form("<w:ddList><w:listEntry w:val='否'/><w:listEntry w:val='是'/></w:ddList>"), "否"),
    "simple field": (f'<w:fldSimple w:instr=" DATE ">{A}</w:fldSimple>{B}', "甲乙"),
    "field result, not its code": (A + field(" PAGE ", B), "甲乙"),
    "field in a field code": (
        field("IF", A).replace("<w:instrText>IF</w:instrText></w:r>", f"<w:instrText>IF</w:instrText></w:r>{field('X', B)}"),
        "甲",
    ),
    "text typed into a field code": (field("X", A).replace("<w:instrText>X</w:instrText>", "<w:t>代码</w:t>"), "甲"),
    "field without end": (f'<w:r><w:fldChar w:fldCharType="begin"/></w:r>{A}', None),
    "end without field": (f'<w:r><w:fldChar w:fldCharType="end"/></w:r>{A}', "甲"),
    "hidden": (f"{A}<w:r><w:rPr><w:vanish/></w:rPr><w:t>乙</w:t></w:r>", "甲"),
    "not hidden": (f'{A}<w:r><w:rPr><w:vanish w:val="false"/></w:rPr><w:t>乙</w:t></w:r>', "甲乙"),
    "field mark in a hidden run": (
        B.join(f'<w:r><w:rPr><w:vanish/></w:rPr><w:fldChar w:fldCharType="{step}"/></w:r>' for step in ("begin", "end")) + A,
        "甲",
    ),
    "tab and breaks": ("<w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:br/><w:t>丙</w:t><w:cr/><w:t>丁</w:t></w:r>", "甲\t乙\n丙\n丁"),
    "page and column breaks": ('<w:r><w:t>甲</w:t><w:br w:type="page"/><w:br w:type="column"/><w:t>乙</w:t></w:r>', "甲乙"),
    "hyphens": ("<w:r><w:t>3</w:t><w:noBreakHyphen/><w:t>5</w:t><w:softHyphen/><w:t>个</w:t></w:r>", "3-5个"),
    "notes and comments": (
        f"{A}<w:commentRangeStart w:id='1'/><w:r><w:footnoteReference w:id='2'/></w:r><w:r><w:commentReference w:id='1'/></w:r>",
        "甲",
    ),
    "ruby": ("<w:r><w:ruby><w:rt><w:r><w:t>zhi</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>指</w:t></w:r></w:rubyBase></w:ruby></w:r>", "指"),
    "symbol at least": (sym("Symbol", "F0B3") + t("95%"), "≥95%"),
    "symbols": (sym("Symbol", "F0A3") + sym("Symbol", "00B1") + sym("Symbol", "F0D6") + sym("Symbol", "F0B4"), "≤±√×"),
    "wingdings": (sym("Wingdings", "F0FE") + sym("Wingdings", "F0A8") + sym("Wingdings", "F0FC") + sym("Wingdings 2", "F052"), "☑☐✓☑"),
    "symbol of a plain font": (sym("宋体", "2265"), "≥"),
    "symbol nonsense": (sym("Symbol", "XYZ") + sym("Symbol", "D800") + sym("Symbol", "FFFFFFFF") + sym("Symbol", "0") + A, "甲"),
    "typed in a symbol font": ('<w:r><w:rPr><w:rFonts w:ascii="Wingdings 2" w:hAnsi="Wingdings 2"/></w:rPr><w:t>R</w:t></w:r>' + A, "☑甲"),
    "typed private character": ('<w:r><w:rPr><w:rFonts w:ascii="Symbol"/></w:rPr><w:t>\uf0b3甲</w:t></w:r>', "≥甲"),
    "formula": ("<m:oMathPara><m:oMath><m:r><m:t>x=</m:t></m:r><m:r><m:t>2</m:t></m:r></m:oMath></m:oMathPara>", "x=2"),
    "fraction": (
        "<m:oMath><m:f><m:num><m:r><m:t>12</m:t></m:r></m:num><m:den><m:d><m:e><m:r><m:t>3+4</m:t></m:r></m:e></m:d></m:den></m:f></m:oMath>",
        "12/(3+4)",
    ),
    "alternatives": (
        alternatives("<w:t>新</w:t>", "<w:t>旧</w:t>").join(["<w:r>", "</w:r>"]),
        "新",
    ),
    "alternatives between runs": (
        alternatives(A, B),
        "甲",
    ),
    "choice without text": (
        alternatives("<x/>", B),
        "乙",
    ),
    "cdata and entities": ("<w:r><w:t>A&amp;B<![CDATA[<5]]></w:t></w:r>", "A&B<5"),
}


@pytest.mark.parametrize(("runs", "expected"), CASES.values(), ids=CASES.keys())
def test_paragraph_text(runs: str, expected: str | None) -> None:
    """The same in running text and in a cell."""
    assert shown(p(runs)) == ([expected] if expected is not None else [])
    assert cell_text(p(runs)) == (expected or "")


def test_field_over_paragraphs() -> None:
    """A table of contents is one field over many paragraphs: its lines are text."""
    begin, separate, end = (f'<w:r><w:fldChar w:fldCharType="{step}"/></w:r>' for step in ("begin", "separate", "end"))
    start = begin + "<w:r><w:instrText>TOC</w:instrText></w:r>" + separate
    assert shown(p(start + A) + p(B) + p(end + t("丙"))) == ["甲", "乙", "丙"]


def test_field_without_end_stops_at_its_paragraph() -> None:
    """A broken field costs its own paragraph, not the file."""
    assert shown(p('<w:r><w:fldChar w:fldCharType="begin"/></w:r>' + A) + p(B)) == ["乙"]


def test_deleted_paragraph_mark_joins() -> None:
    """The rest of two paragraphs reads as one, also where the first one is wholly deleted."""
    gone = "<w:rPr><w:del/></w:rPr>"
    assert shown(p(A, gone) + p(B) + p("丙")) == ["甲乙", "丙"]
    assert shown(p(f"<w:del>{A}</w:del>", gone) + p(B)) == ["乙"]
    assert shown(p(A, "<w:rPr><w:moveFrom/></w:rPr>") + p(B)) == ["甲乙"]
    assert shown(p(A, gone) + p(B, gone) + p("丙")) == ["甲乙丙"]
    assert shown(p(A, gone)) == ["甲"]
    assert cell_text(p(A, gone) + p(B)) == "甲乙"
    assert cell_text(p(A, gone)) == "甲"


def test_deleted_mark_before_a_table() -> None:
    """Nothing joins over a table."""
    assert shown(p(A, "<w:rPr><w:del/></w:rPr>") + tbl(tr("x")) + p(B)) == ["甲", "乙"]


def test_inserted_paragraph_mark_is_a_paragraph() -> None:
    """w:ins on a mark is not w:del."""
    assert shown(p(A, "<w:rPr><w:ins/></w:rPr>") + p(B)) == ["甲", "乙"]


def test_old_properties_are_not_read() -> None:
    """w:pPrChange and w:rPrChange keep what was before a tracked change."""
    before = '<w:pPrChange><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:pPrChange>'
    run = "<w:r><w:rPr><w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange></w:rPr><w:t>甲</w:t></w:r>"
    (block,) = read(build(p(run, before))).blocks
    assert isinstance(block, Paragraph)
    assert (block.text, block.level) == ("甲", None)


def test_blank_paragraphs_are_dropped_and_blanks_kept() -> None:
    """The author's blanks inside a paragraph stay."""
    assert shown(p("") + p(" \u3000") + p("\u3000\u3000一、目标 ")) == ["\u3000\u3000一、目标 "]


def test_hidden_by_style() -> None:
    """Text pasted from web forms brings hidden paragraphs (窗体顶端)."""
    styles = (
        '<w:style w:type="paragraph" w:styleId="z"><w:rPr><w:vanish/></w:rPr></w:style>'
        '<w:style w:type="character" w:styleId="c"><w:rPr><w:vanish/></w:rPr></w:style>'
    )
    open_run = '<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>甲</w:t></w:r>'
    assert shown(p("窗体顶端", '<w:pStyle w:val="z"/>') + p(B), styles) == ["乙"]
    assert shown(p(open_run, '<w:pStyle w:val="z"/>'), styles) == ["甲"]
    assert shown(p('<w:r><w:rPr><w:rStyle w:val="c"/></w:rPr><w:t>甲</w:t></w:r>' + B), styles) == ["乙"]


BOX = f"<w:txbxContent>{p('框内')}{tbl(tr('框格'))}</w:txbxContent>"
DRAWING = f"<w:drawing><a:graphic><wps:wsp><wps:txbx>{BOX}</wps:txbx></wps:wsp></a:graphic></w:drawing>"
PICTURE = f"<w:pict><v:shape><v:textbox>{BOX}</v:textbox></v:shape></w:pict>"
BOTH = f"<mc:AlternateContent><mc:Choice Requires='wps'>{DRAWING}</mc:Choice><mc:Fallback>{PICTURE}</mc:Fallback></mc:AlternateContent>"


@pytest.mark.parametrize("box", [DRAWING, PICTURE, BOTH])
def test_text_box(box: str) -> None:
    """After the paragraph that anchors it, once."""
    blocks = read(build(p(f"{A}<w:r>{box}</w:r>{B}") + p("丙") + tbl(tr("丁")))).blocks
    assert [block.text if isinstance(block, Paragraph) else block.cells[0].text for block in blocks] == ["甲乙", "框内", "框格", "丙", "丁"]
    assert [block.place.table for block in blocks] == [None, None, 1, None, 2]


def test_text_box_in_a_blank_paragraph_and_in_a_cell() -> None:
    """A box in a cell comes after the table; one in a deleted run does not come."""
    blocks = read(build(p(f"<w:r>{BOTH}</w:r>") + tbl(tr(tc(p(f"{A}<w:r>{BOTH}</w:r>")))) + p(f"<w:del><w:r>{BOTH}</w:r></w:del>"))).blocks
    assert [block.text if isinstance(block, Paragraph) else block.cells[0].text for block in blocks] == [
        "框内",
        "框格",
        "甲",
        "框内",
        "框格",
    ]


def test_box_in_a_box() -> None:
    """A box inside a box is read once."""
    inner = f"<w:pict><v:textbox><w:txbxContent>{p('内')}</w:txbxContent></v:textbox></w:pict>"
    outer = f"<w:pict><v:textbox><w:txbxContent>{p(f'<w:r><w:t>外</w:t>{inner}</w:r>')}</w:txbxContent></v:textbox></w:pict>"
    assert shown(p(f"<w:r>{outer}</w:r>")) == ["外", "内"]


def test_wrapped_blocks() -> None:
    """Content controls and custom XML around blocks are looked through; a placeholder block is blank."""
    control = f"<w:sdt><w:sdtPr/><w:sdtContent>{p(A)}<w:customXml>{p(B)}{tbl(tr('格'))}</w:customXml></w:sdtContent></w:sdt>"
    waiting = f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{p('请选择')}</w:sdtContent></w:sdt>"
    blocks = read(build(control + waiting + p("丙"))).blocks
    assert [block.text if isinstance(block, Paragraph) else "表" for block in blocks] == ["甲", "乙", "表", "丙"]


def test_embedded_chunk_is_a_doubt() -> None:
    """A chunk that Word would import is named, once, not lost in silence."""
    more = {"word/_rels/document.xml.rels": relationships(("rId7", "aFChunk", "afchunk.mht")), "word/afchunk.mht": "x"}
    blocks = read(build('<w:altChunk r:id="rId7"/><w:altChunk r:id="rId7"/>' + p(A), more=more))
    assert len(blocks.blocks) == 1
    assert blocks.doubts == ("文中嵌入了另一个文件（word/afchunk.mht），其内容没有读出，请用 Word 打开并另存后再试",)


def test_utf16_part() -> None:
    """Byte searches that spare work must not misread a part in UTF-16."""
    body = p("<w:r><w:rPr><w:vanish/></w:rPr><w:t>密</w:t></w:r>" + A, "<w:rPr><w:del/></w:rPr>") + p(B)
    text = part("document", f"<w:body>{body}</w:body>").replace("UTF-8", "UTF-16")
    assert texts_of(zipped({"word/document.xml": text.encode("utf-16")})) == ["甲乙"]


def texts_of(data: bytes) -> list[str]:
    """Paragraph texts."""
    return [block.text for block in read(data).blocks if isinstance(block, Paragraph)]


def test_too_many_paragraphs() -> None:
    """Paragraphs are bounded too."""
    with pytest.raises(ReadError) as caught:
        read(build(p("甲") * 3000), Limits(lines=1000))
    assert caught.value.code == "too-many-lines"
