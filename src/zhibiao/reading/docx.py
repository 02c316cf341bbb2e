"""Word documents (.docx, .docm, strict or transitional): paragraphs, tables and text boxes in the order they are read on paper."""

from __future__ import annotations

import posixpath
from typing import TypeAlias

from lxml import etree

from zhibiao.errors import ReadError
from zhibiao.model.place import Place
from zhibiao.reading.blocks import Block, Blocks, Cell, Grid, Paragraph
from zhibiao.reading.budget import SPLIT, Budget
from zhibiao.reading.docx_cells import Slot, lay_out
from zhibiao.reading.docx_names import BLOCKS, KIND, RELATION_ID, attribute, is_on, too_deep, unwrap, value_number
from zhibiao.reading.docx_numbering import Numbering
from zhibiao.reading.docx_styles import BODY_LEVEL, PLAIN, Style, Styles, list_reference
from zhibiao.reading.docx_text import Inline, Traits
from zhibiao.reading.markup import parse_xml
from zhibiao.reading.package import RESAVE, Package

MAIN_PART = "word/document.xml"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
BREATH = 1024  # paragraphs between two looks at the clock


def read_docx(data: bytes, budget: Budget) -> Blocks:
    """The blocks of a Word document's main text; headers, footers, notes and comments are not read."""
    if data.startswith(OLE):  # Office wraps an encrypted docx in an OLE file
        raise ReadError("encrypted", "文件已加密", "请去掉打开密码后再试")
    try:
        story = Story(Package(data, budget), budget)
        story.read()
    except RecursionError as error:  # beyond what the depth limits below count
        raise too_deep() from error
    return Blocks("docx", tuple(story.blocks), doubts=tuple(story.doubts))


class Parts:
    """The parts of a docx that the reader needs, found through their relationships."""

    def __init__(self, package: Package) -> None:
        self.package = package
        self.main = self._main_name()
        self.doubts: list[str] = []
        self._relations: dict[str, tuple[str, str]] | None = None

    def _main_name(self) -> str:
        for kind, target in self._read_relations("_rels/.rels", "").values():
            if kind == "officeDocument" and target in self.package:
                return target
        if MAIN_PART not in self.package:
            raise ReadError("damaged", "文件已损坏或不是 Word 文档（找不到正文）", RESAVE)
        return MAIN_PART

    def _read_relations(self, name: str, folder: str) -> dict[str, tuple[str, str]]:
        """Relationship id to (last word of its type, part name)."""
        if name not in self.package:
            return {}
        relations: dict[str, tuple[str, str]] = {}
        for child in parse_xml(self.package.read(name), name):
            target = child.get("Target") or ""
            path = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
            relations[child.get("Id") or ""] = ((child.get("Type") or "").rpartition("/")[2], path)
        return relations

    @property
    def relations(self) -> dict[str, tuple[str, str]]:
        """Relationships of the main part."""
        if self._relations is None:
            folder, name = posixpath.split(self.main)
            self._relations = self._read_relations(posixpath.join(folder, "_rels", name + ".rels"), folder)
        return self._relations

    def styles(self) -> Styles:
        """The styles, parsed as they are asked for."""
        name = self._side("styles")
        data = self.package.read(name) if name in self.package else b""
        return Styles(data, lambda: self._parse(data, name, "样式部分已损坏，标题级别可能不准"))

    def numbering(self) -> etree._Element | None:
        """The list definitions."""
        name = self._side("numbering")
        return self._parse(self.package.read(name), name, "编号部分已损坏，自动编号未读出") if name in self.package else None

    def _side(self, kind: str) -> str:
        """The name of the part that the main part relates to so, or its usual name."""
        default = posixpath.join(posixpath.dirname(self.main), kind + ".xml")
        return next((target for found, target in self.relations.values() if found == kind), default)

    def _parse(self, data: bytes, name: str, doubt: str) -> etree._Element | None:
        """Text is still worth reading without styles or lists, so a damaged part is a doubt, not a failure."""
        if not data:
            return None
        try:
            return parse_xml(data, name)
        except ReadError as error:
            if error.code != "damaged":
                raise
            self.doubts.append(doubt)
            return None


