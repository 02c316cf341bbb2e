"""Rows as JSON: lines, arrays, wrapped rows, and lines that are wrong."""

from __future__ import annotations

import math
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from zhibiao.config.limits import Limits
from zhibiao.errors import ReadError
from zhibiao.model.place import Place
from zhibiao.reading.blocks import Blocks, Record
from zhibiao.reading.budget import Budget
from zhibiao.reading.records import looks_jsonl, read_jsonl, read_lines


def read(text: str, **limits: Any) -> Blocks:
    return read_jsonl(text, Budget(Limits(**limits)))


def fields(blocks: Blocks) -> list[dict[str, Any]]:
    return [dict(block.fields) for block in blocks.blocks if isinstance(block, Record)]


def test_a_stream_line_by_line() -> None:
    lines = ['\ufeff{"name": "甲"}\n'.encode(), b"\n", b"{oops\r\n", b"7\n", "名".encode("gbk"), '{"name": "乙\x00"}'.encode()]
    found = [one if isinstance(one, Record) else (one.code, one.place, one.cause) for one in read_lines(lines)]
    assert found == [
        Record({"name": "甲"}, Place(line=1)),
        ("bad-json-line", "第3行", "键名应写在英文双引号里（第 2 个字符处）"),
        ("bad-json-line", "第4行", "这一行不是 JSON 对象（应以 { 开头、以 } 结尾）"),
        ("bad-json-line", "第5行", "这一行不是 UTF-8 编码"),
        Record({"name": "乙"}, Place(line=6)),
    ]


def test_lines_with_a_bad_one() -> None:
    blocks = read('{"name": "培训人数", "value": "300人"}\n\n{"name": "满意度" "value": 1}\r\n  {"三级指标": "完成率"}\n')
    assert [(dict(block.fields), block.place) for block in blocks.blocks if isinstance(block, Record)] == [
        ({"name": "培训人数", "value": "300人"}, Place(line=1)),
        ({"三级指标": "完成率"}, Place(line=4)),
    ]
    (failure,) = blocks.failures
    assert failure.code == "bad-json-line"
    assert failure.message("rows.jsonl") == (
        "rows.jsonl（第3行）：缺少英文逗号（第 16 个字符处）。请检查这一行，每行应是一个完整的 JSON 对象。"
    )
    assert blocks.kind == "jsonl"


@pytest.mark.parametrize(
    ("line", "cause"),
    [
        ("{name: 1}", "键名应写在英文双引号里（第 2 个字符处）"),
        ("{'name': 1}", "键名应写在英文双引号里（第 2 个字符处）"),
        ('{"name" 1}', "缺少英文冒号（第 9 个字符处）"),
        ('{"name": }', "此处缺少值（第 10 个字符处）"),
        ('{"name": "培训}', "字符串缺少右引号（第 10 个字符处）"),
        ('{"name": "a\tb"}', "字符串里有未转义的控制字符（第 12 个字符处）"),
        ('{"name": "a\\qb"}', "反斜杠转义写法有误（第 12 个字符处）"),
        ('{"name": 1} {"name": 2}', "对象之后还有多余内容（第 13 个字符处）"),
        ("[1, 2]", "这一行不是 JSON 对象（应以 { 开头、以 } 结尾）"),
        ('"培训"', "这一行不是 JSON 对象（应以 { 开头、以 } 结尾）"),
        ("null", "这一行不是 JSON 对象（应以 { 开头、以 } 结尾）"),
        ("培训人数", "此处缺少值（第 1 个字符处）"),
        ('{"a":' * 100_000, "嵌套层数过多"),
    ],
)
def test_what_is_wrong_with_a_line(line: str, cause: str) -> None:
    blocks = read('{"name": "好"}\n' + line + '\n{"name": "也好"}\n')
    assert fields(blocks) == [{"name": "好"}, {"name": "也好"}]
    assert [(failure.cause, failure.place, failure.remedy) for failure in blocks.failures] == [
        (cause, "第2行", "请检查这一行，每行应是一个完整的 JSON 对象")
    ]


