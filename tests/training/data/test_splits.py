"""Parts of the data: each table in one, test sectors apart."""

from __future__ import annotations

import json
from pathlib import Path

from labelled import table, written

from zhibiao.training.data.records import load
from zhibiao.training.data.splits import split_faults


def faults(folder: Path, parts: dict[str, list[str]]) -> list[str]:
    sectors = ["水利", "教育", "气象", "档案", "审计", "地震", "邮政", "粮食"]
    tables = [table(id=f"t{k}", sector=sector) for k, sector in enumerate(sectors)]
    written(folder, *tables)
    (folder / "splits.json").write_text(json.dumps(parts), encoding="utf-8")
    return list(split_faults(load(folder), folder))


def test_sectors_of_the_test_stand_nowhere_else(tmp_path: Path) -> None:
    assert faults(tmp_path, {"train": ["t0"], "test": [f"t{k}" for k in range(1, 8)]}) == []


def test_what_is_missing_or_mixed_is_told(tmp_path: Path) -> None:
    said = faults(tmp_path, {"train": ["t0", "t9"], "test": ["t1"]})
    assert "t2：不在 splits.json 中" in said
    assert "t9：splits.json 中有，数据中没有" in said
    assert "测试用的行业只有 1 个，至少要 7 个" in said
