"""A suggestion put into its document, judged anew and saved with tracked changes."""

from __future__ import annotations

import re
import zipfile
from datetime import datetime
from pathlib import Path

import pytest

import zhibiao
from zhibiao.errors import ReadError
from zhibiao.reading.long_paths import openable

SAMPLE = Path(__file__).resolve().parents[2] / "samples" / "农村公路养护.docx"


def test_a_change_raises_the_score_and_is_saved_as_tracked_changes(tmp_path: Path) -> None:
    scorer = zhibiao.load(suggest=True)
    document = zhibiao.read(SAMPLE)
    report = scorer.score(document).documents[0]
    line = next(line for table in report.tables for line in table.indicators if any(one.kind == "mend" for one in line.suggestions or ()))
    suggestion = next(one for one in line.suggestions or () if one.kind == "mend")
    applied = scorer.apply(document, suggestion)
    assert applied.difference is not None
    assert applied.difference > 0
    copy = tmp_path / "改 后.docx"
    applied.save(copy, when=datetime(2026, 1, 2))
    with zipfile.ZipFile(openable(copy)) as package:
        text = package.read("word/document.xml").decode("utf-8")
        told = package.read("word/comments.xml").decode("utf-8")
    inserted = "".join(re.findall(r"<w:ins .*?</w:ins>", text, re.DOTALL))
    new = suggestion.rows[0]["value"] or ""
    assert inserted
    assert any(character in inserted for character in new)
    assert suggestion.why[:6] in told
    assert [one.name for one in tmp_path.iterdir()] == ["改 后.docx"]


def test_a_file_that_is_gone_is_told(tmp_path: Path) -> None:
    scorer = zhibiao.load(suggest=True)
    path = tmp_path / "甲.docx"
    path.write_bytes(SAMPLE.read_bytes())
    document = zhibiao.read(path)
    report = scorer.score(document).documents[0]
    suggestion = next(one for table in report.tables for line in table.indicators for one in line.suggestions or ())
    applied = scorer.apply(document, suggestion)
    path.unlink()
    with pytest.raises(ReadError, match="文件不存在"):
        applied.save(tmp_path / "乙.docx")
