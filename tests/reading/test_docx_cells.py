"""Tables of a docx as they are printed: spans, merges, holes, tracked rows, nesting, addresses, limits."""

from __future__ import annotations

import pytest
from docx_builder import build, cell_text, cells, grid, grids, p, read, t, tbl, tc, tr

from zhibiao.config.limits import Limits
from zhibiao.errors import ReadError
from zhibiao.model.place import Place
from zhibiao.reading.blocks import Grid
from zhibiao.reading.budget import Budget
from zhibiao.reading.docx import Story
from zhibiao.reading.docx_address import CellFinder
from zhibiao.reading.package import Package

RESTART, CONTINUE = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"


def span(count: int) -> str:
    """A gridSpan."""
    return f'<w:gridSpan w:val="{count}"/>'


def test_plain_table() -> None:
    """Cells in row order, table and part in the place."""
    (table,) = grids(tbl(tr("a", "b"), tr("c", "")))
    assert cells(table) == [(0, 0, 1, 1, "a"), (0, 1, 1, 1, "b"), (1, 0, 1, 1, "c"), (1, 1, 1, 1, "")]
    assert (table.height, table.width) == (2, 2)
    assert table.place == Place(table=1, part="word/document.xml")


def test_spans_and_merges() -> None:
    """A form's head row and level column; text that Word hides in continued cells is dropped."""
    table = grid(
        tbl(
            tr(tc("表", span(3))),
            tr(tc("产出指标", RESTART), tc("数量指标", RESTART), "甲"),
            tr(tc("", CONTINUE), tc("藏", '<w:vMerge w:val="continue"/>'), "乙"),
            tr(tc("", CONTINUE), "质量指标", "丙"),
        )
    )
    assert cells(table) == [
        (0, 0, 1, 3, "表"),
        (1, 0, 3, 1, "产出指标"),
        (1, 1, 2, 1, "数量指标"),
        (1, 2, 1, 1, "甲"),
        (2, 2, 1, 1, "乙"),
        (3, 1, 1, 1, "质量指标"),
        (3, 2, 1, 1, "丙"),
    ]
    assert (table.height, table.width) == (4, 3)


def test_merge_of_wide_cells() -> None:
    """gridSpan and vMerge together; the same columns are asked for."""
    table = grid(tbl(tr(tc("a", span(2) + RESTART), "b"), tr(tc("", span(2) + CONTINUE), "c"), tr(tc("d", CONTINUE), "e", "f")))
    assert cells(table) == [
        (0, 0, 2, 2, "a"),
        (0, 2, 1, 1, "b"),
        (1, 2, 1, 1, "c"),
        (2, 0, 1, 1, "d"),
        (2, 1, 1, 1, "e"),
        (2, 2, 1, 1, "f"),
    ]


def test_continue_without_start_is_a_cell_of_its_own() -> None:
    """Nothing above to continue, or a plain cell above: the text must not be lost; later ones continue it."""
    table = grid(tbl(tr("x"), tr(tc("a", CONTINUE)), tr(tc("b", CONTINUE)), tr("c"), tr(tc("d", CONTINUE))))
    assert cells(table) == [(0, 0, 1, 1, "x"), (1, 0, 2, 1, "a"), (3, 0, 1, 1, "c"), (4, 0, 1, 1, "d")]


def test_two_merges_in_one_column() -> None:
    """A new start ends the merge above it."""
    table = grid(tbl(tr(tc("a", RESTART)), tr(tc("", CONTINUE)), tr(tc("b", RESTART)), tr(tc("", CONTINUE))))
    assert cells(table) == [(0, 0, 2, 1, "a"), (2, 0, 2, 1, "b")]


def test_old_horizontal_merge() -> None:
    """w:hMerge is how old programs write a span; it may be merged downwards too."""
    start, more = '<w:hMerge w:val="restart"/>', "<w:hMerge/>"
    table = grid(
        tbl(tr(tc("a", start + RESTART), tc("藏", more + RESTART), "b"), tr(tc("", start + CONTINUE), tc("", more + CONTINUE), "c"))
    )
    assert cells(table) == [(0, 0, 2, 2, "a"), (0, 2, 1, 1, "b"), (1, 2, 1, 1, "c")]


