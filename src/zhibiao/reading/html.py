"""Web pages, and documents that Word, Excel, WPS or a government site saved as html."""

from __future__ import annotations

import re

from lxml import etree

from zhibiao.errors import ReadError
from zhibiao.model.place import Place
from zhibiao.reading.blanks import collapse
from zhibiao.reading.blocks import Block, Blocks, Cell, Grid, Lines, Paragraph
from zhibiao.reading.budget import Budget
from zhibiao.reading.declared import declared_text
from zhibiao.reading.html_flow import Flow, Item, Line, Preformatted, raw_text
from zhibiao.reading.html_grid import Slot, lay_out, take_apart
from zhibiao.reading.html_page import Element, Page

RESAVE_PAGE = "请在浏览器或 WPS 中打开后，另存为 .docx 或 .xlsx 再试"
LONGEST_TITLE = 500
DEEPEST = 100  # tables within tables; each costs a few frames of Python's stack
TOO_DEEP = re.compile(r"excessive depth", re.I)
SPACES = re.compile(r"[\x00\x0b\x1c-\x1f]")
TITLE_CUTS = re.compile(r"\s*[_|｜]\s*|\s+[-–—]+\s+|\s*[—–]{1,2}\s*|-(?=[^-]*(?:网|政府|局|厅|委|平台|公开)[^-]*$)")


def read_html(data: bytes, budget: Budget) -> Blocks:
    """The text and data tables of a page, without what the site puts around them."""
    return read_pages([declared_text(data)], budget)


def read_pages(texts: list[str], budget: Budget) -> Blocks:
    """The first page; where it is only a frame, the pages that a web archive keeps behind it."""
    reader = Reader(budget)
    title = None
    for text in texts:
        root = parse_page(text)
        if root is None:
            continue
        title = title or page_title(root)
        framed = next(root.iter("frameset"), None) is not None
        if framed and len(texts) == 1:
            raise ReadError(
                "frames", "网页只是框架，内容存放在旁边的 .files 文件夹中", "请打开原文件，另存为 .xlsx、.docx 或“单个文件网页”再试"
            )
        reader.read(root)
        if reader.blocks and not reader.framed:
            break
        reader.framed = reader.framed or framed
    return Blocks("html", tuple(reader.blocks), title=title)


def parse_page(text: str) -> Element | None:
    """The tree; html without any element gives None. libxml2 cuts a page that is nested too deep without a word, so its log is read."""
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True, no_network=True)
    data = SPACES.sub(" ", text).encode("utf-8", "replace")
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        if str(error).startswith("Document is empty"):
            return None
        raise ReadError("damaged", "文件已损坏或不完整（网页无法解析）", RESAVE_PAGE) from error
    if any(TOO_DEEP.search(entry.message) for entry in parser.error_log):
        raise ReadError("too-deep", "网页标签嵌套过深，无法完整读取", RESAVE_PAGE)
    return root


def page_title(root: Element) -> str | None:
    """The part of the page's title that names a performance document, without the name of the site."""
    title = next(root.iter("title"), None)
    text = collapse("".join(raw_text(title))) if title is not None else ""
    return next((part for part in TITLE_CUTS.split(text[:LONGEST_TITLE]) if part and "绩效" in part), None)


class Reader:
    """Turns the items of a page into blocks and counts them."""

    def __init__(self, budget: Budget) -> None:
        self.budget = budget
        self.framed = False  # the first page showed the others in frames
        self.blocks: list[Block] = []
        self.line = 1
        self.table = 0

    def read(self, root: Element) -> None:
        """Running text: paragraphs, preformatted lines and tables in order."""
        self.page = Page(root, self.budget)
        self.put(Flow(self.page).run(root))

    def put(self, items: list[Item]) -> None:
        """Add items as blocks."""
        for item in items:
            if isinstance(item, Line):
                self.blocks.append(Paragraph(item.text, Place(line=self.line), item.level))
                self.line += 1
            elif isinstance(item, Preformatted):
                self.blocks.append(Lines(item.lines, Place(line=self.line)))
                self.line += len(item.lines)
            else:
                self.table += 1
                before, grid = self.grid(item, Place(table=self.table), 1)
                self.put(before)
                self.blocks += [] if grid is None else [grid]

    def grid(self, table: Element, place: Place, depth: int) -> tuple[list[Item], Grid | None]:
        """What is printed before a table, and the table."""
        if depth > min(DEEPEST, self.budget.limits.depth):
            raise ReadError("too-deep", "表格嵌套过深，无法完整读取", RESAVE_PAGE, f"表{self.table}")
        frame = take_apart(table)
        before: list[Item] = []
        for part in frame.strays + frame.captions:
            before += Flow(self.page, in_cell=True).run(part)
        slots, width = lay_out(frame.rows, self.budget)
        if not slots:
            return before, None
        cells = tuple(self.cell(slot, place, depth) for slot in slots)
        return before, Grid(cells, len(frame.rows), width, place)

    def cell(self, slot: Slot, place: Place, depth: int) -> Cell:
        """One cell: its lines, and the data tables inside it."""
        if not len(slot.element):
            return Cell(collapse(slot.element.text or ""), slot.row, slot.column, slot.row_span, slot.column_span)
        lines: list[str] = []
        grids: list[Grid] = []
        items = Flow(self.page, in_cell=True).run(slot.element)
        for item in items:
            if isinstance(item, Line):
                lines.append(item.text)
            elif isinstance(item, Preformatted):
                lines.extend(item.lines)
            else:
                inner = Place(table=place.table, row=slot.row + 1, column=slot.column + 1)
                before, grid = self.grid(item, inner, depth + 1)
                lines += [part.text for part in before if isinstance(part, Line)]
                grids += [] if grid is None else [grid]
        return Cell("\n".join(lines), slot.row, slot.column, slot.row_span, slot.column_span, tuple(grids))
