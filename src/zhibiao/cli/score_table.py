"""Reports for people: document by document, table by table, each finding beside its row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import TextIO

from rich.console import Group
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from zhibiao.cli.console import COLOURS, Paper, shown
from zhibiao.model.finding import SEVERITIES, Finding
from zhibiao.model.report import Copy, DocumentReport, Engine, Failure, IndicatorReport, TableReport
from zhibiao.reports.chinese_terms import SEVERITY
from zhibiao.reports.copies import said
from zhibiao.reports.doubts import few

GRADE_COLOURS = {"优": "green", "良": "green", "中": "yellow", "差": "red"}


class TableWriter:
    """Written piece by piece like the other formats (reports.writers)."""

    def __init__(self, stream: TextIO | None) -> None:
        self.paper = Paper(stream)
        self.counts: Counter[str] = Counter()
        self.sizes: Counter[str] = Counter()

    def start(self, engine: Engine) -> str:  # noqa: ARG002 - who reads the table has called the program
        """Nothing."""
        return ""

    def write(self, document: DocumentReport | None, failures: Sequence[Failure]) -> Iterator[str]:  # noqa: ARG002
        """One document; failures are told on standard error."""
        if document is None:
            return
        found = list(document.all_findings())
        self.counts.update(finding.severity for finding in found)
        self.sizes.update(documents=1, tables=len(document.tables), indicators=sum(map(_used, document.tables)))
        yield self.paper.render(Group(_head(document, found), *_own(document), *map(_table, document.tables), *_doubts(document), ""))

    def end(self, copies: Sequence[Copy] = ()) -> str:
        """The sums."""
        if not self.sizes["documents"]:
            return ""
        sizes = f"共 {self.sizes['documents']} 份文件、{self.sizes['tables']} 张表、{self.sizes['indicators']} 个指标"
        hint = "。每条的道理和改法：zhibiao explain 代码" if self.counts else ""
        alike = [shown(f"雷同：{said(copy)}", "yellow") for copy in copies]
        return self.paper.render(Group(*alike, Text.assemble(sizes, "：", _counted(self.counts), hint, "。")))


def _used(table: TableReport) -> int:
    return sum(not line.unused for line in table.indicators)


def _head(document: DocumentReport, found: Sequence[Finding]) -> Text:
    about = [document.unit, f"{document.year}年" if document.year else None]
    parts = [shown("标准输入" if document.source == "-" else document.source, "bold"), *(shown(part) for part in about if part)]
    parts += _graded(document.score, document.grade)
    parts.append(_counted(Counter(finding.severity for finding in found)) if document.tables else shown("没有指标表"))
    return Text("　").join(parts)


def _graded(score: float | None, grade: str | None) -> list[Text]:
    return [] if score is None else [shown(f"{score:.1f}分 {grade}", GRADE_COLOURS.get(grade or "", ""))]


def _counted(counts: Counter[str]) -> Text:
    """错误 3　警告 2; nothing wrong is said too."""
    parts = [shown(f"{SEVERITY[severity]} {counts[severity]}", COLOURS[severity]) for severity in SEVERITIES if counts[severity]]
    return Text("　").join(parts) if parts else shown("没有发现问题", "green")


def _own(document: DocumentReport) -> list[Padding]:
    """What concerns the document as a whole."""
    return [Padding(_grid(_lines("全文", "", document.findings)), (0, 0, 0, 2))] if document.findings else []


def _doubts(document: DocumentReport) -> list[Padding]:
    told = few(document)
    return [Padding(shown(f"读取存疑：{'；'.join(told)}。", "dim"), (1, 0, 0, 2))] if told else []


def _table(table: TableReport) -> Group:
    found = [*table.findings, *(finding for line in table.indicators for finding in line.findings)]
    name = table.project_name or table.title
    count = f"{_used(table)} 个指标"
    head = [shown(f"表 {table.table}"), *([shown(name, "bold")] if name else []), shown(count), *_graded(table.score, table.grade)]
    title = Padding(Text("　").join([*head, _counted(Counter(finding.severity for finding in found))]), (1, 0, 0, 2))
    if not found:
        return Group(title)
    lines = [*_lines("全表", "", table.findings)]
    for line in table.indicators:
        lines += _lines(str(line.row), _claim(line), line.findings)
    return Group(title, Padding(_grid(lines), (0, 0, 0, 2)))


def _claim(line: IndicatorReport) -> str:
    return " → ".join((line.name or "（没有名称）", line.value or "（没有指标值）"))


def _lines(place: str, claim: str, findings: Sequence[Finding]) -> list[tuple[Text, Text, Text, Text, Text]]:
    """The row is named beside its first finding only; the gravest come first."""
    out = []
    for number, finding in enumerate(sorted(findings, key=lambda one: SEVERITIES.index(one.severity))):
        severity = shown(SEVERITY[finding.severity], COLOURS[finding.severity])
        out.append((shown("" if number else place), shown("" if number else claim), severity, shown(finding.code), shown(finding.message)))
    return out


def _grid(lines: Iterable[tuple[Text, Text, Text, Text, Text]]) -> Table:
    grid = Table(box=None, show_header=True, header_style="dim", pad_edge=False, expand=True)
    grid.add_column("行", width=4)
    grid.add_column("指标 → 指标值", ratio=2, overflow="fold")
    grid.add_column("级别", width=4)
    grid.add_column("代码", width=4)
    grid.add_column("问题和办法", ratio=3, overflow="fold")
    for line in lines:
        grid.add_row(*line)
    return grid
