"""What the runs of one paragraph show: insertions but not deletions, field results but not field codes, symbols as characters."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from zhibiao.reading.docx_names import ATTRIBUTES, KIND, TEXT_BOX, attribute, chosen_branch, control_content, is_on, too_deep, value_number
from zhibiao.reading.docx_styles import Styles
from zhibiao.reading.docx_symbols import FONTS, symbol, translate

TRANSPARENT = {"ins", "moveTo", "hyperlink", "smartTag", "customXml", "fldSimple", "dir", "bdo", "rubyBase", "sdtContent"}
MARKS = {"tab": "\t", "ptab": "\t", "cr": "\n", "noBreakHyphen": "-"}  # U+2011 would part number and unit for a parser
CODE, RESULT, REPLACED = range(3)  # where a complex field stands; REPLACED: a form field whose state was written instead


@dataclass(frozen=True, slots=True)
class Traits:
    """What a document uses at all, found by searching its bytes: spares looking at the properties of every run."""

    run_properties: bool  # some run may be hidden or set in a symbol font
    marks: bool  # some paragraph mark may be deleted or hidden

    @classmethod
    def of(cls, data: bytes, styles: Styles) -> Traits:
        """Traits of a part; one in UTF-16 is taken to use everything."""
        if b"\0" in data[:64]:
            return cls(True, True)
        hidden = b"vanish" in data or styles.hides
        symbols = b"ymbol" in data or b"ingdings" in data or b"ebdings" in data
        return cls(hidden or symbols, hidden or b"del" in data or b"moveFrom" in data)


class Inline:
    """Collects the text of a paragraph, and the text boxes anchored in it."""

    def __init__(self, styles: Styles, traits: Traits, depth: int) -> None:
        self.styles = styles
        self.traits = traits
        self.depth = depth
        self.boxes: list[etree._Element] = []
        self.out: list[str] = []
        self.fields: list[int] = []
        self.silent = 0  # fields whose code or replaced result is being passed
        self.hidden = False  # by the style of the paragraph

    def read(self, paragraph: etree._Element, hidden: bool = False) -> str:
        """The text; `hidden` is what the paragraph's style says, a run may say otherwise."""
        self.out = []
        self.hidden = hidden
        self.fields.clear()  # a code without end must not swallow the rest of the file; results over many paragraphs are text anyway
        self.silent = 0
        for child in paragraph:
            kind = KIND.get(child.tag)
            if kind == "r":
                self.run(child, 0)
            elif kind is not None and kind != "pPr":
                self.inline(child, kind, 0)
        return "".join(self.out)

    def inline(self, element: etree._Element, kind: str, depth: int) -> None:
        """Anything that may stand between runs."""
        if depth > self.depth:
            raise too_deep()
        if kind in TRANSPARENT:
            for child in element:
                inner = KIND.get(child.tag)
                if inner == "r":
                    self.run(child, depth + 1)
                elif inner is not None:
                    self.inline(child, inner, depth + 1)
        elif kind == "sdt":
            content, shown = control_content(element)
            if shown is not None:
                self.say(shown)
            elif content is not None:
                self.inline(content, "sdtContent", depth + 1)
        elif kind == "mc:AlternateContent":
            branch = chosen_branch(element)
            if branch is not None:
                self.inline(branch, "sdtContent", depth + 1)
        elif kind in ("m:oMath", "m:oMathPara"):
            self.formula(element, depth + 1)

    def say(self, text: str) -> None:
        """Put text out unless a field code is being passed."""
        if not self.silent:
            self.out.append(text)

    def run(self, run: etree._Element, depth: int) -> None:
        """One w:r; fields keep their state even through hidden runs."""
        hidden = self.hidden
        font: str | None = None
        for node in run:
            kind = KIND.get(node.tag)
            if kind == "t":
                text = node.text
                if text and not hidden and not self.silent:
                    self.out.append(text if font is None else translate(text, font))
            elif kind == "rPr":
                if self.traits.run_properties:
                    hidden, font = self.run_properties(node)
            elif kind == "fldChar":
                self.field(node, hidden)
            elif kind is not None and not hidden:
                self.run_content(node, kind, depth)

    def run_content(self, node: etree._Element, kind: str, depth: int) -> None:
        """The rarer things inside a run."""
        if kind in MARKS:
            self.say(MARKS[kind])
        elif kind == "br":
            if attribute(node, "type") in (None, "textWrapping"):
                self.say("\n")
        elif kind == "sym":
            self.say(symbol(attribute(node, "font"), attribute(node, "char")))
        elif kind in ("drawing", "pict", "object"):
            self.find_boxes(node)
        elif kind == "ruby":
            for part in node:
                if KIND.get(part.tag) == "rubyBase":
                    self.inline(part, "rubyBase", depth + 1)
        elif kind == "mc:AlternateContent":
            if depth > self.depth:
                raise too_deep()
            branch = chosen_branch(node)
            if branch is not None:
                self.run(branch, depth + 1)

    def run_properties(self, properties: etree._Element) -> tuple[bool, str | None]:
        """Whether the run is hidden, and its font if that is a symbol font."""
        direct = styled = None
        font = None
        for prop in properties:
            kind = KIND.get(prop.tag)
            if kind == "vanish":
                direct = is_on(prop)
            elif kind == "rStyle":
                styled = self.styles.get(attribute(prop, "val") or "").hidden or None
            elif kind == "rFonts":
                name = attribute(prop, "ascii") or attribute(prop, "hAnsi") or ""
                font = name if name.lower() in FONTS else None
        hidden = direct if direct is not None else styled if styled is not None else self.hidden
        return hidden, font

    def field(self, mark: etree._Element, hidden: bool) -> None:
        """A w:fldChar: only what stands between separate and end is text; old form fields show their state."""
        step = mark.get(ATTRIBUTES["fldCharType"][0]) or attribute(mark, "fldCharType")
        if step == "begin":
            if len(self.fields) > self.depth:
                raise too_deep()
            state = form_state(mark)
            if state is not None and not hidden:
                self.say(state)
            self.fields.append(CODE if state is None else REPLACED)
            self.silent += 1
        elif step == "separate" and self.fields and self.fields[-1] == CODE:
            self.fields[-1] = RESULT
            self.silent -= 1
        elif step == "end" and self.fields and self.fields.pop() != RESULT:
            self.silent -= 1

    def find_boxes(self, drawing: etree._Element) -> None:
        """Text boxes of a drawing, each once: a drawing may itself offer alternatives. Boxes inside boxes are found when those are read."""
        if self.silent or next(drawing.iter(*TEXT_BOX), None) is None:
            return
        stack = [drawing]
        while stack:
            element = stack.pop()
            kind = KIND.get(element.tag)
            if kind == "txbxContent":
                self.boxes.append(element)
            elif kind == "mc:AlternateContent":
                branch = chosen_branch(element)
                if branch is not None:
                    stack.append(branch)
            else:
                stack.extend(reversed(element))

    def formula(self, element: etree._Element, depth: int) -> None:
        """A formula on one line: fractions with a slash, brackets kept, the rest in order."""
        if depth > self.depth:
            raise too_deep()
        for child in element:
            kind = KIND.get(child.tag)
            if kind in ("m:t", "t"):
                self.say(child.text or "")
            elif kind in ("del", "moveFrom"):
                continue
            elif kind == "m:d":
                self.say("(")
                self.formula(child, depth + 1)
                self.say(")")
            else:
                if kind == "m:den":
                    self.say("/")
                elif kind == "m:rad":
                    self.say("√")
                self.formula(child, depth + 1)


def form_state(mark: etree._Element) -> str | None:
    """What an old form field (w:ffData) shows if it is a check box or a list; None for text fields and other fields."""
    for data in mark:
        if KIND.get(data.tag) != "ffData":
            continue
        for widget in data:
            kind = KIND.get(widget.tag)
            if kind == "checkBox":
                states = {KIND.get(child.tag): is_on(child) for child in widget}
                return "☑" if states.get("checked", states.get("default", False)) else "☐"
            if kind == "ddList":
                return _chosen_entry(widget)
    return None


def _chosen_entry(widget: etree._Element) -> str:
    entries = [attribute(child, "val") or "" for child in widget if KIND.get(child.tag) == "listEntry"]
    chosen = {KIND.get(child.tag): value_number(child, 0) for child in widget if KIND.get(child.tag) in ("result", "default")}
    index = chosen.get("result", chosen.get("default", 0))
    return entries[index] if 0 <= index < len(entries) else ""