def test_holes_before_and_after() -> None:
    """gridBefore and gridAfter leave slots that no cell covers; merges below still meet their column."""
    table = grid(
        tbl(
            tr("a", tc("b", RESTART), "c", "d"),
            tr(tc("", CONTINUE), properties='<w:gridBefore w:val="1"/><w:gridAfter w:val="2"/>'),
        )
    )
    assert cells(table) == [(0, 0, 1, 1, "a"), (0, 1, 2, 1, "b"), (0, 2, 1, 1, "c"), (0, 3, 1, 1, "d")]
    assert (table.height, table.width) == (2, 4)


def test_tracked_rows_and_cells() -> None:
    """Deleted ones are gone, inserted ones count; a merge that began in a deleted row begins in the next."""
    table = grid(
        tbl(
            tr(tc("删", RESTART), "删", properties='<w:del w:id="1"/>'),
            tr(tc("留", CONTINUE), "增", properties='<w:ins w:id="2"/>'),
            tr(tc("", CONTINUE), tc("去", "<w:cellDel/>"), tc("新", "<w:cellIns/>")),
        )
    )
    assert cells(table) == [(0, 0, 2, 1, "留"), (0, 1, 1, 1, "增"), (1, 1, 1, 1, "新")]
    assert grids(tbl(tr("删", properties="<w:del/>"))) == []


def test_tracked_merge() -> None:
    """w:cellMerge is a vertical merge made while changes were tracked."""
    table = grid(tbl(tr(tc("a", '<w:cellMerge w:vMerge="rest"/>')), tr(tc("b", '<w:cellMerge w:vMerge="cont"/>'))))
    assert cells(table) == [(0, 0, 2, 1, "a")]


def test_wrapped_rows_and_cells() -> None:
    """Content controls and custom XML around rows and cells are looked through; a placeholder cell is blank but there."""
    control = "<w:sdt><w:sdtPr>{0}</w:sdtPr><w:sdtContent>{1}</w:sdtContent></w:sdt>"
    ticked = '<w14:checkbox><w14:checked w14:val="true"/></w14:checkbox>'
    table = grid(
        tbl(
            control.format("", f"<w:customXml>{tr('a', control.format('', tc('b')))}</w:customXml>"),
            tr(control.format("<w:showingPlcHdr/>", tc("请输入")), control.format(ticked, tc("☒"))),
            tr(tc(control.format("<w:showingPlcHdr/>", p("请输入")) + p("c")), "d"),
        )
    )
    assert [cell.text for cell in table.cells] == ["a", "b", "", "☑", "\nc", "d"]
    assert (table.height, table.width) == (3, 2)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (p("甲") + p("乙"), "甲\n乙"),
        (p("甲") + p("") + p("乙"), "甲\n\n乙"),
        (p("甲") + p("") + p(" "), "甲"),
        (p("甲 ") + p(""), "甲 "),
        (p(t("甲") + "<w:r><w:br/></w:r>"), "甲"),
        (p(" \u3000"), ""),
        (p(""), ""),
        ("<w:p/>", ""),
    ],
)
def test_cell_text(content: str, expected: str) -> None:
    """Paragraphs are lines, blank ones inside are kept, blank ones at the end are not."""
    assert cell_text(content) == expected


def test_cell_without_content() -> None:
    """Files that break the rule of one paragraph a cell are read all the same."""
    table = grid("<w:tbl><w:tr><w:tc/><w:tc><w:tcPr/></w:tc></w:tr><w:tr/></w:tbl>")
    assert cells(table) == [(0, 0, 1, 1, ""), (0, 1, 1, 1, "")]


def test_nested_tables() -> None:
    """Apart from the text, in reading order, each with the way to it."""
    inner = tbl(tr("i", tc(tbl(tr("最内")) + p(""))))
    (table,) = grids(tbl(tr("删", properties="<w:del/>"), tr("a", tc(p("前") + tbl(tr("n")) + p("后") + inner + p("")))))
    outer = table.cells[1]
    assert outer.text == "前\n后"
    assert [cells(nested) for nested in outer.grids] == [[(0, 0, 1, 1, "n")], [(0, 0, 1, 1, "i"), (0, 1, 1, 1, "")]]
    assert [nested.place.path for nested in outer.grids] == [(1, 2, 2, 1), (1, 2, 2, 2)]
    assert outer.grids[1].cells[1].grids[0].place == Place(table=1, part="word/document.xml", path=(1, 2, 2, 2, 1, 2, 1))


