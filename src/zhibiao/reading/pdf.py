"""Reads a pdf: text outside tables as paragraphs, ruled tables as grids, pages without lines as laid-out lines."""

from __future__ import annotations

import re
from collections import defaultdict

from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import resolve1
from pdfminer.utils import decode_text

from zhibiao.errors import ReadError
from zhibiao.reading.blocks import Blocks
from zhibiao.reading.budget import SPLIT, Budget
from zhibiao.reading.pdf_document import DAMAGE, REPRINT, Document, open_document, page_damage, pages_of, quiet
from zhibiao.reading.pdf_flow import blocks_of
from zhibiao.reading.pdf_fonts import UNREADABLE
from zhibiao.reading.pdf_marks import Marks, drop_watermarks, turned
from zhibiao.reading.pdf_page import PageContent, content_of
from zhibiao.reading.pdf_paint import CrowdedPageError, Faces, paint_page
from zhibiao.reading.pdf_rules import TangledPageError

OCR = "请提供由 Word/Excel/WPS 直接导出的 PDF 或原始文件，或先做文字识别（OCR）再试"
FONT_REMEDY = "请提供原始的 Word、Excel、WPS 文件，或换一种方式重新导出 PDF（导出时嵌入字体）再试"
# A page whose picture covers half of it and whose text would fit into a page number has no text layer.
FEW = 12
MOST_OF_PAGE = 0.5
SOME_OF_PAGE = 0.1  # without any text, a picture this large is what the page is about
OUTLINES = 100  # filled curved shapes on a page without text: letters turned into drawings
UNREADABLE_SHARE = 1 / 3  # of a page's characters: where Chinese is lost, figures and Latin may still be there
WHOLE_FILE = frozenset({"timeout", "too-many-cells", "too-many-pages", "zip-bomb", "encrypted"})  # errors that end the reading
NO_TITLE = re.compile(
    r"(?i)^\s*(?:untitled|无标题|文档\d*|document\d*|工作表?\d*|sheet\d*|microsoft (?:word|excel|powerpoint)\s*-\s*.*)?\s*$"
)


def read_pdf(data: bytes, budget: Budget) -> Blocks:
    """The blocks of a pdf; pages that cannot be read are failures beside the others."""
    with quiet():
        return _Reading(data, budget).blocks()


