"""Rows given as JSON: one object a line, one array of objects, or one object whose key "rows" holds them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from zhibiao.errors import ReadError
from zhibiao.model.place import Place
from zhibiao.reading.blocks import Blocks, Record
from zhibiao.reading.budget import SPLIT, Budget

OPENING = re.compile(r'\s*(?:\{\s*["}]|\[\s*(?:\{\s*["}]|\]))')
NO_OBJECT = "这一行不是 JSON 对象（应以 { 开头、以 } 结尾）"
REMEDY = "请检查这一行，每行应是一个完整的 JSON 对象"
MOST_FAILURES = 1_000  # named one by one; more are counted
LOOK = 200  # lines to look through before a text is called broken as a whole
LONGEST_INT = 4_000  # digits: Python refuses more than 4,300, and no figure has them
CAUSES = (
    ("Expecting property name", "键名应写在英文双引号里"),
    ("Expecting ',' delimiter", "缺少英文逗号"),
    ("Expecting ':' delimiter", "缺少英文冒号"),
    ("Expecting value", "此处缺少值"),
    ("Unterminated string", "字符串缺少右引号"),
    ("Invalid control character", "字符串里有未转义的控制字符"),
    ("Invalid \\", "反斜杠转义写法有误"),
    ("Illegal trailing comma", "末尾多了逗号"),
    ("Extra data", "对象之后还有多余内容"),
)


def read_jsonl(text: str, budget: Budget) -> Blocks:
    """A record per row; a bad line is named in failures and the rest is read."""
    text = text.replace("\x00", "").removeprefix("\ufeff")
    records: list[Record] = []
    failures: list[ReadError] = []
    failed = 0
    for place, label, row in _whole(text) or _lines(text, budget):
        budget.check_time(label)
        if isinstance(row, dict):
            budget.spend_cells(max(1, len(row)), label)
            records.append(Record(row, place))
            continue
        failed += 1
        if failed <= MOST_FAILURES:
            failures.append(row if isinstance(row, ReadError) else bad_line(NO_OBJECT, label))
    doubts = (f"另有 {failed - MOST_FAILURES} 行无法解析，未逐一列出",) if failed > MOST_FAILURES else ()
    return Blocks("jsonl", tuple(records), doubts=doubts, failures=tuple(failures))


def read_lines(lines: Iterable[bytes]) -> Iterator[Record | ReadError]:
    """A record, or what is wrong, for each line of a stream that is not blank; nothing is kept."""
    for number, line in enumerate(lines, 1):
        label = f"第{number}行"
        try:
            text = line.decode("utf-8-sig" if number == 1 else "utf-8").replace("\x00", "").strip()
        except UnicodeDecodeError:
            yield bad_line("这一行不是 UTF-8 编码", label)
            continue
        if text:
            row = _load(text, label)
            if isinstance(row, dict):
                yield Record(row, Place(line=number))
            else:
                yield row if isinstance(row, ReadError) else bad_line(NO_OBJECT, label)


def looks_jsonl(text: str) -> bool:
    """Whether a text of unknown kind begins like an object or an array of objects."""
    return OPENING.match(text.removeprefix("\ufeff")) is not None


def bad_line(cause: str, label: str) -> ReadError:
    """The error of one row."""
    return ReadError("bad-json-line", cause, REMEDY, label)


Row = tuple[Place, str, "dict[str, Any] | ReadError | object"]


def _whole(text: str) -> list[Row] | None:
    """Rows of a text that is one JSON value, an array or an object over several lines; None where lines stand for themselves."""
    start = text.lstrip()
    first = _load(start.partition("\n")[0], "")
    if isinstance(first, dict) and not isinstance(first.get("rows"), list):
        return None
    value = _load(text, "")
    if isinstance(value, dict):
        value = value["rows"] if isinstance(value.get("rows"), list) else [value]
    if isinstance(value, list):
        return [(Place(row=number), f"第{number}项", row) for number, row in enumerate(value, start=1)]
    if any(isinstance(_load(line, ""), dict) for line in islice(start.splitlines(), LOOK)) or not start:
        return None
    return [(Place(), value.place, value)] if isinstance(value, ReadError) else None


def _lines(text: str, budget: Budget) -> Iterator[Row]:
    """One row per line that is not blank."""
    number = 0
    for match in re.finditer(r"[^\n]+|\n", text):  # no list of lines beside the text
        if match[0] == "\n":
            number += 1
            if number > budget.limits.lines:
                raise ReadError("too-many-lines", f"行数超过 {budget.limits.lines} 的上限", SPLIT)
        elif line := match[0].strip():
            yield Place(line=number + 1), f"第{number + 1}行", _load(line, f"第{number + 1}行")


def _load(text: str, label: str) -> Any:
    """The value, or the error that says in Chinese what is wrong."""
    try:
        value = json.loads(text, parse_int=_int)
        return _paired(value) if "\\ud" in text or "\\uD" in text else value
    except json.JSONDecodeError as error:
        cause = next((chinese for english, chinese in CAUSES if error.msg.startswith(english)), "不符合 JSON 格式")
        return bad_line(f"{cause}（第 {error.colno} 个字符处）", label or f"第{error.lineno}行")
    except RecursionError:
        return bad_line("嵌套层数过多", label)
    except ValueError:
        return bad_line("数值无法识别", label)


def _paired(value: Any) -> Any:
    """The value without halves of surrogate pairs, which no file can be written with."""
    if isinstance(value, str):
        return value.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    if isinstance(value, list):
        return [_paired(item) for item in value]
    return {_paired(key): _paired(item) for key, item in value.items()} if isinstance(value, dict) else value


def _int(digits: str) -> int | str:
    return int(digits) if len(digits) <= LONGEST_INT else digits
