"""Tables in text that keeps the layout (pdftotext -layout): columns by where characters stand, rows by how cells are centred."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from zhibiao.parsing.flattened.fragments import HEADER_ROLES, exact_role
from zhibiao.parsing.flattened.laid_out_rows import Row, cut_rows, level_of_rows
from zhibiao.text.clean import squeeze

_PIECE = re.compile(r"\S+(?: \S+)*")
_WORD = re.compile(r"\S+")
LEVELS = ("level1", "level2")
REACH = 2  # lines over which a header word may be wrapped


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters without a wide gap: text, line, first and last position (every character counts one)."""

    text: str
    line: int
    start: int
    stop: int

    @property
    def middle(self) -> float:
        """Its centre."""
        return (self.start + self.stop) / 2


@dataclass
class LaidOutHeader:
    """The header words in column order and the lines that they take."""

    roles: list[str]
    words: list[str]
    starts: list[int]
    stops: list[int]
    first: int
    last: int


@dataclass
class LaidOutTable:
    """One table found in the layout: lines before its header, header, data rows by page."""

    header: LaidOutHeader
    head_from: int
    pages: list[tuple[int, int]] = field(default_factory=list)  # line ranges of the data


def pieces_of(line: str, number: int, pattern: re.Pattern[str] = _PIECE) -> list[Piece]:
    """The pieces of a line."""
    return [Piece(m.group(), number, m.start(), m.end()) for m in pattern.finditer(line.replace("\f", ""))]


def is_laid_out(lines: Sequence[str]) -> bool:
    """A header whose words stand apart by wide gaps."""
    return any(find_header(lines, i) is not None for i in range(len(lines)))


def find_header(lines: Sequence[str], i: int) -> LaidOutHeader | None:
    """The header around line i, if most of its words stand on this line."""
    pieces = pieces_of(lines[i], i)
    known = [p for p in pieces if exact_role(p.text) in HEADER_ROLES]
    if len(pieces) < 3 or len(known) < 2:
        return None
    kinds = {exact_role(p.text) for p in known}
    if not (kinds & {"name", "level1"} and kinds & {"value", "level2", "name"}) or len(kinds) < 2:
        return None
    return _with_wrapped(lines, i, pieces)


def _with_wrapped(lines: Sequence[str], i: int, pieces: list[Piece]) -> LaidOutHeader | None:
    """Words whose parts stand over and under each other joined; unknown ones to the left are a side column."""
    around = [p for k in range(max(0, i - REACH), min(len(lines), i + REACH + 1)) if k != i for p in pieces_of(lines[k], k)]
    groups: list[tuple[str, int, int, set[int]]] = []
    taken: set[Piece] = set()
    for piece in pieces:
        role = exact_role(piece.text)
        if role is not None:
            groups.append((piece.text, piece.start, piece.stop, {i}))
            continue
        joined = _completed(piece, around, taken)
        if joined is not None:
            groups.append(joined)
    for piece in around:  # words of which no part stands on the line itself
        if piece in taken or any(abs(piece.middle - (g[1] + g[2]) / 2) < 3 for g in groups):
            continue
        below = [q for q in around if q.line > piece.line and q not in taken and abs(q.middle - piece.middle) <= 3]
        word = piece.text + (below[0].text if below else "")
        if below and exact_role(word) is not None:
            groups.append((word, min(piece.start, below[0].start), max(piece.stop, below[0].stop), {piece.line, below[0].line}))
            taken.update((piece, below[0]))
    groups.sort(key=lambda g: g[1])
    roles = [exact_role(g[0]) or "extra" for g in groups]
    if len(roles) < 2:
        return None
    rows = set().union(*(g[3] for g in groups))
    return LaidOutHeader(roles, [g[0] for g in groups], [g[1] for g in groups], [g[2] for g in groups], min(rows), max(rows))


def _completed(piece: Piece, around: list[Piece], taken: set[Piece]) -> tuple[str, int, int, set[int]] | None:
    """A part of a word with its other parts over or under it."""
    near = [q for q in around if q not in taken and q.start < piece.stop + 2 and q.stop > piece.start - 2]
    for chosen in ([q] for q in near):
        parts = sorted([piece, *chosen], key=lambda p: p.line)
        word = "".join(p.text for p in parts)
        if exact_role(word) is not None:
            taken.update(chosen)
            return word, min(p.start for p in parts), max(p.stop for p in parts), {p.line for p in parts}
    return None


