"""Which files a command means."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from zhibiao.batch.sources import walk


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in (
        "乙.docx",
        "甲 表.xlsx",
        "下级/丙.pdf",
        "下级/再下级/丁.txt",
        "~$甲.docx",
        ".~乙.xlsx",
        ".隐藏/戊.docx",
        "Thumbs.db",
        "desktop.ini",
    ):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_folder_is_walked_by_name_at_any_depth(folder: Path) -> None:
    assert list(walk(["."])) == ["下级/丙.pdf", "下级/再下级/丁.txt", "乙.docx", "甲 表.xlsx"]


def test_paths_keep_the_order_given_and_come_once(folder: Path) -> None:
    assert list(walk(["甲 表.xlsx", "./乙.docx", "下级", "乙.docx", "."])) == ["甲 表.xlsx", "乙.docx", "下级/丙.pdf", "下级/再下级/丁.txt"]


def test_what_does_not_exist_is_kept_for_its_error(folder: Path) -> None:
    assert list(walk(["没有.docx", "乙.docx"])) == ["没有.docx", "乙.docx"]


def test_a_lock_file_given_by_name_is_kept_for_its_error(folder: Path) -> None:
    assert list(walk(["~$甲.docx"])) == ["~$甲.docx"]


def test_an_empty_folder_gives_nothing(tmp_path: Path) -> None:
    assert list(walk([str(tmp_path)])) == []


def test_links_to_folders_are_not_followed_and_links_to_files_are(folder: Path) -> None:
    (folder / "下级" / "回上级").symlink_to(folder, target_is_directory=True)
    (folder / "下级" / "己.docx").symlink_to(folder / "乙.docx")
    assert list(walk(["下级"])) == ["下级/丙.pdf", "下级/再下级/丁.txt", "下级/己.docx"]


def test_a_folder_that_may_not_be_opened_comes_as_itself(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = os.scandir

    def refuse(folder: Path) -> Any:
        if folder.name == "再下级":
            raise PermissionError
        return opened(folder)

    monkeypatch.setattr(os, "scandir", refuse)
    assert list(walk(["下级"])) == ["下级/丙.pdf", "下级/再下级"]
