"""Which tables are for training, for choosing, and for testing (training_data/splits.json)."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from zhibiao.training.data.records import FEEDBACK, DataError, DataSet, LabelledTable

PARTS = ("train", "dev", "test")
_SECTORS = 7  # test sectors that appear nowhere else


def load_splits(folder: Path) -> dict[str, str]:
    """Table id → part."""
    path = folder / "splits.json"
    if not path.is_file():
        raise DataError(f"{path}：没有这个文件；它写明哪些表用来训练、验证、测试，请从仓库中取回")
    parts: Mapping[str, list[str]] = json.loads(path.read_text(encoding="utf-8"))
    return {ident: part for part, idents in parts.items() for ident in idents}


def part(data: DataSet, splits: Mapping[str, str], name: str) -> tuple[LabelledTable, ...]:
    """The tables of one part."""
    return tuple(table for table in data.tables if (PARTS[0] if table.source == FEEDBACK else splits.get(table.id)) == name)


def split_faults(data: DataSet, folder: Path) -> Iterator[str]:
    """Tables without a part, sectors on both sides, rows of the test that stand in training too."""
    splits = load_splits(folder)
    for table in data.tables:
        if splits.get(table.id) not in PARTS and table.source != FEEDBACK:
            yield f"{table.id}：不在 splits.json 中"
    for ident in splits.keys() - {table.id for table in data.tables}:
        yield f"{ident}：splits.json 中有，数据中没有"
    learned = {t.sector for t in data.tables if splits.get(t.id) in ("train", "dev")}
    tested = {t.sector for t in data.tables if splits.get(t.id) == "test"}
    if tested & learned:
        yield f"测试用的行业也出现在训练中：{'、'.join(sorted(tested & learned))}"
    if len(tested) < _SECTORS:
        yield f"测试用的行业只有 {len(tested)} 个，至少要 {_SECTORS} 个"
