"""Runs the content of a pdf page and notes what it paints: text with its place, straight lines, boxes, pictures."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from pdfminer.pdfinterp import PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import PDFObjRef, PDFStream, list_value, resolve1
from pdfminer.psparser import LIT

from zhibiao.reading.budget import Budget
from zhibiao.reading.pdf_annotations import appearances
from zhibiao.reading.pdf_document import DAMAGE
from zhibiao.reading.pdf_fonts import Face, face_of
from zhibiao.reading.pdf_marks import Marks
from zhibiao.reading.pdf_shapes import Shapes
from zhibiao.reading.pdf_tokens import Name, operations
from zhibiao.reading.pdf_writing import Writing, multiply

Matrix = tuple[float, float, float, float, float, float]

# The densest real page (8-point type, A3) has 9,000 glyphs and 3,000 line segments; maps and engineering drawings have millions of either.
GLYPH_CEILING = 200_000
EDGE_CEILING = 50_000
PAPER = 1e10  # points; beyond this float arithmetic on the page loses the letters
A4 = (0.0, 0.0, 595.0, 842.0)  # for pages whose boxes are empty or no numbers
CONTENT_CEILING = 64 * 2**20  # bytes of one page; text and tables stay under 2 MB
FORM_DEPTH = 20
FORM_CEILING = 5_000  # forms drawn on one page, nested ones counted each time: ten forms that call each other tenfold are 10^10
CHECK_EVERY = 2_000  # operators between two looks at the clock


# What operators raise when their operands are missing, too many or of another kind.
MISUSE = (TypeError, ValueError, IndexError, AttributeError, ArithmeticError)


class CrowdedPageError(Exception):
    """A page with more marks than any table has: the message says of what."""


class Faces:
    """Fonts of one file, each loaded once."""

    def __init__(self) -> None:
        self.manager = PDFResourceManager()
        self.known: dict[int, Face] = {}

    def face(self, resource: Any) -> Face:
        """The face of a font resource; fonts that are not objects of their own are loaded per use."""
        number = resource.objid if isinstance(resource, PDFObjRef) else None
        if number in self.known:
            return self.known[number]
        spec = resolve1(resource)
        face = face_of(self.manager, number, spec) if isinstance(spec, dict) else Face(None)
        if number is not None:
            self.known[number] = face
        return face


class Painter:
    """The graphics state machine of ISO 32000-1, chapters 8 and 9, as far as text and straight lines need it."""

    def __init__(self, marks: Marks, faces: Faces, budget: Budget, place: str) -> None:
        self.marks = marks
        self.faces = faces
        self.budget = budget
        self.place = place
        self.forms = 0
        self.done = 0
        self.running: list[int] = []  # streams being run, against forms that draw themselves
        self.resources: dict[Any, Any] = {}
        self.fonts: dict[str, Face] = {}
        self.ctm: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
        self.writing = Writing(marks)
        self.shapes = Shapes(marks)
        self.saved: list[tuple[Any, ...]] = []

    def run(self, resources: Any, streams: list[Any]) -> None:
        """Runs content streams, joined as the standard says, with their own resources."""
        found = resolve1(resources)
        self.resources = found if isinstance(found, dict) else {}
        self.fonts = {}
        pieces: list[bytes] = []
        size = 0
        for stream in streams:
            pieces.append(self._content(resolve1(stream)))
            size += len(pieces[-1])
            if size > CONTENT_CEILING:
                raise CrowdedPageError(f"内容超过 {CONTENT_CEILING // 2**20} MB")
        for operator, operands in operations(b"\n".join(pieces)):
            action = OPERATORS.get(operator)
            if action is None:
                continue
            try:
                action(self, *operands)
            except MISUSE:
                self.marks.misused += 1  # an operator with wrong operands draws nothing, as in every viewer
            self.done += 1
            if self.done % CHECK_EVERY == 0:
                self._check()
        self._check()

    def _content(self, stream: Any) -> bytes:
        """The bytes of one content stream; a lost or torn one is no reason to lose the others, but it is said."""
        if not isinstance(stream, PDFStream):
            self.marks.torn = True
            return b""
        data = stream.get_data()
        self.marks.torn = self.marks.torn or getattr(stream, "torn", False)
        return data

    def _check(self) -> None:
        self.budget.check_time(self.place)
        if self.marks.count() > GLYPH_CEILING:
            raise CrowdedPageError(f"文字超过 {GLYPH_CEILING} 个")
        if self.shapes.count() > EDGE_CEILING:
            raise CrowdedPageError(f"线条超过 {EDGE_CEILING} 条")

    # graphics state

    def save(self) -> None:
        """q"""
        if len(self.saved) < OPERATOR_NESTING:
            self.saved.append((self.ctm, self.writing.state(), self.shapes.state()))

    def restore(self) -> None:
        """Q"""
        if self.saved:
            self.ctm, writing, shapes = self.saved.pop()
            self.writing.set_state(writing)
            self.shapes.set_state(shapes)

    def transform(self, *numbers: float) -> None:
        """cm"""
        a, b, c, d, e, f = map(float, numbers)
        self.ctm = multiply((a, b, c, d, e, f), self.ctm)

    # text

    def set_font(self, name: str, size: float) -> None:
        """Tf"""
        if name not in self.fonts:
            fonts = resolve1(self.resources.get("Font"))
            resource = fonts.get(str(name)) if isinstance(fonts, dict) else None
            self.fonts[name] = self.faces.face(resource)
        self.writing.face = self.fonts[name]
        self.writing.size = float(size)

    def show(self, text: bytes) -> None:
        """Tj"""
        self.writing.show([text], self.ctm)

    def show_spaced(self, parts: list[Any]) -> None:
        """TJ"""
        self.writing.show(parts, self.ctm)

    def next_line_show(self, text: bytes) -> None:
        """'"""
        self.writing.next_line()
        self.writing.show([text], self.ctm)

    def spaced_line_show(self, word_space: float, character_space: float, text: bytes) -> None:
        """\""""
        self.writing.word_space = float(word_space)
        self.writing.character_space = float(character_space)
        self.next_line_show(text)

    # tagged content

    def begin_tag(self, tag: str, properties: Any = None) -> None:
        """BDC, BMC"""
        kind = ""
        if tag == "Artifact":
            if isinstance(properties, Name):
                named = resolve1(self.resources.get("Properties"))
                properties = resolve1(named.get(str(properties))) if isinstance(named, dict) else None
            kind = _artifact(properties)
        self.writing.tags.append(kind)

    def end_tag(self) -> None:
        """EMC"""
        if self.writing.tags:
            self.writing.tags.pop()

    # things drawn by name

    def draw(self, name: str) -> None:
        """Do"""
        objects = resolve1(self.resources.get("XObject"))
        thing = resolve1(objects.get(str(name))) if isinstance(objects, dict) else None
        if not isinstance(thing, PDFStream):
            return
        if thing.get("Subtype") is LIT("Image"):
            self.shapes.picture(self.ctm)
        elif thing.get("Subtype") is LIT("Form"):
            self.draw_form(thing)

    def draw_form(self, form: PDFStream) -> None:
        """A form's content in its own space; forms without resources use the page's."""
        key = form.objid if form.objid is not None else id(form)
        self.forms += 1
        if key in self.running or len(self.running) >= FORM_DEPTH:
            return
        if self.forms > FORM_CEILING:
            raise CrowdedPageError(f"嵌套图形超过 {FORM_CEILING} 个")
        kept = (self.ctm, self.writing, self.shapes.state(), self.saved, self.resources, self.fonts)
        matrix = [float(resolve1(number)) for number in list_value(form.get("Matrix", []))]
        if len(matrix) == 6:
            self.transform(*matrix)
        self.saved = []
        self.writing = Writing(self.marks, self.writing.tags)
        self.running.append(key)
        try:
            self.run(form.get("Resources") or self.resources, [form])
        except DAMAGE:
            self.marks.torn = True
        finally:
            self.running.pop()
            self.ctm, self.writing, shapes, self.saved, self.resources, self.fonts = kept
            self.shapes.set_state(shapes)

    def inline_image(self, *_: Any) -> None:
        """EI"""
        self.shapes.picture(self.ctm)


