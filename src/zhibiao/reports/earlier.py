"""An earlier report (json): findings that it has already are left out, so that only what is new is shown. Scores stay as they are."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePath

from zhibiao.errors import ConfigError
from zhibiao.model.finding import Finding
from zhibiao.model.report import DocumentReport, IndicatorReport, TableReport
from zhibiao.reports.report_reading import read_document

_REMEDY = "请指定例外清单（.toml），或 zhibiao score -o 旧报告.json 写成的报告"

Key = tuple[str, str, str, str, str]  # file, project, row's name, code, evidence


@dataclass(frozen=True)
class Earlier:
    """What an earlier report had found. Rows are known by what they say, not by their number: a line may have been put in before them."""

    known: frozenset[Key]
    moved: dict[str, str]  # file name → the earlier path, where only one file had and has the name: its folder may lie elsewhere now
    sources: frozenset[str]

    def new(self, document: DocumentReport) -> DocumentReport:
        """The document with its new findings only."""
        file = document.source
        if file not in self.sources:
            file = self.moved.get(PurePath(file).name, file)
        return replace(
            document,
            findings=self._new(file, None, None, document.findings),
            tables=tuple(
                replace(
                    table,
                    findings=self._new(file, table, None, table.findings),
                    indicators=tuple(replace(line, findings=self._new(file, table, line, line.findings)) for line in table.indicators),
                )
                for table in document.tables
            ),
        )

    def _new(
        self, file: str, table: TableReport | None, line: IndicatorReport | None, findings: tuple[Finding, ...]
    ) -> tuple[Finding, ...]:
        return tuple(one for one in findings if _key(file, table, line, one) not in self.known)


def read_earlier(path: Path, sources: Sequence[str] = ()) -> Earlier:
    """sources: of the run. ConfigError where the file is no report."""
    return earlier_of(read_documents(path), sources)


def read_documents(path: Path) -> list[DocumentReport]:
    """The documents of a report as it was written (json); ConfigError where the file is none."""
    try:
        return [read_document(one) for one in json.loads(path.read_text(encoding="utf-8"))["documents"]]
    except FileNotFoundError as error:
        raise ConfigError(path.as_posix(), None, "以前的报告不存在", _REMEDY) from error
    except OSError as error:
        raise ConfigError(path.as_posix(), None, "以前的报告无法打开", "请检查有没有权限、文件是否正被打开") from error
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise ConfigError(path.as_posix(), None, "不是 zhibiao 写的 json 报告，或由更早的版本写成", _REMEDY) from error


def earlier_of(documents: Sequence[DocumentReport], sources: Sequence[str] = ()) -> Earlier:
    """By the documents of the earlier report."""
    before = frozenset(document.source for document in documents)
    names, now = (Counter(PurePath(source).name for source in some) for some in (before, sources))
    gone = [(PurePath(source).name, source) for source in sorted(before.difference(sources))]
    moved = {name: source for name, source in gone if names[name] == 1 and now[name] <= 1}
    known = frozenset(_key(document.source, *placed) for document in documents for placed in document.placed_findings())
    return Earlier(known, moved, before)


def _key(file: str, table: TableReport | None, line: IndicatorReport | None, finding: Finding) -> Key:
    project = (table.project_name or "") if table else ""
    return file, project, (line.name or "") if line else "", finding.code, finding.evidence
