"""The copy of a workbook: remarks as notes of the cells, sheet by sheet."""

from __future__ import annotations

import posixpath
from collections.abc import Sequence
from datetime import datetime

from zhibiao.config.limits import Limits
from zhibiao.model.document import Document
from zhibiao.model.report import DocumentReport
from zhibiao.reading.budget import Budget
from zhibiao.reading.package import Package
from zhibiao.reading.xlsx import read_xlsx
from zhibiao.reports.annotate.copy import Copy
from zhibiao.reports.annotate.grounds import Grounds
from zhibiao.reports.annotate.package_copy import copied
from zhibiao.reports.annotate.package_index import Parts
from zhibiao.reports.annotate.remarks import Remark, remarks
from zhibiao.reports.annotate.wording import lines
from zhibiao.reports.annotate.xlsx_boxes import Boxes, box_for
from zhibiao.reports.annotate.xlsx_comments import SheetComments
from zhibiao.reports.annotate.xlsx_sheet_part import SheetPart, read_sheet_part
from zhibiao.reports.annotate.xlsx_threads import Threads

_COMMENTS = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
_DRAWING = "application/vnd.openxmlformats-officedocument.vmlDrawing"


def annotate_xlsx(data: bytes, document: Document, report: DocumentReport, when: datetime, limits: Limits) -> Copy:
    """Notes at every cell that has something said of it; unchanged bytes where there is none."""
    said = remarks(document, report, Grounds(read_xlsx(data, Budget(limits)).blocks))
    sheets: dict[str, list[Remark]] = {}
    for remark in said:
        if remark.place.part is not None and remark.place.row is not None:
            sheets.setdefault(remark.place.part, []).append(remark)
    package = Package(data, Budget(limits))
    parts = Parts(package)
    count = sum(_annotate_sheet(parts, name, told, when) for name, told in sheets.items())
    return Copy(copied(data, package, parts.changed, when), count) if count else Copy(data)


def _annotate_sheet(parts: Parts, name: str, said: Sequence[Remark], when: datetime) -> int:
    sheet = read_sheet_part(parts.read(name), name)
    old = parts.related(name, "comments")
    comments = SheetComments(parts.read(old) if old else None, old or "", sheet.strict)
    drawing = _drawing(parts, name, sheet)
    boxes = Boxes(parts.read(drawing) if drawing else None)
    threads = Threads(parts, name)
    count = 0
    for remark in said:
        row, column = remark.place.row or 1, remark.place.column or 1
        told = lines(remark.said)
        text = comments.add(row, column, told)
        if text is not None:
            threads.reply(row, column, told, when)
            boxes.put(row, column, box_for(text, row, column, sheet))
            count += 1
    if count:
        for row, column, text in comments.others():  # Excel repairs a workbook whose notes have no boxes
            if not boxes.has(row, column):
                boxes.put(row, column, box_for(text, row, column, sheet))
        threads.save()
        _save(parts, name, sheet, old, comments, drawing, boxes)
    return count


def _drawing(parts: Parts, name: str, sheet: SheetPart) -> str | None:
    """The VML part that the sheet shows."""
    kind, target = parts.relations(name).get(sheet.drawing or "", ("", ""))
    return parts.name(target) if kind == "vmlDrawing" else None


def _save(parts: Parts, name: str, sheet: SheetPart, old: str | None, comments: SheetComments, drawing: str | None, boxes: Boxes) -> None:
    """Put the parts into the package and tie them to the sheet."""
    folder = posixpath.dirname(posixpath.dirname(name))
    if old is None:
        old = parts.unused(posixpath.join(folder, "comments{}.xml"))
        parts.relate(name, "comments", old, sheet.strict)
        parts.declare(old, _COMMENTS)
    parts.write(old, comments.bytes())
    if drawing is None:
        drawing = parts.unused(posixpath.join(folder, "drawings/vmlDrawing{}.vml"))
        relation = parts.relate(name, "vmlDrawing", drawing, sheet.strict, sheet.drawing)
        if not parts.declare_ending("vml", _DRAWING):
            parts.declare(drawing, _DRAWING)
        if sheet.drawing is None:
            parts.write(name, sheet.with_drawing(relation))
    parts.write(drawing, boxes.bytes())
