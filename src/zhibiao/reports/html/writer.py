"""The page, written a document at a time; the browser counts and draws, so nothing is kept here."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from zhibiao.model.report import Copy, DocumentReport, Engine, Failure
from zhibiao.reports.html.data_blocks import data_block
from zhibiao.reports.html.page_parts import page_parts
from zhibiao.reports.score_json import copy_json, engine_json, failure_json, report_json


class HtmlWriter:
    """One self-contained page."""

    def start(self, engine: Engine) -> str:
        """Up to the documents."""
        before, _ = page_parts()
        return before + data_block("engine", engine_json(engine)) + data_block("rules", _rules())

    def write(self, document: DocumentReport | None, failures: Sequence[Failure]) -> Iterator[str]:
        """A block for the document, one for its failures."""
        if document is not None:
            yield data_block("document", report_json(document))
        if failures:
            yield data_block("failures", [failure_json(failure) for failure in failures])

    def end(self, copies: Sequence[Copy] = ()) -> str:
        """Tables that are alike, and the script."""
        _, after = page_parts()
        return (data_block("copies", [copy_json(copy) for copy in copies]) if copies else "") + after


def _rules() -> dict[str, Any]:
    """Code → title and the page that explains it."""
    from zhibiao.rules.catalogue import catalogue  # here: the command that only reads knows the formats and needs no rule
    from zhibiao.rules.page import sections

    return {code: {"title": entry.rule.title, "page": sections(entry.page)} for code, entry in catalogue().items()}
