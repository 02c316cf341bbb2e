"""A report taken along."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from zhibiao.model.document import Document, Indicator, Table
from zhibiao.scorer import Report, Scorer

ROWS = (
    Indicator(row=1, level2="数量指标", name="技能培训人数", value="200人"),
    Indicator(row=2, unused=True),
    Indicator(row=3, level2="质量指标", name="考核合格率", value="=100%"),
)
TABLE = Table(columns=("level2", "name", "value"), project_name="技能提升", indicators=ROWS)


@pytest.fixture
def report() -> Report:
    return Scorer().score(Document(source="甲.docx", kind="docx", tables=(TABLE,)))


@pytest.mark.parametrize("ending", ["json", "JSONL", "csv", "html"])
def test_it_is_saved_by_the_ending(report: Report, tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"报告.{ending}"
    report.save(path)
    text = path.read_text(encoding="utf-8-sig")
    assert "技能培训人数" in text
    assert "\r\n" not in text or ending == "csv"


def test_a_saved_json_is_whole(report: Report, tmp_path: Path) -> None:
    report.save(tmp_path / "报告.json")
    whole = json.loads((tmp_path / "报告.json").read_text(encoding="utf-8"))
    assert list(whole) == ["engine", "documents", "errors", "copies"]
    assert [line["row"] for line in whole["documents"][0]["tables"][0]["indicators"]] == [1, 2, 3]


@pytest.mark.parametrize("name", ["报告.docx", "报告"])
def test_a_format_that_does_not_exist_is_told(report: Report, tmp_path: Path, name: str) -> None:
    with pytest.raises(ValueError, match="现有的格式：json、jsonl、csv"):
        report.save(tmp_path / name)
    assert list(tmp_path.iterdir()) == []


def test_pandas(report: Report) -> None:
    frame = report.to_pandas()
    assert list(frame["name"]) == ["技能培训人数", "考核合格率"]
    assert list(frame["row"]) == [1, 3]
    assert "M206" in frame["codes"][0]


def test_without_pandas_the_remedy_is_told(report: Report, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(ImportError, match="pip install pandas"):
        report.to_pandas()


def test_an_empty_report_has_an_empty_frame() -> None:
    assert len(Scorer().score(Document(source="甲.docx")).to_pandas()) == 0


def test_polars(report: Report) -> None:
    frame = report.to_polars()
    assert frame["name"].to_list() == ["技能培训人数", "考核合格率"]
    assert "scope" not in frame.columns


def test_a_report_that_cannot_be_written_leaves_nothing(report: Report, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "报告.json").write_text("旧", encoding="utf-8")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("zhibiao.scorer.report.written", lambda *_: map(full, [1]))
    with pytest.raises(OSError, match="No space"):
        report.save(tmp_path / "报告.json")
    assert [path.name for path in tmp_path.iterdir()] == ["报告.json"]
    assert (tmp_path / "报告.json").read_text(encoding="utf-8") == "旧"
