"""`zhibiao data export`: labelled tables as the file of another tool."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from zhibiao.reports.whole_file import whole_file
from zhibiao.training.data.records import FEEDBACK, DataError, entries, json_lines
from zhibiao.training.data.splits import PARTS, load_splits
from zhibiao.training.interchange import doccano, hugging_face, label_studio, sheets
from zhibiao.training.interchange.lines import Line, spread

TARGETS = ("labelstudio", "doccano", "csv", "xlsx", "hf")


def exported(folder: Path, to: str, out: Path, sectors: Iterable[str] = ()) -> int:
    """Write them; how many rows."""
    wanted = set(sectors)
    found = [(source, entry) for source, entry, _ in entries(folder, ("good", "weak", FEEDBACK))]
    known = {entry.get("sector") for _, entry in found}
    if wanted - known:
        raise DataError(f"没有“{'、'.join(sorted(wanted - known))}”这个行业；现有的行业：{'、'.join(sorted(map(str, known)))}")
    kept = [(source, entry) for source, entry in found if not wanted or entry.get("sector") in wanted]
    if to == "hf":
        return _dataset(folder, out, kept, wanted)
    lines = list(spread(entry for _, entry in kept))
    write_lines(lines, to, out)
    return len(lines)


def write_lines(lines: Iterable[Line], to: str, out: Path) -> None:
    """One file; for Label Studio the labelling interface beside it."""
    if to == "labelstudio":
        put(out, label_studio.written(lines).encode())
        put(out.with_name(f"{out.stem}.界面.xml"), label_studio.interface().encode())
    elif to == "doccano":
        put(out, doccano.written(lines).encode())
    else:
        put(out, sheets.csv_written(lines) if to == "csv" else sheets.xlsx_written(lines))


def _dataset(folder: Path, out: Path, kept: list[tuple[str, dict[str, Any]]], wanted: set[str]) -> int:
    splits = load_splits(folder)
    parts: dict[str, list[tuple[str, Line]]] = {name: [] for name in PARTS}
    for source, entry in kept:
        part = PARTS[0] if source == FEEDBACK else splits.get(entry["id"], PARTS[0])
        parts[part] += [(source, line) for line in spread([entry])]
    card = folder / "README.md"
    text = card.read_text(encoding="utf-8") if card.is_file() else "# 绩效指标标注数据\n"
    pairs = [pair for pair in _pairs(folder) if not wanted or pair.get("sector") in wanted]
    for name, content in hugging_face.files(parts, pairs, text):
        put(out / name, content.encode())
    return sum(len(lines) for lines in parts.values())


def _pairs(folder: Path) -> Iterator[Mapping[str, Any]]:
    for path in sorted((folder / "pairs").glob("*.jsonl")):
        yield from (json.loads(line) for _, line in json_lines(path))


def put(path: Path, content: bytes) -> None:
    """The file appears whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with whole_file(path) as file:
        file.write(content)
