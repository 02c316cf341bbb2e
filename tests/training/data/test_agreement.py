"""Agreement of two readings, computed by hand."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from labelled import row, table, written

from zhibiao.training.data.agreement import agreement, qwk
from zhibiao.training.data.records import load


@pytest.mark.parametrize(
    ("pairs", "kappa"),
    [
        ([(0, 0), (3, 3)], 1.0),
        ([(0, 3), (3, 0)], -1.0),
        ([(3, 3), (2, 2), (3, 2), (2, 3)], 0.0),  # seen 2, by chance 2
        ([], 1.0),
    ],
)
def test_kappa(pairs: list[tuple[int, int]], kappa: float) -> None:
    assert qwk(pairs) == pytest.approx(kappa)


def test_a_second_reading_is_held_against_the_first(tmp_path: Path) -> None:
    first = [row(value="3.2公里", M=2, findings=[{"code": "M206", "field": "value", "span": [0, 5]}]), row(2)]
    folder = written(tmp_path, table(*first))
    (folder / "second").mkdir()
    other = [
        {"id": "good-water-001.1", "S": 3, "M": 2, "A": 3, "R": 3, "T": 2, "category": "质量", "codes": ["M206", "S103"]},
        {"id": "good-water-001.2", "S": 1, "M": 3, "A": 3, "R": 3, "T": 2, "category": "数量", "codes": []},
    ]
    lines = "".join(json.dumps(entry) + "\n" for entry in other)
    (folder / "second" / "a.jsonl").write_text(lines, encoding="utf-8")
    found = agreement(load(folder), folder)
    assert (found.rows, found.share, found.category, found.best) == (2, 1.0, 0.5, 0.5)
    assert found.kappa["M"] == 1.0
    assert found.codes == {"M206": (1, 1.0), "S103": (1, 0.0)}
    assert found.differing == (("good-water-001.2", "33332 ", "13332 "),)
