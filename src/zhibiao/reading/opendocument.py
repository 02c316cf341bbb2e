"""OpenDocument text and sheets (.odt, .ods, and their flat XML): what WPS and LibreOffice save beside the Microsoft formats."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from zhibiao.errors import ReadError
from zhibiao.model.place import Place
from zhibiao.reading.blocks import Block, Blocks, Cell, Grid, Paragraph
from zhibiao.reading.budget import Budget
from zhibiao.reading.docx_names import too_deep
from zhibiao.reading.markup import parse_xml
from zhibiao.reading.opendocument_cells import Slot, lay_out, sheet_slots
from zhibiao.reading.opendocument_lists import URIS, Lists, Run, attribute, kind_of, whole
from zhibiao.reading.opendocument_text import Inline
from zhibiao.reading.package import RESAVE, Package
from zhibiao.reading.sheet_grid import Area, SheetCells

SKIPPED = frozenset(("text:tracked-changes", "table:shapes", "office:forms"))
INDEXES = frozenset(("text:table-of-content", "text:illustration-index", "text:table-index", "text:alphabetical-index", "text:user-index"))
REMEMBERED = 4096
CONTENT, STYLES, MANIFEST = "content.xml", "styles.xml", "META-INF/manifest.xml"


def read_opendocument(data: bytes, budget: Budget) -> Blocks:
    """The blocks of an .odt or .ods package."""
    package = Package(data, budget)
    if MANIFEST in package and b"encryption-data" in package.read(MANIFEST):
        raise ReadError("encrypted", "文件已加密", "请去掉打开密码后再试")
    if CONTENT not in package:
        raise ReadError("damaged", "文件已损坏或不完整（找不到正文）", RESAVE)
    roots = [parse_xml(package.read(CONTENT), CONTENT)]
    if STYLES in package:
        roots.append(parse_xml(package.read(STYLES), STYLES))
    return read_roots(roots, budget)


def read_flat_opendocument(data: bytes, budget: Budget) -> Blocks:
    """The blocks of an .fodt or .fods file, which is one XML document."""
    return read_roots([parse_xml(data)], budget)


def read_roots(roots: list[etree._Element], budget: Budget) -> Blocks:
    """From the parsed content and, where they stand apart, styles."""
    body = next((child for child in roots[0] if kind_of(child) == "office:body"), None)
    for content in body if body is not None else ():
        story = Story(roots, budget)
        if kind_of(content) == "office:text":
            story.container(content, 0)
            return Blocks("odt", tuple(story.blocks))
        if kind_of(content) == "office:spreadsheet":
            story.sheets(content)
            return Blocks("ods", tuple(story.blocks), doubts=tuple(story.doubts))
    raise ReadError("unsupported", "文件不是文字或表格文档", "请另存为 .docx 或 .xlsx 后再试")


class Story:
    """One walk through the content."""

    def __init__(self, roots: list[etree._Element], budget: Budget) -> None:
        self.budget = budget
        self.depth = budget.limits.depth
        self.lists = Lists(roots)
        self.inline = Inline(self.depth)
        self.blocks: list[Block] = []
        self.doubts: list[str] = []
        self.hidden = set(hidden_styles(roots))
        self.line = 0
        self.table = 0

    def sheets(self, workbook: etree._Element) -> None:
        """One grid a visible sheet; its cells hold their values as shown."""
        for element in workbook:
            if kind_of(element) != "table:table":
                continue
            name = attribute(element, "table:name")
            label = f"工作表“{name}”"
            if attribute(element, "table:style-name") in self.hidden:
                self.doubts.append(f"{label}是隐藏的，未读取")
                continue
            cells = SheetCells()
            if self.too_wide(element, cells, label):
                self.doubts.append(f"{label}第 {self.budget.limits.grid_columns} 列以后的内容未读取")
            grid = cells.grid(Place(sheet=name, table=1), self.budget)
            self.blocks += [] if grid is None else [grid]

    def too_wide(self, sheet: etree._Element, cells: SheetCells, label: str) -> bool:
        """Fill in the cells of a sheet; True where some lie beyond the limit."""
        known: dict[etree._Element, str] = {}  # repeated cells are read once
        wide = False
        for slot in sheet_slots(sheet, self.budget, label):
            if slot.column >= self.budget.limits.grid_columns:
                wide = True
                continue
            if slot.element not in known:
                if len(known) > REMEMBERED:
                    known.clear()
                known[slot.element] = self.cell(slot, Place(), 0).text
            cells.put(slot.row, slot.column, known[slot.element])
            if slot.row_span > 1 or slot.column_span > 1:
                cells.merges.append(Area(slot.row, slot.column, slot.row + slot.row_span - 1, slot.column + slot.column_span - 1))
        return wide

    def container(self, container: etree._Element, depth: int) -> None:
        """Paragraphs and tables of the body, a section or a text box."""
        if depth > self.depth:
            raise too_deep()
        for child in container:
            kind = kind_of(child)
            if kind in ("text:p", "text:h"):
                self.paragraph(child, kind, "")
            elif kind == "text:list":
                self.read_list(child, self.lists.begin(child), attribute(child, "text:style-name"), 1, depth + 1)
            elif kind == "table:table":
                self.table += 1
                grid = self.grid(child, Place(table=self.table), depth + 1)
                self.blocks += [] if grid is None else [grid]
            elif kind.startswith("draw:"):
                self.inline.find_boxes(child)
            elif kind and kind not in SKIPPED and kind not in INDEXES:
                self.container(child, depth + 1)
            self.open_boxes(depth)

    def paragraph(self, element: etree._Element, kind: str, label: str) -> None:
        """Emit a paragraph that is not blank."""
        self.line += 1
        if self.line % 1024 == 0:
            self.budget.check_time()
        level = whole(attribute(element, "text:outline-level"), 1) if kind == "text:h" else None
        if level and not label and attribute(element, "text:is-list-header") != "true":
            label = self.lists.heading_label(level)
        text = label + self.inline.read(element)
        if text.strip():
            self.blocks.append(Paragraph(text, Place(line=self.line), level))

    def read_list(self, element: etree._Element, run: Run, style: str, level: int, depth: int) -> None:
        """The items of a list; the first paragraph of each bears its number."""
        for paragraph, label in self.list_parts(element, run, style, level, depth):
            kind = kind_of(paragraph)
            if kind in ("text:p", "text:h"):
                self.paragraph(paragraph, kind, label)
            self.open_boxes(depth)

    def list_parts(self, element: etree._Element, run: Run, style: str, level: int, depth: int) -> list[tuple[etree._Element, str]]:
        """The paragraphs of a list and of the lists inside it, each with its label."""
        if depth > self.depth:
            raise too_deep()
        found: list[tuple[etree._Element, str]] = []
        for item in element:
            if kind_of(item) not in ("text:list-item", "text:list-header"):
                continue
            label = self.lists.label(run, style, level, item) if kind_of(item) == "text:list-item" and holds_text(item) else ""
            for child in item:
                kind = kind_of(child)
                if kind in ("text:p", "text:h"):
                    found.append((child, label))
                    label = ""
                elif kind == "text:list":
                    inner = attribute(child, "text:style-name") or style
                    found += self.list_parts(child, run, inner, level + 1, depth + 1)
        return found

    def open_boxes(self, depth: int) -> None:
        """Emit the text boxes that were anchored since the last call."""
        boxes, self.inline.boxes = self.inline.boxes, []
        for box in boxes:
            self.container(box, depth + 1)

    def grid(self, table: etree._Element, place: Place, depth: int) -> Grid | None:
        """A table as a grid; None where it has no cells."""
        if depth > self.depth:
            raise too_deep()
        layout = lay_out(table, self.budget, f"第{place.table}个表格")
        cells = tuple([self.cell(slot, place, depth) for slot in layout.slots])
        return Grid(cells, layout.height, layout.width, place) if cells else None

    def cell(self, slot: Slot, place: Place, depth: int) -> Cell:
        """A cell: its paragraphs by lines, its tables apart."""
        lines: list[str] = []
        grids: list[Grid] = []
        waiting: list[tuple[etree._Element, str]] = [(child, "") for child in reversed(slot.element)]
        while waiting:
            element, label = waiting.pop()
            kind = kind_of(element)
            if kind in ("text:p", "text:h"):
                lines.append(label + self.inline.read(element))
                boxes, self.inline.boxes = self.inline.boxes, []
                waiting.extend((child, "") for box in reversed(boxes) for child in reversed(box))
            elif kind == "text:list":
                parts = self.list_parts(element, self.lists.begin(element), attribute(element, "text:style-name"), 1, depth + 1)
                waiting.extend(reversed(parts))
            elif kind == "text:section":
                waiting.extend((child, "") for child in reversed(element))
            elif kind == "table:table":
                inner = Place(table=place.table, row=slot.row + 1, column=slot.column + 1)
                grid = self.grid(element, inner, depth + 1)
                grids += [] if grid is None else [grid]
        text = "\n".join(lines).rstrip("\n") or ("" if grids else stored_value(slot.element))
        return Cell(text, slot.row, slot.column, slot.row_span, slot.column_span, tuple(grids))


def hidden_styles(roots: list[etree._Element]) -> Iterator[str]:
    """Names of table styles that hide their sheet."""
    for root in roots:
        for properties in root.iter(f"{{{URIS['style']}}}table-properties"):
            style = properties.getparent()
            if style is not None and attribute(properties, "table:display") == "false":
                yield attribute(style, "style:name")


def holds_text(item: etree._Element) -> bool:
    """Whether a list item has a paragraph of its own; one that only wraps an inner list is not counted."""
    return any(kind_of(child) in ("text:p", "text:h") for child in item)


def stored_value(cell: etree._Element) -> str:
    """The value of a cell whose writer left out the shown text."""
    kind = attribute(cell, "office:value-type")
    if kind == "percentage":
        try:
            return f"{float(attribute(cell, 'office:value')) * 100:.10g}%"
        except ValueError:
            return attribute(cell, "office:value")
    if kind == "date":
        return attribute(cell, "office:date-value").removesuffix("T00:00:00")
    return attribute(cell, "office:value") or attribute(cell, "office:string-value")
