"""Rules applied: to a row, a table, a document; what the settings switch off stays silent."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from zhibiao.config.settings import Settings
from zhibiao.features.reading import DocumentReading, Row, TableReading
from zhibiao.model.finding import Finding
from zhibiao.rules.catalogue import Entry, entries
from zhibiao.rules.exclusions import standing
from zhibiao.rules.rule import Given


def check_row(row: Row, given: Given) -> list[Finding]:
    """What is wrong with one row."""
    return _settled(_found("row", row, given), given.settings)


def check_table(table: TableReading, given: Given) -> list[Finding]:
    """What is wrong with a table as a whole; rows without a project have none."""
    if not table.context:
        return []
    return _settled(_found("table", table, given), given.settings)


def check_document(document: DocumentReading, given: Given) -> list[Finding]:
    """What is wrong with a document as a whole."""
    return _settled(_found("document", document, given), given.settings)


@lru_cache(maxsize=3)
def entries_of(scope: str) -> tuple[Entry, ...]:
    """The rules of one scope, found once."""
    return entries(scope)


def _found(scope: str, what: Row | TableReading | DocumentReading, given: Given) -> list[Finding]:
    found: list[Finding] = []
    for entry in entries_of(scope):
        found.extend(entry.check(what, given))
    return found


def selected(code: str, settings: Settings) -> bool:
    """Whether the settings let a rule speak."""
    chosen = not settings.select or any(code.startswith(part) for part in settings.select)
    return chosen and not any(code.startswith(part) for part in settings.ignore)


def _settled(found: list[Finding], settings: Settings) -> list[Finding]:
    """Precedence first, over all rules: a rule that is switched off still takes precedence over its neighbours."""
    if not found:
        return found
    out = standing(found) if len(found) > 1 else found
    if settings.select or settings.ignore:
        out = [finding for finding in out if selected(finding.code, settings)]
    if settings.allowed:
        out = [finding for finding in out if finding.evidence not in settings.allowed]
    if settings.severity:
        out = [_regraded(finding, settings) for finding in out]
    return out


def _regraded(finding: Finding, settings: Settings) -> Finding:
    severity = settings.severity.get(finding.code, finding.severity)
    return replace(finding, severity=severity)
