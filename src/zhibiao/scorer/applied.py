"""A document with a suggestion in it, judged anew."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from zhibiao.model.document import Document
from zhibiao.model.report import DocumentReport
from zhibiao.model.suggestion import Suggestion
from zhibiao.reading import load
from zhibiao.reports.annotate import annotated
from zhibiao.reports.suggested_changes import with_changes
from zhibiao.reports.whole_file import whole_file


@dataclass(frozen=True, slots=True)
class Applied:
    """original: the document as it was read. before and report: what was said of it without and with the suggestion."""

    original: Document
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

    def save(self, path: str | Path, when: datetime | None = None) -> None:
        """A copy of the Word file with the change as tracked changes and its reason as a comment; the original stays as it is.

        ReadError where the file is gone or takes no comments."""
        data = annotated(load(Path(self.original.source)), self.original, with_changes(self.before, self.suggestion), fixes=True, when=when)
        with whole_file(Path(path)) as file:
            file.write(data)
