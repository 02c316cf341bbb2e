"""Labelled tables read from lines of JSON; what does not fit is named with its line."""

from __future__ import annotations

from pathlib import Path

import pytest
from labelled import row, table, written

from zhibiao.training.data.records import DataError, load


def test_tables_come_as_they_were_written(tmp_path: Path) -> None:
    unused = {"row": 2, "level1": "效益指标", "level2": "生态效益指标", "name": "", "value": "", "unused": True}
    data = load(written(tmp_path, table(row(), unused)))
    (read,) = data.tables
    assert (read.id, read.source, read.sector, read.year) == ("good-water-001", "good", "水利", 2026)
    assert [line.id for line in read.rows] == ["good-water-001.1", "good-water-001.2"]
    assert [line.number for line in read.used] == [1]
    assert read.used[0].written == "数量"
    labels = read.used[0].labels
    assert labels is not None
    assert (labels.grades["M"], labels.category, labels.codes) == (3, "数量", frozenset())


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        (row(category="数目"), "九类之一"),
        (row(M=4), "等级只能是"),
        ({"row": 1, "name": "渠道防渗长度"}, "labels"),
    ],
)
def test_a_wrong_line_is_told_with_its_place(tmp_path: Path, changed: dict[str, object], said: str) -> None:
    with pytest.raises(DataError, match=f"good/water.jsonl 第1行.*{said}"):
        load(written(tmp_path, table(changed)))


def test_a_line_that_is_no_json_is_told(tmp_path: Path) -> None:
    folder = written(tmp_path, table())
    (folder / "good" / "water.jsonl").write_text('{"id": ', encoding="utf-8")
    with pytest.raises(DataError, match="第1行：不是一行 JSON"):
        load(folder)
