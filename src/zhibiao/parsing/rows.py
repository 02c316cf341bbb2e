"""Printed lines under a header: what each column holds, with merged cells repeated and levels carried down."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from zhibiao.lexicon.levels import is_level1, is_level2
from zhibiao.model.document import INDICATOR_FIELDS, Source
from zhibiao.model.place import Place
from zhibiao.parsing.columns import Column, Header
from zhibiao.parsing.matrix import Matrix
from zhibiao.reading.blocks import Cell
from zhibiao.text.clean import blanks, passage, squeeze, unspaced
from zhibiao.text.clean import field as clean

LEVELS = ("level1", "level2")
OWN_FIELDS = tuple(field for field in INDICATOR_FIELDS if field not in LEVELS)
_FILLER = re.compile(r"^(?:(?:三级)?指标\s*\d{0,2}\s*[:：]?|[…\.。·]{2,}|\d{1,2}[、.．:：]?|[-—/]+|[（(]?可?自?行?添加[)）]?)$")
_NUMBERS = re.compile(r"^(?:\d{1,2}|[一二三四五六七八九十]|[A-Z甲乙丙丁])$")
_NO_SIGN = re.compile(r"^(?:定性|定量|不适用|无|/|-|—|其他|定性指标|定量指标|定量\(其他\)|文字描述|正向|反向|正向指标|反向指标)(?:指标)?$")
_NO_UNIT = re.compile(r"^[-—/\\*]+$|^无$|^空$")
_LEVEL_SIGNS = ("/", "／", "-", "－", "—", "|", "｜", "\\", "、", "：", ":", ">")
PASSAGES = frozenset(("list.objectives", "list.period_objectives", "list.purpose"))
_LEVEL_ROLES = frozenset((*LEVELS, "levels"))


@dataclass
class Line:
    """One printed line: cleaned text, source and "printed here" by role; further columns by header."""

    texts: dict[str, str] = field(default_factory=dict)
    sources: dict[str, Source] = field(default_factory=dict)
    own: set[str] = field(default_factory=set)  # roles whose cell begins in this line and holds text
    covered: set[str] = field(default_factory=set)  # roles whose cell comes down from a line above
    extra: dict[str, str] = field(default_factory=dict)
    place: Place = field(default_factory=Place)
    wrapped: bool = False
    inferred: set[str] = field(default_factory=set)  # level1, level2: carried down from above; cut: put together over a page break

    def get(self, role: str) -> str:
        """The text of a role, "" where blank."""
        return self.texts.get(role, "")

    @property
    def bare(self) -> bool:
        """Nothing stands in it beyond its levels."""
        return not any(self.get(r) for r in OWN_FIELDS) and not any(self.extra.values())


def read_lines(matrix: Matrix, header: Header, r: int) -> list[Line]:
    """The lines at row r: one, or in a wide list one for each second level that is filled."""
    line = read_line(matrix, header, r)
    if line is None or not header.wide:
        return [] if line is None else [line]
    out: list[Line] = []
    for name, value in header.wide:
        for text, amount in _pairs(_text(matrix, name, r), _text(matrix, value, r) if value else ""):
            part = Line(dict(line.texts), dict(line.sources), set(line.own), set(line.covered), dict(line.extra), line.place, line.wrapped)
            level2, text = (name.levels[1], text) if name.levels[1] else _level_in(text)
            part.texts.update({"level1": name.levels[0], "level2": level2, "name": text, "value": amount})
            part.texts = {role: found for role, found in part.texts.items() if found}
            part.own.update(("level1", "level2", "name"))
            for role, column in (("name", name), ("value", value)):
                cell = next(iter(_slots(matrix, column, r)), None) if column else None
                if cell is not None and part.get(role):
                    part.sources[role] = Source(cell.text, matrix.place(cell))
            out.append(part)
    return out or [line]


def _level_in(text: str) -> tuple[str, str]:
    """数量指标：维护路灯≥12000盏 in a cell under 产出指标."""
    level, sign, rest = text.replace(":", "：", 1).partition("：")
    return (level.strip(), rest.strip()) if sign and is_level2(level) else ("", text)


def _text(matrix: Matrix, column: Column, r: int) -> str:
    return "\n".join(cell.text for cell in _slots(matrix, column, r))


def _pairs(names: str, values: str) -> list[tuple[str, str]]:
    """Indicators and values of one cell each, or of as many lines each."""
    left = [line for line in blanks(names).split("\n") if line]
    right = [line for line in blanks(values).split("\n") if line]
    if len(left) > 1 and (len(left) == len(right) or not right):
        return list(zip(left, right or [""] * len(left), strict=True))
    name, value = clean(names, False), clean(values, False)
    return [(name, value)] if name or value else []


def read_line(matrix: Matrix, header: Header, r: int) -> Line | None:
    """The line at row r; None where the row only continues merged cells."""
    own_cells = matrix.own(r)
    if not own_cells:
        return None
    line = Line(place=matrix.at(r), wrapped=matrix.wrapped)
    for column in header.columns:
        if column.role == "skip":
            continue
        _read_column(matrix, header, column, r, line)
    if not line.own and not header.wide and not any(role in line.covered for role in (*LEVELS, "list.project_name")):
        return None
    _join_value(line, header)
    _part_levels(line)
    return line


def _part_levels(line: Line) -> None:
    """产出指标/数量指标 in one column."""
    both = line.texts.pop("levels", "")
    if not both:
        return
    first, _, second = both.partition(next((sign for sign in _LEVEL_SIGNS if sign in both), "/"))
    own = "levels" in line.own
    for role, text in (("level1", first), ("level2", second)):
        if text:
            line.texts[role] = text
            line.sources[role] = line.sources["levels"]
            line.own.update([role] if own else [])
    line.sources.pop("levels", None)


def _read_column(matrix: Matrix, header: Header, column: Column, r: int, line: Line) -> None:
    """All cells in the slots of one column; a cell that begins left of it belongs to the left."""
    role = column.role
    if role == "side":
        return
    cells = [cell for cell in _slots(matrix, column, r) if not _is_header_cell(cell, header, column)]
    filled = [(cell, text) for cell in cells if (text := _clean(cell.text, role, matrix.wrapped))]
    if not filled:
        return
    first, text = filled[0]
    rows = [first.row]
    if len(filled) > 1:
        text = ("\n" if role in PASSAGES else "").join([text for _, text in filled])
        rows = [cell.row for cell, _ in filled]
    if role == "extra" or role.startswith("second."):
        line.extra[column.header if column.header not in line.extra else column.header + "（续）"] = text
        line.own.update(["extra"] if r in rows else [])
        return
    line.texts[role] = text
    line.sources[role] = Source(first.text, matrix.place(first))
    if r in rows:
        line.own.add(role)
    if min(rows) < r:
        line.covered.add(role)


def _slots(matrix: Matrix, column: Column, r: int) -> list[Cell]:
    """The distinct cells in a column's slots."""
    found: list[Cell] = []
    last: Cell | None = None
    for cell in matrix.rows[r][column.start : column.stop]:
        if cell is not None and cell is not last and cell.column >= column.start:
            found.append(cell)
        last = cell
    return found


