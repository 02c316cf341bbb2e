"""Names of WordprocessingML, transitional and strict alike, and the wrappers that a reader looks through."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from lxml import etree

from zhibiao.errors import ReadError
from zhibiao.reading.budget import SPLIT

WORD = ("http://schemas.openxmlformats.org/wordprocessingml/2006/main", "http://purl.oclc.org/ooxml/wordprocessingml/main")
MATH = ("http://schemas.openxmlformats.org/officeDocument/2006/math", "http://purl.oclc.org/ooxml/officeDocument/math")
RELATION = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "http://purl.oclc.org/ooxml/officeDocument/relationships",
)
COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"
WORD_2010 = "http://schemas.microsoft.com/office/word/2010/wordml"

# Only names that mean something to the reader stand here: what is not listed is passed over after one dictionary lookup.
WORD_NAMES = """
    altChunk basedOn bdo body br cellDel cellMerge checkBox checked cr customXml ddList default del delInstrText delText dir document
    drawing ffData fldChar fldSimple gridAfter gridBefore gridSpan hMerge hyperlink ilvl ins instrText listEntry moveFrom moveTo name
    noBreakHyphen numId numPr object outlineLvl p pPr pStyle pict ptab r rFonts rPr rStyle result ruby rubyBase sdt sdtContent sdtPr
    showingPlcHdr smartTag softHyphen specVanish style sym t tab tbl tblGrid tc tcPr tr trPr txbxContent vMerge vanish
    abstractNum abstractNumId isLgl lvl lvlOverride lvlRestart lvlText num numFmt numStyleLink start startOverride styleLink suff
"""
MATH_NAMES = ("oMath", "oMathPara", "t", "f", "num", "den", "d", "rad", "deg")

KIND: dict[object, str] = {f"{{{space}}}{name}": name for space in WORD for name in WORD_NAMES.split()}
KIND.update({f"{{{space}}}{name}": f"m:{name}" for space in MATH for name in MATH_NAMES})
KIND.update({f"{{{COMPATIBILITY}}}{name}": f"mc:{name}" for name in ("AlternateContent", "Choice", "Fallback")})
KIND.update({f"{{{WORD_2010}}}checkbox": "w14:checkbox", f"{{{WORD_2010}}}checked": "w14:checked"})

ATTRIBUTE_NAMES = "abstractNumId ascii char fldCharType font hAnsi ilvl numId styleId type val vMerge"
ATTRIBUTES = {name: (f"{{{WORD[0]}}}{name}", f"{{{WORD[1]}}}{name}") for name in ATTRIBUTE_NAMES.split()}
RELATION_ID = tuple(f"{{{space}}}id" for space in RELATION)
TEXT_BOX = tuple(f"{{{space}}}txbxContent" for space in WORD)
SHOWN_TEXT = tuple(f"{{{space}}}{name}" for space in WORD for name in ("t", "txbxContent", "sym"))

OFF = frozenset({"0", "false", "off"})
BLOCKS = frozenset({"p", "tbl", "altChunk"})
ROWS = frozenset({"tr"})
CELLS = frozenset({"tc"})
WRAPPERS = frozenset({"sdt", "customXml", "smartTag", "ins", "moveTo", "mc:AlternateContent"})


def attribute(element: etree._Element, name: str) -> str | None:
    """An attribute of the word namespace, transitional or strict."""
    transitional, strict = ATTRIBUTES[name]
    value = element.get(transitional)
    return element.get(strict) if value is None else value


def is_on(element: etree._Element) -> bool:
    """A toggle such as w:vanish: present means on unless its value says otherwise."""
    value = attribute(element, "val")
    return value is None or value.lower() not in OFF


def number(text: str | None, default: int) -> int:
    """A whole number as files write it; nonsense and absurd length give the default."""
    if text is None or len(text) > 12:
        return default
    try:
        return int(text)
    except ValueError:
        return default


def value_number(element: etree._Element, default: int) -> int:
    """The whole number in w:val."""
    return number(attribute(element, "val"), default)


def too_deep(place: str = "") -> ReadError:
    """The error for nesting beyond limits.depth."""
    return ReadError("too-deep", "表格或文本框嵌套层数过多，疑似损坏或恶意构造", SPLIT, place)


def chosen_branch(alternate: etree._Element) -> etree._Element | None:
    """One branch of mc:AlternateContent: the first choice that shows text, else the fallback, else the first choice."""
    first = fallback = None
    for branch in alternate:
        kind = KIND.get(branch.tag)
        if kind == "mc:Choice":
            if first is None:
                first = branch
            if next(branch.iter(*SHOWN_TEXT), None) is not None:
                return branch
        elif kind == "mc:Fallback":
            fallback = branch
    return first if fallback is None else fallback


def control_content(control: etree._Element) -> tuple[etree._Element | None, str | None]:
    """The content of a w:sdt, and what stands for its text: "" for a placeholder, ☑ or ☐ for a check box, None for the text itself."""
    content = shown = None
    for child in control:
        kind = KIND.get(child.tag)
        if kind == "sdtContent":
            content = child
        elif kind == "sdtPr":
            for prop in child:
                name = KIND.get(prop.tag)
                if name == "showingPlcHdr" and is_on(prop):
                    shown = ""
                elif name == "w14:checkbox":
                    shown = check_box(prop)
    return content, shown


def check_box(box: etree._Element) -> str:
    """The state of a check box control (Word writes ☒ for a tick in some fonts, so the state decides, not the glyph)."""
    for child in box:
        if KIND.get(child.tag) == "w14:checked":
            return "☐" if (child.get(f"{{{WORD_2010}}}val") or "1").lower() in OFF else "☑"
    return "☐"


def unwrap(container: etree._Element, wanted: Collection[str], depth: int) -> Iterator[tuple[str, etree._Element, str | None]]:
    """Children of the wanted kinds, seen through content controls, custom XML and insertions: kind, element, text shown instead."""
    for child in container:
        kind = KIND.get(child.tag)
        if kind in wanted:
            yield kind, child, None  # type: ignore[misc]  # None is never wanted
        elif kind in WRAPPERS:
            yield from unwrap_inside(child, wanted, depth)


def unwrap_inside(wrapper: etree._Element, wanted: Collection[str], depth: int) -> Iterator[tuple[str, etree._Element, str | None]]:
    """The same within a wrapper, without recursion: wrappers may stand in wrappers."""
    stack: list[tuple[Iterator[etree._Element], str | None]] = [(iter((wrapper,)), None)]
    while stack:
        children, shown = stack[-1]
        for child in children:
            kind = KIND.get(child.tag)
            if kind is None:
                continue
            if kind in wanted:
                yield kind, child, shown
            elif kind in WRAPPERS:
                inner, inner_shown = open_wrapper(child, kind)
                if inner is not None:
                    if len(stack) > depth:
                        raise too_deep()
                    stack.append((iter(inner), shown if inner_shown is None else inner_shown))
                    break
        else:
            stack.pop()


def open_wrapper(element: etree._Element, kind: str) -> tuple[etree._Element | None, str | None]:
    """What a wrapper holds, and the text that stands for it if it is a control."""
    if kind == "sdt":
        return control_content(element)
    if kind == "mc:AlternateContent":
        return chosen_branch(element), None
    return element, None
