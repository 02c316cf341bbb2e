"""The copy of a Word document: remarks as comments, safe fixes as tracked changes."""

from __future__ import annotations

from datetime import datetime

from lxml import etree

from zhibiao.config.limits import Limits
from zhibiao.model.document import Document
from zhibiao.model.finding import Fix
from zhibiao.model.place import Place
from zhibiao.model.report import DocumentReport
from zhibiao.reading.budget import Budget
from zhibiao.reading.docx_names import WORD
from zhibiao.reading.package import Package
from zhibiao.reports.annotate.copy import Copy
from zhibiao.reports.annotate.docx_changes import track
from zhibiao.reports.annotate.docx_comments import Comments, Numbers
from zhibiao.reports.annotate.docx_story import AnchoredStory, Anchors, controlled, surrounded
from zhibiao.reports.annotate.grounds import Grounds
from zhibiao.reports.annotate.package_copy import copied
from zhibiao.reports.annotate.package_index import Parts, written
from zhibiao.reports.annotate.remarks import Remark, remarks
from zhibiao.reports.annotate.wording import lines


def annotate_docx(data: bytes, document: Document, report: DocumentReport, fixes: bool, when: datetime, limits: Limits) -> Copy:
    """Comments at every place that has something said of it; unchanged bytes where there is none."""
    package = Package(data, Budget(limits))
    story = AnchoredStory(package, package.budget)
    story.read()
    said = remarks(document, report, Grounds(story.blocks))
    if not said:
        return Copy(data)
    parts = Parts(package)
    space = etree.QName(story.root).namespace or WORD[0]
    comments = Comments(parts, story.parts.main, space)
    numbers = Numbers((story.root, comments.root))
    anchors = Anchors(story)
    changes = 0
    for remark in said:
        applied = _fixed(remark, anchors, numbers, when) if fixes else []
        changes += len(applied)
        _comment(remark, applied, anchors, comments, numbers, when)
    if not comments.count and not changes:
        return Copy(data)
    if comments.count:
        comments.save()
    parts.write(story.parts.main, written(story.root))
    return Copy(copied(data, package, parts.changed, when), comments.count, changes)


def _fixed(remark: Remark, anchors: Anchors, numbers: Numbers, when: datetime) -> list[Fix]:
    """The safe fixes of a remark that could be made in its cell."""
    safe = list(dict.fromkeys(one.finding.fix for one in remark.said if one.finding.fix is not None and one.finding.fix.safe))
    return track(anchors.cell_paragraphs(remark.place), safe, numbers, when) if safe else []


def _comment(remark: Remark, applied: list[Fix], anchors: Anchors, comments: Comments, numbers: Numbers, when: datetime) -> None:
    told = lines(remark.said, applied)
    paragraphs = anchors.paragraphs(remark.place) or anchors.paragraphs(Place(line=min(anchors.story.paragraphs, default=0)))
    if paragraphs and not comments.stands(paragraphs, told):
        number = numbers.fresh()
        surrounded(paragraphs, number)
        comments.add(number, told, when, lead=controlled(paragraphs))
