"""Ruled tables of pdfs, drawn in the ways of their producers."""

from __future__ import annotations

from functools import partial
from itertools import pairwise

import pytest
from pdf_drawing import (
    HEIGHT,
    WIDTH,
    Edges,
    Ruler,
    draw,
    grids,
    paragraphs,
    put_texts,
    read,
    rule_boxes,
    rule_lines,
    rule_thin_boxes,
    ruled,
    table,
    write,
)
from reportlab.pdfgen.canvas import Canvas

from zhibiao.reading.blocks import Grid, Paragraph

XS = [60.0, 140.0, 240.0, 420.0, 520.0]
YS = [100.0, 130.0, 175.0, 220.0]
TEXTS = [
    ["一级指标", "二级指标", "三级指标", "指标值"],
    ["产出指标", "数量指标", "完成整治行政村数量\n（含自然村）", "≥108个"],
    ["产出指标", "质量指标", "验收合格率", "100%"],
]


def line_by_line(canvas: Canvas, xs: Edges, ys: Edges) -> None:
    """Crooked work: lines stop short or go too far by 2 pt, are broken into pieces, and lie up to 1 pt off."""
    for number, x in enumerate(xs):
        canvas.line(x + number % 2, HEIGHT - ys[0] + 2, x, HEIGHT - ys[-1] - 2)
    for number, y in enumerate(ys):
        for left, right in pairwise(xs):
            canvas.line(left + 1.5, HEIGHT - y + number % 2, right - 1.2, HEIGHT - y + number % 2)


def double_borders(canvas: Canvas, xs: Edges, ys: Edges) -> None:
    """An outer border of two lines 2.2 pt apart, inner lines that start at its inner one."""
    rule_lines(canvas, xs, ys)
    canvas.rect(xs[0] - 2.2, HEIGHT - ys[-1] - 2.2, xs[-1] - xs[0] + 4.4, ys[-1] - ys[0] + 4.4)


def dotted(canvas: Canvas, xs: Edges, ys: Edges) -> None:
    """Lines made of dots."""
    for y in ys:
        for step in range(int((xs[-1] - xs[0]) / 2)):
            canvas.rect(xs[0] + step * 2, HEIGHT - y, 0.7, 0.7, stroke=0, fill=1)
    for x in xs:
        for step in range(int((ys[-1] - ys[0]) / 2)):
            canvas.rect(x, HEIGHT - ys[0] - step * 2, 0.7, 0.7, stroke=0, fill=1)


def polygons(canvas: Canvas, xs: Edges, ys: Edges) -> None:
    """Borders as thin mitred polygons in a space that grows downwards: the way of Chrome."""
    canvas.saveState()
    canvas.transform(0.75, 0, 0, -0.75, 0, HEIGHT)
    for x in xs:
        path = canvas.beginPath()
        path.moveTo(x / 0.75, ys[0] / 0.75)
        path.lineTo(x / 0.75 + 1, ys[0] / 0.75 + 1)
        path.lineTo(x / 0.75 + 1, ys[-1] / 0.75 - 1)
        path.lineTo(x / 0.75, ys[-1] / 0.75)
        path.close()
        canvas.drawPath(path, stroke=0, fill=1)
    for y in ys:
        canvas.rect(xs[0] / 0.75, y / 0.75, (xs[-1] - xs[0]) / 0.75, 1, stroke=0, fill=1)
    canvas.restoreState()


def thick(canvas: Canvas, xs: Edges, ys: Edges) -> None:
    """Borders of three points."""
    canvas.setLineWidth(3)
    rule_lines(canvas, xs, ys)


@pytest.mark.parametrize(
    "ruler",
    [rule_lines, rule_boxes, rule_thin_boxes, line_by_line, double_borders, dotted, polygons, thick],
    ids=lambda ruler: ruler.__name__,
)
def test_every_way_to_draw_borders_gives_the_same_cells(ruler: Ruler) -> None:
    [grid] = grids(draw(ruled(XS, YS, TEXTS, ruler)))
    assert table(grid) == TEXTS
    assert (grid.height, grid.width, grid.wrapped) == (3, 4, True)
    assert (grid.place.page, grid.place.table) == (1, 1)


