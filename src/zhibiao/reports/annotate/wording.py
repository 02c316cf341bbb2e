"""A remark in words: the paragraphs of a comment."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, TypeAlias

from zhibiao.model.finding import Finding, Fix
from zhibiao.model.report import DocumentReport, IndicatorReport, TableReport
from zhibiao.reports.chinese_terms import SEVERITY
from zhibiao.rules.catalogue import catalogue

if TYPE_CHECKING:
    from zhibiao.reports.annotate.remarks import Said

AUTHOR = "指标 zhibiao"
INITIALS = "指标"
Line: TypeAlias = tuple[str, str]  # what is printed bold, and the rest of the paragraph

_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def lines(said: Sequence[Said], applied: Collection[Fix] = ()) -> list[Line]:
    """Each finding with its remedy, a better wording, then each score once. applied: fixes that stand in the text as tracked changes."""
    out: list[Line] = []
    for one in said:
        out.append((_clean(_head(one.finding)), _clean(f"：{one.finding.message}")))
        if one.finding.fix is not None:
            out.append(("", _clean(_remedy(one.finding.fix, applied))))
    out += [("", _clean(f"可以这样写：{one.better}")) for one in said if one.better]
    verdicts = dict.fromkeys(one.verdict for one in said if one.verdict)
    return out + [("", _clean(verdict)) for verdict in verdicts]


def plain(paragraphs: Sequence[Line]) -> str:
    """The same as one text."""
    return "\n".join(bold + rest for bold, rest in paragraphs)


def _head(finding: Finding) -> str:
    entry = catalogue().get(finding.code)
    return f"【{SEVERITY[finding.severity]}】{finding.code}{f' {entry.rule.title}' if entry else ''}"


def _remedy(fix: Fix, applied: Collection[Fix]) -> str:
    change = f"建议把“{fix.old}”改为“{fix.new}”"
    if fix in applied:
        return f"{change}，已用修订标出，可以接受或拒绝。"
    return f"{change}。" if fix.safe else f"{change}，请先核对是否符合本意。"


def row_verdict(line: IndicatorReport) -> str:
    """The score of a row; empty without models."""
    if line.score is None:
        return ""
    return f"本行得分 {line.score:g}，{line.grade}{'，需要人工复核' if line.needs_review else ''}。"


def table_verdict(table: TableReport) -> str:
    """The score of a table."""
    if table.score is None:
        return ""
    return f"本表得分 {table.score:g}，{table.grade}{f'，{table.conclusion}' if table.conclusion else ''}。"


def document_verdict(document: DocumentReport) -> str:
    """The score of a document."""
    return "" if document.score is None else f"全文得分 {document.score:g}，{document.grade}。"


def _clean(text: str) -> str:
    """Without characters that XML cannot hold; a paragraph is one line."""
    return _NO_XML.sub("", text).replace("\r", "").replace("\n", " ").replace("\t", " ")
