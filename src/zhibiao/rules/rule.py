"""What a rule is, and how it says what it found."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from zhibiao.config.settings import Settings
from zhibiao.features.field import Field
from zhibiao.features.reading import DocumentReading, Row, TableReading
from zhibiao.lexicon.thresholds import thresholds
from zhibiao.model.finding import Finding, Fix, Scope, Severity


@dataclass(frozen=True, slots=True)
class Given:
    """What a rule is handed beside the text: the settings, and numbers by name that models computed (empty without models)."""

    settings: Settings = field(default_factory=Settings)
    numbers: Mapping[str, float] = field(default_factory=dict)
    year: int | None = None  # budget year of settings, where the document states none

    def threshold(self, name: str) -> float:
        """A bound of lexicon/thresholds.tsv, as the settings have it."""
        own = self.settings.thresholds
        return own[name] if name in own else thresholds()[name]

    def settled(self, code: str, by_words: bool) -> bool:
        """Whether a fault is there: by words alone without models; with them where they are sure, or agree with the words."""
        likely = self.numbers.get(f"fault.{code}")
        if likely is None:
            return by_words
        return likely >= self.threshold(f"{code}_sure") or (by_words and likely >= self.threshold(f"{code}_fair"))


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of fault. message is a Chinese sentence with {evidence} and further words in braces."""

    code: str
    slug: str  # the defect in English, as the file is named
    title: str  # the defect in Chinese, a few characters
    scope: Scope
    severity: Severity
    message: str
    basis: str  # the source that a reviewer can cite
    under: frozenset[str] = frozenset()  # the written second levels that it speaks of; empty: all rows
    ceiling: Mapping[str, int] = field(default_factory=dict, hash=False)  # letter → highest grade beside a finding of this rule
    reads: tuple[str, ...] = ()  # numbers that models hand over, by name; the rule works without them

    def found(self, where: Field, span: tuple[int, int] | None = None, fix: Fix | None = None, **words: object) -> Finding:
        """A finding at a span of the field's normalised text (None: all of it)."""
        start, end = where.normal.original_span(*(span or where.whole))
        evidence = where.original[start:end]
        message = self.message.format(evidence=evidence, **words)
        return Finding(self.code, self.slug, self.severity, where.key, (start, end), evidence, message, self.basis, fix)


class RowCheck(Protocol):
    """The check of a rule on rows."""

    def __call__(self, row: Row, given: Given) -> Iterator[Finding]: ...


class TableCheck(Protocol):
    """The check of a rule on tables."""

    def __call__(self, table: TableReading, given: Given) -> Iterator[Finding]: ...


class DocumentCheck(Protocol):
    """The check of a rule on documents."""

    def __call__(self, document: DocumentReading, given: Given) -> Iterator[Finding]: ...
