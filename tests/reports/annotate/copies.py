"""What tests of annotating need: hand-made reports, and copies looked at part by part."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable
from datetime import datetime
from functools import cache
from pathlib import Path

from lxml import etree

from zhibiao.config.limits import Limits
from zhibiao.model.document import Document
from zhibiao.model.finding import Finding, Fix
from zhibiao.model.report import DocumentReport, IndicatorReport, TableReport
from zhibiao.parsing import parse
from zhibiao.reading import read_bytes
from zhibiao.scorer import load

TOP = Path(__file__).resolve().parents[3]
WHEN = datetime(2025, 11, 3, 9, 30)
OURS = "指标 zhibiao"
ORIGINALS = sorted(path for path in (TOP / "tests/documents/files").iterdir() if path.suffix in (".docx", ".xlsx") and path.name[0] != "x")
NAMES = [path.name for path in ORIGINALS]


def local(element: etree._Element) -> str:
    return str(etree.QName(element).localname) if isinstance(element.tag, str) else ""


def by_local(root: etree._Element, *names: str) -> list[etree._Element]:
    return [element for element in root.iter() if local(element) in names]


def value(element: etree._Element, name: str) -> str | None:
    """An attribute whatever its namespace."""
    return next((found for key, found in element.attrib.items() if etree.QName(key).localname == name), None)


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        return {info.filename: archive.read(info) for info in archive.infolist()}


def root(data: bytes, part: str) -> etree._Element:
    return etree.fromstring(parts(data)[part])


def document_of(data: bytes, name: str = "a.docx") -> Document:
    return parse(read_bytes(data, name, Limits()), name)


@cache
def judged(path: Path) -> tuple[bytes, Document, DocumentReport]:
    """A file, what was read from it, and what rules find in it."""
    data = path.read_bytes()
    document = document_of(data, path.name)
    return data, document, load(models=False).score_document(document)


def finding(field: str, evidence: str = "", code: str = "M201", fix: Fix | None = None) -> Finding:
    return Finding(code, "slug", "error", field, (0, len(evidence)), evidence, f"{field}不好。", "依据", fix)


def report_of(
    document: Document,
    rows: dict[tuple[int, int], Iterable[Finding]] | None = None,
    tables: dict[int, Iterable[Finding]] | None = None,
    own: Iterable[Finding] = (),
) -> DocumentReport:
    """A report with findings at (table, row), both from 1; every row scores 50, every table 60."""
    made = []
    for number, table in enumerate(document.tables, 1):
        lines = tuple(
            IndicatorReport(one.row, score=50.0, grade="差", findings=tuple((rows or {}).get((number, place), ())))
            for place, one in enumerate(table.indicators, 1)
        )
        made.append(TableReport(number, score=60.0, grade="中", findings=tuple((tables or {}).get(number, ())), indicators=lines))
    return DocumentReport("a.docx", score=70.0, grade="良", findings=tuple(own), tables=tuple(made))


def comments(data: bytes, part: str = "word/comments.xml") -> dict[str, str]:
    """Text of each comment by its id, paragraphs as lines."""
    return {
        value(one, "id") or "": "\n".join("".join(t.text or "" for t in by_local(p, "t")) for p in by_local(one, "p"))
        for one in by_local(root(data, part), "comment")
    }


def commented(data: bytes) -> list[tuple[str, str]]:
    """(text of the innermost cell or paragraph that holds the reference, text of the comment), in document order."""
    told = comments(data)
    out = []
    for mark in by_local(root(data, "word/document.xml"), "commentReference"):
        holder = next((above for above in mark.iterancestors() if local(above) == "tc"), None)
        if holder is None:
            holder = next(above for above in mark.iterancestors() if local(above) == "p")
        out.append((typed(holder), told[value(mark, "id") or ""]))
    return out


def typed(element: etree._Element) -> str:
    """All w:t inside, in order."""
    return "".join(piece.text or "" for piece in by_local(element, "t"))


def all_typed(data: bytes) -> str:
    return typed(root(data, "word/document.xml"))


def settled(data: bytes, accept: bool) -> bytes:
    """The document with our tracked changes accepted or rejected, as Word would do it."""
    everything = parts(data)
    document = etree.fromstring(everything["word/document.xml"])
    for change in [one for one in by_local(document, "ins", "del") if value(one, "author") == OURS]:
        kept = (local(change) == "ins") == accept
        parent = change.getparent()
        assert parent is not None
        if kept:
            for child in list(change):
                change.addprevious(child)
                for piece in by_local(child, "delText"):
                    piece.tag = f"{{{etree.QName(piece).namespace}}}t"
        parent.remove(change)
    everything["word/document.xml"] = etree.tostring(document)
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, content in everything.items():
            archive.writestr(name, content)
    return stream.getvalue()