@pytest.mark.parametrize(
    "text",
    [
        '[{"name": "甲"}, {"name": "乙"}]',
        '[\n  {"name": "甲"},\n  {"name": "乙"}\n]\n',
        '{"rows": [{"name": "甲"}, {"name": "乙"}]}',
        '{\n  "rows": [\n    {"name": "甲"},\n    {"name": "乙"}\n  ]\n}',
    ],
)
def test_whole_values(text: str) -> None:
    blocks = read(text)
    assert fields(blocks) == [{"name": "甲"}, {"name": "乙"}]
    assert [block.place for block in blocks.blocks if isinstance(block, Record)] == [Place(row=1), Place(row=2)]
    assert blocks.failures == ()


def test_array_with_something_else_in_it() -> None:
    blocks = read('[{"name": "甲"}, 3]')
    assert fields(blocks) == [{"name": "甲"}]
    assert [failure.place for failure in blocks.failures] == ["第2项"]


def test_one_object_over_several_lines() -> None:
    assert fields(read('{\n "name": "甲",\n "rows": "不是列表"\n}')) == [{"name": "甲", "rows": "不是列表"}]


def test_first_line_bad_the_rest_read() -> None:
    blocks = read('{"name": \n{"name": "乙"}\n{"name": "丙"}')
    assert fields(blocks) == [{"name": "乙"}, {"name": "丙"}]
    assert [failure.place for failure in blocks.failures] == ["第1行"]


def test_broken_array_is_one_failure_at_its_line() -> None:
    blocks = read('[\n {"name": "甲"},\n {"name" "乙"}\n]')
    assert blocks.blocks == ()
    assert [(failure.place, failure.cause) for failure in blocks.failures] == [("第3行", "缺少英文冒号（第 10 个字符处）")]


def test_numbers() -> None:
    (row,) = fields(read('{"a": NaN, "b": 1e999, "c": ' + "9" * 30 + ', "d": ' + "9" * 5_000 + ', "e": 0.95}'))
    assert math.isnan(row["a"])
    assert row["b"] == math.inf
    assert row["c"] == 999999999999999999999999999999
    assert row["d"] == "9" * 5_000
    assert row["e"] == 0.95


def test_half_surrogates_are_replaced() -> None:
    assert fields(read('{"a": ["\\ud83d\\ude00", "\\ud83d"]}')) == [{"a": ["😀", "\ufffd"]}]


def test_mark_and_nuls() -> None:
    assert fields(read('\ufeff{"a": "b\x00"}')) == [{"a": "b"}]


def test_empty() -> None:
    assert read("") == Blocks("jsonl", ())
    assert read("\n \n") == Blocks("jsonl", ())


def test_many_bad_lines_are_counted() -> None:
    blocks = read('{"a": 1}\n' + "坏\n" * 1_200)
    assert len(blocks.failures) == 1_000
    assert blocks.doubts == ("另有 200 行无法解析，未逐一列出",)


@pytest.mark.parametrize(
    ("text", "limits", "code"),
    [
        ('{"a": 1, "b": 2}\n' * 100, {"cells": 50}, "too-many-cells"),
        ("\n" * 100, {"lines": 50}, "too-many-lines"),
        ('{"a": 1}', {"seconds": -1.0}, "timeout"),
    ],
)
def test_limits(text: str, limits: dict[str, Any], code: str) -> None:
    with pytest.raises(ReadError) as caught:
        read(text, **limits)
    assert caught.value.code == code


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('{"name": "甲"}\n', True),
        ('\ufeff\n  { "name": 1}', True),
        ('{\n  "rows": []}', True),
        ('[{"name": 1}]', True),
        ("[]", True),
        ("{}", True),
        ("{项目名称}", False),
        ("[1]", False),
        ("【绩效目标】", False),
        ("一、总体目标", False),
        ("", False),
    ],
)
def test_looks_jsonl(text: str, *, expected: bool) -> None:
    assert looks_jsonl(text) is expected


@settings(max_examples=300, deadline=2_000, suppress_health_check=list(HealthCheck))
@given(text=st.text(alphabet='{}[]",:\\ud8\n\r 1e-.甲nulNaN\x00', max_size=80))
def test_any_text(text: str) -> None:
    looks_jsonl(text)
    blocks = read(text)
    assert all(failure.code == "bad-json-line" for failure in blocks.failures)