def test_places_of_paragraphs_and_tables() -> None:
    """Tables and paragraphs outside them are numbered from 1, blank paragraphs too."""
    blocks = read(build(p("甲") + tbl(tr("x")) + p("") + p("乙") + tbl(tr("y")))).blocks
    assert [(block.place.table, block.place.line) for block in blocks] == [(None, 1), (1, None), (None, 3), (2, None)]


def test_finding_cells_again() -> None:
    """Every place leads back to the w:tc that holds the text, through merges, deleted rows and nesting."""
    inner = tbl(tr("删", properties="<w:del/>"), tr("i", "j"))
    body = tbl(tr("0")) + tbl(
        tr("删", properties="<w:del/>"), tr(tc("a", span(2) + RESTART), "b"), tr(tc("", span(2) + CONTINUE), tc(inner + p("c")))
    )
    budget = Budget(Limits())
    story = Story(Package(build(body), budget), budget)
    story.read()
    finder = CellFinder(story)

    def text(place: Place) -> str | None:
        """Text of the element found."""
        element = finder.find(place)
        return None if element is None else "".join(element.itertext())

    assert text(Place(table=2, row=1, column=1)) == "a"
    assert text(Place(table=2, row=2, column=2)) == "a"
    assert text(Place(table=2, row=1, column=3)) == "b"
    assert text(Place(table=2, path=(2, 3, 2, 1), row=1, column=2)) == "j"
    assert text(Place(table=2, row=9, column=1)) is None
    assert text(Place(table=3, row=1, column=1)) is None
    assert text(Place(table=2, path=(2, 3, 5, 1), row=1, column=1)) is None
    assert text(Place(line=1)) is None


@pytest.mark.parametrize("count", ["1000000000", "99999999999999999999", "-3", "0", "x", ""])
def test_absurd_spans(count: str) -> None:
    """A span is believed as far as the table's own columns, or Word's, go."""
    row = tr(tc("a", f'<w:gridSpan w:val="{count}"/>'), "b")
    table = grid(f"<w:tbl><w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid>{row}</w:tbl>")
    assert [cell.text for cell in table.cells] == ["a", "b"]
    assert table.width <= 64


def test_absurd_holes() -> None:
    """The same for gridBefore and gridAfter."""
    table = grid(tbl(tr("a", properties='<w:gridBefore w:val="999999999"/><w:gridAfter w:val="999999999"/>')))
    assert table.width <= 64


def test_limits() -> None:
    """Columns, cells and depth of nesting stop with a named error."""
    deep = p("底")
    for _ in range(40):
        deep = tbl(tr(tc(deep + p(""))))
    for body, limits, code in (
        (tbl(tr(*["a"] * 200)), Limits(grid_columns=100), "too-many-columns"),
        (tbl(tr("a", "b")) * 60, Limits(cells=100), "too-many-cells"),
        (tbl(tr(tc("a", span(50))), *[tr("b")] * 50), Limits(cells=1000), "too-many-cells"),
        (deep, Limits(depth=20), "too-deep"),
        (tbl(tr("a")), Limits(seconds=-1), "timeout"),
    ):
        with pytest.raises(ReadError) as caught:
            read(build(body), limits)
        assert caught.value.code == code
    (table,) = read(build(deep)).blocks
    assert isinstance(table, Grid)


@pytest.mark.parametrize(
    ("opening", "closing"),
    [
        ("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"),
        ("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>"),
        ("<w:p><w:r><w:pict><w:txbxContent>", "</w:txbxContent></w:pict></w:r></w:p>"),
        ("<mc:AlternateContent><mc:Choice>", "</mc:Choice></mc:AlternateContent>"),
    ],
)
@pytest.mark.parametrize("depth", [100, 500, 5000])
def test_deep_nesting(opening: str, closing: str, depth: int) -> None:
    """Nesting up to the limit is read, beyond it there is a ReadError (libxml2 itself gives up at some thousand)."""
    data = build(opening * depth + p("底") + closing * depth)
    if depth == 100:
        assert read(data).blocks
        return
    with pytest.raises(ReadError) as caught:
        read(data)
    assert caught.value.code in ("too-deep", "damaged")


def test_deep_runs() -> None:
    """Nesting inside one paragraph."""
    for opening, closing in (("<w:ins>", "</w:ins>"), ("<w:smartTag>", "</w:smartTag>"), ("<m:oMath>", "</m:oMath>")):
        with pytest.raises(ReadError) as caught:
            read(build(f"<w:p>{opening * 300}{t('底')}{closing * 300}</w:p>"))
        assert caught.value.code == "too-deep"
