"""A document with a suggestion in it, judged anew."""

from __future__ import annotations

from dataclasses import dataclass

from zhibiao.model.document import Document
from zhibiao.model.report import DocumentReport
from zhibiao.model.suggestion import Suggestion


@dataclass(frozen=True, slots=True)
class Applied:
    """before and report: what was said of the document without and with the suggestion."""

    document: Document
    suggestion: Suggestion
    before: DocumentReport
    report: DocumentReport

    @property
    def score(self) -> float | None:
        """Of the changed document; blanks (＿) count as they stand."""
        return self.report.score

    @property
    def difference(self) -> float | None:
        """What the change is worth to the document; None where either has no score."""
        if self.report.score is None or self.before.score is None:
            return None
        return round(self.report.score - self.before.score, 1)
