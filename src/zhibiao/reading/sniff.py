"""What a file is, told by its content: in government offices the ending says little (html and tab text saved as .xls are common)."""

from __future__ import annotations

import io
import re
import struct
import zipfile
from pathlib import Path, PurePath

from zhibiao.config.limits import Limits
from zhibiao.errors import ReadError
from zhibiao.reading import load, ole
from zhibiao.reading.package import DAMAGE

HEAD = 1 << 16
MAX_ENTRIES = 20_000
SAMPLE = 100  # lines
SHORT = 60  # characters of a line that may be a value
CENTRAL = b"PK\x01\x02"

MAGICS: tuple[tuple[bytes, str], ...] = (
    (b"Rar!\x1a\x07", "rar"),
    (b"7z\xbc\xaf\x27\x1c", "7z"),
    (b"\x1f\x8b", "gz"),
    (b"{\\rtf", "rtf"),
    (b"\xdb\xa5\x2d\x00", "doc"),  # Word 2 and 1, before there were containers
    (b"\x9b\xa5\x21\x00", "doc"),
    (b"\x89PNG\r\n\x1a\n", "image"),
    (b"\xff\xd8\xff", "image"),
    (b"GIF87a", "image"),
    (b"GIF89a", "image"),
    (b"II*\x00", "image"),
    (b"MM\x00*", "image"),
)
HEIC_BRANDS = (b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1", b"avif")
BMP_HEADERS = (12, 40, 52, 56, 64, 108, 124)

OLE_STREAMS: tuple[tuple[tuple[str, ...], str], ...] = (
    (("EncryptedPackage", "EncryptionInfo"), "encrypted-ooxml"),
    (("WordDocument",), "doc"),
    (("Workbook", "Book", "WORKBOOK", "BOOK"), "xls"),
    (("PowerPoint Document",), "ppt"),
)
WORKS = frozenset(("CONTENTS", "MM"))  # Microsoft Works, whose documents are called .wps as those of WPS are
ZIP_PARTS: tuple[tuple[str, str], ...] = (
    ("ofd.xml", "ofd"),
    ("xl/workbook.bin", "xlsb"),
    ("word/", "docx"),
    ("xl/", "xlsx"),
    ("ppt/", "ppt"),
)
ODF_TYPES = {"text": "odt", "spreadsheet": "ods", "presentation": "ppt"}
ODF_TYPE = re.compile(rb"application/vnd\.oasis\.opendocument\.(text|spreadsheet|presentation)")

PROLOG = re.compile(r"(?:\s|\ufeff|<\?.*?\?>|<!--.*?-->|<!\[(?:if|endif).*?>|<!DOCTYPE(?!\s+html)[^>\[]*(?:\[.*?\]\s*)?>)*", re.S | re.I)
FIRST_TAG = re.compile(r"<(!doctype(?=\s+html)|[a-z][\w.:-]*)", re.I)
XML_ROOTS = {
    "workbook": "spreadsheetml",
    "worddocument": "wordml",
    "package": "flat-opc",
    "document": "flat-odf",
}
XML_SIGNS = {
    "spreadsheetml": "urn:schemas-microsoft-com:office:spreadsheet",
    "wordml": "http://schemas.microsoft.com/office/word/2003/wordml",
    "flat-opc": "http://schemas.microsoft.com/office/2006/xmlPackage",
    "flat-odf": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
}
PAGE_TAGS = frozenset((
    "!doctype", "html", "head", "body", "title", "meta", "link", "base", "style", "script", "table", "thead", "tbody", "tr",
    "td", "th", "caption", "colgroup", "form", "frameset", "div", "p", "span", "center", "font", "h1", "h2", "h3", "h4",
    "h5", "h6", "ul", "ol", "pre", "br", "hr", "section", "article", "main", "header", "nav", "a", "b", "strong",
    "blockquote", "noscript",
))  # fmt: skip
LATER_PAGE = re.compile(r"<!doctype\s+html|<html[\s>]|<table[\s>].{0,1000}?<t[rdh][\s>]", re.I | re.S)
MIME_LINE = re.compile(
    r"(?:mime-version|from|subject|date|content-type|content-location|x-[\w-]+|message-id|to|snapshot-content-location)\s*:", re.I
)
MIME_BODY = re.compile(r"^content-type\s*:\s*(?:multipart/(?:related|mixed|alternative)|text/html)", re.I | re.M)
PAGE_HEAD = re.compile(r"<!doctype\s+html|<head[\s>]|<meta\s|<html\s+[a-z]", re.I)  # markdown may begin with a bare table in html
MARKDOWN_ENDINGS = (".md", ".markdown")
MARKDOWN = re.compile(r"^(?:#{1,6} \S|\|?[ \t]*:?-{3,}:?[ \t]*\|)", re.M)


def sniff(data: bytes, name: str = "") -> str:
    """The kind of a file; its name decides only among plain text kinds."""
    if not data.strip(b"\x00 \t\r\n\xef\xbb\xbf\xff\xfe"):
        return "empty"
    for magic, kind in MAGICS:
        if data.startswith(magic):
            return kind
    if data.startswith(ole.MAGIC):
        return sniff_ole(data, PurePath(name).suffix.lower())
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")):
        return sniff_zip(data)
    if is_image(data):
        return "image"
    if is_bare_workbook(data):
        return "xls"
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data[:64].lstrip().startswith(b"{\\rtf"):
        return "rtf"
    return sniff_text(data, PurePath(name).suffix.lower())


def sniff_path(path: Path, limits: Limits) -> str:
    """The kind of a file on disk; empty where it cannot be opened, which reading it will explain."""
    try:
        return sniff(load(path, limits), path.name)
    except ReadError:
        return ""


def is_image(data: bytes) -> bool:
    """Pictures whose mark takes more than a prefix: webp, heic, bmp."""
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return True
    if data[4:8] == b"ftyp" and data[8:12] in HEIC_BRANDS:
        return True
    return data[:2] == b"BM" and len(data) > 26 and data[6:10] == bytes(4) and struct.unpack_from("<I", data, 14)[0] in BMP_HEADERS


def is_bare_workbook(data: bytes) -> bool:
    """Excel 2 to 5 without a container: a BOF record at the very start."""
    return data[:2] in (b"\x09\x00", b"\x09\x02", b"\x09\x04", b"\x09\x08") and data[2:4] in (
        b"\x04\x00",
        b"\x06\x00",
        b"\x08\x00",
        b"\x10\x00",
    )


def sniff_ole(data: bytes, ending: str) -> str:
    """Old Word, Excel and PowerPoint, and the container around encrypted new ones."""
    entries = ole.root_entries(data)
    for names, kind in OLE_STREAMS:
        # a cut file may have lost its directory: the name then still stands somewhere in the bytes
        found = next((name for name in names if name in entries or (not entries and name.encode("utf-16-le") in data)), None)
        if found is None:
            continue
        if kind == "doc" and found in entries and ole.word_is_encrypted(data, entries[found]):
            return "encrypted-doc"
        return kind
    works = "MatOST" in entries or (ending == ".wps" and not WORKS.isdisjoint(entries))
    return "doc" if works else "ole"


def zip_names(data: bytes) -> list[str]:
    """Names in the archive's own list, at most a bounded number; a cut archive has none."""
    end = data.rfind(b"PK\x05\x06", max(0, len(data) - HEAD - 22))
    if end < 0 or end + 20 > len(data):
        return []
    size = struct.unpack_from("<I", data, end + 12)[0]
    at = end - size if size <= end else data.find(CENTRAL)
    names: list[str] = []
    while 0 <= at <= end - 46 and data[at : at + 4] == CENTRAL and len(names) < MAX_ENTRIES:
        length, extra, comment = struct.unpack_from("<HHH", data, at + 28)
        names.append(data[at + 46 : at + 46 + length].decode("utf-8", "replace").replace("\\", "/").lstrip("/").lower())
        at += 46 + length + extra + comment
    return names


def sniff_zip(data: bytes) -> str:
    """Office packages by the names inside; a broken one by the names that are left, so that the reader can say it is damaged."""
    names = zip_names(data)
    if (found := ODF_TYPE.match(data, 38)) and data[30:38] == b"mimetype":
        return ODF_TYPES[found[1].decode()]
    if not names:
        return next((kind for part, kind in ZIP_PARTS if part.encode() in data[:HEAD].lower()), "zip")
    for part, kind in ZIP_PARTS:
        if any(name == part or (part.endswith("/") and name.startswith(part)) for name in names):
            return kind
    if "content.xml" in names and (found := ODF_TYPE.search(peek(data, "mimetype") + peek(data, "META-INF/manifest.xml"))):
        return ODF_TYPES[found[1].decode()]
    return "zip"


def peek(data: bytes, name: str) -> bytes:
    """The first kilobytes of one part of an archive, or nothing."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive, archive.open(name) as stream:
            return stream.read(4096)
    except DAMAGE:
        return b""


def sniff_text(data: bytes, ending: str) -> str:
    """Markup by its first tag, rows by their shape, the rest by the name's ending."""
    text = head_text(data)
    if text is None:
        return "binary"
    start = text[PROLOG.match(text).end() :]  # type: ignore[union-attr]  # matches the empty string too
    kind = markup_kind(start, text)
    if kind and not (kind == "html" and ending in MARKDOWN_ENDINGS and not PAGE_HEAD.search(text)):
        return kind
    if MIME_LINE.match(start) and MIME_BODY.search(start[:8192]):
        return "mhtml"
    return plain_kind(text, ending)


def head_text(data: bytes) -> str | None:
    """The beginning as text; None for bytes that are no text."""
    from zhibiao.reading.encoding import decode

    try:
        text, _ = decode(data[:HEAD])
    except ReadError:  # no text in any encoding
        return None
    strange = sum(1 for sign in text if sign < " " and sign not in "\t\n\r\f\x0b\x1a\x1b") + text.count("\ufffd")
    return None if strange * 20 > len(text) else text


def markup_kind(start: str, text: str) -> str:
    """The kind of a file that begins with a tag; empty where it does not."""
    first = FIRST_TAG.match(start)
    if first is None:
        return ""
    name = first[1].lower()
    kind = XML_ROOTS.get(name.rpartition(":")[2], "")
    if kind and XML_SIGNS[kind] in text:
        return kind
    if name in PAGE_TAGS:
        return "html"
    if text.lstrip("\ufeff \t\r\n").startswith("<?xml"):
        return "html" if LATER_PAGE.search(text) else "xml"
    return ""


def plain_kind(text: str, ending: str) -> str:
    """Text without markup at its start: rows, a page after some noise, or prose."""
    from zhibiao.reading.delimited import looks_delimited
    from zhibiao.reading.records import looks_jsonl

    if looks_jsonl(text) or (ending in (".jsonl", ".json") and any(looks_jsonl(line) for line in first_lines(text))):
        return "jsonl"
    if ending in MARKDOWN_ENDINGS:
        return "md"
    if ending == ".txt":
        return "txt"
    if LATER_PAGE.search(text):
        return "html"
    if looks_delimited(text) or (ending in (".csv", ".tsv") and may_be_rows(text)):
        return "csv"
    return "md" if MARKDOWN.search(text) else "txt"


def first_lines(text: str) -> list[str]:
    """Some lines that are not blank."""
    return [line for line in text[:HEAD].splitlines() if line.strip()][:SAMPLE]


def may_be_rows(text: str) -> bool:
    """Whether a file named as rows may be believed: ragged rows, or a single column of short values; prose has sentences."""
    lines = first_lines(text)
    separated = sum(1 for line in lines if any(sign in line for sign in ",\t;|"))
    return separated * 2 >= len(lines) or all(len(line) <= SHORT and "。" not in line for line in lines)
