"""Tables as other tools flatten them to text: a cell a line, tab separated rows, and the text stream of a pdf whose cells wrap."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from word_grids import LEFT, UP, Grid, spans

OPENING, CLOSING = "（《〔【“(", "，。；：、！？）》〕】”)%％"
WORD = re.compile(rf"[{re.escape(OPENING)}]*(?:[0-9A-Za-z.,/%≥≤=]+|.)[{re.escape(CLOSING)}]*")
HAN_DIGIT = re.compile(r"(?<=[㐀-鿿])(?=[0-9A-Za-z])")
DIGIT_HAN = re.compile(r"(?<=[0-9A-Za-z])(?=[㐀-鿿])")


def cells_by_line(grid: Grid, gap: str = "\n") -> str:
    """A line per cell behind a tab, a blank line after a row and after the table; `gap` parts the paragraphs of a cell."""
    text = ""
    for row in grid:
        for cell in row:
            if cell != LEFT:
                text += "\t" + ("" if cell == UP else cell.replace("\n", gap).replace("\v", "\n")) + "\n"
        text += "\n"
    return text + "\n"


def rows_by_line(grid: Grid, closing: str = "\t") -> str:
    """Tab separated rows; a place covered by a merged cell stays empty."""
    return "".join("\t".join("" if cell in (LEFT, UP) else cell for cell in row) + closing + "\n" for row in grid)


def measure(text: str) -> float:
    """Width in Chinese characters."""
    return sum(1 if unicodedata.east_asian_width(character) in "WFA" else 0.5 for character in text)


def wrap(text: str, width: float) -> list[str]:
    """Lines of a cell: a number stays whole, closing punctuation does not start a line."""
    lines = []
    for part in text.split("\n"):
        current = ""
        for word in WORD.findall(part):
            if current and measure(current + word) > width + 0.3:
                lines.append(current)
                current = ""
            current += word
        lines.append(current)
    return lines


@dataclass
class Page:
    """Pieces of text on one page: column, height of the middle of the line (in lines), text."""

    height: int
    used: float = 0
    pieces: list[tuple[float, float, str]] = field(default_factory=list)

    def stream(self) -> str:
        """The pieces in order. A piece at the same height follows after a blank; one a line or more away opens a paragraph (blank line);
        one half a line away opens a line, or a paragraph where the line before did not open one and this one is indented against it."""
        text, start, opened, middle = "", 0.0, True, None
        for x, y, piece in self.pieces:
            if middle is None:
                start, opened = x, True
            elif abs(y - middle) < 0.25:
                text += " "
            else:
                opened = abs(y - middle) > 0.9 or (x != start and not opened)
                text += "\n\n" if opened else "\n"
                start = x
            text += piece
            middle = y
        return text


class PdfStream:
    """Lays text and tables on pages and gives them back in the order in which a word processor prints them into a pdf."""

    def __init__(self, height: int) -> None:
        self.height = height
        self.pages = [Page(height)]

    def new_page(self) -> Page:
        self.pages.append(Page(self.height))
        return self.pages[-1]

    def paragraph(self, text: str, width: float, heading: bool = False) -> None:
        """Body text: the gap before a number shows as a blank; in headings the gap behind it too."""
        for line in wrap(text, width):
            page = self.pages[-1] if self.pages[-1].used + 1 <= self.height else self.new_page()
            page.pieces.append((0, page.used + 0.5, spaced(line) if heading else HAN_DIGIT.sub(" ", line)))
            page.used += 1

    def one_line(self, *texts: str) -> None:
        """Texts side by side on one line."""
        page = self.pages[-1]
        page.pieces += [(20.0 * n, page.used + 0.5, spaced(text)) for n, text in enumerate(texts)]
        page.used += 1

    def table(self, grid: Grid, widths: Sequence[float], repeat: int = 0) -> None:
        """A table whose rows, and cells, may be cut by the end of the page; then the first `repeat` rows are printed again."""
        cells = {(i, j): (high, wrap(text, sum(widths[j : j + wide]))) for i, j, high, wide, text in spans(grid)}
        tall = [max([len(lines) for (r, _), (high, lines) in cells.items() if r == i and high == 1] or [1]) for i in range(len(grid))]
        for (i, _), (high, lines) in cells.items():
            tall[i + high - 1] += max(0, len(lines) - sum(tall[i : i + high]))
        parts = list(self.place(tall, repeat))
        for n, (page, row, top, room, skip) in enumerate(parts):
            for j in range(len(widths)):
                if (row, j) not in cells:
                    continue
                high, lines = cells[row, j]
                if high > 1 and skip:
                    continue
                extent = sum(r for p, i, _, r, _ in parts[n:] if p is page and row <= i < row + high)
                shown = lines[skip : skip + room] if high == 1 else lines
                middle = top + extent / 2 - len(shown) / 2
                page.pieces += [(sum(widths[:j]), middle + k + 0.5, spaced(line)) for k, line in enumerate(shown) if line]

    def place(self, tall: Sequence[int], repeat: int) -> Iterator[tuple[Page, int, float, int, int]]:
        """Page, row, top, lines shown and lines already shown of every part of every row."""
        for row, lines in enumerate(tall):
            skip = 0
            while skip < lines:
                page = self.pages[-1]
                room = int(min(lines - skip, self.height - page.used))
                if room < 1:
                    page = self.new_page()
                    for head in range(repeat if row >= repeat else 0):
                        yield page, head, page.used, tall[head], 0
                        page.used += tall[head]
                    continue
                yield page, row, page.used, room, skip
                page.used += room
                skip += room

    def text(self) -> str:
        """All pages; each begins behind a blank."""
        return "".join(" " + page.stream() + "\n" for page in self.pages)


def spaced(line: str) -> str:
    """The gaps between Chinese characters and numbers, which such a reader sees as blanks."""
    return DIGIT_HAN.sub(" ", HAN_DIGIT.sub(" ", line))
