"""training_data/ in the layout of Hugging Face datasets: a data card with its header, rows and rewriting pairs as JSON lines.

Every line has the same keys with the same types, so that Arrow reads them; what differs from table to table travels as JSON text."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from zhibiao.model.report import LETTERS
from zhibiao.training.data.records import TEXTS, DataError
from zhibiao.training.interchange.lines import Line, Placed, checked

SPLITS = {"train": "train", "dev": "validation", "test": "test"}  # ours → theirs
_FEATURES = (
    *(("id", "string"), ("table_id", "string"), ("source", "string"), ("sector", "string"), ("kind", "string"), ("year", "int64")),
    ("project_name", "string"),
    *((field, "string") for field in TEXTS),
    *((letter, "int64") for letter in LETTERS),
    *(("category", "string"), ("table", "string"), ("row", "string")),
)
_HEADER = """---
license: cc-by-4.0
language:
- zh
pretty_name: 指标 zhibiao 绩效指标标注数据
task_categories:
- text-classification
- token-classification
- text-generation
size_categories:
- 1K<n<10K
tags:
- public-finance
- performance-indicators
- SMART
configs:
- config_name: rows
  default: true
  data_files:
{splits}
- config_name: pairs
  data_files:
  - split: train
    path: data/pairs.jsonl
dataset_info:
- config_name: rows
  features:
{features}
---
"""
_NESTED = """  - name: acceptable
    sequence: string
  - name: findings
    list:
    - name: code
      dtype: string
    - name: field
      dtype: string
    - name: start
      dtype: int64
    - name: end
      dtype: int64"""


def files(lines: Mapping[str, Iterable[tuple[str, Line]]], pairs: Iterable[Mapping[str, Any]], card: str) -> Iterator[tuple[str, str]]:
    """Path and content of each file. lines: our part → source and line; card: training_data/README.md."""
    present = []
    for ours, theirs in SPLITS.items():
        content = "".join(_dumped(_example(line, source)) for source, line in lines.get(ours, ()))
        if content:
            present.append(theirs)
            yield f"data/{theirs}.jsonl", content
    yield "data/pairs.jsonl", "".join(_dumped(_pair(pair)) for pair in pairs)
    yield "README.md", header(present) + "\n" + card


def header(splits: Iterable[str]) -> str:
    """The data card's YAML."""
    listed = "\n".join(f"  - split: {name}\n    path: data/{name}.jsonl" for name in splits)
    features = "\n".join(f"  - name: {name}\n    dtype: {kind}" for name, kind in _FEATURES)
    return _HEADER.format(splits=listed, features=f"{features}\n{_NESTED}")


def _dumped(entry: Mapping[str, Any]) -> str:
    return json.dumps(entry, ensure_ascii=False) + "\n"


def _example(line: Line, source: str) -> dict[str, Any]:
    table, row, labels = line.table, line.row, line.labels
    marks = labels["findings"] if labels else []
    return {
        "id": line.id,
        "table_id": table["id"],
        "source": source,
        **{key: table.get(key) for key in ("sector", "kind", "year", "project_name")},
        **{field: row.get(field) for field in TEXTS},
        **{letter: labels[letter] if labels else None for letter in LETTERS},
        "category": labels["category"] if labels else None,
        "table": json.dumps(table, ensure_ascii=False),
        "row": json.dumps({**row, "place": line.place}, ensure_ascii=False),
        "acceptable": list(labels["acceptable"]) if labels else [],
        "findings": [{"code": m["code"], "field": m["field"], "start": m["span"][0], "end": m["span"][1]} for m in marks],
    }


def _pair(pair: Mapping[str, Any]) -> dict[str, Any]:
    """Rows as JSON text, for their keys differ."""
    plain = {key: pair.get(key) for key in ("id", "sector", "kind", "project_name", "purpose", "action", "why")}
    return {**plain, "codes": list(pair.get("codes", ())), "pair": json.dumps(pair, ensure_ascii=False)}


def read(path: Path) -> Iterator[Placed]:
    """A folder that `files` filled, or one of its data/*.jsonl."""
    paths = [path] if path.is_file() else [path / "data" / f"{theirs}.jsonl" for theirs in SPLITS.values()]
    found = [each for each in paths if each.is_file()]
    if not found:
        raise DataError(f"{path.name}：没有 data/train.jsonl 一类的文件；请给出 zhibiao data export --to hf 写出的文件夹")
    for each in found:
        for number, raw in enumerate(each.read_text(encoding="utf-8").split("\n"), 1):
            if raw.strip():
                yield _placed(raw, f"{each.name} 第{number}行")


def _placed(raw: str, where: str) -> Placed:
    try:
        entry = json.loads(raw)
        table, row = json.loads(entry["table"]), json.loads(entry["row"])
    except (json.JSONDecodeError, KeyError, TypeError) as error:
        raise DataError(f"{where}：不是 zhibiao data export --to hf 写出的一行（{error}）；请换回写出的文件") from error
    place = row.pop("place")
    labels = None
    if entry["category"] is not None:
        marks = [{"code": m["code"], "field": m["field"], "span": [m["start"], m["end"]]} for m in entry["findings"]]
        given = {**{letter: entry[letter] for letter in LETTERS}, "category": entry["category"], "acceptable": entry["acceptable"]}
        labels = checked({**given, "findings": marks}, row, where)
    return Placed(where, Line(table, place, row, labels))
