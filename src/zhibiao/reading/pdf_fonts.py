"""What painting needs of a pdf font: the text and the width of each code. Broken or hostile fonts cost nothing but their text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from io import BytesIO
from typing import Any

from pdfminer.cmapdb import CMap, CMapParser, FileUnicodeMap, IdentityCMap
from pdfminer.pdfexceptions import PDFException
from pdfminer.pdffont import PDFCIDFont, PDFFont, PDFType3Font, PDFUnicodeNotDefined, TrueTypeFont
from pdfminer.pdfinterp import PDFResourceManager
from pdfminer.pdftypes import PDFStream, resolve1

from zhibiao.reading.docx_symbols import translate
from zhibiao.reading.pdf_document import DAMAGE

UNREADABLE = "\ufffd"
# Entries of a ToUnicode map or a width list: a font has at most 65,535 glyphs, and some maps name glyphs twice.
ENTRY_CEILING = 200_000
FULL_WIDTH = 1.0  # em; the width of a code in a font that cannot be loaded

# ToUnicode maps made by Skia (Chrome, macOS) and some WPS versions name radicals in place of the characters that look like them: the author
# typed 一, the file says U+2F00. NFKC folds the Kangxi radicals and compatibility forms; of the supplement only these stand alone in text.
RADICALS = dict(
    zip(
        "⺟⺠⻁⻄⻅⻆⻉⻋⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻬⻮⻰⻱⻳",
        "母民虎西见角贝车长门青韦页风飞食马骨鬼鱼鸟卤麦黄齐齿龙龟龟",
        strict=True,
    )
)
FOLDED = ((0x2F00, 0x2FD5), (0xF900, 0xFAFF), (0xFB00, 0xFB06), (0x2F800, 0x2FA1F))  # Kangxi, compatibility, ff fi fl, supplement
BLANK = {"\t": " ", "\n": " ", "\r": " ", "\u00a0": " ", "\u00ad": "-", "\u200b": "", "\ufeff": "", "\u2060": ""}
# Predefined encodings and their collections: ISO 32000-1, table 118.
COLLECTIONS = (
    ("UniGB", b"GB1"),
    ("GB", b"GB1"),
    ("UniCNS", b"CNS1"),
    ("B5", b"CNS1"),
    ("ET", b"CNS1"),
    ("HKscs", b"CNS1"),
    ("UniJIS", b"Japan1"),
    ("90ms", b"Japan1"),
    ("UniKS", b"Korea1"),
    ("KSC", b"Korea1"),
)
SUBSET = re.compile(r"^[A-Z]{6}\+")
SYMBOL_FONTS = {"symbolmt": "symbol", "wingdings2": "wingdings 2", "wingdings-regular": "wingdings", "webdings-regular": "webdings"}


class Face:
    """A font as painting sees it; `known` fills as codes turn up."""

    __slots__ = ("_font", "_symbols", "known", "single_byte", "tall", "vertical")

    def __init__(self, font: PDFFont | None) -> None:
        self._font = font
        self._symbols = _symbol_name(font)
        self.known: dict[int, tuple[str, float]] = {}
        self.vertical = font is not None and font.is_vertical()
        self.single_byte = font is None or not font.is_multibyte()
        # A Type 3 font may be drawn at size 1 with glyphs of any height: then its box tells the size of the type.
        self.tall = font.get_height() if isinstance(font, PDFType3Font) else 0.0

    def codes(self, data: bytes) -> Iterable[int]:
        """The codes that a string shows."""
        font = self._font
        if font is None:
            return data
        if isinstance(font, PDFCIDFont) and isinstance(font.cmap, CMap) and not font.cmap.code2cid:
            return IdentityCMap().decode(data)  # an encoding that pdfminer does not know would show nothing at all
        return font.decode(data)

    def look(self, code: int) -> tuple[str, float]:
        """Text and width (in em) of one code, remembered."""
        text, width = UNREADABLE, FULL_WIDTH
        if self._font is not None:
            try:
                width = float(self._font.char_width(code))
                text = plain(self._font.to_unichr(code), self._symbols)
            except PDFUnicodeNotDefined:
                pass
            except DAMAGE:
                width = FULL_WIDTH
        if not -1000 < width < 1000:  # not a number, or nonsense
            width = FULL_WIDTH
        self.known[code] = (text, width)
        return text, width


def plain(text: str, symbols: str = "") -> str:
    """The characters meant by a font's map: radicals folded, controls unreadable, symbol fonts translated."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(_plain_character(character, symbols) for character in text)


def _plain_character(character: str, symbols: str) -> str:
    if character in BLANK:
        return BLANK[character]
    if character in RADICALS:
        return RADICALS[character]
    point = ord(character)
    if any(first <= point <= last for first, last in FOLDED):
        return "户" if character == "⼾" else unicodedata.normalize("NFKC", character)  # NFKC has the traditional 戶
    if symbols and 0xF000 <= point <= 0xF0FF:
        return translate(character, symbols)
    return UNREADABLE if unicodedata.category(character) in ("Cc", "Cs", "Cn") else character


def _symbol_name(font: PDFFont | None) -> str:
    name = SUBSET.sub("", str(getattr(font, "fontname", ""))).lower()
    name = SYMBOL_FONTS.get(name, name)
    return name if name in ("symbol", "wingdings", "wingdings 2", "webdings") else ""


