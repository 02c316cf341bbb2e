"""Encodings of text files: marks, none, short budget phrases, Big5, damaged and binary ones."""

from __future__ import annotations

import codecs
import os
import zlib

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from zhibiao.errors import ReadError
from zhibiao.reading.encoding import decode

SIMPLIFIED = [
    "绩效目标",
    "指标",
    "满意度",
    "≥95%",
    "每人300元",
    "一级指标,二级指标,三级指标,指标值\n产出指标,数量指标,培训人数,≥300人\n",
    "①②③",
    "联通",  # the two characters that old Notepad took for UTF-8
    "12月底前",
    "补助发放及时率达到100%",
    "个",
]
TRADITIONAL = [
    "預算績效目標",
    "績效",
    "滿意度",
    "項目支出績效目標申報表",
    "服務對象滿意度≧95%",
    "補助發放及時率100%",
    "社會效益指標",
    "可持續影響",
    "改善鄉鎮醫院就醫環境",
    "一級指標,二級指標,三級指標,指標值\n產出指標,數量指標,培訓人數,300人\n",
]


@pytest.mark.parametrize("text", SIMPLIFIED + TRADITIONAL)
def test_utf8(text: str) -> None:
    assert decode(text.encode()) == (text, "utf-8")


@pytest.mark.parametrize("text", SIMPLIFIED)
def test_gb18030(text: str) -> None:
    assert decode(text.encode("gb18030")) == (text, "gb18030")


@pytest.mark.parametrize("text", TRADITIONAL)
def test_big5(text: str) -> None:
    assert decode(text.encode("big5")) == (text, "big5")


@pytest.mark.parametrize(
    ("mark", "name"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
@pytest.mark.parametrize("text", ["", "绩效目标\r\n≥95%", "ASCII only", "𠮷"])
def test_marks(text: str, mark: bytes, name: str) -> None:
    assert decode(mark + text.encode(name)) == (text, name)


@pytest.mark.parametrize("name", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize(
    "text",
    ["绩效目标\n满意度≥95%", "打造金安国际网球公开赛", "name,value\nabc,1\n", "免费开放接待观众人数", "预算绩效目标申报表（2025年度）"],
)
def test_utf16_without_mark(text: str, name: str) -> None:
    assert decode(text.encode(name)) == (text, name)


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"", ("", "utf-8")),
        (b"plain, ascii", ("plain, ascii", "utf-8")),
        ("绩效目标".encode()[:-1], ("绩效目", "utf-8")),
        ("绩效目标".encode("gb18030")[:-1], ("绩效目", "gb18030")),
        ("绩效目标申报".encode("utf-16-le")[:-1], ("绩效目标申", "utf-16-le")),
        ("培训人数不少于三百人".encode("gb18030") * 9 + b"\x00", ("培训人数不少于三百人" * 9, "gb18030")),
        (b"a\x00b" + b"c" * 200, ("ab" + "c" * 200, "utf-8")),
    ],
)
def test_cut_and_padded(data: bytes, expected: tuple[str, str]) -> None:
    assert decode(data) == expected


@pytest.mark.parametrize("name", ["utf-8", "gb18030"])
def test_a_broken_byte_inside_is_a_doubt(name: str) -> None:
    half = "项目支出绩效目标申报表，产出指标，数量指标，培训人数不少于三百人。".encode(name)
    text, told = decode(half + b"\xff" + half)
    assert told == f"{name}?"
    assert text.count("\ufffd") in (1, 2)
    assert text.startswith("项目支出绩效目标申报表，产出指标，数量指标，培训人数不少于三百人。")


def test_a_broken_byte_behind_the_sample_is_a_doubt() -> None:
    line = "产出指标，数量指标，培训人数不少于三百人。\n".encode("gb18030")
    text, told = decode(line * 3_000 + b"\xff" + line)
    assert told == "gb18030?"
    assert text.count("\ufffd") == 1


def test_rare_names_stay_gb18030_with_a_doubt() -> None:
    text, told = decode("龘靐齉爩鱻麤".encode("gb18030"))
    assert text == "龘靐齉爩鱻麤"
    assert told in ("gb18030", "gb18030?")


@pytest.mark.parametrize(
    "data",
    [
        b"\x00" * 100,
        bytes(range(256)) * 8,
        b"\x89PNG\r\n\x1a\n" + zlib.compress(os.urandom(4_000)),
        zlib.compress(("绩效目标" * 5_000 + "".join(map(str, range(20_000)))).encode()),
    ],
    ids=["zeros", "all", "png", "deflate"],
)
def test_binary_is_no_text(data: bytes) -> None:
    with pytest.raises(ReadError) as caught:
        decode(data)
    assert caught.value.code == "unsupported"
    assert caught.value.cause == "这不是文本文件"


@settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.one_of(st.binary(max_size=300), st.text(max_size=100).map(lambda text: text.encode("gb18030", "ignore"))))
def test_any_bytes(data: bytes) -> None:
    try:
        text, name = decode(data)
    except ReadError as error:
        assert error.code == "unsupported"  # noqa: PT017
    else:
        assert "\x00" not in text
        text.encode("utf-8")
        codecs.lookup(name.rstrip("?"))


def test_large_files_are_decoded() -> None:
    data = "产出指标，数量指标，培训人数不少于三百人。\n".encode("gb18030") * 100_000
    assert decode(data)[1] == "gb18030"