def test_merged_cells_cover_rows_and_columns() -> None:
    def page(canvas: Canvas) -> None:
        canvas.rect(60, HEIGHT - 250, 400, 150)
        for y in (130, 160):
            canvas.line(60, HEIGHT - y, 460, HEIGHT - y)
        for y in (190, 220):
            canvas.line(140, HEIGHT - y, 460, HEIGHT - y)
        canvas.line(140, HEIGHT - 100, 140, HEIGHT - 250)
        canvas.line(300, HEIGHT - 130, 300, HEIGHT - 250)
        put_texts(canvas, [60, 140], [100], [["项目名称", "农村环境整治项目"]])
        put_texts(
            canvas,
            [60, 140, 300],
            [130, 160, 190, 220],
            [["一级指标", "三级指标", "指标值"], ["产出指标", "甲", "1"], ["", "乙", "2"], ["", "丙", "3"]],
        )

    [grid] = grids(draw(page))
    assert table(grid) == [
        ["项目名称", "农村环境整治项目", "<"],
        ["一级指标", "三级指标", "指标值"],
        ["产出指标", "甲", "1"],
        ["^", "乙", "2"],
        ["^", "丙", "3"],
    ]


def test_a_border_that_is_half_missing_does_not_break_the_table() -> None:
    def page(canvas: Canvas) -> None:
        canvas.rect(60, HEIGHT - 190, 300, 90)
        for x in (160, 260):
            canvas.line(x, HEIGHT - 100, x, HEIGHT - 190)
        canvas.line(60, HEIGHT - 130, 360, HEIGHT - 130)
        canvas.line(60, HEIGHT - 160, 160, HEIGHT - 160)  # goes on at 260 only
        canvas.line(260, HEIGHT - 160, 360, HEIGHT - 160)
        put_texts(canvas, [60, 160, 260], [100, 130, 160], [["甲", "乙", "丙"], ["1", "合并", "2"], ["3", "", "4"]])

    [grid] = grids(draw(page))
    assert table(grid) == [["甲", "乙", "丙"], ["1", "合并", "2"], ["3", "^", "4"]]


def test_an_angled_region_is_cut_into_rectangles() -> None:
    def page(canvas: Canvas) -> None:
        canvas.rect(60, HEIGHT - 160, 200, 60)
        canvas.line(160, HEIGHT - 130, 160, HEIGHT - 160)
        canvas.line(160, HEIGHT - 130, 260, HEIGHT - 130)  # the other half is missing: three slots hang together
        put_texts(canvas, [60, 160], [100, 130], [["左上", ""], ["左下", "右下"]])

    [grid] = grids(draw(page))
    assert table(grid) == [["左上", "<"], ["左下", "右下"]]


def test_open_sides_are_closed_where_the_horizontal_lines_end() -> None:
    def page(canvas: Canvas) -> None:
        for y in YS:
            canvas.line(XS[0], HEIGHT - y, XS[-1], HEIGHT - y)
        for x in XS[1:-1]:
            canvas.line(x, HEIGHT - YS[0], x, HEIGHT - YS[-1])
        put_texts(canvas, XS, YS, TEXTS)

    [grid] = grids(draw(page))
    assert table(grid) == TEXTS


def test_a_table_cut_by_the_page_without_a_bottom_line_keeps_its_last_row() -> None:
    def page(canvas: Canvas) -> None:
        for y in YS[:-1]:
            canvas.line(XS[0], HEIGHT - y, XS[-1], HEIGHT - y)
        for x in XS:
            canvas.line(x, HEIGHT - YS[0], x, HEIGHT - YS[-1])
        put_texts(canvas, XS, YS, TEXTS)

    [grid] = grids(draw(page))
    assert table(grid) == TEXTS


def three_lines(canvas: Canvas) -> None:
    for y, width in ((100, 1.5), (125, 0.5), (205, 1.5)):
        canvas.setLineWidth(width)
        canvas.line(60, HEIGHT - y, 520, HEIGHT - y)
    rows = [
        ["指标名称", "指标值", "说明"],
        ["完成整治行政村数量", "≥108个", "按验收单计"],
        ["验收合格率", "100%", "第三方验收，抽查不少于"],
        ["", "", "三成"],
    ]
    for number, row in enumerate(rows):
        for x, text in zip((70, 250, 350), row, strict=True):
            write(canvas, x, 118 + number * 24, text)


