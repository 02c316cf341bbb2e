"""Broken, hostile and oversized workbooks: an error that says what to do, soon, and nothing else."""

from __future__ import annotations

import io
import zipfile
from typing import Any

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from xlsx_builder import MAIN, by_hand, package, read, saved, strings, styles, texts

from zhibiao.errors import ReadError


@pytest.mark.parametrize(
    ("parts", "code"),
    [
        ({"xl/workbook.bin": "x"}, "unsupported"),
        ({"word/document.xml": "<a/>"}, "damaged"),
        ({"xl/workbook.xml": "<workbook><sheets>"}, "damaged"),
        ({"xl/workbook.xml": '<!DOCTYPE a [<!ENTITY b "c">]><workbook>&b;</workbook>'}, "entity-bomb"),
    ],
)
def test_whole_file_errors(parts: dict[str, str], code: str) -> None:
    with pytest.raises(ReadError) as caught:
        read(package(parts))
    assert caught.value.code == code


def test_not_a_zip() -> None:
    with pytest.raises(ReadError) as caught:
        read(b"PK\x03\x04 but no more")
    assert caught.value.code == "damaged"


def test_entities_inside_a_sheet_are_refused() -> None:
    sheet = f'<worksheet xmlns="{MAIN}"><sheetData><row><c><v>&b;</v></c></row></sheetData></worksheet>'
    bomb = f'<!DOCTYPE a [<!ENTITY b "{"c" * 1000}">]>{sheet}'
    blocks = read(by_hand("", xl__worksheets__sheet1=bomb))
    assert [failure.code for failure in blocks.failures] == ["entity-bomb"]


@pytest.mark.parametrize(
    ("limits", "code"),
    [({"cells": 100}, "too-many-cells"), ({"unzipped_bytes": 2_000}, "zip-bomb"), ({"seconds": -1.0}, "timeout")],
)
def test_budget_ends_the_file(limits: dict[str, Any], code: str) -> None:
    workbook = openpyxl.Workbook()
    for number in range(100):
        workbook.worksheets[0].append([f"第{number}项", number, "说明"])
    with pytest.raises(ReadError) as caught:
        read(saved(workbook), **limits)
    assert caught.value.code == code
    assert caught.value.place in ("", "工作表“Sheet”", "xl/workbook.xml", "xl/sharedStrings.xml", "xl/styles.xml")


def test_columns_past_the_limit_are_a_doubt() -> None:
    blocks = read(by_hand('<row><c t="str"><v>一</v></c><c t="str"><v>二</v></c><c t="str"><v>三</v></c></row>'), grid_columns=2)
    assert texts(blocks) == {"A1": "一", "B1": "二"}
    assert blocks.doubts == ("工作表“表1”第 2 列以后的内容未读取",)


@pytest.mark.parametrize(
    "sheet",
    [
        "<row>" + "<c><v>1</v></c>" * 400_000 + "</row>",  # one row wider than any sheet
        "<row/>" * 1_200_000,  # more rows than a sheet has
        "".join(f'<row r="{number}"><c t="n"><v>{number}</v></c></row>' for number in range(1, 60_001)),
    ],
    ids=["one-row", "empty-rows", "cells"],
)
def test_bombs_stop_soon(sheet: str) -> None:
    data = by_hand(sheet)
    with pytest.raises(ReadError) as caught:
        read(data, cells=50_000, zip_ratio=10_000)
    assert caught.value.code == "too-many-cells"
    assert caught.value.place == "工作表“表1”"


def sample() -> bytes:
    workbook = openpyxl.Workbook()
    sheet = workbook.worksheets[0]
    sheet.append(["一级指标", "三级指标", "指标值"])
    sheet.append(["产出指标", "培训人数", 0.95])
    sheet["C2"].number_format = "0.0%"
    sheet.merge_cells("A2:A4")
    return saved(workbook)


SAMPLE = sample()
PARTS = (
    "xl/worksheets/sheet1.xml",
    "xl/workbook.xml",
    "xl/styles.xml",
    "xl/sharedStrings.xml",
    "xl/_rels/workbook.xml.rels",
    "_rels/.rels",
)
SCRAPS = (
    *(
        "<row>",
        "</row>",
        '<row r="3">',
        '<row r="1048576">',
        "<c>",
        "</c>",
        '<c t="s">',
        '<c t="d">',
        '<c r="XFD1">',
        '<c s="1">',
        "<v>",
        "</v>",
    ),
    *("1", "-5", "1e999", "0.5", "文", "<f/>", "<is>", "</is>", "<t>", "</t>", "<!-- -->", "&#10;", "&lt;", '<mergeCell ref="A1:C9"/>'),
)
EDITS = st.lists(st.tuples(st.floats(0, 0.999), st.binary(min_size=1, max_size=4)), max_size=6)


def edited(data: bytes, edits: list[tuple[float, bytes]]) -> bytes:
    changed = bytearray(data)
    for share, piece in edits:
        position = int(share * len(data))
        changed[position : position + len(piece)] = piece
    return bytes(changed)


def check(data: bytes) -> None:
    try:
        read(data)
    except ReadError as error:
        assert error.code  # noqa: PT017


@settings(max_examples=150, deadline=5_000, suppress_health_check=list(HealthCheck))
@given(edits=EDITS, kept=st.floats(0, 1))
def test_fuzzed_archive(edits: list[tuple[float, bytes]], kept: float) -> None:
    check(edited(SAMPLE, edits))
    check(edited(SAMPLE[: int(kept * len(SAMPLE))], edits))


@settings(max_examples=150, deadline=5_000, suppress_health_check=list(HealthCheck))
@given(part=st.sampled_from(PARTS), edits=EDITS)
def test_fuzzed_part(part: str, edits: list[tuple[float, bytes]]) -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(SAMPLE)) as source, zipfile.ZipFile(stream, "w") as target:
        for name in source.namelist():
            target.writestr(name, edited(source.read(name), edits) if name == part else source.read(name))
    check(stream.getvalue())


@settings(max_examples=200, deadline=5_000, suppress_health_check=list(HealthCheck))
@given(pieces=st.lists(st.sampled_from(SCRAPS), max_size=30))
def test_fuzzed_markup(pieces: list[str]) -> None:
    check(by_hand("".join(pieces), xl__styles=styles("0%"), xl__sharedStrings=strings("<t>一</t>")))
