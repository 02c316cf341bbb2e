"""Pages turned by /Rotate or drawn sideways, cropped, scanned, or mixed; and files of LibreOffice."""

from __future__ import annotations

import io
from functools import partial
from pathlib import Path

import pdfplumber
import pytest
from pdf_drawing import FONT, HEIGHT, WIDTH, draw, grids, page_pdf, paragraphs, put_texts, read, rule_lines, ruled, table, write
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from zhibiao.errors import ReadError
from zhibiao.reading.blocks import Grid, Lines, Paragraph

FILES = Path(__file__).parent / "pdfs"
XS = [60.0, 160.0, 300.0, 400.0]
YS = [100.0, 130.0, 160.0]
TEXTS = [["一级指标", "三级指标", "指标值"], ["产出指标", "验收合格率", "100%"]]


def sideways(canvas: Canvas, angle: int, wide: float = WIDTH, tall: float = HEIGHT) -> None:
    """The table with a title, drawn turned by the angle on a page of that size."""
    canvas.saveState()
    canvas.translate(*{90: (wide, 0), 180: (wide, tall), 270: (0, tall)}[angle])
    canvas.rotate(angle)
    high = wide if angle in (90, 270) else tall
    write(canvas, 60, 80, "项目绩效目标表", height=high)
    rule_lines(canvas, XS, YS, high)
    put_texts(canvas, XS, YS, TEXTS, height=high)
    canvas.restoreState()


@pytest.mark.parametrize("angle", [90, 180, 270])
def test_content_drawn_sideways_is_turned(angle: int) -> None:
    data = draw(partial(sideways, angle=angle))
    [grid] = grids(data)
    assert table(grid) == TEXTS
    assert paragraphs(data) == ["项目绩效目标表"]


@pytest.mark.parametrize("angle", [90, 180, 270])
def test_rotated_pages_are_read_as_they_are_seen(angle: int) -> None:
    def page(canvas: Canvas) -> None:
        canvas.setPageRotation(angle)
        size = (HEIGHT, WIDTH) if angle in (90, 270) else (WIDTH, HEIGHT)  # reportlab turns the paper along
        sideways(canvas, angle, *size)

    data = draw(page)
    [grid] = grids(data)
    assert table(grid) == TEXTS
    assert paragraphs(data) == ["项目绩效目标表"]


@pytest.mark.parametrize("angle", [90, 180, 270])
def test_upright_content_on_a_rotated_page_is_turned_back(angle: int) -> None:
    def page(canvas: Canvas) -> None:
        canvas.setPageRotation(angle)
        ruled(XS, YS, TEXTS)(canvas)

    [grid] = grids(draw(page))
    assert table(grid) == TEXTS


def test_landscape_pages() -> None:
    [grid] = grids(draw(ruled(XS, YS, TEXTS, height=WIDTH), size=(HEIGHT, WIDTH)))
    assert table(grid) == TEXTS


def test_a_page_number_at_the_side_is_dropped() -> None:
    def page(canvas: Canvas) -> None:
        ruled(XS, YS, TEXTS)(canvas)
        canvas.saveState()
        canvas.translate(20, 400)
        canvas.rotate(90)
        canvas.setFont(FONT, 10)
        canvas.drawString(0, 0, "- 3 -")
        canvas.restoreState()

    assert paragraphs(draw(page)) == []


def test_boxes_that_do_not_begin_at_zero_and_cropped_pages() -> None:
    content = b"BT /F 10 Tf 160 1000 Td (inside) Tj ET BT /F 10 Tf 10 10 Td (cropped away) Tj ET"
    data = page_pdf(content, box=b"[0 0 800 1200]", page=b"/CropBox [100 100 700 1100]")
    assert paragraphs(data) == ["inside"]
    assert paragraphs(page_pdf(b"BT /F 10 Tf -50 -30 Td (negative) Tj ET", box=b"[-100 -100 400 400]")) == ["negative"]


def test_page_sizes_out_of_this_world_cost_nothing() -> None:
    content = b"BT /F 10 Tf 60 700 Td (text) Tj ET BT /F 10 Tf 999999999 700 Td (far) Tj ET"
    for box in (b"[0 0 1000000000 1000000000]", b"[0 0 0 0]", b"[0 0 1e400 5]", b"[0 0 (a) 5]", b"[1]", b"[595 842 0 0]"):
        blocks = read(page_pdf(content, box=box))
        assert paragraphs(page_pdf(content, box=box)) in (["text"], [])
        assert len(blocks.blocks) + len(blocks.failures) <= 1


# scans


def picture(canvas: Canvas, share: float = 1.0) -> None:
    """A picture over the page."""
    buffer = io.BytesIO()
    Image.new("L", (60, 80), 200).save(buffer, "PNG")
    buffer.seek(0)
    canvas.drawImage(ImageReader(buffer), 0, 0, WIDTH, HEIGHT * share)


def test_a_scan_is_named_as_such() -> None:
    with pytest.raises(ReadError) as caught:
        read(draw(picture, picture))
    assert caught.value.code == "scanned-pdf"
    assert caught.value.message("a.pdf") == (
        "a.pdf：这是扫描件（只有图像，没有文字层），无法读取文字。"
        "请提供由 Word/Excel/WPS 直接导出的 PDF 或原始文件，或先做文字识别（OCR）再试。"
    )