def test_a_three_line_table_gets_its_columns_from_the_text() -> None:
    data = draw(three_lines)
    [grid] = grids(data)
    assert table(grid) == [
        ["指标名称", "指标值", "说明"],
        ["完成整治行政村数量", "≥108个", "按验收单计"],
        ["验收合格率", "100%", "第三方验收，抽查不少于\n三成"],
    ]
    assert read(data).doubts == ("第1页有表格没有竖线，各列是按文字之间的空白划分的",)


def test_lines_between_all_rows_divide_them() -> None:
    def page(canvas: Canvas) -> None:
        for y in YS:
            canvas.line(XS[0], HEIGHT - y, XS[-1], HEIGHT - y)
        put_texts(canvas, XS, YS, TEXTS)

    [grid] = grids(draw(page))
    assert table(grid) == TEXTS


@pytest.mark.parametrize("gap", [4.5, 12.0])
def test_tables_close_together_stay_two(gap: float) -> None:
    lower = [YS[-1] + gap, YS[-1] + gap + 30, YS[-1] + gap + 60]

    def page(canvas: Canvas) -> None:
        ruled(XS, YS, TEXTS)(canvas)
        ruled([60, 200, 520], lower, [["项目名称", "乙项目"], ["预算数", "12万元"]])(canvas)

    first, second = grids(draw(page))
    assert table(first) == TEXTS
    assert table(second) == [["项目名称", "乙项目"], ["预算数", "12万元"]]
    assert (first.place.table, second.place.table) == (1, 2)


def test_tables_side_by_side_stay_two() -> None:
    def page(canvas: Canvas) -> None:
        ruled([60, 120, 200], [100, 130, 160], [["甲", "1"], ["乙", "2"]])(canvas)
        ruled([210, 300, 400], [100, 130, 160], [["丙", "3"], ["丁", "4"]])(canvas)

    first, second = grids(draw(page))
    assert table(first) == [["甲", "1"], ["乙", "2"]]
    assert table(second) == [["丙", "3"], ["丁", "4"]]


def test_a_single_row_of_a_continued_table_is_a_grid() -> None:
    [grid] = grids(draw(ruled(XS, YS[:2], TEXTS[:1])))
    assert table(grid) == TEXTS[:1]


def test_decorations_are_no_tables() -> None:
    def page(canvas: Canvas) -> None:
        canvas.rect(30, 30, WIDTH - 60, HEIGHT - 60)  # a frame around the page
        canvas.rect(33, 33, WIDTH - 66, HEIGHT - 66)
        canvas.line(60, HEIGHT - 60, WIDTH - 60, HEIGHT - 60)  # a header rule
        write(canvas, 60, 100, "带下划线的标题")
        canvas.line(60, HEIGHT - 102, 130, HEIGHT - 102)
        canvas.rect(60, HEIGHT - 200, 300, 50)  # a boxed paragraph
        write(canvas, 70, 170, "方框里的一段话")
        ruled(XS, [250, 280, 310], TEXTS[:2])(canvas)

    data = draw(page)
    [grid] = grids(data)
    assert grid.height == 2
    assert paragraphs(data) == ["带下划线的标题", "方框里的一段话"]


def test_lines_without_text_between_them_are_no_table() -> None:
    data = draw(ruled(XS, YS, [[""] * 4] * 3))
    assert read(data).blocks == ()


def test_underlines_and_diagonals_within_cells_divide_nothing() -> None:
    def page(canvas: Canvas) -> None:
        ruled(XS, YS, TEXTS)(canvas)
        canvas.line(XS[0], HEIGHT - YS[0], XS[1], HEIGHT - YS[1])
        canvas.line(XS[2] + 8, HEIGHT - YS[1] - 15, XS[3] - 8, HEIGHT - YS[1] - 15)

    [grid] = grids(draw(page))
    assert table(grid) == TEXTS


def shaded(canvas: Canvas, gap: float) -> None:
    for row, (top, bottom) in enumerate(pairwise(YS)):
        for left, right in pairwise(XS):
            canvas.setFillGray(0.8 if row == 0 else 0.93)
            canvas.rect(left + gap, HEIGHT - bottom + gap, right - left - 2 * gap, bottom - top - 2 * gap, stroke=0, fill=1)
    canvas.setFillGray(0)
    put_texts(canvas, XS, YS, TEXTS)


