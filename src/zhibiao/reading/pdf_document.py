"""Opens a pdf and walks its page tree: pdfminer's document, held within the budget and with damage named."""

from __future__ import annotations

import logging
import struct
import threading
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from itertools import islice
from typing import Any

from cryptography.exceptions import UnsupportedAlgorithm
from pdfminer.pdfdocument import PDFDocument, PDFEncryptionError, PDFPasswordIncorrect
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import PDFObjRef, PDFStream, resolve1
from pdfminer.psexceptions import PSEOF, PSException
from pdfminer.psparser import LIT

from zhibiao.errors import ReadError
from zhibiao.reading.budget import SPLIT, Budget
from zhibiao.reading.pdf_streams import BoundedStream

REPRINT = "请用原程序重新导出 PDF，或提供原始的 Word、Excel、WPS 文件后再试"
UNLOCK = "请用密码打开后另存为不加密的文件（去掉打开密码）再试"

# What pdfminer (and the codecs, zlib and cryptography under it) has been seen to raise on mutated files. PSException is the root of its own
# errors; the rest escapes where it trusts a type, an index or a length that the file states. MemoryError: a length taken at its word.
DAMAGE = (
    PSException,
    LookupError,
    TypeError,
    ValueError,
    AttributeError,
    AssertionError,
    ArithmeticError,
    RuntimeError,  # RecursionError and NotImplementedError are among them
    StopIteration,
    EOFError,
    OSError,
    MemoryError,
    struct.error,
    zlib.error,
    UnsupportedAlgorithm,
)
INHERITED = ("Resources", "MediaBox", "CropBox", "Rotate")
LOOSE_OBJECTS = 1_000_000  # objects looked at where the page tree is missing
CHECK_EVERY = 256  # buffers of 4 KB, objects: how often the clock is read

_quiet_lock = threading.Lock()
_quiet_state = {"readers": 0, "level": logging.NOTSET}


@contextmanager
def quiet() -> Iterator[None]:
    """Mutes pdfminer's own logger while any pdf is read: it warns about every oddity that is handled here, and formats debug text."""
    logger = logging.getLogger("pdfminer")
    with _quiet_lock:
        if _quiet_state["readers"] == 0:
            _quiet_state["level"] = logger.level
            logger.setLevel(logging.CRITICAL + 1)
        _quiet_state["readers"] += 1
    try:
        yield
    finally:
        with _quiet_lock:
            _quiet_state["readers"] -= 1
            if _quiet_state["readers"] == 0:
                logger.setLevel(_quiet_state["level"])


class Parser(PDFParser):
    """Pdfminer's parser over bytes in memory: lines are cut without copying the rest, the clock is watched, streams are bounded."""

    def __init__(self, data: bytes, budget: Budget) -> None:
        self.whole = data
        self.budget = budget
        self.fills = 0
        super().__init__(BytesIO(data))

    def fillbuf(self) -> bool:
        """The next 4 KB; every object of a broken file can run to its end, so the clock is read here."""
        self.fills += 1
        if self.fills % CHECK_EVERY == 0:
            self.budget.check_time()
        return super().fillbuf()

    def nextline(self) -> tuple[int, bytes]:
        """One line with its end; pdfminer's adds up buffers, which is quadratic in files without line ends."""
        start = self.bufpos + self.charpos
        if start >= len(self.whole):
            raise PSEOF("end of file")
        ends = [end for end in (self.whole.find(b"\n", start, start + 4096), self.whole.find(b"\r", start, start + 4096)) if end >= 0]
        if not ends:  # a long line: look through the rest, but only then
            ends = [end for end in (self.whole.find(b"\n", start), self.whole.find(b"\r", start)) if end >= 0]
        end = min(ends) + 1 if ends else len(self.whole)
        if self.whole[end - 1 : end + 1] == b"\r\n":
            end += 1
        self.fp.seek(end)
        self.bufpos, self.buf, self.charpos = end, b"", 0
        self.fills += 1
        if self.fills % CHECK_EVERY == 0:
            self.budget.check_time()
        return start, self.whole[start:end]

    def revreadlines(self) -> Iterator[bytes]:
        """Lines from the last to the first, as the search for `startxref` wants them."""
        end = len(self.whole)
        while end > 0:
            near = max(end - 4096, 0)
            cut = max(self.whole.rfind(b"\n", near, end), self.whole.rfind(b"\r", near, end))
            if cut < 0:
                cut = max(self.whole.rfind(b"\n", 0, end), self.whole.rfind(b"\r", 0, end))
            yield self.whole[max(cut, 0) : end]
            end = cut

    def push(self, *objs: Any) -> None:
        """Pdfminer puts what it has parsed here; streams are exchanged for bounded ones on their way."""
        for position, value in objs:
            if type(value) is PDFStream:
                stream = BoundedStream(value.attrs, value.rawdata or b"", value.decipher)
                stream.budget = self.budget
                self.curstack.append((position, stream))
            else:
                self.curstack.append((position, value))


