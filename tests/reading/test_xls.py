"""Old workbooks, built with xlwt: formats, merges, hidden sheets, passwords, and files broken in every way."""

from __future__ import annotations

import datetime as dt
import io
import struct
from typing import Any

import make_ole
import pytest
import xlwt  # type: ignore[import-untyped]
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from zhibiao.config.limits import Limits
from zhibiao.errors import ReadError
from zhibiao.model.place import Place
from zhibiao.reading.blocks import Blocks, Grid
from zhibiao.reading.budget import Budget
from zhibiao.reading.xls import read_xls


def read(data: bytes, **limits: Any) -> Blocks:
    return read_xls(data, Budget(Limits(**limits)))


def saved(workbook: Any) -> bytes:
    stream = io.BytesIO()
    workbook.save(stream)
    return stream.getvalue()


def shows(code: str) -> Any:
    return xlwt.easyxf(num_format_str=code)


def small(rows: int = 1) -> bytes:
    workbook = xlwt.Workbook()
    sheet = workbook.add_sheet("绩效目标表")
    for row in range(rows):
        sheet.write(row, 0, f"培训人数{row}")
        sheet.write(row, 1, 0.95, shows("0%"))
    sheet.write_merge(rows, rows + 1, 0, 1, "合并")
    return saved(workbook)


def grid_of(blocks: Blocks) -> Grid:
    (grid,) = blocks.blocks
    assert isinstance(grid, Grid)
    return grid


CELLS = [
    ("text", "满意度", "General", "满意度"),
    ("breaks", "第一行\r\n第二行", "General", "第一行\n第二行"),
    ("percent", 0.95, "0%", "95%"),
    ("percent with decimals", 0.9512, "0.00%", "95.12%"),
    ("built-in date", dt.date(2025, 11, 30), "M/D/YY", "2025/11/30"),
    ("custom date", dt.date(2025, 11, 30), 'yyyy"年"m"月"d"日"', "2025年11月30日"),
    ("month", dt.date(2025, 11, 30), 'yyyy"年"m"月";@', "2025年11月"),
    ("unit", 45000.5, '#,##0.00"万元"', "45,000.50万元"),
    ("sign", 0.9, '"≥"0%', "≥90%"),
    ("accounting", 1234.5, '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ', "1,234.50"),
    ("integer", 12, "General", "12"),
    ("serial", 45991, "General", "45991"),
    ("text format", 12.5, "@", "12.5"),
    ("worded text", "二", '"第"@"批"', "第二批"),
    ("true", True, "General", "TRUE"),
    ("false", False, "General", "FALSE"),
]


@pytest.mark.parametrize(("value", "code", "expected"), [case[1:] for case in CELLS], ids=[case[0] for case in CELLS])
def test_cell(value: Any, code: str, expected: str) -> None:
    workbook = xlwt.Workbook()
    workbook.add_sheet("表").write(3, 2, value, shows(code))
    grid = grid_of(read(saved(workbook)))
    assert [cell.text for cell in grid.cells] == [expected]
    assert (grid.first_row, grid.first_column, grid.height, grid.width) == (4, 3, 1, 1)
    assert grid.place == Place(sheet="表", table=1)


def test_merges() -> None:
    workbook = xlwt.Workbook()
    sheet = workbook.add_sheet("表")
    sheet.write_merge(0, 0, 0, 4, "绩效目标表")
    sheet.write_merge(1, 3, 0, 0, "产出指标")
    sheet.write(1, 1, "数量指标")
    sheet.write(3, 1, "质量指标")
    grid = grid_of(read(saved(workbook)))
    assert (grid.height, grid.width) == (4, 5)
    assert [(cell.text, cell.row, cell.column, cell.row_span, cell.column_span) for cell in grid.cells] == [
        ("绩效目标表", 0, 0, 1, 5),
        ("产出指标", 1, 0, 3, 1),
        ("数量指标", 1, 1, 1, 1),
        ("质量指标", 3, 1, 1, 1),
    ]


def test_sheets_and_hidden_ones() -> None:
    workbook = xlwt.Workbook()
    for name, visibility in (("首表", 0), ("字典", 1), ("深藏", 2), ("附表", 0), ("空表", 0)):
        sheet = workbook.add_sheet(name)
        sheet.visibility = visibility
        if name != "空表":
            sheet.write(0, 0, name)
    blocks = read(saved(workbook))
    assert [block.place.sheet for block in blocks.blocks if isinstance(block, Grid)] == ["首表", "附表"]
    assert blocks.doubts == ("工作表“字典”是隐藏的，未读取", "工作表“深藏”是隐藏的，未读取")
    assert blocks.kind == "xls"


def test_date_system_of_1904() -> None:
    workbook = xlwt.Workbook()
    workbook.dates_1904 = True
    workbook.add_sheet("表").write(0, 0, 44529, shows("yyyy/m/d"))
    assert grid_of(read(saved(workbook))).cells[0].text == "2025/11/30"


