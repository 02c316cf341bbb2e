"""The parts around the sheets of a workbook: sheet list, relationships, shared strings, number formats."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass, field

from lxml import etree

from zhibiao.errors import ReadError
from zhibiao.reading.number_format import BUILTIN, GENERAL, shown_text
from zhibiao.reading.package import RESAVE, Package
from zhibiao.reading.part_stream import elements

FATAL = ("zip-bomb", "too-many-cells", "timeout", "encrypted")  # of the whole file; other errors stay with their part
NO_GRID = ("chartsheet", "dialogsheet", "xlMacrosheet", "xlIntlMacrosheet")
ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
# Elements of no use that are many in bloated files: named so that they are dropped as they pass
PASSING_NAMES = ("definedName",)
PASSING_STYLES = ("font", "fill", "border", "cellStyle", "dxf")
MOST_FORMATS = 65_536  # Excel keeps 65,490 cell formats


@dataclass(frozen=True, slots=True)
class Relation:
    """Where a relationship leads; kind is the last word of its type, the same in transitional and strict files."""

    kind: str
    part: str


@dataclass(frozen=True, slots=True)
class SheetEntry:
    """One tab of the workbook."""

    name: str
    part: str
    hidden: bool = False
    has_grid: bool = True


@dataclass(slots=True)
class Workbook:
    """What every sheet needs to show its cells."""

    sheets: list[SheetEntry] = field(default_factory=list)
    shared: list[str] = field(default_factory=list)
    formats: dict[str, str] = field(default_factory=dict)  # code by style index, as the cell's s attribute writes it
    worded: dict[str, str] = field(default_factory=dict)  # those whose text section adds words to text cells
    date1904: bool = False
    doubts: list[str] = field(default_factory=list)


def open_workbook(package: Package) -> Workbook:
    """The sheet list with shared strings and formats; broken styles leave a doubt, a broken list is an error."""
    main = next((relation.part for relation in relations(package, "").values() if relation.kind == "officeDocument"), "xl/workbook.xml")
    main = find(package, main) or find(package, "xl/workbook.xml") or main
    if main.endswith(".bin") or find(package, "xl/workbook.bin"):
        raise ReadError("unsupported", "这是二进制工作簿（.xlsb），暂不支持", "请用 Excel 或 WPS 另存为 .xlsx 后再试")
    if main not in package:
        raise ReadError("damaged", "文件已损坏或不完整（找不到工作簿）", RESAVE)
    book = Workbook()
    links = relations(package, main)
    for element in elements(package, main, "workbookPr", "sheet", *PASSING_NAMES):
        if local(element) == "workbookPr":
            book.date1904 = element.get("date1904") in ("1", "true", "on")
        elif local(element) == "sheet":
            book.sheets.append(_sheet(element, links, len(book.sheets) + 1))
            if len(book.sheets) > len(package.names):
                raise ReadError("damaged", "文件已损坏或不完整（工作表多于文件内容）", RESAVE)
    parts = {relation.kind: relation.part for relation in links.values()}
    if strings := find(package, parts.get("sharedStrings", "xl/sharedStrings.xml")):
        book.shared = shared_strings(package, strings)
    if styles := find(package, parts.get("styles", "xl/styles.xml")):
        _read_formats(package, styles, book)
    return book


def find(package: Package, name: str) -> str | None:
    """A part's name as the archive spells it: some writers mix upper and lower case."""
    if name in package:
        return name
    return next((found for found in package.names if found.lower() == name.lower()), None)


def relations(package: Package, part: str) -> dict[str, Relation]:
    """Relationships of a part by their id; "" is the package itself."""
    folder, base = posixpath.split(part)
    name = find(package, posixpath.join(folder, "_rels", f"{base}.rels"))
    if name is None:
        return {}
    found: dict[str, Relation] = {}
    for element in elements(package, name, "Relationship"):
        target = (element.get("Target") or "").replace("\\", "/")
        if element.get("TargetMode") != "External":
            where = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            found[element.get("Id") or ""] = Relation((element.get("Type") or "").rpartition("/")[2], where)
    return found


def _sheet(element: etree._Element, links: dict[str, Relation], position: int) -> SheetEntry:
    link_id = next((str(value) for key, value in element.items() if str(key).endswith("}id")), "")
    link = links.get(link_id, Relation("worksheet", f"xl/worksheets/sheet{position}.xml"))
    name = unescape(element.get("name") or f"Sheet{position}")
    return SheetEntry(name, link.part, element.get("state") in ("hidden", "veryHidden"), link.kind not in NO_GRID)


def shared_strings(package: Package, part: str) -> list[str]:
    """Every shared string; more of them than cells may be read are an attack."""
    strings: list[str] = []
    for element in elements(package, part, "si"):
        strings.append(rich_text(element))
        if len(strings) % 5_000 == 0:
            package.budget.check_time()
        if len(strings) > package.budget.limits.cells:
            raise ReadError("too-many-cells", f"共享文字超过 {package.budget.limits.cells} 条的上限", RESAVE)
    return strings


def _read_formats(package: Package, part: str, book: Workbook) -> None:
    """Number formats by style index. Styles are the part that generators break most often: what could be read is kept."""
    codes = dict(BUILTIN)
    try:
        for element in elements(package, part, "numFmt", "xf", *PASSING_STYLES):
            name, parent = local(element), element.getparent()
            if name == "numFmt":
                codes[_number(element.get("numFmtId"))] = unescape(element.get("formatCode") or GENERAL)
            elif name == "xf" and parent is not None and local(parent) == "cellXfs" and len(book.formats) < MOST_FORMATS:
                book.formats[str(len(book.formats))] = codes.get(_number(element.get("numFmtId")), GENERAL)
    except ReadError as error:
        if error.code in FATAL:
            raise
        book.doubts.append("工作簿的样式已损坏，百分比和日期可能与表中显示的不同")
    book.worded = {index: code for index, code in book.formats.items() if shown_text("文", code) != "文"}


def _number(text: str | None) -> int:
    return int(text) if text and text.isascii() and text.isdecimal() and len(text) < 10 else 0


def local(element: etree._Element) -> str:
    """The tag without its namespace."""
    return str(element.tag).rpartition("}")[2]


def rich_text(element: etree._Element) -> str:
    """Text of a string item: its runs joined, phonetic guides (rPh) left out."""
    pieces: list[str] = []
    for child in element:
        name = local(child)
        if name == "t":
            pieces.append(_piece(child))
        elif name == "r":
            pieces.extend(_piece(text) for text in child if local(text) == "t")
    return unescape("".join(pieces))


def _piece(element: etree._Element) -> str:
    text = element.text or ""
    return text if element.get(XML_SPACE) == "preserve" else text.strip(" \t\r\n")


def unescape(text: str) -> str:
    """_x000D_ is how Excel writes characters that XML cannot; _x005F_ protects a real underscore."""
    if "_x" not in text:
        return text
    text = ESCAPE.sub(lambda match: chr(int(match[1], 16)), text)
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
