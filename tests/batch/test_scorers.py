"""Which settings and exceptions hold for which file."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from zhibiao.batch.scored import Scored
from zhibiao.batch.scorers import Scorers
from zhibiao.errors import ConfigError
from zhibiao.model.report import DocumentReport, TableReport

TODAY = date(2025, 6, 30)
ENTRY = '[[exceptions]]\nname = "培训人数"\ncode = "M206"\nreason = "上级统一下发"\nexpires = {day}\n'


@pytest.fixture
def top(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "教育局").mkdir()
    (tmp_path / "水利局").mkdir()
    (tmp_path / "zhibiao.toml").write_text("year = 2025\n", encoding="utf-8")
    (tmp_path / "水利局" / "zhibiao.toml").write_text("year = 2026\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def year(scorers: Scorers, source: str) -> int | None:
    return scorers.of(source).config.settings.year


def test_the_nearest_settings_hold(top: Path) -> None:
    scorers = Scorers()
    assert [year(scorers, source) for source in ("教育局/甲.docx", "水利局/乙.docx", "丙.docx", "-")] == [2025, 2026, 2025, 2025]
    assert scorers.of("教育局/甲.docx") is scorers.of("丙.docx")


def test_a_named_file_wins(top: Path) -> None:
    (top / "别的.toml").write_text("year = 2024\n", encoding="utf-8")
    assert year(Scorers(Path("别的.toml")), "水利局/乙.docx") == 2024


def test_exceptions_are_named_by_the_command_by_the_settings_or_found(top: Path) -> None:
    for name in ("zhibiao-baseline.toml", "甲.toml", "乙.toml"):
        (top / name).write_text(ENTRY.format(day="2025-12-31"), encoding="utf-8")
    (top / "水利局" / "zhibiao.toml").write_text("baseline = '../甲.toml'\n", encoding="utf-8")

    def names(scorers: Scorers) -> list[str]:
        found = [scorers.of(source).baseline for source in ("教育局/甲.docx", "水利局/乙.docx")]
        return [baseline.file.name for baseline in found if baseline]

    assert names(Scorers()) == ["zhibiao-baseline.toml", "甲.toml"]
    assert names(Scorers(baseline=Path("乙.toml"))) == ["乙.toml", "乙.toml"]


def test_a_mistake_is_told_before_anything_is_read(top: Path) -> None:
    (top / "水利局" / "zhibiao.toml").write_text("yaer = 2026\n", encoding="utf-8")
    scorers = Scorers()
    scorers.of("教育局/甲.docx")
    with pytest.raises(ConfigError, match="第1行：没有“yaer”这个设置"):
        scorers.of("水利局/乙.docx")


def test_exceptions_that_ran_out_or_were_not_needed_are_told(top: Path) -> None:
    text = ENTRY.format(day="2025-06-29") + ENTRY.format(day="2025-12-31") + "project = '技能培训'\n"
    (top / "zhibiao-baseline.toml").write_text(text, encoding="utf-8")
    scorers = Scorers(today=TODAY)
    scorers.of("教育局/甲.docx")
    assert [line.partition("：")[2] for line in scorers.expired()] == ["例外已于 2025-06-29 到期，不再生效（培训人数，M206）。"]
    assert scorers.unmatched() == []
    table = TableReport(1, project_name="技能培训")
    scorers.note(Scored("教育局/甲.docx", DocumentReport("教育局/甲.docx", tables=(table,))))
    assert len(scorers.unmatched()) == 1
    scorers.note(Scored("教育局/甲.docx", DocumentReport("教育局/甲.docx", tables=(table,), exempted=(2,))))
    assert scorers.unmatched() == []
