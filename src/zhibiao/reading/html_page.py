"""What belongs to a web page's text and what only surrounds it: hidden parts, navigation, link lists, tables used for layout."""

from __future__ import annotations

import re
from typing import NamedTuple, TypeAlias

from lxml import etree

from zhibiao.reading.budget import Budget

Element: TypeAlias = etree._Element

DROPPED = frozenset((
    "head", "script", "style", "noscript", "template", "noframes", "xml", "svg", "canvas", "iframe", "object", "applet",
    "audio", "video", "datalist", "button", "rt", "rp", "del", "s", "strike", "nav",
))  # fmt: skip
BLOCKS = frozenset((
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "dir", "div", "dl",
    "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup",
    "hr", "html", "legend", "li", "main", "menu", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot",
    "th", "thead", "tr", "ul",
))  # fmt: skip
ROLES = frozenset(("navigation", "banner", "contentinfo", "menu", "menubar", "search", "toolbar"))
FARMS = frozenset((
    "ul", "ol", "dl", "div", "p", "section", "aside", "td", "form", "center", "span",
))  # fmt: skip
FARM_LINKS = 3
FARM_SHARE = 0.6
PLAIN_RUN = 15  # so many characters outside links in one piece are a sentence of somebody's

HIDDEN_STYLE = re.compile(r"display\s*:\s*none|mso-hide\s*:\s*all|mso-element\s*:\s*(?:comment|header|footer)", re.I)
COMMENT_CLASS = re.compile(r"\bmsocom(?:anchor|txt|off)\b", re.I)
BODY_NAME = re.compile(
    r"article|ueditor|trs_editor|trs_view|ucap|\bzoom\b|\bpages_content\b|\b(?:con|txt|text|detail|news|view)[-_]?(?:content|text|txt|con|body|detail)\b",
    re.I,
)
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))


def name_of(element: Element) -> str:
    """The tag in lower case; empty for what is no element."""
    tag = element.tag
    return tag.lower() if isinstance(tag, str) else ""


def is_hidden(element: Element) -> bool:
    """What a browser would not show, and comments that Word keeps at the end."""
    if not element.attrib:
        return False
    if element.get("hidden") is not None or HIDDEN_STYLE.search(element.get("style", "")):
        return True
    return bool(COMMENT_CLASS.search(element.get("class", "")))


def is_body(element: Element) -> bool:
    """Whether an element holds the article itself: nothing inside is taken for navigation."""
    if name_of(element) in ("article", "main"):
        return True
    return bool(element.attrib and BODY_NAME.search(f"{element.get('id', '')} {element.get('class', '')}"))


class Tally(NamedTuple):
    """How much of an element's text stands in links."""

    chars: int = 0
    linked: int = 0
    links: int = 0
    longest: int = 0  # longest piece of text outside links
    kept: bool = False  # holds a data table, a heading or the article


class Page:
    """A parsed page with what was found out about its elements before it is read."""

    def __init__(self, root: Element, budget: Budget) -> None:
        self.root = root
        self.budget = budget
        self.steps = 0
        self.data_tables = find_data_tables(root, budget)
        self.menus = {table for table in self.data_tables if is_menu(table, budget)}
        self.farms = self.find_farms()

    def tick(self) -> None:
        """Look at the clock now and then."""
        self.steps += 1
        if self.steps % 4096 == 0:
            self.budget.check_time()

    def is_chrome(self, element: Element) -> bool:
        """Whether an element outside the article is part of the site, not of the document."""
        if element in self.farms:
            return True
        name = name_of(element)
        marked = (
            name in ("header", "footer") or element.get("role", "").lower() in ROLES or element.get("aria-hidden", "").lower() == "true"
        )
        written = name == "div" and element.get("title") in ("header", "footer")  # LibreOffice saves page headers so
        return (marked or written) and not any(table in self.data_tables and table not in self.menus for table in element.iter("table"))

    def find_farms(self) -> set[Element]:
        """Elements that are little but links."""
        if sum(1 for _ in self.root.iter("a")) < FARM_LINKS:
            return set()
        tallies: dict[Element, Tally] = {}
        farms: set[Element] = set()
        for element in reversed(self.running()):  # children come before their parents
            self.tick()
            tally = self.tally(element, tallies.pop(element, Tally()))
            if name_of(element) in FARMS and is_farm(tally):
                farms.add(element)
            parent = element.getparent()
            if parent is not None:
                tail = plain_length(element.tail)
                old = tallies.get(parent, Tally())
                tallies[parent] = Tally(
                    old.chars + tally.chars + tail,
                    old.linked + tally.linked,
                    old.links + tally.links,
                    max(old.longest, tally.longest, tail),
                    old.kept or tally.kept,
                )
        return farms

    def running(self) -> list[Element]:
        """All elements that are not inside a data table, in order."""
        found = [self.root]
        path = [iter(self.root)]
        while path:
            child = next(path[-1], None)
            if child is None:
                path.pop()
                continue
            found.append(child)
            if child not in self.data_tables:
                path.append(iter(child))
        return found

    def tally(self, element: Element, inner: Tally) -> Tally:
        """An element's count from that of its children."""
        name = name_of(element)
        if not name or name in DROPPED or is_hidden(element):
            return Tally()
        own = plain_length(element.text)
        chars = inner.chars + own
        if name == "a":
            return Tally(chars, chars, inner.links + 1, 0, inner.kept)
        kept = inner.kept or is_body(element) or (name in HEADINGS and chars > inner.linked)
        kept = kept or element in self.data_tables
        return Tally(chars, inner.linked, inner.links, max(inner.longest, own), kept)


