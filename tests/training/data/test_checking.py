"""What the check of the labelled data says of a small folder."""

from __future__ import annotations

import json
from pathlib import Path

from labelled import row, table, written

from zhibiao.training.data.checking import check


def faults(folder: Path, *tested: dict[str, object]) -> tuple[str, ...]:
    """The faults of a folder with one table to train on and one to test on."""
    trained = row(name="护林员入户宣传防火知识次数每年", value="", description="")
    written(folder, table(trained, id="t0"), table(*tested, id="t1", sector="气象"))
    (folder / "splits.json").write_text(json.dumps({"train": ["t0"], "test": ["t1"]}), encoding="utf-8")
    return tuple(fault for fault in check(folder, deep=False).faults if "几乎相同" in fault)


def test_a_test_row_that_stands_nearly_the_same_in_training_is_a_fault(tmp_path: Path) -> None:
    copied = row(name="护林员入户宣传防火知识次数每月", value="", description="")
    assert faults(tmp_path, copied) == ("t1.1 与 t0.1 几乎相同，却在不同的部分",)


def test_void_rows_and_other_rows_are_no_copies(tmp_path: Path) -> None:
    void = {"code": "F004", "field": "value", "span": [0, 0]}
    copied = row(name="护林员入户宣传防火知识次数每年", value="", description="", findings=[void])
    assert faults(tmp_path, copied, row(2, name="短时强降水预警提前量")) == ()


def test_a_folder_without_parts_is_told(tmp_path: Path) -> None:
    assert "缺少 splits.json" in check(written(tmp_path, table()), deep=False).faults
