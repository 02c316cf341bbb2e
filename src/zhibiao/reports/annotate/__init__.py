"""Copies of Word and Excel files with what was found written at the cells: comments, and safe fixes as tracked changes."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from zhibiao.config.limits import Limits
from zhibiao.errors import ReadError

if TYPE_CHECKING:
    from zhibiao.model.document import Document
    from zhibiao.model.report import DocumentReport
    from zhibiao.reports.annotate.copy import Copy

KINDS = ("docx", "xlsx")
_REMEDY = (
    "能加批注的是 Word 文档（.docx、.docm）和 Excel 工作簿（.xlsx、.xlsm）：请另存为其中一种后再试，"
    "或用 zhibiao score -o 报告.xlsx 另写一份报告"
)
_PLAIN = {"csv": "数据行（csv）", "jsonl": "数据行（jsonl）", "md": "Markdown 文字", "txt": "纯文字"}
_OLD = {"doc": "旧版 Word 或 WPS 文字", "xls": "旧版 Excel 工作簿"}


def annotated(data: bytes, document: Document, report: DocumentReport, fixes: bool = False, when: datetime | None = None) -> bytes:
    """A copy of the file with a comment at every faulty cell; document and report are what was read from data and found in it.

    fixes: safe fixes stand in a Word document as tracked changes. when: the date of comments and changes, now if not given.
    Raises ReadError for files that take no comments."""
    return annotate(data, document, report, fixes, when).data


def annotate(
    data: bytes,
    document: Document,
    report: DocumentReport,
    fixes: bool = False,
    when: datetime | None = None,
    limits: Limits | None = None,
) -> Copy:
    """The same with the numbers of comments and changes."""
    from zhibiao.reading.sniff import sniff
    from zhibiao.reports.annotate.docx import annotate_docx
    from zhibiao.reports.annotate.xlsx import annotate_xlsx

    kind = sniff(data)
    if kind not in KINDS:
        raise not_annotatable(kind)
    if kind == "docx":
        return annotate_docx(data, document, report, fixes, when or datetime.now(), limits or Limits())
    return annotate_xlsx(data, document, report, when or datetime.now(), limits or Limits())


def not_annotatable(kind: str) -> ReadError:
    """Why a file of this kind gets no copy, and what to do."""
    from zhibiao.reading.refusals import NAMES

    name = _OLD.get(kind) or NAMES.get(kind) or _PLAIN.get(kind, "其他种类的文件")
    return ReadError("not-annotatable", f"这是{' ' if name[0].isascii() else ''}{name}，不能加批注", _REMEDY)