def _is_header_cell(cell: Cell, header: Header, column: Column) -> bool:
    """The header's own cell reaching down over the data."""
    return header.first <= cell.row <= header.last and cell.row_span > 1 and column.role != "side"


def _clean(text: str, role: str, wrapped: bool) -> str:
    if role in PASSAGES:
        return passage(text, wrapped)
    if role in _LEVEL_ROLES:
        return unspaced(text)
    return clean(text, wrapped)


def _join_value(line: Line, header: Header) -> None:
    """Sign, number and unit from their columns become one value; the columns stay in extra under their headers."""
    for role in ("sign", "unit"):
        column = header.find(role)
        if column is not None and line.get(role):
            line.extra[column.header] = line.get(role)
    sign, value, unit = (unspaced(line.get("sign")), line.get("value"), line.get("unit"))
    if not (sign or unit):
        return
    line.texts["value"] = join_value(sign, value, unit)


def join_value(sign: str, value: str, unit: str) -> str:
    """sign + number + unit without blanks; a word such as 定性 is no sign, and the value is then the text alone."""
    if not value:
        return ""
    if sign and _NO_SIGN.match(squeeze(sign)):
        qualitative = "定性" in sign or not any(c.isdigit() for c in value)
        return value if qualitative else value + _fitting_unit(value, unit)
    lead = "" if not sign or squeeze(value).startswith(squeeze(sign)) else sign
    return lead + value + _fitting_unit(value, unit)


def _fitting_unit(value: str, unit: str) -> str:
    """The unit, unless the value already ends with it or the cell only says that there is none."""
    if not unit or _NO_UNIT.match(unit):
        return ""
    return "" if squeeze(value).endswith(squeeze(unit)) else unit


def is_number_row(matrix: Matrix, r: int) -> bool:
    """A row of column numbers (1 2 3 4 or 甲 乙 1 2) under the header."""
    texts = [squeeze(cell.text) for cell in matrix.texts(r)]
    if len(texts) < 3 or not all(_NUMBERS.match(t) for t in texts):
        return False
    numbers = [int(t) for t in texts if t.isdigit()]
    return len(numbers) >= 2 and numbers == sorted(set(numbers))


def is_filler(line: Line) -> bool:
    """A printed line that nobody filled: 指标2：, ……"""
    name = squeeze(line.get("name"))
    return not line.get("value") and not line.get("description") and bool(not name or _FILLER.match(name))


def carry_levels(lines: list[Line]) -> list[Line]:
    """Blank levels take those of the line above; lines that only name a level (a tree's branch) go."""
    out: list[Line] = []
    level1 = level2 = ""
    branch = _is_tree(lines)
    for line in lines:
        if "level1" in line.own and line.get("level1") != level1:
            level1, level2 = line.get("level1"), ""
        elif line.get("level1"):
            level1 = line.get("level1")
        if line.get("level2"):
            level2 = line.get("level2")
        elif "level1" in line.own and not branch:
            level2 = ""
        if branch and line.bare and (line.own & set(LEVELS)):
            continue
        for role, level in (("level1", level1), ("level2", level2)):
            if level and not line.get(role):
                line.texts[role] = level
                line.inferred.update([] if branch else [role])
        out.append(line)
    return out


def _is_tree(lines: Iterable[Line]) -> bool:
    """Levels stand on lines of their own above their indicators: no line has both an own level and a name."""
    levels_alone = named_alone = 0
    for line in lines:
        has_level = bool(line.own & set(LEVELS))
        if has_level and line.get("name"):
            return False
        levels_alone += has_level
        named_alone += bool(line.get("name")) and not (line.covered & set(LEVELS))
    return levels_alone > 0 and named_alone > 0


def split_level(line: Line) -> None:
    """A level cell that stands in the wrong column (二级 printed under 一级 where the form has one level column)."""
    if not line.get("level2") and is_level2(line.get("level1")) and not is_level1(line.get("level1")):
        line.texts["level2"] = line.texts.pop("level1")