class _Reading:
    """One file while it is read."""

    def __init__(self, data: bytes, budget: Budget) -> None:
        self.budget = budget
        self.document: Document = open_document(data, budget)
        self.faces = Faces()
        self.pages: list[PageContent] = []
        self.failures: list[ReadError] = []
        self.notes: dict[str, list[int]] = defaultdict(list)

    def blocks(self) -> Blocks:
        """Reads every page, then what only the whole file tells."""
        count = 0
        for count, page in enumerate(pages_of(self.document, self.budget), 1):
            if isinstance(page, ReadError):
                self.failures.append(page)
                continue
            try:
                self._read_page(page, count)
            except ReadError as error:
                if error.code in WHOLE_FILE:
                    raise
                self.failures.append(error)
            except (CrowdedPageError, TangledPageError) as error:
                self.failures.append(ReadError("too-many-marks", f"这一页的图形过于复杂：{error}", SPLIT, f"第{count}页"))
            except DAMAGE:
                self.failures.append(page_damage(f"第{count}页"))
        self._refuse_if_nothing_is_left(count)
        doubts = tuple(f"{_page_list(numbers)}{note}" for note, numbers in self.notes.items())
        return Blocks("pdf", tuple(blocks_of(self.pages)), self._title(), doubts, tuple(self.failures))

    def _read_page(self, page: PDFPage, number: int) -> None:
        place = f"第{number}页"
        marks = paint_page(page, self.faces, self.budget, place)
        _refuse_scan(marks, place)
        drop_watermarks(marks)
        marks = turned(marks)
        lost = _unreadable(marks, place)
        if marks.torn:
            self.failures.append(ReadError("damaged", "这一页的内容不完整，只读出了一部分", REPRINT, place))
        if lost:
            self.notes[f"有个别字符无法识别，以“{UNREADABLE}”代替"].append(number)
        if marks.misused:
            self.notes["有个别绘图指令无法理解，已跳过"].append(number)
        if marks.slanted:
            self.notes["有斜排或特大的文字（水印或印章），没有读入"].append(number)
        before = self.pages[-1].layout if self.pages and self.pages[-1].number == number - 1 else None
        content = content_of(marks, number, self.budget, before)
        if content.guessed:
            self.notes["有表格没有竖线，各列是按文字之间的空白划分的"].append(number)
        self.pages.append(content)

    def _refuse_if_nothing_is_left(self, count: int) -> None:
        """A file none of whose pages could be read is an error, named after its pages."""
        if not self.failures or any(page.lines or page.grids for page in self.pages):
            return
        codes = {failure.code for failure in self.failures}
        if codes == {"scanned-page"}:
            raise ReadError("scanned-pdf", "这是扫描件（只有图像，没有文字层），无法读取文字", OCR)
        if codes == {"unreadable-font"}:
            raise ReadError("unreadable-font", self.failures[0].cause.replace("这一页", "文件"), FONT_REMEDY)
        if count == 1 or len(codes) == 1:
            raise ReadError(self.failures[0].code, self.failures[0].cause.replace("这一页", "文件"), self.failures[0].remedy)
        raise ReadError("damaged", "所有页面都无法读取：" + "；".join(sorted({failure.cause for failure in self.failures})), REPRINT)

    def _title(self) -> str | None:
        """The title property, where it is one."""
        try:
            value = resolve1(next((info["Title"] for info in self.document.info if "Title" in info), None))
            title = _decoded(value).strip() if isinstance(value, bytes) else ""
        except DAMAGE:
            return None
        return None if NO_TITLE.match(title) or "\ufffd" in title else title


def _decoded(value: bytes) -> str:
    """A text string of the file; WPS writes GBK where the standard wants UTF-16."""
    if not value.startswith((b"\xfe\xff", b"\xff\xfe", b"\xef\xbb\xbf")) and not value.isascii():
        try:
            return value.decode("gb18030")
        except UnicodeDecodeError:
            pass
    if value.startswith(b"\xff\xfe"):
        return value[2:].decode("utf-16-le", "replace")
    if value.startswith(b"\xef\xbb\xbf"):
        return value[3:].decode("utf-8", "replace")
    return decode_text(value)


def _refuse_scan(marks: Marks, place: str) -> None:
    """Pages that show pictures of text instead of text."""
    area = marks.width * marks.height
    printed = (
        sum(1 for glyphs in (*marks.glyphs, marks.running) for glyph in glyphs if not glyph[4].isspace())
        if marks.count() < 1000
        else FEW + 1
    )
    if marks.pictures and (
        (printed <= FEW and marks.pictures >= MOST_OF_PAGE * area) or (not printed and marks.pictures >= SOME_OF_PAGE * area)
    ):
        raise ReadError("scanned-page", "这一页是扫描图像，没有文字层，无法读取文字", OCR, place)
    if not printed and marks.curves >= OUTLINES:
        raise ReadError("scanned-page", "这一页的文字已转成图形（轮廓线），没有文字层，无法读取文字", OCR, place)


def _unreadable(marks: Marks, place: str) -> int:
    """How many characters have no meaning because their font does not give one; too many are an error."""
    lost = sum(1 for glyphs in marks.glyphs for glyph in glyphs if glyph[4] == UNREADABLE)
    if lost:
        printed = sum(1 for glyphs in marks.glyphs for glyph in glyphs if not glyph[4].isspace())
        if lost >= UNREADABLE_SHARE * printed:
            raise ReadError("unreadable-font", "这一页的字体缺少文字对照表（ToUnicode），看得见但无法取出文字", FONT_REMEDY, place)
    return lost


def _page_list(numbers: list[int]) -> str:
    """第1、2、5页, cut short where it gets long."""
    shown = "、".join(map(str, numbers[:10]))
    return f"第{shown}页" if len(numbers) <= 10 else f"第{shown}等{len(numbers)}页"
