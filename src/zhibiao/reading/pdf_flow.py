"""Running text of a pdf: page furniture is taken out, lines that belong together become paragraphs, over page breaks too."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass

from zhibiao.model.place import Place
from zhibiao.reading.blocks import Block, Grid, Lines, Paragraph
from zhibiao.reading.pdf_page import PageContent, PlacedGrid
from zhibiao.reading.pdf_text import CLOSING, OPENING, TextLine, is_cjk

# Page numbers stand in the outer eighth of the page (GB/T 9704: 28 mm above the lower edge of A4, 9.5 %).
NUMBER_ZONE = 0.125
# Headers and footers stand outside the text area; Word's default puts them 15 mm from the edge, their lower line at 55 pt.
RUNNING_ZONE = 0.105
RUNNING_PAGES = 3
SAME_PLACE = 3.0  # points
# A line repeated in larger type is the title of a form that fills each page, and no header: titles are set in 16 to 22 pt (三号 to 二号),
# headers in 14 (四号) at most. One that ends in 表 is a title down to the size of headers in Word's own templates.
TITLE_SIZE = 14.5
FORM_SIZE = 10.6
FORM_TITLE = re.compile(r"表\s*(?:[（(][^）)]*[）)])?$")
FAR_BELOW = 1e6  # keeps distances from the lower edge apart from those from the upper one
PAGE_NUMBER = re.compile(
    r"[-—–－·\s]*(?:第\s*)?(?:\d{1,4}|[一二三四五六七八九十百]{1,5}|[ivxIVX]{1,6})\s*页?[-—–－·\s]*"
    r"|[(（]?\s*(?:第\s*\d+\s*页[\s,，、/]*共\s*\d+\s*页|共\s*\d+\s*页[\s,，、/]*第\s*\d+\s*页)\s*[)）]?"
    r"|\d{1,4}\s*/\s*\d{1,4}|(?:Page|PAGE|page|P\.?)\s*\d+(?:\s*(?:of|OF|/)\s*\d+)?"
)
ORDINAL = re.compile(
    r"[一二三四五六七八九十百]+[、．.]|[（(][一二三四五六七八九十百\d]{1,3}[)）]|\d{1,3}(?:[、．)）]|\.(?!\d))|第[一二三四五六七八九十百\d]+[部章节条项款]"
    r"|[①-⑳⑴-⒇⒈-⒛㈠-㈩●■◆•·▪➢★□☑☐]|[A-Za-z][.、)）]|附[件表录]?\s*\d*[:：]|附[件表录]|注[:：]|备注|说明[:：]|填[表报]|目标\s*\d+\s*[:：]"
)
WORD = re.compile(r"[A-Za-z0-9.,%+\-]+")

DEEPEST_INDENT = 4.5  # em; numbered headings are indented by four
INDENT = 0.6  # em: a first line is indented by two
LINE_STEP = 2.6  # em from baseline to baseline within a paragraph: Word's double spacing is 2.6 for Chinese fonts
SIZE_CHANGE = 1.12
LEAST_RIGHT = 0.7  # of the page: lines that end together before this are a list, not a text area


@dataclass(slots=True)
class _Open:
    """A paragraph that may go on."""

    text: str
    place: Place
    page: int
    last: TextLine
    left: float


def blocks_of(pages: list[PageContent]) -> list[Block]:
    """All blocks of a file in reading order."""
    dropped = _furniture(pages)
    margins = _margins(pages, dropped)
    blocks: list[Block] = []
    current: _Open | None = None
    for page in pages:
        numbered = [(number, line) for number, line in enumerate(page.lines, 1) if (page.number, number) not in dropped]
        if page.layout is not None:
            blocks.extend(_closed(current))
            current = None
            texts = tuple(page.layout.lines[number - 1].text for number, _ in numbered)
            if texts:
                blocks.append(Lines(texts, Place(page=page.number, line=1)))
            continue
        left, right = margins[_paper(page)]
        for item in _in_order(numbered, page.grids):
            if isinstance(item, Grid):
                blocks.extend(_closed(current))
                current = None
                blocks.append(item)
                continue
            number, line = item
            if current is not None and _goes_on(current, line, page.number, left, right):
                current.text = join_lines(current.text, line.text)
                current.left = min(current.left, line.left)
                current.last, current.page = line, page.number
            else:
                blocks.extend(_closed(current))
                current = _Open(line.text, Place(page=page.number, line=number), page.number, line, line.left)
    blocks.extend(_closed(current))
    return blocks


def _closed(current: _Open | None) -> list[Block]:
    return [Paragraph(current.text, current.place)] if current is not None else []


def _in_order(lines: list[tuple[int, TextLine]], grids: list[PlacedGrid]) -> list[tuple[int, TextLine] | Grid]:
    """Lines and grids by their upper edge."""
    keyed: list[tuple[float, float, tuple[int, TextLine] | Grid]] = [(line.top, line.left, (number, line)) for number, line in lines]
    keyed += [(placed.box[1], placed.box[0], placed.grid) for placed in grids]
    return [item for _, _, item in sorted(keyed, key=lambda one: one[:2])]


def join_lines(before: str, after: str) -> str:
    """Two lines of one paragraph: nothing between them, but a blank between two Latin words."""
    between = before[-1:].isascii() and after[:1].isascii() and before[-1:].isalnum() and after[:1].isalnum()
    return before + (" " if between else "") + after


def _goes_on(current: _Open, line: TextLine, page: int, left: float, right: float) -> bool:
    """Whether a line clearly belongs to the paragraph before it: that one was full, this one neither indented nor numbered."""
    last = current.last
    em = last.size
    if last.parted or line.parted or last.turned or line.turned:
        return False
    if ORDINAL.match(line.text) or not em / SIZE_CHANGE <= line.size <= em * SIZE_CHANGE:
        return False
    if page == current.page and not 0 < line.base - last.base <= LINE_STEP * em:
        return False
    if page > current.page + 1:
        return False
    if last.left > left + DEEPEST_INDENT * em:  # set to the right or centred
        return False
    return line.left <= left + INDENT * em and right - last.right < _first_word(line.text) * em + 0.2 * em


def _first_word(text: str) -> float:
    """The width in em that the line before had to offer for the start of this one."""
    if not is_cjk(text[0]):
        word = WORD.match(text)
        return min(len(word[0]) if word else 1, 20) * 0.55
    # Punctuation that may not begin or end a line drags its neighbour along.
    return 2.0 if text[0] in OPENING or text[1:2] in CLOSING else 1.0


def _paper(page: PageContent) -> tuple[int, int]:
    return round(page.width), round(page.height)


def _margins(pages: list[PageContent], dropped: set[tuple[int, int]]) -> dict[tuple[int, int], tuple[float, float]]:
    """Left and right end of the text area, for each kind of page."""
    found: dict[tuple[int, int], list[TextLine]] = defaultdict(list)
    tables: dict[tuple[int, int], list[float]] = defaultdict(list)
    for page in pages:
        paper = _paper(page)
        tables[paper].extend(placed.box[2] for placed in page.grids)
        found[paper].extend(line for number, line in enumerate(page.lines, 1) if (page.number, number) not in dropped)
    return {paper: _text_area(found[paper], tables[paper], paper[0]) for paper in found}


def _text_area(lines: list[TextLine], tables: list[float], width: int) -> tuple[float, float]:
    """Lines that end together show where the right margin is; else it is taken as wide as the left one, and tables reach it."""
    if not lines:
        return 0.0, float(width)
    left = min(line.left for line in lines)
    farthest = max(line.right for line in lines)
    full = [line for line in lines if farthest - line.right <= line.size and line.right - line.left > 0.6 * (farthest - left)]
    if len(full) >= 3 and farthest > LEAST_RIGHT * width:
        return left, farthest
    return left, max(farthest, width - left, *tables)


def _furniture(pages: list[PageContent]) -> set[tuple[int, int]]:
    """Page numbers, headers and footers, as page and line number: taken from the edge inwards, up to the first line that is neither."""
    repeated = _repeated(pages)
    dropped: set[tuple[int, int]] = set()
    for page in pages:
        above, below = _outer_lines(page)
        for lines in (above, below[::-1]):
            for number, line in lines:
                if (page.number, number) not in repeated and not _is_page_number(line, page):
                    break
                dropped.add((page.number, number))
        dropped.update((page.number, number) for number, line in enumerate(page.lines, 1) if line.turned and _is_page_number(line, page))
    return dropped


def _is_page_number(line: TextLine, page: PageContent) -> bool:
    """A number in the margin: above or below, or at the side where a landscape page is bound among upright ones."""
    if not PAGE_NUMBER.fullmatch(line.text):
        return False
    if line.turned:
        return min(line.left, page.width - line.right) < NUMBER_ZONE * page.width
    return _from_edge(line, page) < NUMBER_ZONE * page.height


def _from_edge(line: TextLine, page: PageContent) -> float:
    """How far a line is from the nearer of upper and lower edge."""
    return min(line.base - line.size, page.height - line.base)


def _repeated(pages: list[PageContent]) -> set[tuple[int, int]]:
    """Lines in the margin that stand at the same place on several pages, figures apart."""
    places: dict[str, list[tuple[float, int, int]]] = defaultdict(list)
    for page in pages:
        for number, line in (pair for lines in _outer_lines(page) for pair in lines):
            largest = FORM_SIZE if FORM_TITLE.search(line.text) else TITLE_SIZE
            if _from_edge(line, page) < RUNNING_ZONE * page.height and line.size <= largest:
                from_top = line.base if line.base < page.height / 2 else line.base - page.height - FAR_BELOW
                places[re.sub(r"\d+", "#", line.text)].append((from_top, page.number, number))
    repeated: set[tuple[int, int]] = set()
    for found in places.values():
        found.sort()
        start = 0
        for index in range(1, len(found) + 1):
            if index < len(found) and found[index][0] - found[index - 1][0] <= SAME_PLACE:
                continue
            if len({page for _, page, _ in found[start:index]}) >= RUNNING_PAGES:
                repeated.update((page, line) for _, page, line in found[start:index])
            start = index
    return repeated


def _outer_lines(page: PageContent) -> tuple[list[tuple[int, TextLine]], list[tuple[int, TextLine]]]:
    """Lines above and below everything else, three at each end; beside tables there is no furniture."""
    top = min((placed.box[1] for placed in page.grids), default=page.height)
    bottom = max((placed.box[3] for placed in page.grids), default=0.0)
    numbered = [(number, line) for number, line in enumerate(page.lines, 1) if not line.turned]
    above = [pair for pair in numbered if pair[1].base <= top + 1][:3]
    below = [pair for pair in numbered if pair[1].top >= bottom - 1][-3:]
    return above, below
