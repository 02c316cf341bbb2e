"""An earlier report (json): findings that it has already are left out, so that only what is new is shown. Scores stay as they are."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path, PurePath

from zhibiao.errors import ConfigError
from zhibiao.model.finding import Finding
from zhibiao.model.report import DocumentReport, IndicatorReport, TableReport
from zhibiao.reports.report_reading import read_document

_REMEDY = "请指定例外清单（.toml），或 zhibiao score -o 旧报告.json 写成的报告"

Key = tuple[str, str, str, str, str]  # file name, project, row's name, code, evidence


@dataclass(frozen=True)
class Earlier:
    """What an earlier report had found. Rows are known by what they say, not by their number: a line may have been put in before them."""

    known: frozenset[Key]

    def new(self, document: DocumentReport) -> DocumentReport:
        """The document with its new findings only."""
        return replace(
            document,
            findings=tuple(one for one in document.findings if _key(document, None, None, one) not in self.known),
            tables=tuple(self._table(document, table) for table in document.tables),
        )

    def _table(self, document: DocumentReport, table: TableReport) -> TableReport:
        return replace(
            table,
            findings=tuple(one for one in table.findings if _key(document, table, None, one) not in self.known),
            indicators=tuple(
                replace(line, findings=tuple(one for one in line.findings if _key(document, table, line, one) not in self.known))
                for line in table.indicators
            ),
        )


def read_earlier(path: Path) -> Earlier:
    """ConfigError where the file is no report."""
    return Earlier(frozenset(key for document in read_documents(path) for key in _keys(document)))


def read_documents(path: Path) -> list[DocumentReport]:
    """The documents of a report as it was written (json); ConfigError where the file is none."""
    try:
        return [read_document(one) for one in json.loads(path.read_text(encoding="utf-8"))["documents"]]
    except (OSError, ValueError, KeyError, TypeError) as error:
        cause = "以前的报告不存在" if isinstance(error, FileNotFoundError) else "不是 zhibiao 写的 json 报告，或由更早的版本写成"
        raise ConfigError(path.as_posix(), None, cause, _REMEDY) from error


def _keys(document: DocumentReport) -> Iterator[Key]:
    for finding in document.findings:
        yield _key(document, None, None, finding)
    for table in document.tables:
        for finding in table.findings:
            yield _key(document, table, None, finding)
        for line in table.indicators:
            for finding in line.findings:
                yield _key(document, table, line, finding)


def _key(document: DocumentReport, table: TableReport | None, line: IndicatorReport | None, finding: Finding) -> Key:
    project = (table.project_name or "") if table else ""
    return PurePath(document.source).name, project, (line.name or "") if line else "", finding.code, finding.evidence
