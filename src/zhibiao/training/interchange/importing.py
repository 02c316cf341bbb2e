"""`zhibiao data import`: labels out of another tool's file, joined to what is there."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from zhibiao.training.data.records import DataError, json_lines, table_of
from zhibiao.training.interchange import doccano, hugging_face, label_studio, sheets
from zhibiao.training.interchange.exporting import put
from zhibiao.training.interchange.lines import Placed, gathered, tidy

_ENDINGS = (".json", ".jsonl", ".csv", ".xlsx")


@dataclass(frozen=True, slots=True)
class Imported:
    """Tables as a file of training_data/ holds them; rows whose labels are new, other than before, and the same; rows without labels."""

    tables: list[dict[str, Any]]
    new: int
    changed: int
    same: int
    unlabelled: int


def imported(path: Path, out: Path | None = None) -> Imported:
    """Read, check, join to what stands in `out`, and write there."""
    placed, unlabelled = [], 0
    for each in lines_of(path):
        if each.line.labels is None and not each.line.unused:
            unlabelled += 1
        else:
            placed.append(each)
    tables = gathered(placed)
    for table in tables:
        table_of(table, "import", f"{path.name} 中的表 {table['id']}")
    before = _before(out) if out is not None else []
    joined, counts = _joined(before, tables)
    if out is not None and tables:
        put(out, "".join(json.dumps(table, ensure_ascii=False) + "\n" for table in joined).encode())
    return Imported(joined, *counts, unlabelled)


def lines_of(path: Path) -> Iterator[Placed]:
    """By what the file is."""
    if path.is_dir():
        return hugging_face.read(path)
    if not path.is_file():
        raise DataError(f"{path}：没有这个文件；请检查路径")
    ending = path.suffix.lower()
    if ending == ".xlsx":
        return sheets.xlsx_read(path)
    if ending not in _ENDINGS:
        raise DataError(f"{path.name}：不认识 {ending or '没有扩展名'} 的文件；可以导入 {'、'.join(_ENDINGS)} 和 hf 文件夹")
    data = path.read_bytes()
    if ending == ".csv":
        return sheets.csv_read(data, path.name)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise DataError(f"{path.name}：不是 UTF-8 编码；请在标注工具中重新导出") from error
    if ending == ".json":
        return label_studio.read(text, path.name)
    return hugging_face.read(path) if '"table_id"' in text.split("\n", 1)[0] else doccano.read(text, path.name)


def _before(out: Path) -> list[dict[str, Any]]:
    if not out.is_file():
        return []
    return [_entry(raw, f"{out.name} 第{number}行") for number, raw in json_lines(out)]


def _entry(raw: str, where: str) -> dict[str, Any]:
    try:
        return dict(json.loads(raw))
    except (json.JSONDecodeError, TypeError, ValueError) as error:
        raise DataError(f"{where}：不是一行 JSON（{error}）；请先改正这一行，再导入") from error


def _joined(before: Iterable[dict[str, Any]], tables: Iterable[dict[str, Any]]) -> tuple[list[dict[str, Any]], tuple[int, int, int]]:
    """Rows that came take the place of those with their number; every other row and table stays as it was."""
    out = {table["id"]: table for table in before}
    new = changed = same = 0
    for table in tables:
        old = out.get(table["id"])
        known = {row["row"]: row for row in old["indicators"]} if old else {}
        for row in table["indicators"]:
            was = known.get(row["row"])
            if was is not None and _alike(was, row):
                same += "labels" in row
                continue
            new, changed = new + (was is None and "labels" in row), changed + (was is not None)
            known[row["row"]] = row
        head = {key: value for key, value in table.items() if key != "indicators"}
        unchanged = old is not None and head == {key: value for key, value in old.items() if key != "indicators"}
        rows = [known[number] for number in sorted(known)]
        if not (unchanged and old is not None and rows == old["indicators"]):
            out[table["id"]] = {**head, "indicators": rows}
    return list(out.values()), (new, changed, same)


def _alike(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Equal but for the order of findings."""
    return _ordered(one) == _ordered(other)


def _ordered(row: Mapping[str, Any]) -> dict[str, Any]:
    labels = row.get("labels")
    return {**row, "labels": {**labels, "findings": tidy(labels["findings"])}} if labels else dict(row)