def _artifact(properties: Any) -> str:
    """What kind of artifact a tag names: `running` for page furniture, `watermark`, nothing for borders and the like."""
    if not isinstance(properties, dict):
        return ""
    kinds = {str(getattr(properties.get(key), "name", properties.get(key))) for key in ("Type", "Subtype")}
    if "Watermark" in kinds:
        return "watermark"
    return "running" if kinds & {"Pagination", "Header", "Footer"} else ""


OPERATOR_NESTING = 10_000  # q without Q; the standard allows 28
OPERATORS: dict[bytes, Callable[..., None]] = {
    b"q": Painter.save,
    b"Q": Painter.restore,
    b"cm": Painter.transform,
    b"Tf": Painter.set_font,
    b"Tj": Painter.show,
    b"TJ": Painter.show_spaced,
    b"'": Painter.next_line_show,
    b'"': Painter.spaced_line_show,
    b"BT": lambda painter: painter.writing.begin(),
    b"Td": lambda painter, x, y: painter.writing.move(float(x), float(y)),
    b"TD": lambda painter, x, y: painter.writing.move_leading(float(x), float(y)),
    b"Tm": lambda painter, *numbers: painter.writing.set_matrix(*numbers),
    b"T*": lambda painter: painter.writing.next_line(),
    b"Tc": lambda painter, value: painter.writing.set_number("character_space", value),
    b"Tw": lambda painter, value: painter.writing.set_number("word_space", value),
    b"Tz": lambda painter, value: painter.writing.set_number("scale", value / 100),
    b"TL": lambda painter, value: painter.writing.set_number("leading", value),
    b"Ts": lambda painter, value: painter.writing.set_number("rise", value),
    b"BDC": Painter.begin_tag,
    b"BMC": Painter.begin_tag,
    b"EMC": Painter.end_tag,
    b"Do": Painter.draw,
    b"EI": Painter.inline_image,
    b"m": lambda painter, x, y: painter.shapes.path.append([(x, y)]),
    b"l": lambda painter, x, y: painter.shapes.path[-1].append((x, y)),
    b"c": lambda painter, *numbers: painter.shapes.curve(*numbers),
    b"v": lambda painter, *numbers: painter.shapes.curve(*numbers),
    b"y": lambda painter, *numbers: painter.shapes.curve(*numbers),
    b"h": lambda painter: painter.shapes.close(),
    b"re": lambda painter, *numbers: painter.shapes.rectangle(*numbers),
    b"w": lambda painter, width: painter.shapes.set_width(width),
    b"g": lambda painter, *numbers: painter.shapes.set_fill(*numbers),
    b"rg": lambda painter, *numbers: painter.shapes.set_fill(*numbers),
    b"k": lambda painter, *numbers: painter.shapes.set_inks(*numbers),
    b"sc": lambda painter, *numbers: painter.shapes.set_fill(*numbers),
    b"scn": lambda painter, *numbers: painter.shapes.set_fill(*numbers),
    b"S": lambda painter: painter.shapes.paint(painter.ctm, stroke=True),
    b"s": lambda painter: painter.shapes.paint(painter.ctm, stroke=True, close=True),
    b"f": lambda painter: painter.shapes.paint(painter.ctm, fill=True),
    b"F": lambda painter: painter.shapes.paint(painter.ctm, fill=True),
    b"f*": lambda painter: painter.shapes.paint(painter.ctm, fill=True),
    b"B": lambda painter: painter.shapes.paint(painter.ctm, stroke=True, fill=True),
    b"B*": lambda painter: painter.shapes.paint(painter.ctm, stroke=True, fill=True),
    b"b": lambda painter: painter.shapes.paint(painter.ctm, stroke=True, fill=True, close=True),
    b"b*": lambda painter: painter.shapes.paint(painter.ctm, stroke=True, fill=True, close=True),
    b"n": lambda painter: painter.shapes.forget(),
}


