"""Paths that Windows opens only behind its mark."""

from __future__ import annotations

from pathlib import Path

import pytest

from zhibiao.reading.long_paths import extended, openable

LONG = "C:\\评审\\" + "\\".join(["二级单位绩效目标申报材料"] * 20) + "\\表.docx"
CASES = [
    ("C:\\评审\\表.docx", "C:\\评审\\表.docx"),
    (LONG, "\\\\?\\" + LONG),
    (LONG.replace("\\", "/"), "\\\\?\\" + LONG),
    ("\\\\?\\" + LONG, "\\\\?\\" + LONG),
    ("\\\\server\\share" + LONG[2:], "\\\\?\\UNC\\server\\share" + LONG[2:]),
    ("C:\\" + "a" * 244, "C:\\" + "a" * 244),
    ("C:\\" + "a" * 245, "\\\\?\\C:\\" + "a" * 245),
]


@pytest.mark.parametrize(("path", "opened"), CASES, ids=range(len(CASES)))
def test_on_windows_long_ones_are_marked(path: str, opened: str) -> None:
    assert len(LONG) > 260
    assert extended(path, "win32") == opened


def test_elsewhere_they_stay() -> None:
    assert extended(LONG, "linux") == LONG
    assert openable(Path("甲.docx")) == Path("甲.docx")
