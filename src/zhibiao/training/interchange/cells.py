"""A line as cells under Chinese heads, for spreadsheets: people fill in the labels, two last columns carry what a cell cannot hold."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from zhibiao.model.report import LETTERS
from zhibiao.training.data.records import DataError
from zhibiao.training.interchange.lines import GRADES, HEADS, Line, Placed, checked

_TABLE = {"id": "表编号", "sector": "行业", "kind": "项目类型", "year": "年度", "project_name": "项目名称", "purpose": "资金用途"}
_ROW, _UNUSED = "行", "未用"
_CATEGORY, _FINE, _FOUND = "类别", "可接受的类别", "问题"
_GUESS = "模型的判断（参考）"
_REST_TABLE, _REST_ROW = "表的其余", "行的其余"
COLUMNS = (
    *_TABLE.values(),
    _ROW,
    *HEADS.values(),
    *LETTERS,
    _CATEGORY,
    _FINE,
    _FOUND,
    _GUESS,
    _UNUSED,
    _REST_TABLE,
    _REST_ROW,
)
_PART = 30_000  # characters of a cell: Excel holds 32,767
_STRANGE = re.compile(r"[^\S\n ]|[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]|^\s|\s$|\s{2}|_x[0-9A-Fa-f]{4}_")
_MARK = re.compile(r"(?P<code>[A-Z]\d{3})\s+(?P<field>\w+)(?:\s+(?P<start>\d+)-(?P<end>\d+))?")


def cells_of(line: Line) -> dict[str, str]:
    """Text by head. What is not plain text stands in the last columns as JSON."""
    table, row = dict(line.table), dict(line.row)
    out = dict.fromkeys(COLUMNS, "")
    for key, head in _TABLE.items():
        if key == "year" and isinstance(table.get(key), int):
            out[head] = str(table.pop(key))
        elif _plain(table.get(key)):
            out[head] = table.pop(key)
    for key, head in HEADS.items():
        if _plain(row.get(key)):
            out[head] = row.pop(key)
    out[_ROW] = str(row.pop("row"))
    if row.pop("unused", False):
        out[_UNUSED] = "是"
    out[_REST_TABLE] = json.dumps(table, sort_keys=True)  # in ASCII, so that no program changes it
    out[_REST_ROW] = json.dumps({**row, "place": line.place})
    if line.labels is not None:
        out |= _told(line.labels)
    if line.guess is not None:
        told = _told(line.guess)
        out[_GUESS] = " ".join([*(f"{letter}{told[letter]}" for letter in LETTERS), told[_CATEGORY], told[_FOUND]]).strip()
    return out


def _plain(text: object) -> bool:
    return isinstance(text, str) and 0 < len(text) <= _PART and not _STRANGE.search(text)


def _told(labels: Mapping[str, Any]) -> dict[str, str]:
    marks = (f"{mark['code']} {mark['field']} {mark['span'][0]}-{mark['span'][1]}" for mark in labels["findings"])
    grades = {letter: "" if labels[letter] is None else str(labels[letter]) for letter in LETTERS}
    return {**grades, _CATEGORY: labels["category"], _FINE: "、".join(labels["acceptable"]), _FOUND: "；".join(marks)}


def line_of(cells: Mapping[str, str], where: str) -> Placed:
    """What cells_of wrote, with what people changed; a row without category has no labels."""
    table, row = _json(cells, _REST_TABLE, where), _json(cells, _REST_ROW, where)
    table |= {key: cells[head] for key, head in _TABLE.items() if cells.get(head)}
    row |= {key: cells[head] for key, head in HEADS.items() if cells.get(head)}
    for key, head in (("id", _TABLE["id"]), ("project_name", _TABLE["project_name"])):
        if key not in table:
            raise DataError(f"{where}：“{head}”空着；请填上，同一张表的各行须相同")
    if "year" in table:
        table["year"] = _whole(table["year"], _TABLE["year"], where)
    row["row"] = _whole(cells.get(_ROW, ""), _ROW, where)
    if cells.get(_UNUSED):
        row["unused"] = True
    place = row.pop("place", row["row"])
    labels = checked(_labels(cells, row, where), row, where) if any(cells.get(head) for head in (_CATEGORY, *LETTERS)) else None
    return Placed(where, Line(table, place, row, labels))


def _json(cells: Mapping[str, str], head: str, where: str) -> dict[str, Any]:
    try:
        found = json.loads(cells.get(head) or "{}")
    except json.JSONDecodeError as error:
        raise DataError(f"{where}：“{head}”不是 JSON（{error.msg}）；这一列不要改，请从写出的文件中复制回来") from error
    if not isinstance(found, dict):
        raise DataError(f"{where}：“{head}”不是 JSON 对象；这一列不要改，请从写出的文件中复制回来")
    return found


def _whole(text: object, head: str, where: str) -> int:
    number = str(text).removesuffix(".0")
    if not re.fullmatch(r"\d{1,9}", number):
        raise DataError(f"{where}：“{head}”是“{text}”，不是整数；请改成整数")
    return int(number)


def _labels(cells: Mapping[str, str], row: Mapping[str, Any], where: str) -> dict[str, Any]:
    grades: dict[str, Any] = {}
    for letter in LETTERS:
        text = cells.get(letter, "").strip().removesuffix(".0")
        grades[letter] = int(text) if text in GRADES else text or None
    best = cells.get(_CATEGORY, "").strip()
    fine = [name for name in re.split(r"[、,，;；\s]+", cells.get(_FINE, "")) if name]
    return {**grades, "category": best, "acceptable": fine or [best], "findings": _marks(cells.get(_FOUND, ""), row, where)}


def _marks(text: str, row: Mapping[str, Any], where: str) -> list[dict[str, Any]]:
    """`M206 value 0-4；S103 description`: without a place the whole field is meant."""
    out = []
    for part in filter(None, (piece.strip() for piece in re.split("[；;\n]", text))):
        match = _MARK.fullmatch(part)
        if match is None:
            raise DataError(f"{where}：“{_FOUND}”里的“{part}”看不懂；请写成“M206 value 0-4”，几个之间用分号隔开")
        start, end = match["start"], match["end"]
        span = [int(start), int(end)] if start else [0, len(row.get(match["field"]) or "")]
        out.append({"code": match["code"], "field": match["field"], "span": span})
    return out
