"""Characters, lines and paragraphs of pdfs."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest
from pdf_drawing import FONT, HEIGHT, WIDTH, draw, grids, page_pdf, paragraphs, put_texts, read, rule_lines, ruled, stream, table, write
from reportlab.pdfgen.canvas import Canvas

from zhibiao.reading.blocks import Lines, Paragraph
from zhibiao.reading.pdf_fonts import plain
from zhibiao.reading.pdf_tokens import Name, operations

XS = [60.0, 200.0, 340.0]
YS = [100.0, 200.0]


def cell(draw_text: Callable[[Canvas], None]) -> str:
    """What is read of a cell 140 by 100 points whose upper left corner is at 60, 100."""

    def page(canvas: Canvas) -> None:
        rule_lines(canvas, XS, YS)
        write(canvas, 210, 120, "旁边的文字比较多一些")
        write(canvas, 210, 135, "所以整页不会被转过来")
        draw_text(canvas)

    [grid] = grids(draw(page))
    assert table(grid)[0][1] == "旁边的文字比较多一些\n所以整页不会被转过来"
    return table(grid)[0][0]


def spaced(canvas: Canvas, text: str, step: float, size: float = 10) -> None:
    """Characters one by one, `step` points from one start to the next."""
    for number, character in enumerate(text):
        write(canvas, 65 + number * step, 120, character, size)


def test_flat_characters_stay_in_their_line() -> None:
    text = cell(lambda canvas: put_texts(canvas, XS, YS, [["一级指标\n一-二－三—四\n＿一_"]]))
    assert text == "一级指标\n一-二－三—四\n＿一_"


def test_bold_type_printed_several_times_is_read_once() -> None:
    def page(canvas: Canvas) -> None:
        for off in (0.0, 0.3, 0.6):
            write(canvas, 65 + off, 120, "产出指标111")
        for off in (0.0, 0.5):
            write(canvas, 65 + off, 140 + off, "≥100%")

    assert cell(page) == "产出指标111\n≥100%"


def test_doubled_characters_that_the_author_typed_stay() -> None:
    assert cell(lambda canvas: write(canvas, 65, 120, "天天向上1100")) == "天天向上1100"
    assert cell(partial(spaced, text="llii11", step=2.9)) == "llii11"


def test_small_gaps_are_no_blanks() -> None:
    assert cell(lambda canvas: spaced(canvas, "产出指标", 12.8)) == "产出指标"


def test_letters_spread_over_the_cell_are_one_word() -> None:
    assert cell(lambda canvas: spaced(canvas, "产出指标", 30)) == "产出指标"


def test_letters_spread_around_brackets_and_figures_are_one_word() -> None:
    def page(canvas: Canvas) -> None:
        for x, text in ((65, "完"), (80, "成"), (95, "率"), (110, "(%)")):
            write(canvas, x, 120, text)

    assert cell(page) == "完成率(%)"


def test_blanks_that_carry_an_underline_are_not_typed() -> None:
    words = b"BT /F 10 Tf 60 700 Td (2025) Tj ET BT 82 700 Td (year) Tj ET "
    ends = b"BT /F 10 Tf 59.9 700 Td [( ) -1940 ( )] TJ ET BT 81.9 700 Td [( ) 278 ( )] TJ ET"
    assert paragraphs(page_pdf(words + ends)) == ["2025year"]


def test_a_clear_gap_is_a_blank() -> None:
    def page(canvas: Canvas) -> None:
        write(canvas, 65, 120, "单位")
        write(canvas, 95, 120, "万元")

    assert cell(page) == "单位 万元"


@pytest.mark.parametrize("gap", [0.0, 2.5, 4.0])
def test_the_quarter_em_between_chinese_and_figures_is_no_blank(gap: float) -> None:
    def page(canvas: Canvas) -> None:
        write(canvas, 65, 120, "不少于")
        write(canvas, 95 + gap, 120, "12")
        end = 95 + gap + canvas.stringWidth("12", FONT, 10)
        write(canvas, end + gap, 120, "所")

    assert cell(page) == "不少于12所"


def test_typed_blanks_stay() -> None:
    assert cell(lambda canvas: write(canvas, 65, 120, "GDP per capita  增长")) == "GDP per capita  增长"


def test_latin_words_without_blanks_between_them_are_parted() -> None:
    def page(canvas: Canvas) -> None:
        write(canvas, 65, 120, "per")
        write(canvas, 65 + canvas.stringWidth("per", FONT, 10) + 2.6, 120, "capita")

    assert cell(page) == "per capita"


def test_superscripts_stay_in_their_line() -> None:
    def page(canvas: Canvas) -> None:
        write(canvas, 65, 120, "面积18600m")
        write(canvas, 65 + canvas.stringWidth("面积18600m", FONT, 10), 116.5, "2", 6)
        write(canvas, 65, 132, "第二行")

    assert cell(page) == "面积18600m2\n第二行"


def test_one_character_a_line_in_a_narrow_cell() -> None:
    assert cell(lambda canvas: put_texts(canvas, XS, YS, [["绩\n效\n指\n标"]])) == "绩\n效\n指\n标"


@pytest.mark.parametrize(("angle", "x", "y"), [(90, 90, 190), (-90, 80, 110), (180, 180, 120)])
def test_turned_text_is_read_along_its_direction(angle: int, x: float, y: float) -> None:
    def page(canvas: Canvas) -> None:
        canvas.saveState()
        canvas.translate(x, HEIGHT - y)
        canvas.rotate(angle)
        canvas.setFont(FONT, 10)
        canvas.drawString(0, 0, "产出指标12")
        canvas.drawString(0, -14, "（第二行）")
        canvas.restoreState()

    assert cell(page) == "产出指标12\n（第二行）"


def test_a_column_of_characters_with_turned_figures_reads_downwards() -> None:
    def page(canvas: Canvas) -> None:
        write(canvas, 75, 120, "年")
        write(canvas, 75, 132, "度")
        canvas.saveState()
        canvas.translate(76, HEIGHT - 134)
        canvas.rotate(-90)
        canvas.drawString(0, 0, "2025")
        canvas.restoreState()
        write(canvas, 75, 165, "止")

    assert cell(page) == "年度2025止"


@pytest.mark.parametrize(("angle", "size"), [(40, 30), (0, 60), (90, 60)])
def test_watermarks_are_left_out_and_said(angle: int, size: int) -> None:
    def page(canvas: Canvas) -> None:
        ruled(XS, YS, [["甲", "乙"]])(canvas)
        write(canvas, 60, 300, "正文比水印多")
        canvas.saveState()
        canvas.translate(100, HEIGHT - 190)
        canvas.rotate(angle)
        canvas.setFont(FONT, size)
        canvas.drawString(0, 0, "内部资料")
        canvas.restoreState()

    blocks = read(draw(page))
    assert blocks.doubts == ("第1页有斜排或特大的文字（水印或印章），没有读入",)
    assert len(blocks.blocks) == 2
    assert table(grids(draw(page))[0]) == [["甲", "乙"]]


def test_text_off_the_page_is_not_seen() -> None:
    def page(canvas: Canvas) -> None:
        for x, y, text in ((60, 100, "看得见"), (60, 900, "看不见"), (700, 100, "也看不见")):
            write(canvas, x, y, text)

    assert paragraphs(draw(page)) == ["看得见"]


# paragraphs


def body(canvas: Canvas, lines: list[tuple[float, str]], first: float = 100, size: float = 12, step: float = 20) -> None:
    """Lines of text with their left edge; a full line of the text area (60 to 540) has 40 characters of 12 points."""
    for number, (left, text) in enumerate(lines):
        write(canvas, left, first + number * step, text, size)


FULL = "为贯彻落实党中央国务院关于乡村振兴的决策部署进一步改善农村人居环境本项目计划在本年"
FIRST = FULL[:38]


def test_lines_of_one_paragraph_are_joined() -> None:
    lines = [(84.0, FIRST), (60.0, FULL[:40]), (60.0, "完成全部整治。"), (84.0, "第二段另起。")]
    assert paragraphs(draw(partial(body, lines=lines))) == [FIRST + FULL[:40] + "完成全部整治。", "第二段另起。"]


def test_short_lines_and_ordinals_stay_apart() -> None:
    lines = [
        (60.0, "单位：某县教育局"),
        (60.0, "日期：2025年1月"),
        (60.0, FULL[:40]),
        (60.0, "（一）另起一条"),
        (60.0, FULL[:40]),
        (60.0, "2.又一条"),
    ]
    assert paragraphs(draw(partial(body, lines=lines))) == [text for _, text in lines]


def test_a_line_that_could_have_held_more_ends_its_paragraph() -> None:
    lines = [(60.0, FULL[:40]), (60.0, FULL[:38]), (60.0, "下一段不缩进。")]
    assert paragraphs(draw(partial(body, lines=lines))) == [FULL[:40] + FULL[:38], "下一段不缩进。"]


def test_two_latin_words_are_joined_by_a_blank() -> None:
    lines = [(60.0, FULL[:36] + " GDP 12"), (60.0, "percent 以上"), (60.0, FULL[:40]), (60.0, FULL[:40])]
    assert paragraphs(draw(partial(body, lines=lines))) == [FULL[:36] + " GDP 12 percent 以上", FULL[:40] + FULL[:40]]


def test_larger_type_is_no_continuation() -> None:
    def page(canvas: Canvas) -> None:
        body(canvas, [(60.0, FULL[:40])])
        body(canvas, [(60.0, "绩效目标表")], first=120, size=16)

    assert paragraphs(draw(page)) == [FULL[:40], "绩效目标表"]


def test_paragraphs_go_on_over_the_page_break() -> None:
    first = [(84.0, FIRST), (60.0, FULL[:40])]
    second = [(60.0, "资金按进度拨付。"), (84.0, "第二段。")]
    blocks = read(draw(partial(body, lines=first, first=750), partial(body, lines=second, first=80))).blocks
    assert [(block.text, block.place.page, block.place.line) for block in blocks if isinstance(block, Paragraph)] == [
        (FIRST + FULL[:40] + "资金按进度拨付。", 1, 1),
        ("第二段。", 2, 2),
    ]


@pytest.mark.parametrize("number", ["{}", "- {} -", "— {} —", "第{}页", "第{}页 共4页", "{} / 4", "－{}－", "第 {} 页", "Page {} of 4"])
def test_page_numbers_are_dropped(number: str) -> None:
    def page(canvas: Canvas, at: int) -> None:
        write(canvas, 60, 100, f"第{at}项工作")
        write(canvas, 280, 800, number.format(at))

    data = draw(*(partial(page, at=at) for at in range(1, 4)))
    assert paragraphs(data) == ["第1项工作", "第2项工作", "第3项工作"]


def test_a_number_in_the_text_area_stays() -> None:
    assert paragraphs(draw(lambda canvas: write(canvas, 60, 400, "12"))) == ["12"]


def test_headers_and_footers_on_three_pages_are_dropped() -> None:
    def page(canvas: Canvas, at: int) -> None:
        write(canvas, 60, 50, "某县教育局2025年部门预算", 9)
        write(canvas, 60, 100, f"第{at}项工作")
        write(canvas, 60, 805, f"打印时间：2025-01-1{at}", 9)

    assert paragraphs(draw(*(partial(page, at=at) for at in range(1, 4)))) == ["第1项工作", "第2项工作", "第3项工作"]
    assert len(paragraphs(draw(*(partial(page, at=at) for at in range(1, 3))))) == 6


def test_the_title_of_a_form_on_every_page_stays() -> None:
    def page(canvas: Canvas, at: int) -> None:
        write(canvas, 200, 55, "项目支出绩效目标表", 12)
        write(canvas, 60, 75, "填报单位：某县教育局", 9)
        ruled([60, 200, 500], [90, 120, 150], [["项目名称", f"项目{at}"], ["预算数", "12"]])(canvas)

    assert paragraphs(draw(*(partial(page, at=at) for at in range(1, 5)))) == ["项目支出绩效目标表", "填报单位：某县教育局"] * 4


def tagged(canvas: Canvas, properties: str, y: float, text: str) -> None:
    """Text that a tagged pdf calls an artifact."""
    canvas._code.append(f"/Artifact {properties} BDC")
    write(canvas, 65, y, text)
    canvas._code.append("EMC")


def test_artifacts_of_tagged_pdfs_are_dropped_outside_tables_only() -> None:
    def page(canvas: Canvas) -> None:
        ruled(XS, [100, 130, 160], [["", "乙"], ["丙", "丁"]])(canvas)
        tagged(canvas, "<</Type /Pagination /Subtype /Header>>", 60, "页眉")
        tagged(canvas, "<</Type /Pagination>>", 115, "甲")  # Word calls repeated header rows so
        tagged(canvas, "<</Subtype /Watermark /Type /Pagination>>", 145, "水印")

    data = draw(page)
    assert paragraphs(data) == []
    assert table(grids(data)[0]) == [["甲", "乙"], ["丙", "丁"]]


# text tables


def test_a_page_of_columns_without_lines_is_laid_out() -> None:
    rows = [
        ["一级指标", "三级指标", "指标值"],
        ["产出指标", "完成整治行政村数量", "≥108个"],
        ["", "验收合格率", "100%"],
        ["效益指标", "受益人口", "36万人"],
    ]

    def page(canvas: Canvas) -> None:
        write(canvas, 60, 80, "项目绩效目标表")
        for number, row in enumerate(rows):
            for x, text in zip((60, 160, 360), row, strict=True):
                write(canvas, x, 110 + number * 20, text)
        write(canvas, 290, 800, "- 1 -")

    [block] = read(draw(page)).blocks
    assert isinstance(block, Lines)
    assert block.lines == (
        "项目绩效目标表",
        "一级指标            三级指标                                指标值",
        "产出指标            完成整治行政村数量                      ≥108个",
        "                    验收合格率                              100%",
        "效益指标            受益人口                                36万人",
    )


def test_columns_without_indicator_words_are_paragraphs() -> None:
    def page(canvas: Canvas) -> None:
        for number in range(5):
            for x in (60, 200, 340):
                write(canvas, x, 100 + number * 20, "姓名")

    assert paragraphs(draw(page)) == ["姓名 姓名 姓名"] * 5


# fonts and content, object by object

IDENTITY = b"<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H /DescendantFonts [6 0 R] %s >>"
SYSTEM = b"<< /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>"
CHILD = b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /X /CIDSystemInfo %s /DW 1000 >>" % SYSTEM
CMAP = b"1 begincodespacerange <0000> <ffff> endcodespacerange %d beginbfchar %s endbfchar"


def cid_pdf(text: str, extra: bytes = b"", mapped: str | None = None) -> bytes:
    """A page that shows glyphs 1, 2, 3 ... of a font whose ToUnicode map calls them the characters of `mapped` (or of the text)."""
    names = mapped if mapped is not None else text
    pairs = b"".join(b"<%04x> <%s> " % (number, character.encode("utf-16-be").hex().encode()) for number, character in enumerate(names, 1))
    codes = b"".join(b"%04x" % number for number in range(1, len(text) + 1))
    fonts = {5: IDENTITY % b"/ToUnicode 7 0 R", 6: CHILD, 7: stream(CMAP % (len(names), pairs))}
    return page_pdf(b"BT /F 12 Tf 60 700 Td <%s> Tj ET %s" % (codes, extra), more=fonts)


def test_radicals_that_fonts_name_are_the_characters_they_look_like() -> None:
    assert paragraphs(cid_pdf("⼀⼆三⽬标⾏⻓⻚ﬁ豈\u00a0完")) == ["一二三目标行长页fi豈 完"]
    assert plain("⻔") == "门"


def test_a_few_unreadable_characters_are_marked_and_said() -> None:
    blocks = read(cid_pdf("绩效目标甲乙", mapped="绩效目标甲"))
    assert [getattr(block, "text", None) for block in blocks.blocks] == ["绩效目标甲\ufffd"]
    assert blocks.doubts == ("第1页有个别字符无法识别，以“\ufffd”代替",)


def test_a_font_with_an_unknown_encoding_still_shows_its_text() -> None:
    data = cid_pdf("绩效目标").replace(b"/Identity-H", b"/SomeOwnMap")
    assert paragraphs(data) == ["绩效目标"]


def test_text_state_is_kept_as_the_standard_says() -> None:
    content = (
        b"BT /F 10 Tf 12 TL 60 700 Td (one) Tj T* (two) ' 3 1 (three \\(x\\) \\101) \" 0 -20 TD (four) Tj 0 Tc 0 Tw "
        b"[(f) 20 (i) -20 (ve)] TJ ET q 0.5 0 0 0.5 0 0 cm BT /F 20 Tf 1 0 0 1 120 1000 Tm (six) Tj ET Q "
        b"BT /F 10 Tf 60 400 Td <736576656e> Tj ET"
    )
    assert paragraphs(page_pdf(content)) == ["one", "two", "three (x) A", "fourfive", "six", "seven"]


def test_forms_are_drawn_in_their_place_and_never_within_themselves() -> None:
    form = stream(
        b"BT /F 10 Tf 0 0 Td (inner) Tj ET /X Do",
        b"/Type /XObject /Subtype /Form /BBox [0 0 100 100] /Matrix [1 0 0 1 60 300] "
        b"/Resources << /Font << /F 5 0 R >> /XObject << /X 6 0 R >> >>",
    )
    data = page_pdf(
        b"q 1 0 0 1 0 100 cm /X Do Q /X Do BT /F 10 Tf 60 200 Td (outer) Tj ET", b"/Font << /F 5 0 R >> /XObject << /X 6 0 R >>", {6: form}
    )
    assert paragraphs(data) == ["inner", "inner", "outer"]


def test_filled_in_fields_are_read() -> None:
    look = b"/Type /XObject /Subtype /Form /BBox [0 0 50 10] /Resources << /Font << /F 5 0 R >> >>"
    field = b"<< /Type /Annot /Subtype /%s /F %d /Rect [100 690 200 710] /AP << /N 7 0 R >> >>"
    more = {
        6: field % (b"Widget", 4),
        7: stream(b"BT /F 5 Tf 0 5 Td (filled) Tj ET", look),
        8: field % (b"Widget", 2),
        9: field % (b"Popup", 4),
    }
    data = page_pdf(b"BT /F 10 Tf 60 700 Td (Name) Tj ET", more=more, page=b"/Annots [6 0 R 8 0 R 9 0 R 99 0 R 5]")
    assert paragraphs(data) == ["Name filled"]


def test_text_in_a_space_that_grows_downwards() -> None:
    content = b"1 0 0 -1 0 842 cm BT 1 0 0 -1 60 100 Tm /F 10 Tf (first) Tj 1 0 0 -1 60 120 Tm (second) Tj ET"
    assert paragraphs(page_pdf(content)) == ["first", "second"]


def test_inline_images_are_passed_over() -> None:
    content = b"q 10 0 0 10 60 600 cm BI /W 2 /H 2 /CS /G /BPC 8 ID \x01 EI\x02(\xff EI Q BT /F 10 Tf 60 500 Td (after) Tj ET"
    assert paragraphs(page_pdf(content)) == ["after"]


def test_operations_of_content() -> None:
    data = b"/F1 -.5 Tf [(a\\)b) -20. <4 1>] TJ %comment\n(x(y)z\\101\\\n) Tj << /K [1 2] >> BDC 1 2 --3 rg ] } Tj"
    assert list(operations(data)) == [
        (b"Tf", [Name("F1"), -0.5]),
        (b"TJ", [[b"a)b", -20.0, b"A"]]),
        (b"Tj", [b"x(y)zA"]),
        (b"BDC", [{"K": [1.0, 2.0]}]),
        (b"rg", [1.0, 2.0, -3.0]),
        (b"Tj", []),
    ]


def test_unfinished_content_ends_quietly() -> None:
    assert list(operations(b"(never closed Tj")) == []
    assert list(operations(b"[1 2 (a) Tj")) == [(b"Tj", [[1.0, 2.0, b"a"]])]
    assert list(operations(b"BI /W 1 ID abc")) == [(b"BI", []), (b"EI", [Name("W"), 1.0])]


def test_sizes_of_the_page_are_those_of_the_test() -> None:
    assert (round(WIDTH), round(HEIGHT)) == (595, 842)
