"""Tables of web pages: laid out as a browser does, layout tables dissolved, absurd spans and soup survived."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from page_reader import grid, paragraphs, read, texts

from zhibiao.config.limits import Limits
from zhibiao.errors import ReadError
from zhibiao.model.place import Place
from zhibiao.reading.blocks import Cell, Grid, Paragraph


def one_cell(content: str) -> str:
    """The text of the second of two cells."""
    return grid(f"<table border=1><tr><td>头</td><td>{content}</td></tr></table>").cells[1].text


def test_sections_print_head_first_and_foot_last() -> None:
    page = (
        "<table><tfoot><tr><td>合计<td>9</tfoot><tbody><tr><td>甲<td>4</tbody><tr><td>乙<td>5</tr><thead><tr><th>指标<th>值</thead></table>"
    )
    assert texts(grid(page)) == [
        (0, 0, "指标"), (0, 1, "值"), (1, 0, "甲"), (1, 1, "4"), (2, 0, "乙"), (2, 1, "5"), (3, 0, "合计"), (3, 1, "9"),
    ]  # fmt: skip


def test_caption_goes_before() -> None:
    page = "<table><caption>表1</caption><tr><td>a<td>b</table>"
    assert [type(block) for block in read(page).blocks] == [Paragraph, Grid]


def test_spans() -> None:
    table = grid("<table><tr><td rowspan=2>甲<td colspan=2>乙<tr><td>丙<td>丁</table>")
    assert table.cells == (Cell("甲", 0, 0, 2, 1), Cell("乙", 0, 1, 1, 2), Cell("丙", 1, 1), Cell("丁", 1, 2))
    assert (table.height, table.width) == (2, 3)


def test_rowspan_zero_ends_with_its_section() -> None:
    page = "<table><tbody><tr><td rowspan=0>甲<td>1<tr><td>2</tbody><tbody><tr><td>乙<td>3</tbody></table>"
    assert grid(page).cells[0] == Cell("甲", 0, 0, 2, 1)
    assert texts(grid(page))[-2:] == [(2, 0, "乙"), (2, 1, "3")]


@pytest.mark.parametrize("span", ["99999999999999999999", "1000", "-3", "x", "2.5", "٣"])
def test_absurd_spans_are_clipped(span: str) -> None:
    table = grid(f"<table><tr><td rowspan='{span}'>甲<td>乙<td>丙<tr><td colspan='{span}'>丁</table>")
    assert table.height == 2
    assert table.width == 3
    for cell in table.cells:
        assert cell.row + cell.row_span <= 2
        assert cell.column + cell.column_span <= 3


def test_spans_never_overlap() -> None:
    table = grid("<table><tr><td>a<td rowspan=2>b<td>c<tr><td colspan=3>d<td>e</table>")
    assert table.cells[3:] == (Cell("d", 1, 0, 1, 1), Cell("e", 1, 2))


def test_hidden_rows_and_cells_are_not_printed() -> None:
    page = "<table><tr><td>a<td style='display:none'>x<td>b</tr><tr style='display:none'><td>y<td>y</tr><tr><td>c<td>d</tr></table>"
    assert texts(grid(page)) == [(0, 0, "a"), (0, 1, "b"), (1, 0, "c"), (1, 1, "d")]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("甲<br>乙", "甲\n乙"),
        ("<p>甲</p><p>&nbsp;</p><p>乙</p>", "甲\n乙"),
        ("<input value='200'>人", "200人"),
        ("<input type=hidden value=1><input type=submit value=保存>", ""),
        ("<textarea> 第一行\n第二行</textarea>", "第一行\n第二行"),
        ("<input type=checkbox checked>正向<input type=checkbox>反向", "☑正向反向"),
        ("<input type=radio>是<input type=radio checked='checked'>否", "是☑否"),
        ("<select><option>≥<option selected>≤</select>", "≤"),
        ("<ul><li>甲<li>乙</ul>", "甲\n乙"),
        ("&nbsp;", ""),
        ("<pre>甲\n  乙</pre>", "甲\n乙"),
        ("<table><tr><td>单格</td></tr></table>后", "单格\n后"),
        ("<nav>菜单</nav>文", "文"),
    ],
)
def test_cell_text(content: str, expected: str) -> None:
    assert one_cell(content) == expected


def test_table_inside_a_data_cell() -> None:
    page = (
        "<table><tr><td>项目名称</td><td>培训</td></tr><tr><td>金额</td><td>10</td></tr>"
        "<tr><td>指标</td><td>见表<table><tr><td>数量<td>5<tr><td>质量<td>6</table></td></tr></table>"
    )
    cell = grid(page).cells[-1]
    assert (cell.text, cell.row, cell.column) == ("见表", 2, 1)
    assert [inner.place for inner in cell.grids] == [Place(table=1, row=3, column=2)]
    assert texts(cell.grids[0]) == [(0, 0, "数量"), (0, 1, "5"), (1, 0, "质量"), (1, 1, "6")]


@pytest.mark.parametrize(
    "layout",
    [
        "<table><tr><td>{}</td></tr></table>",
        "<table><tr><td>左栏</td><td>{}</td></tr></table>",
        "<table><tr><td><table><tr><td>{}</td></tr></table></td></tr></table>",
        "<table border=1><tr><td>{}</td></tr></table>",
        "<table role=presentation><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>{}</td></tr></table>",
    ],
)
def test_layout_tables_are_dissolved(layout: str) -> None:
    inner = "<p>说明</p><table><tr><td>指标<td>值<tr><td>人数<td>5</table>"
    blocks = read(layout.format(inner)).blocks
    assert [block.text for block in blocks if isinstance(block, Paragraph)][-1] == "说明"
    grids = [block for block in blocks if isinstance(block, Grid)]
    assert [texts(table) for table in grids] == [[(0, 0, "指标"), (0, 1, "值"), (1, 0, "人数"), (1, 1, "5")]]
    assert grids[0].place == Place(table=1)


def test_layout_table_with_an_article_in_one_cell() -> None:
    page = "<table><tr><td>栏目</td><td><h1>绩效目标</h1><p>一</p><p>二</p></td></tr></table>"
    assert paragraphs(page) == ["栏目", "绩效目标", "一", "二"]


def test_rows_wrapped_in_tags_that_do_not_belong_there() -> None:
    assert texts(grid("<table><form><tr><td>a<td>b</tr></form><tr><td>c<td>d</tr></table>")) == [
        (0, 0, "a"), (0, 1, "b"), (1, 0, "c"), (1, 1, "d"),
    ]  # fmt: skip
    assert texts(grid("<table><td>a</td><td>b</td></table>")) == [(0, 0, "a"), (0, 1, "b")]


EXCEL = """<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">
<head><meta http-equiv=Content-Type content="text/html; charset=gb2312"><meta name=ProgId content=Excel.Sheet></head>
<body><table border=0 cellpadding=0 style='border-collapse:collapse'>
 <col width=72 span=2>
 <tr height=19><td colspan=2 class=xl65 style='mso-ignore:colspan'>项目支出绩效目标表</td><td></td></tr>
 <tr><td class=xl66>完成率</td><td class=xl67 align=right x:num="0.95">95%</td><td>年度
  目标</td></tr>
 <![if supportMisalignedColumns]><tr height=0 style='display:none'><td width=72></td></tr><![endif]>