def test_a_page_number_on_a_scan_is_no_text_layer() -> None:
    def page(canvas: Canvas) -> None:
        picture(canvas)
        write(canvas, 280, 800, "- 12 -")

    with pytest.raises(ReadError, match="scanned-pdf"):
        read(draw(page))


def test_scanned_pages_among_others_are_failures() -> None:
    blocks = read(draw(ruled(XS, YS, TEXTS), picture, ruled(XS, YS, TEXTS)))
    assert [(error.code, error.place) for error in blocks.failures] == [("scanned-page", "第2页")]
    assert [block.place.page for block in blocks.blocks] == [1, 3]


def test_a_scan_with_a_text_layer_is_read() -> None:
    def page(canvas: Canvas) -> None:
        picture(canvas)
        text = canvas.beginText(60, 700)
        text.setFont(FONT, 10)
        text.setTextRenderMode(3)
        text.textLine("这一页经过文字识别，文字看不见但在")
        canvas.drawText(text)

    assert paragraphs(draw(page)) == ["这一页经过文字识别，文字看不见但在"]


def test_a_picture_beside_text_is_no_scan() -> None:
    def page(canvas: Canvas) -> None:
        picture(canvas, 0.6)
        write(canvas, 60, 60, "图片下面是现场照片，项目已经完工")

    assert paragraphs(draw(page)) == ["图片下面是现场照片，项目已经完工"]


def test_letters_turned_into_outlines_are_named() -> None:
    def page(canvas: Canvas) -> None:
        for number in range(150):
            canvas.circle(60 + number % 30 * 10, 700 - number // 30 * 20, 4, stroke=0, fill=1)

    with pytest.raises(ReadError, match="scanned-pdf"):
        read(draw(page))


def test_blank_pages_are_no_error() -> None:
    assert read(draw(lambda _: None, lambda _: None)).blocks == ()


# files of LibreOffice; pdfs/build.py made them


def office(name: str) -> bytes:
    return (FILES / f"{name}.pdf").read_bytes()


@pytest.mark.parametrize("name", ["long_table", "repeated_header", "web_table", "spaced_cells", "sheet"])
def test_office_tables_hold_the_characters_that_pdfplumber_finds(name: str) -> None:
    with pdfplumber.open(io.BytesIO(office(name))) as document:
        expected = [
            [[("".join((text or "").split())) for text in row] for row in found]
            for page in document.pages
            for found in page.extract_tables()
        ]
    found = [[["" if text in "<^#" else "".join(text.split()) for text in row] for row in table(grid)] for grid in grids(office(name))]
    assert found == expected


def test_a_long_office_table_over_pages() -> None:
    blocks = read(office("long_table"))
    texts = [block.text for block in blocks.blocks if isinstance(block, Paragraph)]
    assert texts[:2] == ["项目支出绩效目标表", "一、项目概况"]
    assert texts[2].startswith("为贯彻落实党中央")
    assert texts[2].endswith("按进度拨付。")
    assert len(texts) == 3  # header, footer and page numbers are gone
    first, second = [table(block) for block in blocks.blocks if isinstance(block, Grid)][:2]
    assert first[0] == ["项目名称", "农村环境整治项目", "<", "<"]
    assert first[2] == ["一级指标", "二级指标", "三级指标", "指标值"]
    assert first[3] == ["产出指标", "数量指标", "完成环境整治的行政\n村数量（第1批，含\n自然村）", "≥1个"]
    assert first[4][0] == "^"
    assert second[0] == ["", "", "自然村）", ""]  # the rest of a row that the page break cut


def test_a_repeated_header_row_stays_on_each_page() -> None:
    found = grids(office("repeated_header"))
    assert [grid.place.page for grid in found] == [1, 2, 3]
    assert all(table(grid)[0] == ["一级指标", "二级指标", "三级指标", "指标值"] for grid in found)
    assert sum(grid.height - 1 for grid in found) == 30


def test_office_borders_of_every_kind() -> None:
    rows = [
        ["一级指标", "二级指标", "三级指标", "指标值"],
        ["产出指标", "数量指标", "整治行政村数量", "108个"],
        ["产出指标", "质量指标", "验收合格率", "100%"],
    ]
    data = office("borders")
    found = [table(grid) for grid in grids(data)]
    assert found[:4] == [rows] * 4  # open sides, horizontal lines only, double, thick with dots and dashes
    assert found[4:] == [[["格00", "格01"], ["格10", "格11"]], [["格00", "格01", "格02"], ["格10", "格11", "格12"]]]
    assert paragraphs(data) == ["表1", "表2", "表3", "表4"]


def test_office_cells_with_turned_text_and_an_inner_table() -> None:
    [grid] = grids(office("turned_cells"))
    assert table(grid) == [
        ["一级指标", "二级指标", "三级指标", "指标值"],
        ["产出指标", "数量指标", "整治行政村数量", "108个"],
        ["2025年效益", "", "验收合格率", "100%"],
    ]
    assert table(grid.cells[-1].grids[0]) == [["甲", "乙"], ["1", "2"]]


def test_an_office_table_without_lines_is_laid_out_over_its_pages() -> None:
    first, second = read(office("plain_table")).blocks
    assert isinstance(first, Lines)
    assert isinstance(second, Lines)
    assert first.lines[2] == "        二级指标       三级指标       指标值                       指标值确定依据"
    assert first.lines[5] == "                 （第1类）            人      工作计划逐项测算确定"
    assert second.lines[1] == "                 （第23类）           人      工作计划逐项测算确定"