# A paragraph as shown: its text, its ordinal, its heading level, and whether its mark is deleted, so that the next paragraph goes on in
# the same line. A plain tuple: one is made for every paragraph of every cell.
Line: TypeAlias = tuple[str, str, int | None, bool]


class Story:
    """One walk through the main part; keeps what annotating needs to find a cell again."""

    def __init__(self, package: Package, budget: Budget) -> None:
        self.budget = budget
        self.depth = budget.limits.depth
        self.parts = Parts(package)
        data = package.read(self.parts.main)
        self.root = parse_xml(data, self.parts.main)
        styled = b"\0" in data[:64] or b"pStyle" in data or b"rStyle" in data or b"numPr" in data
        self.styles = self.parts.styles() if styled else Styles(b"", lambda: None)
        self._numbering: Numbering | None = None
        self.inline = Inline(self.styles, Traits.of(data, self.styles), self.depth)
        self.marks = self.inline.traits.marks
        self.blocks: list[Block] = []
        self.doubts = self.parts.doubts
        self.tables: list[etree._Element] = []  # the nth is Place.table n: every table outside other tables, in reading order
        self.lines = 0

    @property
    def numbering(self) -> Numbering:
        """The lists, read when the first numbered paragraph comes."""
        if self._numbering is None:
            self._numbering = Numbering(self.parts.numbering(), self.styles)
        return self._numbering

    def read(self) -> None:
        """Fill blocks and doubts."""
        body = next((child for child in self.root if KIND.get(child.tag) == "body"), None)
        if KIND.get(self.root.tag) != "document" or body is None:
            raise ReadError("damaged", "文件已损坏或不是 Word 文档（正文没有内容）", RESAVE, self.parts.main)
        self.container(body, 0)

    def container(self, container: etree._Element, depth: int) -> None:
        """The blocks of the body or of a text box."""
        if depth > self.depth:
            raise too_deep()
        carried = ""
        level: int | None = None
        for kind, element, shown in unwrap(container, BLOCKS, self.depth):
            if kind == "p":
                self.lines += 1
                if self.lines % BREATH == 0:
                    self.breathe()
                text, label, level, joins_next = self.line(element, shown)
                text = numbered(label, carried + text)
                carried = text if joins_next else ""
                if not joins_next:
                    self.paragraph(text, level)
                self.open_boxes(depth)
                continue
            self.paragraph(carried, level)
            carried = ""
            if kind == "tbl":
                self.table(element, depth)
            else:
                self.embedded(element)
        self.paragraph(carried, level)

    def breathe(self) -> None:
        """Hold the clock and the number of paragraphs against the limits."""
        self.budget.check_time()
        if self.lines > self.budget.limits.lines:
            raise ReadError("too-many-lines", f"段落超过 {self.budget.limits.lines} 个的上限", SPLIT)

    def paragraph(self, text: str, level: int | None) -> None:
        """Emit a paragraph that is not blank."""
        if text and not text.isspace():
            self.blocks.append(Paragraph(text, Place(part=self.parts.main, line=self.lines), level))

    def open_boxes(self, depth: int) -> None:
        """Emit the text boxes that were anchored since the last call."""
        if self.inline.boxes:
            boxes, self.inline.boxes = self.inline.boxes, []
            for box in boxes:
                self.container(box, depth + 1)

    def table(self, table: etree._Element, depth: int) -> None:
        """Emit a table, then the text boxes anchored in its cells."""
        self.tables.append(table)
        place = Place(table=len(self.tables), part=self.parts.main)
        grid = self.grid(table, place, (len(self.tables),), depth)
        if grid is not None:
            self.blocks.append(grid)
        self.open_boxes(depth)

    def grid(self, table: etree._Element, place: Place, path: tuple[int, ...], depth: int) -> Grid | None:
        """A table as a grid; None if no row of it is left."""
        if depth > self.depth:
            raise too_deep()
        layout = lay_out(table, self.budget, f"第{path[0]}个表格")
        cells = tuple([self.cell(slot, path, depth) for slot in layout.slots])
        return Grid(cells, layout.height, layout.width, place) if cells else None

    def cell(self, slot: Slot, path: tuple[int, ...], depth: int) -> Cell:
        """A cell: its paragraphs by lines, its tables apart."""
        lines: list[str] = []
        grids: list[Grid] = []
        carried = ""
        nested = 0
        for kind, element, shown in unwrap(slot.element, BLOCKS, self.depth):
            if kind == "p":
                text, label, _, joins_next = self.line(element, slot.shown if shown is None else shown)
                text = numbered(label, carried + text)
                carried = text if joins_next else ""
                if not joins_next:
                    lines.append(text)
            elif kind == "tbl":
                nested += 1
                way = (*path, *slot.order, nested)
                grid = self.grid(element, Place(table=path[0], part=self.parts.main, path=way), way, depth + 1)
                if grid is not None:
                    grids.append(grid)
            else:
                self.embedded(element)
        if carried:
            lines.append(carried)
        text = lines[0] if len(lines) == 1 else "\n".join(lines)
        return Cell(without_blank_end(text), slot.row, slot.column, slot.height, slot.span, tuple(grids))

    def line(self, paragraph: etree._Element, shown: str | None) -> Line:
        """One paragraph with what its properties and style say about it."""
        properties = paragraph[0] if len(paragraph) else None
        if properties is None or KIND.get(properties.tag) != "pPr":
            return (self.inline.read(paragraph) if shown is None else shown), "", None, False
        style = PLAIN
        outline: int | None = None
        list_id = list_level = None
        gone = concealed = False
        for prop in properties:
            kind = KIND.get(prop.tag)
            if kind is None:
                continue
            if kind == "pStyle":
                style = self.styles.get(attribute(prop, "val") or "")
            elif kind == "numPr":
                list_id, list_level = list_reference(prop)
            elif kind == "outlineLvl":
                outline = value_number(prop, BODY_LEVEL)
            elif kind == "rPr" and self.marks:
                gone, concealed = mark_state(prop)
        text = self.inline.read(paragraph, style.hidden) if shown is None else shown
        level = style.level if outline is None else outline + 1 if 0 <= outline < BODY_LEVEL else None
        if gone or (not text and (concealed or style.hidden)):
            return text, "", level, gone  # neither is counted by the list it belongs to
        return text, self.label(style, list_id, list_level), level, False

    def label(self, style: Style, list_id: int | None, list_level: int | None) -> str:
        """The ordinal of a paragraph, from its own list or its style's; list 0 means none."""
        own = style.list_id if list_id is None else list_id
        if not own:
            return ""
        if list_level is None and list_id is None:
            list_level = style.list_level
            if list_level is None:
                list_level = self.numbering.level_of_style(own, style.names)
        return self.numbering.label(own, list_level or 0)

    def embedded(self, chunk: etree._Element) -> None:
        """A w:altChunk: Word would import another file here when it opens the document."""
        relation = next((chunk.get(name) for name in RELATION_ID if chunk.get(name)), None) or ""
        target = self.parts.relations.get(relation, ("", ""))[1]
        doubt = f"文中嵌入了另一个文件（{target or '位置不明'}），其内容没有读出，请用 Word 打开并另存后再试"
        if doubt not in self.doubts:
            self.doubts.append(doubt)


def numbered(label: str, text: str) -> str:
    """The text behind its ordinal; an ordinal alone needs no gap behind it."""
    return text if not label else label + text if text else label.rstrip()


def mark_state(properties: etree._Element) -> tuple[bool, bool]:
    """Whether a paragraph mark is deleted (the next paragraph then goes on in the same line), and whether it is hidden."""
    gone = concealed = False
    for prop in properties:
        kind = KIND.get(prop.tag)
        if kind in ("del", "moveFrom"):
            gone = True
        elif kind == "vanish":
            concealed = is_on(prop)
    return gone, concealed


def without_blank_end(text: str) -> str:
    """The text without the blank lines at its end; blanks on its last line stay."""
    if not text or not text[-1].isspace():
        return text
    head = text.rstrip()
    if not head:
        return ""
    end = text.find("\n", len(head))
    return text if end < 0 else text[:end]
