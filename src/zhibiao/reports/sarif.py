"""SARIF 2.1.0 (the OASIS format that code review tools read): one result a finding."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote

from zhibiao.model.finding import Finding
from zhibiao.model.place import Place
from zhibiao.model.report import Copy, DocumentReport, Engine, Failure, IndicatorReport, TableReport
from zhibiao.reports.chinese_terms import FIELD
from zhibiao.rules.catalogue import catalogue

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVEL = {"error": "error", "warning": "warning", "info": "note"}


class SarifWriter:
    """One run, result by result."""

    def __init__(self) -> None:
        self.first = True
        self.failures: list[Failure] = []

    def start(self, engine: Engine) -> str:
        """Up to the results."""
        rules = [_rule(code) for code in catalogue()]
        driver = {"name": "zhibiao", "version": engine.version, "language": "zh-CN", "rules": rules}
        return f'{{"$schema": "{_SCHEMA}", "version": "2.1.0", "runs": [{{"tool": {{"driver": {_dumped(driver)}}}, "results": ['

    def write(self, document: DocumentReport | None, failures: Sequence[Failure]) -> Iterator[str]:
        """A line each; failures come at the end."""
        self.failures += failures
        if document is None:
            return
        for placed in document.placed_findings():
            yield f"{'' if self.first else ','}\n{_dumped(_result(document.source, *placed))}"
            self.first = False

    def end(self, copies: Sequence[Copy] = ()) -> str:  # noqa: ARG002 - no finding of one place
        """The failures as notifications of the tool."""
        notes = [{"level": "error", "message": {"text": one.message}, "descriptor": {"id": one.code}} for one in self.failures]
        invocation = {"executionSuccessful": not notes, "toolExecutionNotifications": notes}
        return f'\n], "invocations": [{_dumped(invocation)}], "columnKind": "unicodeCodePoints"}}]}}\n'


def _dumped(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def _rule(code: str) -> dict[str, Any]:
    rule = catalogue()[code].rule
    return {
        "id": code,
        "name": "".join(part.capitalize() for part in rule.slug.split("-")),
        "shortDescription": {"text": rule.title},
        "help": {"text": rule.basis},
        "defaultConfiguration": {"level": _LEVEL[rule.severity]},
    }


def _result(source: str, table: TableReport | None, line: IndicatorReport | None, finding: Finding) -> dict[str, Any]:
    place = line.where if line else table.where if table else Place()
    told = [FIELD.get(finding.field, finding.field)]
    if line is not None:
        told.insert(0, f"第{line.row}行")
    if table is not None:
        told.insert(0, f"表{table.table}{'“' + table.project_name + '”' if table.project_name else ''}")
    physical: dict[str, Any] = {"artifactLocation": {"uri": quote(Path(source).as_posix())}}
    if place.line is not None:
        physical["region"] = {"startLine": place.line}
    return {
        "ruleId": finding.code,
        "level": _LEVEL[finding.severity],
        "message": {"text": finding.message},
        "locations": [{"physicalLocation": physical, "logicalLocations": [{"fullyQualifiedName": " ".join(told)}]}],
        "properties": {"evidence": finding.evidence, "field": finding.field, "span": list(finding.span)},
    }
