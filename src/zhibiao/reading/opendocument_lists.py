"""Ordinals of OpenDocument lists and numbered headings, which the file itself does not hold as text."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree

from zhibiao.reading.docx_numerals import numeral

NAMESPACES = {
    "urn:oasis:names:tc:opendocument:xmlns:office:1.0": "office",
    "urn:oasis:names:tc:opendocument:xmlns:text:1.0": "text",
    "urn:oasis:names:tc:opendocument:xmlns:table:1.0": "table",
    "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0": "draw",
    "urn:oasis:names:tc:opendocument:xmlns:style:1.0": "style",
    "http://www.w3.org/XML/1998/namespace": "xml",
}
URIS = {prefix: uri for uri, prefix in NAMESPACES.items()}
SYSTEMS = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
CHINESE_SYSTEMS = (
    ("一", "chineseCounting"),
    ("壹", "chineseLegalSimplified"),
    ("①", "decimalEnclosedCircle"),
    ("１", "decimalFullWidth"),
    ("甲", "ideographTraditional"),
    ("子", "ideographZodiac"),
)
CLOSED = "、，。．：；）】》」』〕"  # full-width marks bring their own gap; after others one blank stands for the tab
LEVELS = 10


def kind_of(element: etree._Element) -> str:
    """text:p, table:table ...; empty for comments and foreign names."""
    tag = element.tag
    if not isinstance(tag, str) or tag[0] != "{":
        return ""
    uri, _, local = tag[1:].partition("}")
    prefix = NAMESPACES.get(uri)
    return f"{prefix}:{local}" if prefix else ""


def attribute(element: etree._Element, name: str) -> str:
    """An attribute by its usual prefix; empty where it is missing."""
    prefix, _, local = name.partition(":")
    return element.get(f"{{{URIS[prefix]}}}{local}") or ""


def whole(text: str, default: int) -> int:
    """A whole number that is not negative."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else default


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list is numbered; an empty system is a bullet."""

    system: str = ""
    prefix: str = ""
    suffix: str = ""
    start: int = 1
    levels: int = 1  # how many levels the number shows: 1.2.3

    @classmethod
    def of(cls, element: etree._Element) -> Level:
        """From text:list-level-style-number or text:outline-level-style."""
        shape = attribute(element, "style:num-format")
        system = SYSTEMS.get(shape, "") or next((name for sign, name in CHINESE_SYSTEMS if sign in shape), "decimal")
        return cls(
            system if shape else "",
            attribute(element, "style:num-prefix"),
            attribute(element, "style:num-suffix"),
            whole(attribute(element, "text:start-value"), 1),
            whole(attribute(element, "text:display-levels"), 1),
        )


@dataclass(slots=True)
class Run:
    """Counters of one list while it is read."""

    style: str
    counts: dict[int, int] = field(default_factory=dict)


class Lists:
    """The list styles of a file and the counters of its lists; ask once per item, in reading order."""

    def __init__(self, roots: list[etree._Element]) -> None:
        self.styles: dict[str, dict[int, Level]] = {}
        self.outline: dict[int, Level] = {}
        self.by_id: dict[str, Run] = {}
        self.last: dict[str, Run] = {}
        self.headings = Run("")
        for root in roots:
            for element in root.iter(f"{{{URIS['text']}}}list-style", f"{{{URIS['text']}}}outline-style"):
                levels = {
                    whole(attribute(child, "text:level"), 0): Level.of(child)
                    for child in element
                    if kind_of(child) in ("text:list-level-style-number", "text:outline-level-style")
                }
                if kind_of(element) == "text:outline-style":
                    self.outline = levels
                else:
                    self.styles[attribute(element, "style:name")] = levels

    def begin(self, element: etree._Element) -> Run:
        """The counters for a list at the outermost level: new ones, or those of the list it continues."""
        style = attribute(element, "text:style-name")
        run = self.by_id.get(attribute(element, "text:continue-list"))
        if run is None and attribute(element, "text:continue-numbering") == "true":
            run = self.last.get(style)
        run = run or Run(style)
        self.last[style] = run
        if name := attribute(element, "xml:id"):
            self.by_id[name] = run
        return run

    def label(self, run: Run, style: str, level: int, item: etree._Element) -> str:
        """What is printed before a list item."""
        return counted(run, self.styles.get(style, {}), level, whole(attribute(item, "text:start-value"), -1))

    def heading_label(self, level: int) -> str:
        """What is printed before a heading by the document's chapter numbering."""
        return counted(self.headings, self.outline, level, -1) if self.outline else ""


def counted(run: Run, levels: dict[int, Level], level: int, start: int) -> str:
    """Move the counter of a level on and give its number with its marks."""
    own = levels.get(level, Level())
    for deeper in [key for key in run.counts if key > level]:
        del run.counts[deeper]
    run.counts[level] = start if start >= 0 else run.counts.get(level, own.start - 1) + 1
    if not own.system:
        return ""
    shown = range(max(1, level - min(own.levels, LEVELS) + 1), level + 1)
    parts = [
        numeral(run.counts.get(at, levels.get(at, own).start), levels.get(at, own).system) for at in shown if levels.get(at, own).system
    ]
    label = f"{own.prefix}{'.'.join(parts)}{own.suffix}"
    return label if label.endswith(tuple(CLOSED)) else f"{label} "