class Document(PDFDocument):
    """Pdfminer's document that watches the clock and keeps no picture data."""

    def __init__(self, parser: Parser) -> None:
        self.budget = parser.budget
        self.lookups = 0
        super().__init__(parser)

    def getobj(self, objid: int) -> object:
        """One object; pictures are known by their dictionary only."""
        self.lookups += 1
        if self.lookups % CHECK_EVERY == 0:
            self.budget.check_time()
        found = super().getobj(objid)
        if isinstance(found, PDFStream) and found.attrs.get("Subtype") is LIT("Image"):
            found.rawdata = b""
        return found


def open_document(data: bytes, budget: Budget) -> Document:
    """The document, or the error that says why it cannot be opened."""
    if b"%PDF-" not in data[:1024]:
        raise ReadError("damaged", "文件不是有效的 PDF（缺少 PDF 文件头）", REPRINT)
    last = data.rfind(b"startxref")
    # Every writer ends a pdf with startxref after its last object; a download that broke off does not have it.
    if last < 0 or last < data.rfind(b"endobj"):
        raise ReadError("damaged", "文件不完整（缺少结尾部分，可能没有传完）", "请重新下载或重新导出后再试")
    try:
        return Document(Parser(data, budget))
    except PDFPasswordIncorrect as error:
        raise ReadError("encrypted", "文件设有打开密码，无法读取", UNLOCK) from error
    except PDFEncryptionError as error:
        raise ReadError("encrypted", "文件已加密，且加密方式无法识别", UNLOCK) from error
    except DAMAGE as error:
        raise ReadError("damaged", "文件已损坏，无法读取 PDF 的结构", REPRINT) from error


def pages_of(document: Document, budget: Budget) -> Iterator[PDFPage | ReadError]:
    """The pages in order; a page whose entry is broken is an error in its place, and the walk goes on."""
    count = 0
    for spec in _page_specs(document):
        count += 1
        if count > budget.limits.pages:
            raise ReadError("too-many-pages", f"页数超过 {budget.limits.pages} 页的上限", SPLIT)
        place = f"第{count}页"
        budget.check_time(place)
        if spec is None:
            yield page_damage(place)
            continue
        try:
            yield PDFPage(document, *spec, None)
        except DAMAGE:
            yield page_damage(place)


def page_damage(place: str) -> ReadError:
    """The failure of one page among others."""
    return ReadError("damaged", "这一页的内容已损坏，无法读取", REPRINT, place)


def _page_specs(document: Document) -> Iterator[tuple[int, dict[str, Any]] | None]:
    """Object number and attributes of each page, None for one that cannot be found."""
    found = False
    visited: set[int] = set()
    todo: list[tuple[Any, dict[str, Any]]] = [(document.catalog.get("Pages"), {})]
    while todo:
        reference, inherited = todo.pop()
        number = reference.objid if isinstance(reference, PDFObjRef) else 0
        if number in visited and number:
            continue
        visited.add(number)
        try:
            node = resolve1(reference)
            kids = resolve1(node.get("Kids")) if isinstance(node, dict) else None
        except DAMAGE:
            node = kids = None
        if isinstance(kids, list) and isinstance(node, dict):
            handed = inherited | {key: node[key] for key in INHERITED if key in node}
            todo.extend((kid, handed) for kid in reversed(kids))
            continue
        if isinstance(node, dict) and (node.get("Type") is LIT("Page") or "Contents" in node or "MediaBox" in node):
            found = True
            yield number, inherited | node
        elif reference is not None and node is not document.catalog and len(visited) > 1:
            yield None
    if not found:
        yield from _loose_pages(document)


def _loose_pages(document: Document) -> Iterator[tuple[int, dict[str, Any]]]:
    """Pages of a file whose tree is missing, in the order of their numbers."""
    for xref in document.xrefs:
        try:
            numbers = list(islice(xref.get_objids(), LOOSE_OBJECTS))
        except DAMAGE:
            continue
        for number in numbers:
            try:
                value = document.getobj(number)
            except DAMAGE:
                continue
            if isinstance(value, dict) and value.get("Type") is LIT("Page"):
                yield number, value
