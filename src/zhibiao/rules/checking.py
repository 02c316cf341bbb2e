"""Rules applied: to a row, a table, a document; what the settings switch off stays silent."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import lru_cache

from zhibiao.config.settings import Settings
from zhibiao.features.reading import DocumentReading, Row, TableReading
from zhibiao.model.finding import Finding
from zhibiao.rules.catalogue import entries
from zhibiao.rules.exclusions import standing
from zhibiao.rules.rule import Given

Check = Callable[..., Iterator[Finding]]


def check_row(row: Row, given: Given) -> list[Finding]:
    """What is wrong with one row."""
    return _settled(_found(checks_under(row.category), row, given), given.settings)


def check_table(table: TableReading, given: Given) -> list[Finding]:
    """What is wrong with a table as a whole; rows without a project have none."""
    if not table.context:
        return []
    return _settled(_found(checks_of("table"), table, given), given.settings)


def check_document(document: DocumentReading, given: Given) -> list[Finding]:
    """What is wrong with a document as a whole."""
    return _settled(_found(checks_of("document"), document, given), given.settings)


@lru_cache(maxsize=3)
def checks_of(scope: str) -> tuple[Check, ...]:
    """The checks of one scope, found once."""
    return tuple(entry.check for entry in entries(scope))


@lru_cache(maxsize=16)
def checks_under(category: str | None) -> tuple[Check, ...]:
    """The checks of rows that can speak under a written second level."""
    return tuple(entry.check for entry in entries("row") if not entry.rule.under or category in entry.rule.under)


def _found(checks: tuple[Check, ...], what: Row | TableReading | DocumentReading, given: Given) -> list[Finding]:
    return [finding for check in checks for finding in check(what, given)]


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
