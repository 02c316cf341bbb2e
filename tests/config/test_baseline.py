"""Exceptions for single rows."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from zhibiao.config.baseline import Baseline, excused, find_baseline, read_baseline
from zhibiao.errors import ConfigError

CODES = ("M201", "M206")
TODAY = date(2025, 6, 30)
ENTRY = '[[exceptions]]\nname = "培训人数"\ncode = "M206"\nreason = "上级统一下发"\n'


def baseline(folder: Path, text: str) -> Baseline:
    path = folder / "zhibiao-baseline.toml"
    path.write_text(text, encoding="utf-8")
    return read_baseline(path, CODES, TODAY)


def test_an_entry_accepts_one_finding_on_one_row(tmp_path: Path) -> None:
    entries = baseline(tmp_path, f'{ENTRY}expires = 2025-12-31\nproject = "技能 培训"\nvalue = "200人"\n').entries
    assert excused("M206", "技能培训", "培训 人数", "200人", entries) == 1
    assert excused("M201", "技能培训", "培训人数", "200人", entries) is None
    assert excused("M206", "别的项目", "培训人数", "200人", entries) is None
    assert excused("M206", None, "培训人数", "200人", entries) is None
    assert excused("M206", "技能培训", "培训人数", "300人", entries) is None
    assert excused("M206", "技能培训", "培训次数", "200人", entries) is None


@pytest.mark.parametrize("day", ["2025-06-30", '"2025-06-30"', "2025-06-30T08:00:00"])
def test_the_last_day_counts(tmp_path: Path, day: str) -> None:
    assert len(baseline(tmp_path, f"{ENTRY}expires = {day}\n").entries) == 1


def test_an_entry_that_has_run_out_is_told_and_accepts_nothing(tmp_path: Path) -> None:
    found = baseline(tmp_path, f"\n{ENTRY}expires = 2025-06-29\n")
    assert found.entries == ()
    assert found.warnings() == [f"{found.file.as_posix()} 第2行：例外已于 2025-06-29 到期，不再生效（培训人数，M206）。"]


def test_sources_are_patterns(tmp_path: Path) -> None:
    found = baseline(tmp_path, f"{ENTRY}expires = 2025-12-31\nsource = '2025年/*.docx'\n")
    assert len(found.for_source((tmp_path / "2025年" / "甲.docx").as_posix())) == 1
    assert found.for_source((tmp_path / "2024年" / "甲.docx").as_posix()) == ()


def test_an_entry_that_nothing_needed_is_told_where_the_run_could_have_needed_it(tmp_path: Path) -> None:
    text = f"{ENTRY}expires = 2025-12-31\n{ENTRY}expires = 2025-12-31\nsource = '甲.docx'\nproject = '技能培训'\n"
    found = baseline(tmp_path, text)
    at = found.file.as_posix()
    assert found.unmatched({1}, {"乙.docx"}, {"技能培训"}) == []
    assert found.unmatched({1}, {"甲.docx"}, {"别的"}) == []
    told = f"{at} 第6行：没有与这条例外相符的问题，可以删去（甲.docx，技能培训，培训人数，M206）。"
    assert found.unmatched({1}, {"甲.docx"}, {"技能 培训"}) == [told]
    assert len(found.unmatched((), {"乙.docx"}, ())) == 1


MISTAKES = [
    ("[[exception]]\n", 1, "没有“exception”这个设置。请每条例外写一个 [[exceptions]] 小节。"),
    ("exceptions = 1\n", 1, "exceptions 应写成若干个小节。请每条例外写一个 [[exceptions]] 小节。"),
    (ENTRY, 1, "这条例外没有写 expires。每条例外都要写明指标 name、代码 code、理由 reason 和到期日 expires。"),
    (
        "\n" + ENTRY.replace('reason = "上级统一下发"\n', "") + "expires = 2025-12-31",
        2,
        "这条例外没有写 reason。每条例外都要写明指标 name、代码 code、理由 reason 和到期日 expires。",
    ),
    (f"{ENTRY.replace('上级统一下发', ' ')}expires = 2025-12-31", 4, "reason 应是一段文字。请把内容写在英文双引号里。"),
    (f"{ENTRY}expires = '年底'", 5, "expires 应是日期。请写成 年-月-日 的样子，不带引号。"),
    (f"{ENTRY}expires = 20251231", 5, "expires 应是日期。请写成 年-月-日 的样子，不带引号。"),
    (f"{ENTRY.replace('M206', 'M299')}expires = 2025-12-31", 3, "没有“M299”这个代码。请用 zhibiao rules 查看现有的代码。"),
    (f"{ENTRY}why = 'x'", 5, "没有“why”这一项。可用的项：source、project、name、value、code、reason、expires。"),
]


@pytest.mark.parametrize(("text", "line", "message"), MISTAKES)
def test_a_mistake_is_told_at_its_line(tmp_path: Path, text: str, line: int, message: str) -> None:
    with pytest.raises(ConfigError) as caught:
        baseline(tmp_path, text)
    assert str(caught.value) == f"{(tmp_path / 'zhibiao-baseline.toml').as_posix()} 第{line}行：{message}"


def test_the_nearest_file_is_found(tmp_path: Path) -> None:
    (tmp_path / "内").mkdir()
    (tmp_path / "zhibiao-baseline.toml").write_text("", encoding="utf-8")
    assert find_baseline(tmp_path / "内" / "甲.docx") == tmp_path / "zhibiao-baseline.toml"
