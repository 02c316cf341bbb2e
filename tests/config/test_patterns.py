"""Patterns of files."""

from __future__ import annotations

from pathlib import Path

import pytest

from zhibiao.config.patterns import matches

CASES = [
    ("*.docx", "县局/2025年/甲.docx", True),
    ("*.docx", "甲.docx.pdf", False),
    ("2024年", "县局/2024年/甲.docx", True),
    ("2024年/*.docx", "2024年/甲.docx", True),
    ("2024年/*.docx", "2024年/下级/甲.docx", False),
    ("2024年/**/*.docx", "2024年/下级/再下级/甲.docx", True),
    ("2024年/**/*.docx", "2024年/甲.docx", True),
    ("**/附件/*", "县局/附件/甲.xlsx", True),
    ("./2024年/甲.docx", "2024年/甲.docx", True),
    ("2024年/下级", "2024年/下级/甲.docx", True),
    ("甲（1）.do?x", "甲（1）.docx", True),
    ("a+b.docx", "aab.docx", False),
]


@pytest.mark.parametrize(("pattern", "source", "means"), CASES)
def test_what_a_pattern_means(pattern: str, source: str, means: bool) -> None:
    assert matches(pattern, source, Path("无关")) is means


def test_a_pattern_counts_from_the_folder_of_the_settings(tmp_path: Path) -> None:
    source = (tmp_path / "2024年" / "甲.docx").as_posix()
    assert matches("2024年/*", source, tmp_path)
    assert not matches("2024年/*", source, tmp_path / "2024年")
