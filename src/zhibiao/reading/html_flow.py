"""The content of a web page or of one of its cells as a browser would print it: lines, preformatted text and tables in order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple, TypeAlias

from zhibiao.reading.blanks import EDGES, INVISIBLE, collapse
from zhibiao.reading.docx_numerals import numeral
from zhibiao.reading.html_page import BLOCKS, DROPPED, Element, Page, is_body, is_hidden, name_of

BREADCRUMB = re.compile(
    r"(?:您?(?:现在|当前|目前)(?:所在)?的?位置|您(?:所在)?的?位置|您所在位置|所在位置)\s*(?:是|为)?\s*[：:>＞»].{0,200}"
)
NUMBERED = re.compile(r"[（(]?(?:\d{1,3}|[一二三四五六七八九十]{1,3}|[A-Za-z])[)）.．、](?!\d)")  # some programs write the number twice
OUTLINE = re.compile(r"mso-outline-level\s*:\s*([1-6])", re.I)
LIST_STYLE = re.compile(
    r"list-style(?:-type)?\s*:\s*(?:[^;]{0,80}[\s:])?(none|disc|circle|square|(?:decimal|lower|upper|cjk|simp|trad)[a-z-]*)", re.I
)
SYSTEMS = {
    "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman", "lower-alpha": "lowerLetter",
    "lower-latin": "lowerLetter", "upper-alpha": "upperLetter", "upper-latin": "upperLetter",
    "lower-roman": "lowerRoman", "upper-roman": "upperRoman",
    "cjk-ideographic": "chineseCounting", "simp-chinese-informal": "chineseCounting", "trad-chinese-informal": "chineseCounting",
    "simp-chinese-formal": "chineseLegalSimplified", "cjk-earthly-branch": "ideographZodiac", "cjk-heavenly-stem": "ideographTraditional",
}  # fmt: skip
WHOLE = re.compile(r"\s*([-+]?\d{1,9})", re.ASCII)
UNNUMBERED = ("none", "disc", "circle", "square")
SHOWN_INPUTS = ("", "text", "number", "date", "month", "week", "time", "datetime", "datetime-local", "tel", "email", "url")


class Line(NamedTuple):
    """One printed line and its heading level."""

    text: str
    level: int | None


class Preformatted(NamedTuple):
    """The lines of a <pre>."""

    lines: tuple[str, ...]


Item: TypeAlias = "Line | Preformatted | Element"


class Count:
    """Where an ordered list stands."""

    def __init__(self, element: Element) -> None:
        reverse = element.get("reversed") is not None
        self.step = -1 if reverse else 1
        size = sum(1 for child in element if name_of(child) == "li") if reverse else 1
        self.next = integer(element.get("start"), size)
        styled = LIST_STYLE.search(element.get("style", ""))
        style = styled[1].lower() if styled else element.get("type", "1")
        self.shown = style not in UNNUMBERED
        self.system = SYSTEMS.get(style, "decimal")

    def label(self, item: Element) -> str:
        """The number printed before an item."""
        number = integer(item.get("value"), self.next)
        self.next = number + self.step
        if not self.shown:
            return ""
        label = numeral(number, self.system)
        return f"{label}. " if label.isascii() else f"{label}、"  # the gap is what a browser draws between marker and text


def integer(text: str | None, default: int) -> int:
    """A whole number as attributes give it; anything else is the default."""
    found = WHOLE.match(text) if text else None
    return int(found[1]) if found else default


class Flow:
    """Walks one element without recursion and gathers what it prints."""

    def __init__(self, page: Page, *, in_cell: bool = False) -> None:
        self.page = page
        self.in_cell = in_cell
        self.items: list[Item] = []
        self.buffer: list[str] = []
        self.levels: list[int] = []
        self.lists: list[Count | None] = []
        self.label = ""
        self.bodies = 0

    def run(self, root: Element) -> list[Item]:
        """The items of one element, its own tag left out."""
        self.buffer.append(root.text or "")
        path: list[tuple[Element, Iterator[Element]]] = [(root, iter(root))]
        while path:
            parent, children = path[-1]
            child = next(children, None)
            if child is not None and self.open(child):
                path.append((child, iter(child)))
                continue
            if child is None:
                path.pop()
                if path:
                    self.close(parent)
            done = parent if child is None else child
            if done is not root:
                self.buffer.append(done.tail or "")
        self.end_line()
        return self.items

    def end_line(self) -> None:
        """Print what has gathered as one line."""
        text = collapse("".join(self.buffer))
        self.buffer.clear()
        if not text or (not self.in_cell and not self.bodies and BREADCRUMB.fullmatch(text)):
            return
        label = "" if NUMBERED.match(text) else self.label
        self.items.append(Line(label + text, self.levels[-1] if self.levels else None))
        self.label = ""

    def open(self, element: Element) -> bool:
        """Take an element; True where its children are to be walked."""
        self.page.tick()
        name = name_of(element)
        if not name or name in DROPPED or is_hidden(element):
            return False
        if not self.in_cell and not self.bodies and self.page.is_chrome(element):
            self.end_line()
            return False
        if name == "table" and element in self.page.data_tables:
            self.end_line()
            self.items.append(element)
            return False
        if name in ("input", "select", "textarea"):
            self.take_field(element, name)
            return False
        if name == "pre" and next(element.iter("table"), None) is None:
            self.take_pre(element)
            return False
        self.enter(element, name)
        return True

    def enter(self, element: Element, name: str) -> None:
        """Note what an element changes for its content."""
        self.bodies += is_body(element)
        if name == "br" or name in BLOCKS:
            self.end_line()
        if level := heading_level(element, name):
            self.levels.append(level)
        if name in ("ol", "ul", "menu", "dir"):
            self.lists.append(Count(element) if name == "ol" else None)
        elif name == "li" and self.lists and self.lists[-1] is not None:
            self.label = self.lists[-1].label(element)
        self.buffer.append(element.text or "")

    def close(self, element: Element) -> None:
        """Undo what `enter` noted."""
        name = name_of(element)
        self.bodies -= is_body(element)
        if name in BLOCKS:
            self.end_line()
        if heading_level(element, name):
            self.levels.pop()
        if name in ("ol", "ul", "menu", "dir"):
            self.lists.pop()
        elif name == "li":
            self.label = ""

    def take_field(self, element: Element, name: str) -> None:
        """What a form field shows: a chosen option anywhere, typed text only in cells (elsewhere it is a search box)."""
        if name == "select":
            chosen = next((option for option in element.iter("option") if option.get("selected") is not None), None)
            self.buffer.append("" if chosen is None else "".join(raw_text(chosen)))
        elif name == "textarea":
            for line in (element.text or "").splitlines() if self.in_cell else ():
                self.buffer.append(line)
                self.end_line()
        else:
            sort = element.get("type", "").strip().lower()
            if sort in ("checkbox", "radio"):
                self.buffer.append("☑" if element.get("checked") is not None else "")
            elif self.in_cell and sort in SHOWN_INPUTS:
                self.buffer.append(element.get("value", ""))

    def take_pre(self, element: Element) -> None:
        """Preformatted text keeps its lines and blanks."""
        self.end_line()
        text = INVISIBLE.sub("", "".join(raw_text(element))).replace("\r\n", "\n").replace("\r", "\n")
        lines = text.removeprefix("\n").rstrip().split("\n")
        if self.in_cell:
            self.items.extend(Line(line.strip(EDGES), None) for line in lines if line.strip(EDGES))
        elif any(line.strip(EDGES) for line in lines):
            self.items.append(Preformatted(tuple(lines)))


def heading_level(element: Element, name: str) -> int | None:
    """1 to 6 for headings, also where Word wrote a paragraph with an outline level."""
    if len(name) == 2 and name[0] == "h" and name[1] in "123456":
        return int(name[1])
    found = OUTLINE.search(element.get("style", "")) if name == "p" else None
    return int(found[1]) if found else None


def raw_text(element: Element) -> Iterator[str]:
    """Text with its line ends; deleted and hidden parts left out."""
    yield element.text or ""
    path = [iter(element)]
    open_elements: list[Element] = []
    while path:
        child = next(path[-1], None)
        if child is None:
            path.pop()
            if open_elements:
                yield open_elements.pop().tail or ""
        elif name_of(child) in DROPPED or is_hidden(child):
            yield child.tail or ""
        else:
            yield ("\n" if name_of(child) == "br" else "") + (child.text or "")
            open_elements.append(child)
            path.append(iter(child))
