"""Tables in text that keeps the layout (pdftotext -layout): columns by where characters stand, rows by how cells are centred."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import groupby, pairwise

from zhibiao.parsing.flattened.fragments import HEADER_ROLES, exact_role
from zhibiao.parsing.flattened.laid_out_borders import gutters, moved, parted, under_header
from zhibiao.parsing.flattened.laid_out_columns import assigned, cheapest, refined
from zhibiao.parsing.flattened.laid_out_projects import with_projects
from zhibiao.parsing.flattened.laid_out_rows import Lines, Row, cut_rows, levels_of_rows, stands_at_top
from zhibiao.parsing.flattened.senses import kind_of
from zhibiao.text.clean import squeeze

_PIECE = re.compile(r"\S+(?: \S+)*")
_WORD = re.compile(r"\S+")
_SIDE_PART = re.compile(r"^[部门整体支出年度绩效指标目标项目本实施期]{1,10}$")
_PUSHED = re.compile(r"^(.*[一-鿿)）])\s*([≥≤＞＜=＝]\s*\d\S*(?: \S+)?)$")
_LONE_SIGN = re.compile(r"^(.*\S)\s*([≥≤＞＜=＝]|[<>]=?)$")
_SIGN = re.compile(r"^(?:[≥≤＞＜=＝<>]|[<>]=|定性|定量|正向|反向)$")
_UNIT_AND_WEIGHT = re.compile(r"^([^\d\s]{1,6}) (\d{1,3}(?:\.\d)?)$")
_SIGNED_NUMBER = re.compile(r"^[^\d一-鿿]{1,2}\d[\d.,]*%?$")
_UNCLOSED = re.compile(r"^([^（()）]+)[（(][^（()）]*$")  # 指标值（包含数字及文字 over 描述）
LEVELS = ("level1", "level2")
WIDE = 4  # blanks between the words of a header that has two
ROUNDS = 2  # of telling columns and moving borders
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
class LaidOutPage:
    """Data lines of one page, with the header that the page itself prints."""

    start: int
    stop: int
    header: LaidOutHeader | None


@dataclass
class LaidOutTable:
    """One table found in the layout: lines before its header, header, data rows by page."""

    header: LaidOutHeader
    head_from: int
    pages: list[LaidOutPage] = field(default_factory=list)


def pieces_of(line: str, number: int, pattern: re.Pattern[str] = _PIECE) -> list[Piece]:
    """The pieces of a line."""
    return [Piece(m.group(), number, m.start(), m.end()) for m in pattern.finditer(line.replace("\f", ""))]


def find_header(lines: Sequence[str], i: int) -> LaidOutHeader | None:
    """The header around line i, if most of its words stand on this line."""
    pieces = _header_pieces(lines[i], i)
    known = [p for p in pieces if exact_role(p.text) in HEADER_ROLES]
    kinds = {(exact_role(p.text) or "").replace("name?", "name") for p in known}
    if len(pieces) == 2 and kinds == {"name", "value"} and pieces[1].start - pieces[0].stop >= WIDE:
        texts, starts, stops = [p.text for p in pieces], [p.start for p in pieces], [p.stop for p in pieces]
        return LaidOutHeader(["name", "value"], texts, starts, stops, i, i)
    if len(pieces) > 2 and len(known) < 2:
        kinds |= _wrapped_roles(lines, i, pieces)
    if len(pieces) < 3 or max(len(known), len(kinds)) < 2:
        return None
    if not (kinds & {"name", "level1"} and kinds & {"value", "level2", "name"}) or len(kinds) < 2:
        return None
    return _with_wrapped(lines, i, pieces)


def _wrapped_roles(lines: Sequence[str], i: int, pieces: Sequence[Piece]) -> set[str]:
    """The roles of words that go on on the next line: 一级指 over 标."""
    below = [p for k in range(i + 1, min(len(lines), i + REACH)) for p in pieces_of(lines[k], k, _WORD)]
    whole = [exact_role(p.text + q.text) for p in pieces for q in below if abs(p.middle - q.middle) <= REACH]
    return {role.replace("name?", "name") for role in whole if role in HEADER_ROLES and role is not None}


def _header_pieces(line: str, number: int) -> list[Piece]:
    """The words of a header line; columns that abut are parted by one blank only."""
    line = line.replace("\f", "")
    apart = pieces_of(line, number)
    if len(apart) < 2:
        return apart  # one blank between all words: that is plain pdf text
    out: list[Piece] = []
    for piece in apart:
        words = pieces_of(line[: piece.stop], number, _WORD)
        inside = [word for word in words if word.start >= piece.start]
        known = sum(exact_role(word.text) is not None for word in inside)
        out += inside if known and exact_role(piece.text) is None else [piece]
    return out


def _with_wrapped(lines: Sequence[str], i: int, pieces: list[Piece]) -> LaidOutHeader | None:
    """Words whose parts stand over and under each other joined; unknown ones to the left are a side column."""
    near = [k for k in range(max(0, i - REACH), min(len(lines), i + REACH + 1)) if k != i]
    around = [p for k in near for p in pieces_of(lines[k], k)]
    around += [p for k in near for p in pieces_of(lines[k], k, _WORD) if p not in around]  # columns that abut
    groups: list[tuple[str, int, int, set[int]]] = []
    taken: set[Piece] = set()
    for piece in pieces:
        role = exact_role(piece.text)
        if role is not None:
            groups.append((piece.text, piece.start, piece.stop, {i}))
            continue
        unclosed = _UNCLOSED.match(piece.text)
        if unclosed is not None and exact_role(unclosed.group(1)) is not None:
            rest = next((p for p in around if p.line > i and p.text.endswith(("）", ")"))), None)
            groups.append((unclosed.group(1), piece.start, piece.stop, {i, rest.line} if rest else {i}))
            continue
        joined = _completed(piece, around, taken)
        if joined is not None:
            groups.append(joined)
    for piece in around:  # words of which no part stands on the line itself
        beside = [(g[1] + g[2]) / 2 for g in groups] + [p.middle for p in pieces]
        if piece in taken or any(abs(piece.middle - middle) < 3 for middle in beside):
            continue
        below = [q for q in around if q.line > piece.line and q not in taken and abs(q.middle - piece.middle) <= 3]
        word = piece.text + (below[0].text if below else "")
        if below and exact_role(word) is not None:
            groups.append((word, min(piece.start, below[0].start), max(piece.stop, below[0].stop), {piece.line, below[0].line}))
            taken.update((piece, below[0]))
    groups.sort(key=lambda g: g[1])
    if len(groups) > 1 and exact_role(groups[0][0]) == "name?" and any(exact_role(g[0]) == "name" for g in groups[1:]):
        groups = groups[1:]  # 绩效指标 beside the levels heads the side column
    roles = [exact_role(g[0]) or "extra" for g in groups]
    if len(roles) < 2:
        return None
    rows = set().union(*(g[3] for g in groups))
    return LaidOutHeader(roles, [g[0] for g in groups], [g[1] for g in groups], [g[2] for g in groups], min(rows), max(rows))


def _completed(piece: Piece, around: list[Piece], taken: set[Piece]) -> tuple[str, int, int, set[int]] | None:
    """A part of a word with its other parts over or under it."""
    near = [q for q in around if q not in taken and q.start < piece.stop + 2 and q.stop > piece.start - 2]
    for other in near:
        parts = sorted((piece, other), key=lambda p: p.line)
        word = "".join(p.text for p in parts)
        if exact_role(word) is not None:
            taken.add(other)
            return word, min(p.start for p in parts), max(p.stop for p in parts), {p.line for p in parts}
    return None


def columns_of(
    pieces: Sequence[Piece], borders: Sequence[float], left: float, roles: Sequence[str] = (), kinds: Sequence[str] = ()
) -> dict[int, dict[int, str]]:
    """line -> column -> text; what stands left of `left` is the side column (绩效指标, some characters a line)."""
    table: dict[int, dict[int, str]] = {}
    for column, word in _placed(pieces, borders, left, roles, kinds):
        row = table.setdefault(word.line, {})
        row[column] = f"{row[column]} {word.text}" if column in row else word.text
    return table


def _placed(
    pieces: Sequence[Piece], borders: Sequence[float], left: float, roles: Sequence[str], kinds: Sequence[str]
) -> list[tuple[int, Piece]]:
    """Every word with its column, line after line."""
    out: list[tuple[int, Piece]] = []
    for _, found in groupby(pieces, key=lambda piece: piece.line):
        inside = [piece for piece in found if piece.stop > left or not _SIDE_PART.match(squeeze(piece.text))]
        inside = [part for piece in inside for part in _unit_and_weight(piece, roles)]
        slots = [sum((piece.start + piece.stop) / 2 > b for b in borders) for piece in inside]
        fixed = after_sign([piece.text for piece in inside], slots, roles)
        out += [(column, inside[k]) for k, column in fixed.items()]
        loose = [word for k, piece in enumerate(inside) if k not in fixed for word in _words_of(piece)]
        out += zip(assigned([(word.text, word.start, word.stop) for word in loose], borders, kinds), loose, strict=True)
    return out


def settled(pieces: Sequence[Piece], borders: Sequence[float], left: float, roles: Sequence[str], kinds: Sequence[str]) -> list[float]:
    """The borders moved to where the words of their columns, told by place and sense, really end."""
    out = list(borders)
    for _ in range(ROUNDS):
        spans: list[list[tuple[int, int]]] = [[] for _ in range(len(out) + 1)]
        for column, word in _placed(pieces, out, left, roles, kinds):
            spans[column].append((word.start, word.stop))
        out = refined(out, spans)
    return out


def _words_of(piece: Piece) -> list[Piece]:
    """The words of a piece, and what stands before and behind a sign inside one."""
    out: list[Piece] = []
    for m in _WORD.finditer(piece.text):
        for text, start in parted(
            m.group(), piece.start + m.start(), [piece.start + m.start() + k for k, x in enumerate(m.group()) if x in "≥≤"]
        ):
            out.append(Piece(text, piece.line, start, start + len(text)))
    return out


def _unit_and_weight(piece: Piece, roles: Sequence[str]) -> list[Piece]:
    """万元 10: a unit and the weight in the column behind it stand close."""
    both = _UNIT_AND_WEIGHT.match(piece.text) if ("unit", "extra") in pairwise(roles) else None
    if both is None:
        return [piece]
    middle = piece.start + both.end(1)
    return [Piece(both.group(1), piece.line, piece.start, middle), Piece(both.group(2), piece.line, middle + 1, piece.stop)]


def after_sign(texts: Sequence[str], slots: Sequence[int], roles: Sequence[str]) -> dict[int, int]:
    """piece -> column for a sign that stands alone and what follows it: a long name pushes them all to the right together."""
    at = next((k for k, text in enumerate(texts) if _SIGN.match(text)), None) if "sign" in roles else None
    if at is None or at + 1 >= len(texts):
        return {}
    column = list(roles).index("sign")
    behind = len(texts) - at
    if behind == len(roles) - column:
        return {at + k: column + k for k in range(behind)}
    told = _SIGNED_NUMBER.match(texts[at] + texts[at + 1]) or (texts[at] == "定性" and slots[at + 1] <= column + 2)
    whole = told and list(roles[column + 1 : column + 2]) == ["value"]
    return {at: column, at + 1: column + 1} if whole else {}


@dataclass
class PageReader:
    """Reads the pages of one table in order; a page without header takes the borders of the one before."""

    header: LaidOutHeader
    borders: list[float] = field(default_factory=list)
    left: float = -1.0  # what ends left of it is the side column

    def read(self, lines: Sequence[str], page: LaidOutPage, continued: bool) -> tuple[list[list[str]], list[int], list[int]]:
        """The rows of one page's data, the line of each, and the numbers of those put together from several lines."""
        pieces = [p for k in range(page.start, page.stop) for p in pieces_of(lines[k], k) if not _is_number_line(lines[k])]
        if not pieces:
            return [], [], []
        words = [p for k in range(page.start, page.stop) for p in pieces_of(lines[k], k, _WORD)]
        self._place(page, pieces, words)
        roles = self.header.roles
        kinds = [kind_of(*both) for both in zip(roles, self.header.words, strict=True)]
        by_line = columns_of(pieces, settled(pieces, self.borders, self.left, roles, kinds), self.left, roles, kinds)
        self._part_values(by_line)
        data = Lines(sorted(by_line), [by_line[n] for n in sorted(by_line)])
        spanning = [c for c, role in enumerate(roles) if role in LEVELS or role.startswith("list.")]
        rows = cut_rows(data, [c for c in range(len(roles)) if c not in spanning], roles, continued)
        names = [_joined(data, row, roles.index("name")).replace("\n", "") for row in rows] if "name" in roles else []
        levels: dict[int, list[str]] = {}
        topped = not continued and "level1" in roles and stands_at_top(data, rows, roles.index("level1"))
        for role in reversed(LEVELS):
            if role in roles:
                c = roles.index(role)
                rows, levels[c] = levels_of_rows(data, rows, c, role, next(iter(levels.values()), []), continued, names, topped)
        out = [[levels[c][r] if c in levels else _joined(data, row, c) for c in range(len(roles))] for r, row in enumerate(rows)]
        numbers = [int(row.top) for row in rows]
        wrapped = [k for k, row in enumerate(rows, 1) if row.stop - row.start > 1]
        if any(role.startswith("list.project") for role in roles):
            return (*with_projects(data, rows, roles, out, numbers, continued), wrapped)
        return out, numbers, wrapped

    def _part_values(self, by_line: dict[int, dict[int, str]]) -> None:
        """A long text pushed the value out of its column: it stands behind a sign at the end of the cell before."""
        for role, pattern in (("sign", _LONE_SIGN), ("value", _PUSHED)):
            column = self.header.roles.index(role) if role in self.header.roles else 0
            for row in by_line.values():
                pushed = pattern.match(row.get(column - 1, "")) if column and column not in row else None
                if pushed is not None:
                    row[column - 1], row[column] = (text for text in pushed.groups() if text is not None)

    def _single(self, pieces: Sequence[Piece]) -> list[Piece]:
        return [word for piece in pieces for word in _words_of(piece)]

    def _place(self, page: LaidOutPage, pieces: Sequence[Piece], words: Sequence[Piece]) -> None:
        """Where the columns of this page are parted: between words, since columns that abut have one blank between them."""
        if page.header is not None:
            self.borders = under_header(page.header.starts, page.header.stops, pieces, words)
            self.left = page.header.starts[0] - 1
            inside = [p for p in pieces if p.stop > self.left]
            filled = {sum(p.middle > border for border in self.borders) for p in inside}
            found = gutters(inside) if len(filled) <= len(self.borders) else []
            if len(found) == len(self.borders):  # the header's words stand beside their columns: the data shows them
                self.borders = found
            return
        words = [p for p in pieces if not _SIDE_PART.match(squeeze(p.text))]
        level_columns = [c for c, role in enumerate(self.header.roles) if role in LEVELS]
        kinds = [kind_of(*both) for both in zip(self.header.roles, self.header.words, strict=True)]
        lines = [[(w.text, w.start, w.stop) for w in line] for _, line in groupby(self._single(words), key=lambda w: w.line)]

        def odd(borders: Sequence[float]) -> float:
            return sum(cheapest(line, borders, kinds)[0] for line in lines)

        self.borders = moved(self.borders, words, level_columns, odd)
        self.left = min((p.start for p in words), default=0)


def _is_number_line(line: str) -> bool:
    """The row of column numbers under a header."""
    words = line.split()
    return len(words) >= 4 and words == [str(k) for k in range(1, len(words) + 1)]


def _joined(data: Lines, row: Row, column: int) -> str:
    return "\n".join(text for k in range(row.start, row.stop) if (text := data.cells[k].get(column)))
