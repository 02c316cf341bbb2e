"""Where copies go: ways inside walked folders, equal names, originals that would be lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from zhibiao.batch.targets import targets


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("甲 局/表.docx", "甲 局/下级/表.docx", "乙局/表.docx", "单独.xlsx"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(b"x")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def ways(*paths: str, out: str = "批注") -> dict[str, str]:
    return {source: target.as_posix() for source, target in targets(paths, Path(out)).pairs}


def test_one_folder_keeps_the_ways_inside_it(folder: Path) -> None:
    assert ways("甲 局") == {"甲 局/下级/表.docx": "批注/下级/表.docx", "甲 局/表.docx": "批注/表.docx"}


def test_several_folders_keep_their_names(folder: Path) -> None:
    assert ways("甲 局", "乙局", "单独.xlsx") == {
        "甲 局/下级/表.docx": "批注/甲 局/下级/表.docx",
        "甲 局/表.docx": "批注/甲 局/表.docx",
        "乙局/表.docx": "批注/乙局/表.docx",
        "单独.xlsx": "批注/单独.xlsx",
    }


def test_equal_names_are_numbered(folder: Path) -> None:
    (folder / "乙局/表.DOCX").write_bytes(b"x")
    found = ways("甲 局/表.docx", "乙局/表.docx", "乙局/表.DOCX")
    assert list(found.values()) == ["批注/表.docx", "批注/表（2）.docx", "批注/表（3）.DOCX"]


def test_a_file_named_twice_is_copied_once(folder: Path) -> None:
    assert list(ways("单独.xlsx", "单独.xlsx").values()) == ["批注/单独.xlsx"]


@pytest.mark.parametrize(("paths", "out"), [(("甲 局",), "甲 局"), (("单独.xlsx",), "."), (("甲 局/表.docx", "乙局/表.docx"), "乙局")])
def test_an_original_that_would_be_written_over_is_named(folder: Path, paths: tuple[str, ...], out: str) -> None:
    assert targets(paths, Path(out)).overwritten is not None


def test_copies_of_an_earlier_run_are_no_originals(folder: Path) -> None:
    (folder / "批注").mkdir()
    (folder / "批注/表.docx").write_bytes(b"y")
    found = targets(["."], folder / "批注")
    assert found.passed == 1
    assert found.overwritten is None
    assert "批注/表.docx" not in dict(found.pairs)
