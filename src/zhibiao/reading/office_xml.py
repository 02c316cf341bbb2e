"""Office documents written as one XML file: Excel 2003 sheets, Word 2003 documents and flat packages."""

from __future__ import annotations

import base64
import binascii
import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace

from lxml import etree

from zhibiao.errors import ReadError
from zhibiao.reading.blocks import Blocks
from zhibiao.reading.budget import Budget
from zhibiao.reading.declared import declared_text
from zhibiao.reading.markup import parse_xml
from zhibiao.reading.package import RESAVE

DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
PACKAGE = "{http://schemas.microsoft.com/office/2006/xmlPackage}"
OLD_WORD = "http://schemas.microsoft.com/office/word/2003/wordml"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
HINT = "{http://schemas.microsoft.com/office/word/2003/auxHint}"
CHANGE = "{http://schemas.microsoft.com/aml/2001/core}annotation"
CHANGED = "{http://schemas.microsoft.com/aml/2001/core}content"
W = f"{{{WORD}}}"
RENAMED = {f"{W}vmerge": f"{W}vMerge", f"{W}hmerge": f"{W}hMerge"}
DRAWN = ("urn:schemas-microsoft-com:vml", "urn:schemas-microsoft-com:office:office", "urn:schemas-microsoft-com:office:word")
FORMATTING = frozenset((f"{W}rPr", f"{W}pPr", f"{W}tcPr", f"{W}trPr", f"{W}tblPr", f"{W}tblPrEx", f"{W}sectPr"))


def parse_document(data: bytes) -> etree._Element:
    """The root of an XML document in whatever encoding it names; libxml2 does not know all that Chinese systems write."""
    return parse_xml(DECLARATION.sub("", declared_text(data), count=1).encode("utf-8", "replace"))


def read_spreadsheetml(data: bytes, budget: Budget) -> Blocks:
    """An Excel 2003 XML workbook."""
    from zhibiao.reading.spreadsheet_xml import read_workbook

    return read_workbook(parse_document(data), budget)


def read_flat_opc(data: bytes, budget: Budget) -> Blocks:
    """A Word or Excel package written as one XML file: packed again, then read as what it is."""
    parts = dict(flat_parts(parse_document(data)))
    if any(name.startswith("word/") for name in parts):
        from zhibiao.reading.docx import read_docx

        return replace(read_docx(pack(parts), budget), kind="doc")  # not "docx": the file itself is no package to write comments into
    if any(name.startswith("xl/") for name in parts):
        from zhibiao.reading.xlsx import read_xlsx

        return replace(read_xlsx(pack(parts), budget), kind="xls")
    raise ReadError("unsupported", "XML 文件中没有 Word 正文", "请用 Word 或 WPS 打开并另存为 .docx 后再试")


def flat_parts(root: etree._Element) -> Iterator[tuple[str, bytes]]:
    """Part names and their bytes."""
    for part in root.iter(f"{PACKAGE}part"):
        name = (part.get(f"{PACKAGE}name") or "").lstrip("/")
        for content in part:
            if content.tag == f"{PACKAGE}xmlData" and len(content):
                yield name, etree.tostring(content[0], encoding="UTF-8", with_tail=False)
            elif content.tag == f"{PACKAGE}binaryData" and name.endswith((".xml", ".rels")):
                try:
                    yield name, base64.b64decode(content.text or "")
                except binascii.Error as error:
                    raise ReadError("damaged", "文件已损坏或不完整（内嵌部分无法解码）", RESAVE, name) from error


def pack(parts: dict[str, bytes]) -> bytes:
    """A package in memory; not compressed, so that its size stays that of the file."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def read_wordml(data: bytes, budget: Budget) -> Blocks:
    """A Word 2003 document: its language is the elder of docx, so it is put into the younger form and read as that."""
    from zhibiao.reading.docx import read_docx

    root = parse_xml(etree.tostring(parse_document(data), encoding="UTF-8").replace(OLD_WORD.encode(), WORD.encode()))
    body = root.find(f"{W}body")
    if body is None:
        raise ReadError("unsupported", "Word 2003 XML 文件中没有正文", "请用 Word 或 WPS 打开并另存为 .docx 后再试")
    modernise(body)
    document = etree.Element(f"{W}document")
    document.append(body)
    parts = {"word/document.xml": etree.tostring(document, encoding="UTF-8")}
    styles = root.find(f"{W}styles")
    if styles is not None:
        parts["word/styles.xml"] = etree.tostring(styles, encoding="UTF-8", with_tail=False)
    return replace(read_docx(pack(parts), budget), kind="doc")


def modernise(body: etree._Element) -> None:
    """Old names to new ones, tracked changes accepted, wrappers of foreign languages opened, printed list numbers made text."""
    for element in list(body.iter()):
        tag = element.tag
        if not isinstance(tag, str):
            continue
        if tag in RENAMED:
            element.tag = RENAMED[tag]
        elif tag == f"{W}br" and element.get(f"{W}type") == "text-wrapping":
            del element.attrib[f"{W}type"]
        elif tag == f"{W}listPr":
            spell_number(element)
        elif tag == CHANGE:
            accept(element)
        elif not tag.startswith(W) and not tag.startswith(tuple(f"{{{uri}}}" for uri in DRAWN)):
            open_wrapper(element)


def spell_number(properties: etree._Element) -> None:
    """The number that Word noted beside its list reference becomes the first run; the reference goes."""
    hint = properties.find(f"{HINT}t")
    text = (hint.get(f"{HINT}val") or "") if hint is not None else ""
    holder = properties.getparent()
    paragraph = holder.getparent() if holder is not None else None
    if holder is None:
        return
    holder.remove(properties)
    if paragraph is None or not any(sign.isalnum() for sign in text):  # a bullet
        return
    run = etree.Element(f"{W}r")
    etree.SubElement(run, f"{W}t").text = text if text.endswith(tuple("、，。．：；）】")) else f"{text} "
    paragraph.insert(paragraph.index(holder) + 1, run)


def accept(change: etree._Element) -> None:
    """Inserted text stays, deleted text and comments go."""
    kind = change.get(f"{W}type") or ""
    content = change.find(CHANGED)
    parent = change.getparent()
    if parent is None:
        return
    if kind == "Word.Insertion" and content is not None and parent.tag not in FORMATTING:
        for child in list(content):
            change.addprevious(child)
    parent.remove(change)


def open_wrapper(element: etree._Element) -> None:
    """Sections, smart tags and user tags: their content moves up to where they stood."""
    parent = element.getparent()
    if parent is None or parent.tag in FORMATTING:
        return
    for child in list(element):
        element.addprevious(child)
    parent.remove(element)