def in_short_sectors(stream: bytes) -> bytes:
    """A container whose Workbook stream lies in 64-byte sectors: header, allocation table, directory, short table, streams."""
    assert len(stream) < 4096
    count = -(-len(stream) // 64)
    mini = stream.ljust(-(-len(stream) // 512) * 512, b"\0")
    chain = [1, 0xFFFFFFFE, 0xFFFFFFFE, *range(4, 3 + len(mini) // 512), 0xFFFFFFFE]
    chain[0] = 0xFFFFFFFD  # sector 0 is the table itself, 1 the directory, 2 the short table, 3 on the short sectors
    header = make_ole.container({})[:76]
    header = header[:44] + struct.pack("<IIIIIIII", 1, 1, 0, 4096, 2, 1, 0xFFFFFFFE, 0) + struct.pack("<109I", 0, *[0xFFFFFFFF] * 108)
    table = struct.pack(f"<{len(chain)}I", *chain).ljust(512, b"\xff")
    directory = make_ole.entry("Root Entry", 5, child=1, start=3, size=count * 64) + make_ole.entry(
        "Workbook", 2, start=0, size=len(stream)
    )
    short = struct.pack(f"<{count}I", *range(1, count), 0xFFFFFFFE).ljust(512, b"\xff")
    return header + table + directory.ljust(512, b"\0") + short + mini


def test_stream_in_the_short_sectors() -> None:
    data = small()
    stream = data[512:]
    end = stream.rindex(struct.pack("<HH", 0x0A, 0)) + 4
    assert grid_of(read(in_short_sectors(stream[:end]))).cells[0].text == "培训人数0"


def record_at(data: bytes | bytearray, code: int) -> int:
    return data.index(struct.pack("<H", code), 512)


def test_encrypted() -> None:
    data = bytearray(small())
    struct.pack_into("<H", data, record_at(data, 0x005C), 0x002F)  # WRITEACCESS becomes FILEPASS
    with pytest.raises(ReadError) as caught:
        read(bytes(data))
    assert caught.value.code == "encrypted"


def test_bare_stream_without_container() -> None:
    data = small()
    assert grid_of(read(data[512:])).cells[0].text == "培训人数0"


def test_sheet_from_before_excel_5() -> None:
    name = "产出指标".encode("gb18030")
    records = (
        (0x09, struct.pack("<HH", 2, 0x10)),
        (0x04, struct.pack("<HH3sB", 0, 0, bytes(3), len(name)) + name),
        (0x03, struct.pack("<HH3sd", 1, 1, bytes(3), 12.5)),
        (0x0A, b""),
    )
    data = b"".join(struct.pack("<HH", code, len(body)) + body for code, body in records)
    assert [(cell.text, cell.row, cell.column) for cell in grid_of(read(data)).cells] == [("产出指标", 0, 0), ("12.5", 1, 1)]


def test_broken_formats_still_give_the_text() -> None:
    data = bytearray(small())
    position = record_at(data, 0x00E0)
    while data[position : position + 4] == struct.pack("<HH", 0x00E0, 20):  # every XF names a font and a parent that are not there
        data[position + 4 : position + 24] = b"\xff" * 20
        position += 24
    blocks = read(bytes(data))
    assert "培训人数0" in [cell.text for cell in grid_of(blocks).cells]


@pytest.mark.parametrize(
    "data", [b"", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"<html><table></table></html>", b"\x00" * 5000, small()[:2000]]
)
def test_damaged(data: bytes) -> None:
    with pytest.raises(ReadError) as caught:
        read(data)
    assert caught.value.code == "damaged"
    assert "另存" in caught.value.remedy


def test_sector_chain_in_a_circle() -> None:
    data = bytearray(small(400))
    table = struct.unpack_from("<I", data, 76)[0]
    start = 512 * (table + 1)
    struct.pack_into("<I", data, start + 4 * 20, 3)  # sector 20 leads back to sector 3
    with pytest.raises(ReadError) as caught:
        read(bytes(data))
    assert caught.value.code == "damaged"


def test_budget() -> None:
    with pytest.raises(ReadError) as caught:
        read(small(300), cells=100)
    assert caught.value.code == "too-many-cells"


def test_one_cell_in_the_last_corner_is_cheap() -> None:
    workbook = xlwt.Workbook()
    sheet = workbook.add_sheet("表")
    sheet.write(0, 0, "首")
    sheet.write(65_535, 255, "末")
    grid = grid_of(read(saved(workbook)))
    assert (len(grid.cells), grid.height, grid.width) == (2, 65_536, 256)


SMALL = small(12)


@settings(max_examples=250, deadline=5_000, suppress_health_check=list(HealthCheck))
@given(
    edits=st.lists(st.tuples(st.integers(0, len(SMALL) - 1), st.binary(min_size=1, max_size=4)), max_size=8),
    length=st.one_of(st.none(), st.integers(0, len(SMALL))),
)
def test_fuzzed(edits: list[tuple[int, bytes]], length: int | None) -> None:
    data = bytearray(SMALL)
    for position, piece in edits:
        data[position : position + len(piece)] = piece
    try:
        read(bytes(data[:length]))
    except ReadError as error:
        assert error.code  # noqa: PT017