@pytest.mark.parametrize("gap", [0.0, 1.0, 2.0])
def test_shaded_cells_without_lines_make_a_table(gap: float) -> None:
    [grid] = grids(draw(partial(shaded, gap=gap)))
    assert table(grid) == TEXTS


def test_boxes_with_gaps_between_them_make_a_table() -> None:
    def page(canvas: Canvas) -> None:
        for top, bottom in pairwise(YS):
            for left, right in pairwise(XS):
                canvas.rect(left + 2.5, HEIGHT - bottom + 2.5, right - left - 5, bottom - top - 5)
        put_texts(canvas, XS, YS, TEXTS)

    [grid] = grids(draw(page))
    assert table(grid) == TEXTS


def test_coloured_bars_of_a_chart_are_no_table() -> None:
    def page(canvas: Canvas) -> None:
        for number in range(6):
            canvas.rect(100 + number * 30, 300, 25, 40 + number * 20, stroke=0, fill=1)
        write(canvas, 100, 560, "图1 支出进度")

    data = draw(page)
    assert grids(data) == []
    assert paragraphs(data) == ["图1 支出进度"]


def test_shading_behind_a_ruled_table_changes_nothing() -> None:
    def page(canvas: Canvas) -> None:
        canvas.setFillGray(0.9)
        canvas.rect(XS[0], HEIGHT - YS[1], XS[-1] - XS[0], YS[1] - YS[0], stroke=0, fill=1)
        canvas.setFillGray(0)
        ruled(XS, YS, TEXTS)(canvas)

    [grid] = grids(draw(page))
    assert table(grid) == TEXTS


@pytest.mark.parametrize("inset", [20.0, 0.0])
def test_a_table_within_a_cell_goes_into_that_cell(inset: float) -> None:
    right = 400 - inset  # 0: the inner table's border is the outer one's

    def page(canvas: Canvas) -> None:
        ruled([60, 150, 400], [100, 130, 260], [["项目", "内容"], ["明细", "外层文字"]])(canvas)
        ruled([180, 250, right], [170, 200, 230], [["甲", "1"], ["乙", "2"]])(canvas)

    data = draw(page)
    [grid] = grids(data)
    assert table(grid) == [["项目", "内容"], ["明细", "外层文字"]]
    [inner] = next(cell for cell in grid.cells if cell.text == "外层文字").grids
    assert table(inner) == [["甲", "1"], ["乙", "2"]]
    assert (grid.place.table, inner.place.table) == (1, 2)


def test_a_notch_in_the_outline_is_no_cell() -> None:
    def page(canvas: Canvas) -> None:
        ruled([60, 160, 260, 360], [100, 130, 160], [["甲", "乙", "丙"], ["1", "2", "3"]])(canvas)
        for x in (60, 160, 260):
            canvas.line(x, HEIGHT - 160, x, HEIGHT - 190)
        canvas.line(60, HEIGHT - 190, 260, HEIGHT - 190)
        put_texts(canvas, [60, 160], [160], [["4", "5"]])

    [grid] = grids(draw(page))
    assert table(grid) == [["甲", "乙", "丙"], ["1", "2", "3"], ["4", "5", "#"]]


def test_blocks_come_in_reading_order() -> None:
    def page(canvas: Canvas) -> None:
        write(canvas, 60, 300, "二、表后")
        ruled(XS, YS, TEXTS)(canvas)
        write(canvas, 60, 80, "一、表前")
        ruled(XS, [320, 350], [["甲", "乙", "丙", "丁"]])(canvas)

    blocks = read(draw(page)).blocks
    kinds = [block.text if isinstance(block, Paragraph) else block.place.table for block in blocks if isinstance(block, Paragraph | Grid)]
    assert kinds == ["一、表前", 1, "二、表后", 2]


def test_rows_cut_by_the_page_break_stay_on_their_pages() -> None:
    first = [*TEXTS[:2], ["产出指标", "质量指标", "经第三方检测并", "100%"]]
    second = [["", "", "出具报告的验收合格率", ""], ["效益指标", "社会效益", "受益人口", "36万人"]]
    top, bottom = grids(draw(ruled(XS, [700.0, 730, 775, 800], first), ruled(XS, [60.0, 90, 120], second)))
    assert table(top) == first
    assert table(bottom) == second
    assert [(grid.place.page, grid.place.table) for grid in (top, bottom)] == [(1, 1), (2, 1)]
