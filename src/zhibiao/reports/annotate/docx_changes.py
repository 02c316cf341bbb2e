"""Safe fixes as tracked changes: w:del round the old characters, w:ins with the new ones, everything else as it stood."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass
from datetime import datetime

from lxml import etree

from zhibiao.model.finding import Fix
from zhibiao.reading.docx_names import WORD
from zhibiao.reports.annotate.docx_comments import Numbers, word_date
from zhibiao.reports.annotate.wording import AUTHOR

_OPEN = frozenset({"hyperlink", "smartTag", "customXml", "sdt", "sdtContent", "dir", "bdo"})  # runs inside may be changed
_OTHERS = frozenset({"ins", "moveTo"})  # shown, but somebody else's change: to be settled first
_SHOWN = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_FIELDS = tuple(f"{{{space}}}{name}" for space in WORD for name in ("fldChar", "fldSimple", "sym", "ruby", "vanish", "specVanish"))
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


@dataclass(slots=True)
class _Char:
    """One character that is shown; piece is its w:t where it may be changed."""

    char: str
    piece: etree._Element | None = None
    at: int = 0


@dataclass(frozen=True, slots=True)
class _Edit:
    """Characters start to end give way to text."""

    start: int
    end: int
    text: str


def track(paragraphs: Sequence[etree._Element], fixes: Sequence[Fix], numbers: Numbers, when: datetime) -> list[Fix]:
    """Apply what can be applied without doubt: the fixes that now stand in the cell as changes."""
    if any(next(paragraph.iter(*_FIELDS), None) is not None for paragraph in paragraphs):
        return []  # what is shown there is not what stands in the runs
    chars = [char for paragraph in paragraphs for char in (*_chars(paragraph, False), _Char("\n"))]
    edits: list[_Edit] = []
    done: list[Fix] = []
    for fix in fixes:
        edit = _edit(chars, fix)
        if edit is None or any(edit != other and edit.start <= other.end and other.start <= edit.end for other in edits):
            continue
        done.append(fix)
        if edit not in edits:
            edits.append(edit)
    for edit in sorted(edits, key=lambda one: -one.start):  # from the end, so that the characters before keep their places
        _apply(chars, edit, numbers, when)
    return done


def _chars(element: etree._Element, fixed: bool) -> Iterator[_Char]:
    """What a paragraph shows, character by character."""
    for child in element:
        name = etree.QName(child).localname if isinstance(child.tag, str) else ""
        if name == "r":
            yield from _run_chars(child, fixed)
        elif name in _OPEN:
            yield from _chars(child, fixed)
        elif name in _OTHERS:
            yield from _chars(child, True)


def _run_chars(run: etree._Element, fixed: bool) -> Iterator[_Char]:
    for node in run:
        name = etree.QName(node).localname if isinstance(node.tag, str) else ""
        if name == "t":
            for at, char in enumerate(node.text or ""):
                yield _Char(char, None if fixed else node, at)
        elif name in _SHOWN:
            yield _Char(_SHOWN[name])


def _edit(chars: Sequence[_Char], fix: Fix) -> _Edit | None:
    """Where the old text stands, narrowed to what differs; None where it does not stand exactly once or may not be changed."""
    shown = [(number, one.char) for number, one in enumerate(chars) if not one.char.isspace()]
    text = "".join(char for _, char in shown)
    old = "".join(fix.old.split())
    at = text.find(old)
    if not old or fix.old == fix.new or at < 0 or text.find(old, at + 1) >= 0:
        return None
    new = "".join(fix.new.split()) if fix.old == old else fix.new  # blanks in the new text only where the old one had some
    before = _shared(old, new)
    behind = _shared(old[before:][::-1], new[before:][::-1])
    places = [number for number, _ in shown[at : at + len(old)]]
    gone, text = places[before : len(old) - behind], new[before : len(new) - behind]
    if gone:
        start, end = gone[0], gone[-1] + 1
    else:
        start = end = places[before - 1] + 1 if before else places[0]
    touched = chars[start:end] if gone else [chars[start - 1] if before else chars[start]]
    return _Edit(start, end, text) if all(one.piece is not None for one in touched) else None


def _shared(one: str, two: str) -> int:
    """How many characters both begin with."""
    return next((number for number, (a, b) in enumerate(zip(one, two, strict=False)) if a != b), min(len(one), len(two)))


def _apply(chars: Sequence[_Char], edit: _Edit, numbers: Numbers, when: datetime) -> None:
    """Cut the runs at the ends of the edit, wrap the old ones, and put the new one behind them."""
    gone = _isolated(chars, edit.start, edit.end) if edit.end > edit.start else []
    if gone:
        look, behind = gone[0], gone[-1]
        for run in gone:
            behind = _wrapped(run, "del", numbers, when)
            _renamed(run)
    else:
        look = behind = _cut(chars, edit.start)
    if not edit.text:
        return
    run = _twin(look)
    piece = etree.SubElement(run, f"{{{etree.QName(look).namespace}}}t")
    piece.text = edit.text
    if gone or (edit.start > 0 and chars[edit.start - 1].piece is not None):
        behind.addnext(run)
    else:
        behind.addprevious(run)
    _wrapped(run, "ins", numbers, when)


def _cut(chars: Sequence[_Char], place: int) -> etree._Element:
    """The run that ends where an insertion goes; the run that begins there, at the beginning of a paragraph."""
    if place > 0 and chars[place - 1].piece is not None:
        return _isolated(chars, place - 1, place, whole=False)[0]
    return _isolated(chars, place, place + 1)[0]


def _isolated(chars: Sequence[_Char], start: int, end: int, whole: bool = True) -> list[etree._Element]:
    """The runs that hold just these characters, cut off from what stands round them. whole False: only behind them."""
    pieces: list[etree._Element] = []
    for one in chars[start:end]:
        if one.piece is not None and (not pieces or pieces[-1] is not one.piece):
            pieces.append(one.piece)
    first, last = chars[start], chars[end - 1]
    if last.piece is not None:
        _split(chars, last.piece, last.at + 1)
    if whole and first.piece is not None and first.at > 0:
        moved = _split(chars, first.piece, first.at)
        pieces[0] = moved if moved is not None else pieces[0]
    for piece in pieces if whole else ():
        _alone(piece)
    return [run for piece in pieces if (run := piece.getparent()) is not None]


def _split(chars: Sequence[_Char], piece: etree._Element, at: int) -> etree._Element | None:
    """Part a w:t, and its run with it, before the character at a place: the new w:t, None where nothing stands behind."""
    text = piece.text or ""
    run = piece.getparent()
    if run is None:
        return None
    rest = list(piece.itersiblings())
    if at >= len(text) and not rest:
        return None
    other = _twin(run)
    tail = None
    if at < len(text):
        tail = etree.SubElement(other, piece.tag)
        tail.text, piece.text = text[at:], text[:at]
        for part in (piece, tail):
            part.set(_SPACE, "preserve")
        for one in chars:
            if one.piece is piece and one.at >= at:
                one.piece, one.at = tail, one.at - at
    other.extend(rest)
    run.addnext(other)
    return tail


def _twin(run: etree._Element) -> etree._Element:
    """A run that looks the same, without content."""
    other = etree.Element(run.tag)
    for key, value in run.attrib.items():
        other.set(key, value)
    other.extend(deepcopy(child) for child in run if etree.QName(child).localname == "rPr")
    return other


def _alone(piece: etree._Element) -> None:
    """Leave what stands before a w:t of the same run in a run of its own."""
    run = piece.getparent()
    if run is None:
        return
    before = [child for child in piece.itersiblings(preceding=True) if etree.QName(child).localname != "rPr"][::-1]
    if before:
        other = _twin(run)
        other.extend(before)
        run.addprevious(other)


def _wrapped(run: etree._Element, name: str, numbers: Numbers, when: datetime) -> etree._Element:
    """Put a run into a w:ins or w:del of ours."""
    space = etree.QName(run).namespace
    change = etree.Element(f"{{{space}}}{name}")
    for key, value in (("id", str(numbers.fresh())), ("author", AUTHOR), ("date", word_date(when))):
        change.set(f"{{{space}}}{key}", value)
    run.addprevious(change)
    change.append(run)
    return change


def _renamed(run: etree._Element) -> None:
    """Deleted text is w:delText."""
    for piece in run:
        if etree.QName(piece).localname == "t":
            piece.tag = f"{{{etree.QName(piece).namespace}}}delText"
            piece.set(_SPACE, "preserve")
