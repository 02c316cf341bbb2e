"""What a run came to, in few numbers: fed document by document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from heapq import heappush, heapreplace
from typing import Any

from zhibiao.model.report import DocumentReport, Failure

WORST = 5
_NUMBERS = ("documents", "tables", "rows", "review", "failures", "copies")
_COUNTS = ("grades", "severities", "codes")


@dataclass
class Summary:
    """Sums over the documents of a run."""

    documents: int = 0
    tables: int = 0
    rows: int = 0
    review: int = 0
    failures: int = 0
    copies: int = 0
    grades: Counter[str] = field(default_factory=Counter)
    severities: Counter[str] = field(default_factory=Counter)
    codes: Counter[str] = field(default_factory=Counter)
    _worst: list[tuple[float, int, str, str]] = field(default_factory=list)  # (-score, -order, source, project)
    _order: int = field(default=0, compare=False)
    _last: str | None = field(default=None, compare=False)  # rows of standard input come in parts

    def add(self, document: DocumentReport | None, failures: Sequence[Failure]) -> None:
        """One more."""
        self.failures += len(failures)
        if document is None:
            return
        self.documents += document.source != self._last
        self._last = document.source
        self.tables += len(document.tables)
        for finding in document.all_findings():
            self.severities[finding.severity] += 1
            self.codes[finding.code] += 1
        for table in document.tables:
            used = [line for line in table.indicators if not line.unused]
            self.rows += len(used)
            self.review += sum(bool(line.needs_review) for line in used)
            self.grades.update(line.grade for line in used if line.grade)
            if table.score is not None:
                self._order += 1
                entry = (-table.score, -self._order, document.source, table.project_name or table.title or "")
                if len(self._worst) < WORST:
                    heappush(self._worst, entry)
                elif entry > self._worst[0]:
                    heapreplace(self._worst, entry)

    @property
    def findings(self) -> int:
        """All of them."""
        return sum(self.severities.values())

    @property
    def worst(self) -> list[tuple[float, str, str]]:
        """(score, source, project), the worst first."""
        return [(-score, source, project) for score, _, source, project in sorted(self._worst, reverse=True)]

    def json(self) -> dict[str, Any]:
        """To be kept."""
        numbers = {name: getattr(self, name) for name in _NUMBERS}
        return {**numbers, **{name: dict(getattr(self, name)) for name in _COUNTS}, "worst": self._worst}

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> Summary:
        """As it was kept."""
        kept = cls(_worst=[tuple(entry) for entry in data["worst"]])
        for name in (*_NUMBERS, *_COUNTS):
            setattr(kept, name, Counter(data[name]) if name in _COUNTS else data[name])
        return kept