</table></body></html>"""


def test_sheet_saved_by_excel() -> None:
    table = grid(EXCEL.encode("gb18030"))
    assert texts(table) == [(0, 0, "项目支出绩效目标表"), (0, 2, ""), (1, 0, "完成率"), (1, 1, "95%"), (1, 2, "年度目标")]
    assert table.cells[0].column_span == 1


def test_tables_nested_without_end() -> None:
    page = "<table border=1><tr><td>a</td><td>b</td><td>" * 300 + "x"
    with pytest.raises(ReadError) as caught:
        read(page)
    assert caught.value.code == "too-deep"


def test_budget_of_cells() -> None:
    with pytest.raises(ReadError) as caught:
        read("<table>" + "<tr><td>a<td>b" * 60 + "</table>", Limits(cells=100))
    assert caught.value.code == "too-many-cells"


def test_budget_of_columns() -> None:
    with pytest.raises(ReadError) as caught:
        read("<table><tr>" + "<td>a" * 60 + "</table>", Limits(grid_columns=50))
    assert caught.value.code == "too-many-columns"


def test_budget_of_time() -> None:
    with pytest.raises(ReadError) as caught:
        read("<table><tr><td>a<td>b</table>", Limits(seconds=-1))
    assert caught.value.code == "timeout"


TAGS = (
    "<table>|</table>|<tr>|<td>|<td colspan=3>|<td rowspan=0>|<th rowspan=9>|<div>|</div>|<ul>|<li>|<ol start=x>"
    "|</ol>|<pre>|</pre>|<br>|<a>|</a>|<tbody>|<thead>|<tfoot>|<caption>|<form>|<input value=1>|<select>"
    "|<option selected>|<textarea>|<h1>|文|95%|<del>|<frameset>|&#0;|<!--|<![if|<?x|<article>|<nav>|<svg>"
    "|<table border=1>|</td>|</p>|<p>"
)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(TAGS.split("|")), max_size=60))
def test_any_tag_soup_is_read_or_refused(parts: list[str]) -> None:
    try:
        blocks = read("".join(parts))
    except ReadError:
        return
    for block in blocks.blocks:
        if isinstance(block, Grid):
            check_grid(block)


def check_grid(table: Grid) -> None:
    """Cells lie inside and do not overlap."""
    seen: set[tuple[int, int]] = set()
    for cell in table.cells:
        slots = {
            (row, column)
            for row in range(cell.row, cell.row + cell.row_span)
            for column in range(cell.column, cell.column + cell.column_span)
        }
        assert not slots & seen
        seen |= slots
        assert all(0 <= row < table.height and 0 <= column < table.width for row, column in slots)
        for inner in cell.grids:
            check_grid(inner)