def is_farm(tally: Tally) -> bool:
    """Several links, hardly any text of its own, nothing worth keeping."""
    return not tally.kept and tally.links >= FARM_LINKS and tally.linked > FARM_SHARE * tally.chars and tally.longest < PLAIN_RUN


def is_menu(table: Element, budget: Budget) -> bool:
    """A table whose text is mostly links."""
    budget.check_time()
    if next(table.iter("a"), None) is None:
        return False
    linked = sum(plain_length(text) for link in table.iter("a") for text in link.itertext())
    return linked > FARM_SHARE * sum(plain_length(text) for text in table.itertext())


def plain_length(text: str | bytes | None) -> int:
    """Characters that are not blank."""
    return len("".join(text.split())) if isinstance(text, str) else 0


def own_cells(table: Element) -> list[list[Element]]:
    """The cells of a table by row, none of the tables inside it."""
    rows: list[list[Element]] = []
    stack = [iter(table)]
    while stack:
        child = next(stack[-1], None)
        if child is None:
            stack.pop()
            continue
        name = name_of(child)
        if name in ("td", "th"):
            if not rows or name_of(stack_parent(child)) != "tr":
                rows.append([])
            rows[-1].append(child)
        elif name not in ("table", "caption"):
            if name == "tr":
                rows.append([])
            stack.append(iter(child))
    return [row for row in rows if row]


def stack_parent(cell: Element) -> Element:
    """The row a cell stands in, through a form tag that old pages put in between."""
    parent = cell.getparent()
    while parent is not None and name_of(parent) in ("form", "font", "span", "div", "center"):
        parent = parent.getparent()
    return cell if parent is None else parent


def find_data_tables(root: Element, budget: Budget) -> set[Element]:
    """Tables that show data; the others only lay out the page and are dissolved into their content."""
    found: set[Element] = set()
    holding: set[Element] = set()  # cells with a data table somewhere inside
    for table in reversed(list(root.iter("table"))):  # inner tables come before outer ones
        budget.check_time()
        rows = own_cells(table)
        nested = any(cell in holding for row in rows for cell in row)
        shows_data = holds_data(table, rows, holding) if nested else is_plain_data(table, rows)
        if shows_data:
            found.add(table)
        if shows_data or nested:
            for cell in table.iterancestors("td", "th"):
                if cell in holding:
                    break  # and all around it
                holding.add(cell)
    return found


def holds_data(table: Element, rows: list[list[Element]], holding: set[Element]) -> bool:
    """A table with tables inside is a form of its own only if enough of its other cells say something."""
    if table.get("role") == "presentation":
        return False
    filled = [sum(1 for cell in row if cell not in holding and has_text(cell)) for row in rows]
    if has_border(table) or any(name_of(cell) == "th" for row in rows for cell in row):
        return sum(filled) >= 2
    return sum(1 for count in filled if count >= 2) >= 2


def is_plain_data(table: Element, rows: list[list[Element]]) -> bool:
    """A table without inner tables is layout where it has one cell, or where a cell holds a whole article beside little else."""
    count = sum(len(row) for row in rows)
    if count <= 1 or table.get("role") == "presentation":
        return False
    if has_border(table) or any(name_of(cell) == "th" for row in rows for cell in row):
        return True
    narrow = all(len(row) == 1 for row in rows) or len(rows) == 1
    return not (narrow and any(holds_article(cell) for row in rows for cell in row))


def holds_article(cell: Element) -> bool:
    """A heading or several paragraphs in one cell."""
    if next(cell.iter(*sorted(HEADINGS)), None) is not None:
        return True
    return sum(1 for part in cell.iter("p", "div", "li") if plain_length(part.text) or len(part)) >= 4


def has_border(table: Element) -> bool:
    """Whether the table draws its lines by the old attribute."""
    return table.get("border", "0").strip() not in ("", "0", "0px")


def has_text(cell: Element) -> bool:
    """Whether anything is printed or typed in a cell."""
    return any(text.strip() for text in cell.itertext() if text) or next(cell.iter("input", "textarea", "select"), None) is not None
