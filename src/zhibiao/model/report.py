"""What was found: frozen types whose fields are the keys of the JSON of `zhibiao score`. None: not known without models."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from zhibiao.model.finding import Finding
from zhibiao.model.pickled import quickly_pickled
from zhibiao.model.place import Place
from zhibiao.model.review import Review
from zhibiao.model.suggestion import Suggestion

LETTERS = "SMART"  # 明确性, 可衡量性, 可实现性, 相关性, 时限性: graded 0 to 3 each


@dataclass(frozen=True, slots=True)
class Engine:
    """What judged: the version, the models' names, the number of rules."""

    version: str
    models: tuple[str, ...] | None
    rules: int


@quickly_pickled
@dataclass(frozen=True, slots=True)
class Category:
    """The second level as written, and what the models make of it."""

    written: str | None
    best: str | None = None
    probability: float | None = None
    acceptable: tuple[str, ...] | None = None


@quickly_pickled
@dataclass(frozen=True, slots=True)
class IndicatorReport:
    """One printed line and what is wrong with it. An unused line has neither score nor findings."""

    row: int
    id: object = None
    level1: str | None = None
    level2: str | None = None
    name: str | None = None
    description: str | None = None
    value: str | None = None
    basis: str | None = None
    standard: str | None = None
    unused: bool = False
    where: Place = field(default_factory=Place)
    smart: Mapping[str, int | None] | None = None  # a letter is None where the form leaves nothing to judge it by
    probability: Mapping[str, float] | None = None
    reasons: Mapping[str, tuple[str, ...]] | None = None  # letter → codes and sentences that keep it below 3
    score: float | None = None
    grade: str | None = None
    needs_review: bool | None = None
    category: Category = field(default_factory=lambda: Category(None))
    findings: tuple[Finding, ...] = ()
    suggestions: tuple[Suggestion, ...] | None = None


@quickly_pickled
@dataclass(frozen=True, slots=True)
class TableReport:
    """One table; its number counts the document's tables from 1."""

    table: int
    title: str | None = None
    project_name: str | None = None
    project_code: str | None = None
    department: str | None = None
    budget_total: float | None = None
    purpose: str | None = None
    objectives: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()  # indicator fields that the form has
    where: Place = field(default_factory=Place)
    score: float | None = None
    grade: str | None = None
    findings: tuple[Finding, ...] = ()
    conclusion: str | None = None
    review: Review | None = None
    suggestions: tuple[Suggestion, ...] | None = None
    indicators: tuple[IndicatorReport, ...] = ()


@quickly_pickled
@dataclass(frozen=True, slots=True)
class DocumentReport:
    """One document. exempted: numbers of the exceptions (config.baseline) that took a finding away; not printed."""

    source: str
    unit: str | None = None
    year: int | None = None
    score: float | None = None
    grade: str | None = None
    findings: tuple[Finding, ...] = ()
    review: Review | None = None
    tables: tuple[TableReport, ...] = ()
    doubts: tuple[str, ...] = ()  # what the reader is not sure of
    exempted: tuple[int, ...] = ()

    def placed_findings(self) -> Iterator[tuple[TableReport | None, IndicatorReport | None, Finding]]:
        """The document's own, its tables' and its rows', each with the table and the row that it stands on."""
        for finding in self.findings:
            yield None, None, finding
        for table in self.tables:
            for finding in table.findings:
                yield table, None, finding
            for line in table.indicators:
                for finding in line.findings:
                    yield table, line, finding

    def all_findings(self) -> Iterator[Finding]:
        """The same without their places."""
        return (finding for _, _, finding in self.placed_findings())


@quickly_pickled
@dataclass(frozen=True, slots=True)
class Failure:
    """One entry of `errors`: an input, or a part of it, that could not be read."""

    source: str
    code: str
    message: str


@dataclass(frozen=True, slots=True)
class Copy:
    """Two tables of a run that say the same: the later one, where it stands, and the one that it is like."""

    source: str
    table: int
    project_name: str | None
    about: str  # unit and year of the document, as far as known
    like_source: str
    like_table: int
    like_project: str | None
    like_about: str
    share: float  # of the smaller table's rows that stand in the other
    masked: bool  # only with the projects' own nouns left out


@dataclass(frozen=True)
class Result:
    """What a run found."""

    engine: Engine
    documents: tuple[DocumentReport, ...] = ()
    errors: tuple[Failure, ...] = ()
    copies: tuple[Copy, ...] = ()

    @property
    def indicators(self) -> tuple[IndicatorReport, ...]:
        """The used rows of all documents, in order."""
        tables = [table for document in self.documents for table in document.tables]
        return tuple(indicator for table in tables for indicator in table.indicators if not indicator.unused)
