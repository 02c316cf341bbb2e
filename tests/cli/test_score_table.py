"""The list for people, laid out for a terminal and for a file."""

from __future__ import annotations

import io

import pytest

from zhibiao.cli.progress import counted
from zhibiao.cli.score_table import TableWriter
from zhibiao.model.finding import Finding
from zhibiao.model.report import DocumentReport, Engine, IndicatorReport, TableReport


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def finding(code: str, severity: str, message: str) -> Finding:
    return Finding(code, "x", severity, "name", (0, 1), "甲", message, "出处")  # type: ignore[arg-type]


LINES = (
    IndicatorReport(1, name="甲", value="1人"),
    IndicatorReport(2, unused=True),
    IndicatorReport(3, name="乙\x1b[31m[red]\n丙", findings=(finding("S103", "info", "轻。"), finding("S101", "error", "重。"))),
)
TABLES = (
    TableReport(1, project_name="养护", findings=(finding("P603", "error", "没有到头。"),), indicators=LINES),
    TableReport(2, title="没有毛病的表", indicators=LINES[:1]),
)
DOCUMENT = DocumentReport(
    "甲.docx", "某局", 2025, findings=(finding("D701", "warning", "过时。"),), tables=TABLES, doubts=("一", "二", "三", "四")
)
PLAIN = """甲.docx　某局　2025年　错误 2　警告 1　提示 1
  行    指标 → 指标值                    级别  代码  问题和办法
  全文                                   警告  D701  过时。

  表 1　养护　2 个指标　错误 2　提示 1
  行    指标 → 指标值                    级别  代码  问题和办法
  全表                                   错误  P603  没有到头。
  3     乙 [31m[red] 丙 →                错误  S101  重。
        （没有指标值）
                                         提示  S103  轻。

  表 2　没有毛病的表　1 个指标　没有发现问题

  读取存疑：一；二；三；另有 1 处，见 json 输出的 doubts。

共 1 份文件、2 张表、3 个指标：错误 2　警告 1　提示 1。每条的道理和改法：zhibiao explain 代码。
"""


def printed(writer: TableWriter, *documents: DocumentReport) -> str:
    pieces = [writer.start(Engine("1", None, 1))]
    for document in documents:
        pieces += writer.write(document, ())
    return "".join([*pieces, writer.end()])


def test_a_file_gets_it_plain() -> None:
    assert printed(TableWriter(None), DOCUMENT) == PLAIN
    assert printed(TableWriter(io.StringIO()), DOCUMENT) == PLAIN


def test_a_terminal_gets_colours_and_no_control_of_the_document(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLUMNS", "120")
    monkeypatch.delenv("NO_COLOR", raising=False)
    text = printed(TableWriter(Terminal()), DOCUMENT)
    assert "\x1b[31m错误 2\x1b[0m" in text
    assert "\x1b[31m[red]" not in text


def test_nothing_wrong_and_nothing_there_are_said() -> None:
    lines = printed(TableWriter(None), DocumentReport("乙.docx"), DocumentReport("-", tables=(TABLES[1],))).splitlines()
    assert lines[0] == "乙.docx　没有指标表"
    assert lines[2] == "标准输入　没有发现问题"
    assert lines[-1] == "共 2 份文件、1 张表、1 个指标：没有发现问题。"
    assert printed(TableWriter(None)) == ""


@pytest.mark.parametrize("terminal", [False, True])
def test_progress_is_for_terminals_and_does_not_mix_with_the_result(terminal: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stderr", Terminal() if terminal else io.StringIO())
    monkeypatch.setattr("sys.stdout", Terminal() if terminal else io.StringIO())
    written: list[str] = []
    with counted(2, hold=True) as (count, later):
        later(written.append, ["甲"])
        count("甲.docx")
        assert written == ([] if terminal else ["甲"])
        later(written.append, ["乙"])
    assert written == ["甲", "乙"]
