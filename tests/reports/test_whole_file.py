"""A file appears whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from zhibiao.reports.whole_file import whole_file


def test_what_is_written_appears_at_the_end(tmp_path: Path) -> None:
    path = tmp_path / ("长" * 60 + ".xlsx")
    path.write_bytes(b"old")
    with whole_file(path) as file:
        file.write(b"new")
        assert path.read_bytes() == b"old"
        assert all(one.name.startswith(".") for one in tmp_path.iterdir() if one != path)
    assert path.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [path]


def test_what_fails_half_way_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "报告.json"
    path.write_bytes(b"old")

    def half() -> None:
        with whole_file(path) as file:
            file.write(b"half")
            raise OSError("full")

    with pytest.raises(OSError, match="full"):
        half()
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_that_is_missing_is_an_error_of_the_system(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError), whole_file(tmp_path / "没有" / "报告.json"):
        pass
