"""A notebook's data and models are found from its folder upwards; a sample is a few sectors."""

from __future__ import annotations

from pathlib import Path

import pytest

from zhibiao.training.studies.desk import SWITCH, desk

TOP = Path(__file__).resolve().parents[3]


def test_a_sample_has_few_sectors_and_is_found_from_below(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv(SWITCH, "1")
    small = desk(TOP / "notebooks")
    assert small.small
    assert len({table.sector for table in small.part("train")}) == 6
    monkeypatch.delenv(SWITCH)
    whole = desk(TOP)
    assert not whole.small
    assert len(whole.part("train")) > len(small.part("train"))
    with pytest.raises(FileNotFoundError, match="没有找到 training_data 和 models"):
        desk(tmp_path)