def face_of(manager: PDFResourceManager, number: int | None, spec: dict[str, Any]) -> Face:
    """The face of a font resource; one that cannot be loaded shows unreadable marks, so that its text is missed and not lost silently."""
    try:
        careful, mapping = _without_traps(spec)
        font = manager.get_font(number, careful)
        if mapping is not None:
            font.unicode_map = mapping  # type: ignore[attr-defined]  # simple and composite fonts both have it
        return Face(font)
    except DAMAGE:
        return Face(None)


def _without_traps(spec: dict[str, Any]) -> tuple[dict[str, Any], FileUnicodeMap | None]:
    """A copy whose maps pdfminer cannot be made to expand without bound, and the ToUnicode map read with a bound."""
    mapping: FileUnicodeMap | None = None
    careful = dict(spec)
    stream = resolve1(careful.get("ToUnicode"))
    if isinstance(stream, PDFStream):
        del careful["ToUnicode"]
        mapping = _to_unicode(stream.get_data())
    descendants = resolve1(careful.get("DescendantFonts"))
    if isinstance(descendants, list) and descendants:
        child = dict(resolve1(descendants[0]))
        _check_widths(resolve1(child.get("W")), 3)
        _check_widths(resolve1(child.get("W2")), 5)
        _name_collection(child, resolve1(careful.get("Encoding")))
        program = _take_program(child)
        if mapping is None and program is not None:
            mapping = _from_program(program.get_data())
        careful["DescendantFonts"] = [child]
    if mapping is not None:
        careful["ToUnicode"] = PDFStream({}, b"")
    return careful, mapping


def _name_collection(child: dict[str, Any], encoding: Any) -> None:
    """Sets the character collection that a predefined encoding belongs to: some writers leave it out, or plain in encrypted files."""
    name = str(getattr(encoding, "name", ""))
    ordering = next((ordering for start, ordering in COLLECTIONS if name.startswith(start)), None)
    if ordering is not None:
        child["CIDSystemInfo"] = {"Registry": b"Adobe", "Ordering": ordering, "Supplement": 0}


def _check_widths(widths: Any, group: int) -> None:
    """Refuses `first last width` entries that cover more codes than fonts have."""
    run: list[Any] = []
    total = 0
    for value in widths if isinstance(widths, list) else ():
        if isinstance(value, list):
            total += len(value)
            run = []
            continue
        run.append(value)
        if len(run) == group:
            if isinstance(run[0], int) and isinstance(run[1], int):
                total += max(run[1] - run[0], 0)
            run = []
        if total > ENTRY_CEILING:
            raise PDFException("widths of too many glyphs")


def _take_program(child: dict[str, Any]) -> PDFStream | None:
    """Takes the font program out of the child's descriptor (pdfminer unpacks it at once), and gives it where it may name the characters."""
    descriptor = resolve1(child.get("FontDescriptor"))
    if not isinstance(descriptor, dict) or "FontFile2" not in descriptor:
        return None
    program = resolve1(descriptor["FontFile2"])
    child["FontDescriptor"] = {key: value for key, value in descriptor.items() if key != "FontFile2"}
    system = resolve1(child.get("CIDSystemInfo")) or {}
    ordering = resolve1(system.get("Ordering"))
    if ordering not in (b"Identity", b"UCS") or not isinstance(program, PDFStream):
        return None  # a named collection such as Adobe-GB1 has a table of its own
    return program


class _BoundedMap(FileUnicodeMap):
    """A map that refuses to grow beyond what fonts hold: `<0000> <ffffffff> <4e00>` is one line."""

    def __init__(self) -> None:
        super().__init__()
        self.entries = 0

    def add_cid2unichr(self, cid: int, code: Any) -> None:
        self.entries += 1
        if self.entries > ENTRY_CEILING:
            raise PDFException("ToUnicode map of too many glyphs")
        super().add_cid2unichr(cid, code)


def _to_unicode(data: bytes) -> FileUnicodeMap | None:
    mapping = _BoundedMap()
    CMapParser(mapping, BytesIO(data)).run()
    return mapping if mapping.cid2unichr else None  # an empty map says nothing: the encoding may


class _BoundedProgram(TrueTypeFont):
    """A TrueType program whose segmented tables are measured before they are walked."""

    def parse_cmap_format_12(self, fp: Any, char2gid: dict[int, int]) -> None:
        start = fp.tell()
        data = fp.read(10 + 4)
        groups = int.from_bytes(data[10:14], "big")
        total = 0
        for _ in range(groups):
            group = fp.read(12)
            total += int.from_bytes(group[4:8], "big") - int.from_bytes(group[:4], "big") + 1
            if len(group) < 12 or not 0 <= total <= ENTRY_CEILING:
                raise PDFException("cmap of too many glyphs")
        fp.seek(start)
        super().parse_cmap_format_12(fp, char2gid)


def _from_program(data: bytes) -> FileUnicodeMap | None:
    """The map from glyphs to characters that an embedded program holds, for fonts without a ToUnicode map."""
    try:
        return _BoundedProgram("", BytesIO(data)).create_unicode_map()
    except DAMAGE:
        return None
