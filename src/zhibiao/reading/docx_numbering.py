"""Ordinals that Word writes itself (一、 （二） 1.2 ①): counted through the document as Word counts them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from lxml import etree

from zhibiao.reading.docx_names import KIND, attribute, is_on, number, value_number
from zhibiao.reading.docx_numerals import numeral
from zhibiao.reading.docx_styles import Styles

LEVELS = 9
LABEL = 80  # characters: w:lvlText of a sound file has less than twenty
SLOT = re.compile(r"%([1-9])")
CLOSED = "、，。．：；）】》」』〕"  # full-width marks bring their own gap; after others one blank stands for Word's tab


@dataclass(slots=True)
class Level:
    """One level of a list as defined by w:lvl."""

    start: int = 0  # what the standard says for a missing w:start
    system: str = "decimal"
    text: str = ""
    restart: int | None = None  # w:lvlRestart: 0 never, n when level n (from 1) or a higher one comes
    plain: bool = False  # w:isLgl: all numbers in plain digits
    gap: bool = True  # w:suff other than nothing
    style: str | None = None


@dataclass(slots=True)
class Abstract:
    """A list definition with its running counters, which all lists made from it share."""

    levels: dict[int, Level] = field(default_factory=dict)
    style_link: str | None = None  # w:numStyleLink: the definition stands in the list style of that id
    counters: list[int | None] = field(default_factory=lambda: [None] * LEVELS)


@dataclass(slots=True)
class Instance:
    """A w:num: a list made from a definition, with levels of its own and new starts."""

    abstract_id: str
    levels: dict[int, Level] = field(default_factory=dict)
    starts: dict[int, int] = field(default_factory=dict)
    begun: set[int] = field(default_factory=set)  # levels whose new start has taken effect


class Numbering:
    """All lists of a document; `label` moves the counters on, so call it once a paragraph, in reading order."""

    def __init__(self, root: etree._Element | None, styles: Styles) -> None:
        self.styles = styles
        self.abstracts: dict[str, Abstract] = {}
        self.instances: dict[int, Instance] = {}
        for child in root if root is not None else ():
            kind = KIND.get(child.tag)
            if kind == "abstractNum":
                self.abstracts[attribute(child, "abstractNumId") or ""] = _abstract(child)
            elif kind == "num":
                self.instances[number(attribute(child, "numId"), 0)] = _instance(child)

    def level_of_style(self, list_id: int, style_ids: tuple[str, ...]) -> int:
        """The list level that is tied to a paragraph style (w:lvl/w:pStyle); 0 where none is."""
        found = self._find(list_id)
        if found is not None:
            for style_id in style_ids:
                for index, level in (found[1].levels | found[0].levels).items():
                    if level.style == style_id:
                        return index
        return 0

    def label(self, list_id: int, index: int) -> str:
        """The ordinal that the next paragraph of that list and level shows, with its gap; "" for bullets and unknown lists."""
        found = self._find(list_id)
        if found is None or not 0 <= index < LEVELS:
            return ""
        instance, abstract = found
        level = self._level(instance, abstract, index)
        if level is None:
            return ""
        self._advance(instance, abstract, index, level)
        if level.system == "bullet":
            return ""

        def shown(match: re.Match[str]) -> str:
            """The counter of one level in its own number system."""
            which = int(match[1]) - 1
            other = self._level(instance, abstract, which) or Level()
            return numeral(abstract.counters[which] or 0, "decimal" if level.plain else other.system)

        text = SLOT.sub(shown, level.text[:LABEL])
        return text + " " if text and level.gap and text[-1] not in CLOSED and not text[-1].isspace() else text

    def _find(self, list_id: int) -> tuple[Instance, Abstract] | None:
        """The list and its definition, through at most one list style."""
        instance = self.instances.get(list_id)
        abstract = self.abstracts.get(instance.abstract_id) if instance is not None else None
        if instance is None or abstract is None:
            return None
        if abstract.style_link is not None and not abstract.levels:
            linked = self.instances.get(self.styles.get(abstract.style_link).list_id or 0)
            target = self.abstracts.get(linked.abstract_id) if linked is not None else None
            if target is not None:
                return instance, target
        return instance, abstract

    @staticmethod
    def _level(instance: Instance, abstract: Abstract, index: int) -> Level | None:
        return instance.levels.get(index) or abstract.levels.get(index)

    def _advance(self, instance: Instance, abstract: Abstract, index: int, level: Level) -> None:
        """Count one paragraph: a new start takes effect once, deeper levels begin again, skipped higher ones count as begun."""
        counters = abstract.counters
        for higher in range(index):
            if counters[higher] is None:
                outer = self._level(instance, abstract, higher)
                counters[higher] = instance.starts.get(higher, outer.start if outer is not None else 1)
        count = counters[index]
        start = instance.starts.get(index)
        if start is not None and index not in instance.begun:
            instance.begun.add(index)
            count = None
        counters[index] = count + 1 if count is not None else level.start if start is None else start
        for deeper in range(index + 1, LEVELS):
            inner = self._level(instance, abstract, deeper)
            restart = inner.restart if inner is not None else None
            if restart is None or index + 1 <= restart:
                counters[deeper] = None


def _abstract(element: etree._Element) -> Abstract:
    abstract = Abstract()
    for child in element:
        kind = KIND.get(child.tag)
        if kind == "lvl":
            abstract.levels[number(attribute(child, "ilvl"), 0)] = _level(child)
        elif kind == "numStyleLink":
            abstract.style_link = attribute(child, "val")
    return abstract


def _instance(element: etree._Element) -> Instance:
    instance = Instance("")
    for child in element:
        kind = KIND.get(child.tag)
        if kind == "abstractNumId":
            instance.abstract_id = attribute(child, "val") or ""
        elif kind == "lvlOverride":
            index = number(attribute(child, "ilvl"), 0)
            for prop in child:
                name = KIND.get(prop.tag)
                if name == "startOverride":
                    instance.starts[index] = value_number(prop, 1)
                elif name == "lvl":
                    instance.levels[index] = _level(prop)
    return instance


def _level(element: etree._Element) -> Level:
    level = Level()
    for child in element:
        kind = KIND.get(child.tag)
        if kind == "mc:AlternateContent":  # wraps the w:numFmt of formats newer than 2007; every program can show the fallback
            level.system = next((_system(prop) for prop in _fallback(child) if KIND.get(prop.tag) == "numFmt"), level.system)
        elif kind == "numFmt":
            level.system = _system(child)
        elif kind == "start":
            level.start = value_number(child, 1)
        elif kind == "lvlText":
            level.text = attribute(child, "val") or ""
        elif kind == "lvlRestart":
            level.restart = value_number(child, 0)
        elif kind == "isLgl":
            level.plain = is_on(child)
        elif kind == "suff":
            level.gap = attribute(child, "val") != "nothing"
        elif kind == "pStyle":
            level.style = attribute(child, "val")
    return level


def _system(element: etree._Element) -> str:
    return attribute(element, "val") or "decimal"


def _fallback(alternate: etree._Element) -> Iterable[etree._Element]:
    return next((branch for branch in alternate if KIND.get(branch.tag) == "mc:Fallback"), ())
