"""Text boxes and shapes that lie over a sheet: their paragraphs, as a form's title or note sometimes stands there."""

from __future__ import annotations

from lxml import etree

from zhibiao.model.place import Place
from zhibiao.reading.blocks import Paragraph
from zhibiao.reading.package import Package
from zhibiao.reading.part_stream import elements
from zhibiao.reading.sheet_grid import clean_breaks
from zhibiao.reading.xlsx_parts import find, local, relations

PASSING = ("pic", "graphicFrame", "cxnSp")  # pictures and charts: dropped as they pass
MOST = 2_000  # paragraphs of one sheet's shapes


def drawing_paragraphs(package: Package, sheet_part: str, sheet: str) -> list[Paragraph]:
    """Paragraphs of every shape on the sheet, in file order."""
    found: list[Paragraph] = []
    for relation in relations(package, sheet_part).values():
        part = find(package, relation.part) if relation.kind == "drawing" else None
        if part is None:
            continue
        for shape in elements(package, part, "sp", *PASSING):
            if local(shape) in PASSING or any(local(above) == "Fallback" for above in shape.iterancestors()):
                continue  # the same shape again, for older programs
            texts = [_text(paragraph) for paragraph in shape.iter("{*}p")]
            found.extend(Paragraph(text, Place(sheet=sheet, part=part)) for text in texts if text.strip())
            if len(found) >= MOST:
                return found[:MOST]
    return found


def _text(paragraph: etree._Element) -> str:
    pieces = ["\n" if local(element) == "br" else element.text or "" for element in paragraph.iter("{*}t", "{*}br")]
    return clean_breaks("".join(pieces))