def boundaries(header: LaidOutHeader, pieces: Sequence[Piece]) -> list[float]:
    """Between each two columns the position that the fewest pieces cross; the middle of the widest such gap."""
    out: list[float] = []
    for k in range(len(header.roles) - 1):
        low = int((header.starts[k] + header.stops[k]) / 2)
        high = max(low + 1, int((header.starts[k + 1] + header.stops[k + 1]) / 2))
        crossed = [sum(p.start < x < p.stop for p in pieces) for x in range(low, high + 1)]
        fewest = min(crossed)
        out.append(_widest(crossed, fewest) + low)
    return out


def _widest(crossed: list[int], fewest: int) -> float:
    """The middle of the longest run of the least-crossed positions."""
    best, run_start, best_span = 0.0, None, -1
    for x, count in enumerate([*crossed, fewest + 1]):
        if count == fewest and run_start is None:
            run_start = x
        elif count != fewest and run_start is not None:
            if x - 1 - run_start > best_span:
                best_span, best = x - 1 - run_start, (run_start + x - 1) / 2
            run_start = None
    return best


def columns_of(pieces: Sequence[Piece], header: LaidOutHeader, borders: Sequence[float]) -> dict[int, dict[int, str]]:
    """line -> column -> text; a piece that crosses a border is parted at its blanks."""
    table: dict[int, dict[int, str]] = {}
    left = header.starts[0] - 3
    for piece in pieces:
        if piece.stop <= left and len(squeeze(piece.text)) <= 4:
            continue  # the side column (绩效指标, one or two characters a line)
        for part in _parted(piece, borders):
            column = sum(part.middle > b for b in borders)
            row = table.setdefault(part.line, {})
            row[column] = f"{row[column]} {part.text}" if column in row else part.text
    return table


def _parted(piece: Piece, borders: Sequence[float]) -> list[Piece]:
    if not any(piece.start < b - 1 and b + 1 < piece.stop for b in borders) or " " not in piece.text:
        return [piece]
    words = [Piece(m.group(), piece.line, piece.start + m.start(), piece.start + m.end()) for m in _WORD.finditer(piece.text)]
    out: list[Piece] = []
    for word in words:
        column = sum(word.middle > b for b in borders)
        if out and sum(out[-1].middle > b for b in borders) == column:
            out[-1] = Piece(f"{out[-1].text} {word.text}", word.line, out[-1].start, word.stop)
        else:
            out.append(word)
    return out


def read_page(
    lines: Sequence[str], header: LaidOutHeader, start: int, stop: int, continued: bool
) -> tuple[list[list[str]], list[int], bool]:
    """The rows of one page's data, the line of each, and whether rows had to be told by sense."""
    pieces = [p for k in range(start, stop) for p in pieces_of(lines[k], k)]
    if not pieces:
        return [], [], False
    borders = boundaries(header, pieces)
    by_line = columns_of(pieces, header, borders)
    numbers = sorted(by_line)
    texts = [c for c, role in enumerate(header.roles) if role not in LEVELS]
    rows, wrapped = cut_rows([by_line[n] for n in numbers], texts, header.roles)
    levels: dict[int, list[str]] = {}
    for role in reversed(LEVELS):
        if role in header.roles:
            c = header.roles.index(role)
            below = next(iter(levels.values()), [])
            levels[c] = level_of_rows([by_line[n] for n in numbers], rows, c, role, below, continued)
    out: list[list[str]] = []
    for r, row in enumerate(rows):
        cells = [levels[c][r] if c in levels else _joined(by_line, numbers, row, c) for c in range(len(header.roles))]
        out.append(cells)
    return out, [numbers[row.start] for row in rows], wrapped


def _joined(by_line: dict[int, dict[int, str]], numbers: list[int], row: Row, column: int) -> str:
    return "\n".join(text for k in range(row.start, row.stop) if (text := by_line[numbers[k]].get(column)))
