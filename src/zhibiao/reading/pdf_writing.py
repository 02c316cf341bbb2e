"""The text state of a pdf page: turns strings shown in a font into glyphs with their place."""

from __future__ import annotations

from math import hypot
from typing import Any

from zhibiao.reading.pdf_fonts import Face
from zhibiao.reading.pdf_marks import ASCENT, DOWNWARDS, TOPSY, UPRIGHT, UPWARDS, Glyph, Marks

Matrix = tuple[float, float, float, float, float, float]
IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
SLANT = 0.09  # tangent of 5 degrees: scans are off by less, watermarks by more
FAR = 1e6  # points; the largest page that pdf allows has 14,400
# A Type 3 font drawn at size 1 says nothing of its type size; its glyph box is used where it is that much larger.
TALLER = 3.0
UNDERLINE_MOVE = 100.0  # thousandths of an em; kerning moves by less


def multiply(first: Matrix, second: Matrix) -> Matrix:
    """The transformation that does the first, then the second."""
    a1, b1, c1, d1, e1, f1 = first
    a2, b2, c2, d2, e2, f2 = second
    return (
        a2 * a1 + c2 * b1,
        b2 * a1 + d2 * b1,
        a2 * c1 + c2 * d1,
        b2 * c1 + d2 * d1,
        a2 * e1 + c2 * f1 + e2,
        b2 * e1 + d2 * f1 + f2,
    )


class Writing:
    """Text state and the glyphs shown in it."""

    __slots__ = (
        "character_space",
        "face",
        "leading",
        "line",
        "marks",
        "pen",
        "rise",
        "scale",
        "size",
        "tags",
        "word_space",
    )

    def __init__(self, marks: Marks, tags: list[str] | None = None) -> None:
        self.marks = marks
        self.tags: list[str] = tags if tags is not None else []
        self.face: Face | None = None
        self.size = 0.0
        self.character_space = 0.0
        self.word_space = 0.0
        self.scale = 1.0
        self.leading = 0.0
        self.rise = 0.0
        self.line: Matrix = IDENTITY
        self.pen = 0.0  # how far along the line the pen is, in text space

    def state(self) -> tuple[Any, ...]:
        """What q saves."""
        return self.face, self.size, self.character_space, self.word_space, self.scale, self.leading, self.rise

    def set_state(self, state: tuple[Any, ...]) -> None:
        """What Q brings back."""
        self.face, self.size, self.character_space, self.word_space, self.scale, self.leading, self.rise = state

    def set_number(self, name: str, value: float) -> None:
        """One of the plain parameters."""
        setattr(self, name, float(value))

    def begin(self) -> None:
        """BT"""
        self.line = IDENTITY
        self.pen = 0.0

    def set_matrix(self, *numbers: float) -> None:
        """Tm"""
        a, b, c, d, e, f = map(float, numbers)
        self.line = (a, b, c, d, e, f)
        self.pen = 0.0

    def move(self, x: float, y: float) -> None:
        """Td"""
        a, b, c, d, e, f = self.line
        self.line = (a, b, c, d, x * a + y * c + e, x * b + y * d + f)
        self.pen = 0.0

    def move_leading(self, x: float, y: float) -> None:
        """TD"""
        self.leading = -y
        self.move(x, y)

    def next_line(self) -> None:
        """T*"""
        self.move(0.0, -self.leading)

    def show(self, parts: list[Any], ctm: Matrix) -> None:
        """Adds the glyphs of strings and moves between them (thousandths of an em, against the direction)."""
        face = self.face
        if face is None or not self.size:
            return
        a, b, c, d, e, f = multiply(self.line, ctm)
        size = abs(self.size) * hypot(c, d)
        if not (-FAR < e < FAR and -FAR < f < FAR and 0 < size < FAR):
            return
        if face.tall > TALLER:
            size *= face.tall
        if len(parts) == 3 and _carries_underline(parts, face):
            return
        if face.vertical:
            self._show_down(parts, (a, b, c, d, e, f), size)
            return
        sign = self.size * self.scale
        direction = _direction(a * sign, b * sign)
        glyphs = self._target(direction)
        e += self.rise * c
        f += self.rise * d
        # Along and across the reading direction: start and growth per unit of text space.
        along, across, step, drift = ((e, f, a, b), (f, -e, b, -a), (-e, -f, -a, -b), (-f, e, -b, a))[max(direction, 0)]
        self._advance(parts, face, glyphs, (along, across, step, drift, size))

    def _advance(self, parts: list[Any], face: Face, glyphs: list[Glyph], frame: tuple[float, float, float, float, float]) -> None:
        along, across, step, drift, size = frame
        em = self.size * self.scale
        gap = self.character_space * self.scale
        word = self.word_space * self.scale if face.single_byte else 0.0
        known = face.known
        pen = self.pen
        for part in parts:
            if not isinstance(part, bytes):
                pen -= float(part) * 0.001 * em
                continue
            for code in face.codes(part):
                text, width = known.get(code) or face.look(code)
                after = pen + width * em
                if text:
                    glyphs.append((across + drift * pen, along + step * pen, along + step * after, size, text))
                pen = after + gap
                if code == 32:
                    pen += word
        self.pen = pen

    def _show_down(self, parts: list[Any], matrix: Matrix, size: float) -> None:
        """A font that writes downwards: its glyphs stand upright under one another, centred on the pen."""
        a, b, c, d, e, f = matrix
        face = self.face
        if face is None:
            return
        direction = _direction(a * self.size, b * self.size)
        glyphs = self._target(direction)
        pen = self.pen
        for part in parts:
            if not isinstance(part, bytes):
                pen -= float(part) * 0.001 * self.size
                continue
            for code in face.codes(part):
                text, width = face.known.get(code) or face.look(code)
                base = pen - ASCENT * self.size
                x, y = e + c * base, f + d * base
                along, across = ((x, y), (y, -x), (-x, -y), (-y, x))[max(direction, 0)]
                if text:
                    glyphs.append((across, along - size / 2, along + size / 2, size, text))
                pen += width * self.size + self.character_space
        self.pen = pen
        # The pen of a line counts along it; here the line is a column.
        self.line, self.pen = (*self.line[:4], self.line[4] + self.line[2] * pen, self.line[5] + self.line[3] * pen), 0.0

    def _target(self, direction: int) -> list[Glyph]:
        if "watermark" in self.tags:
            return []
        if direction < 0:
            self.marks.slanted += 1
            return []
        if direction == UPRIGHT and "running" in self.tags:
            return self.marks.running
        return self.marks.glyphs[direction]


def _carries_underline(parts: list[Any], face: Face) -> bool:
    """LibreOffice draws two blanks, apart or upon each other, at both ends of underlined text; nobody typed them."""
    first, move, second = parts
    if not (isinstance(first, bytes) and first == second and isinstance(move, float) and abs(move) > UNDERLINE_MOVE):
        return False
    return all((face.known.get(code) or face.look(code))[0] == " " for code in face.codes(first))


def _direction(x: float, y: float) -> int:
    """Which way a line reads whose direction on the page (y grows downwards) is given; -1 for a slanted one."""
    if abs(y) <= SLANT * abs(x):
        return UPRIGHT if x > 0 else TOPSY
    if abs(x) <= SLANT * abs(y):
        return DOWNWARDS if y > 0 else UPWARDS
    return -1