def seen_box(page: PDFPage) -> tuple[float, float, float, float]:
    """The part of the page that viewers show: the crop box within the media box."""
    media = _ordered(page.mediabox)
    crop = _ordered(page.cropbox)
    box = (max(media[0], crop[0]), max(media[1], crop[1]), min(media[2], crop[2]), min(media[3], crop[3]))
    return next((found for found in (box, media) if found[2] - found[0] > 1 and found[3] - found[1] > 1), A4)


def _ordered(box: Any) -> tuple[float, float, float, float]:
    left, bottom, right, top = map(float, box)
    if not all(abs(number) < PAPER for number in (left, bottom, right, top)):
        return A4
    return min(left, right), min(bottom, top), max(left, right), max(bottom, top)


def paint_page(page: PDFPage, faces: Faces, budget: Budget, place: str) -> Marks:
    """The marks of a page, turned as /Rotate says, with the origin at the top left."""
    left, bottom, right, top = seen_box(page)
    wide, high = right - left, top - bottom
    sideways = page.rotate in (90, 270)
    marks = Marks(high if sideways else wide, wide if sideways else high)
    painter = Painter(marks, faces, budget, place)
    painter.ctm = {
        90: (0.0, 1.0, 1.0, 0.0, -bottom, -left),
        180: (-1.0, 0.0, 0.0, 1.0, right, -bottom),
        270: (0.0, -1.0, -1.0, 0.0, top, right),
    }.get(page.rotate, (1.0, 0.0, 0.0, -1.0, -left, top))
    base = painter.ctm
    painter.run(page.resources, page.contents)
    for form, matrix in appearances(page):
        painter.ctm = multiply(matrix, base)
        painter.draw_form(form)
    return marks
