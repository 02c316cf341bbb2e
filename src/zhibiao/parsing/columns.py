"""Which column means what: header rows recognised by their words, never by position."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import lru_cache

from zhibiao.lexicon.headers import HEADERS
from zhibiao.lexicon.levels import is_level1, is_strict_level2
from zhibiao.model.document import INDICATOR_FIELDS
from zhibiao.parsing.forms import form_columns
from zhibiao.parsing.matrix import Matrix
from zhibiao.reading.blocks import Cell
from zhibiao.text.clean import squeeze, unspaced

_YEAR = re.compile(r"^(?:20\d\d|XX+|××+)年?(?:度)?(?=.{2})")
_YEAR_STARTS = "2X×"
_BRACKET = re.compile(r"\([^()]*\)$")
_NOT_TARGET = re.compile(
    r"实际|完成值|完成情况|上年|前年|去年|历史|往年|同期|截至|执行|得分|偏差|上年度|参考|1-\d+月|说明$|权重|方向|来源|属性"
)
_TARGET = re.compile(r"指标值|目标值|預期值|預期指標值|指標值")
_FINAL = re.compile(r"全年|年度|本年|当年|批复|核定|调整后|目标")
_EARLIER = re.compile(r"半年|季度|申报|中期|总体|实施|预计(?!当年)|上报|初步")
SIDE = re.compile(
    r"^(?:(?:项目|本?年度|部门|整体|支出|当年|实施期|中期|长期|总体|预算|分解|具体|部门整体支出)*(?:绩效)?(?:指标|目标)(?:体系)?(?:\([^)]*\))?|绩\W*效\W*指\W*标)$"
)

DEEPEST = 6  # rows of a header; the deepest seen has 4
WIDE_FROM = 3  # second levels over columns


@lru_cache(maxsize=1 << 12)
def role_of(text: str) -> str | None:
    """The role of a header cell, "extra" for known columns without a field, None for anything else."""
    word = squeeze(text).strip(":*。")
    if not word or len(word) > 40:
        return None
    own = form_columns()
    for form in _spellings(word):
        if form in HEADERS:
            return HEADERS[form]
        if form in own:
            return own[form]
    return _role_by_pattern(word)


def _spellings(word: str) -> tuple[str, ...]:
    """The word, and without the bracket that ends it and the year that opens it. Every cell of a table is asked, and few have either."""
    if word[-1] != ")" and word[0] not in _YEAR_STARTS:
        return (word,)
    return word, _BRACKET.sub("", word), _YEAR.sub("", word), _BRACKET.sub("", _YEAR.sub("", word))


def _role_by_pattern(word: str) -> str | None:
    """Words that forms vary: a short header that ends like a known one."""
    if len(word) > 16:
        return None
    if _TARGET.search(word):
        return "extra" if _NOT_TARGET.search(word) else "value"
    if word.startswith("三级指标"):
        return "name"
    if word.endswith(("确定依据", "设定依据", "设置依据")):
        return "basis"
    if "指标" in word and word.endswith(("描述", "解释", "说明")):
        return "description"
    return "extra" if _NOT_TARGET.search(word) and len(word) <= 12 else None


@dataclass(frozen=True)
class Column:
    """One printed column: what it means, its header as printed, the slots it spans."""

    role: str
    header: str
    start: int
    stop: int
    levels: tuple[str, str] = ("", "")  # wide lists: the levels printed over the column


@dataclass(frozen=True)
class Header:
    """A header of one or more rows over an indicator table."""

    columns: tuple[Column, ...]
    first: int  # first header row
    last: int
    words: frozenset[str] = field(default=frozenset())  # squeezed texts, by which forms are picked
    wide: tuple[tuple[Column, Column | None], ...] = ()  # name and value column of each second level that stands over columns

    def find(self, role: str) -> Column | None:
        """The first column of a role."""
        return next((c for c in self.columns if c.role == role), None)

    def has(self, role: str) -> bool:
        """Whether the form prints such a column."""
        return self.find(role) is not None

    @property
    def signature(self) -> tuple[str, ...]:
        """By which a repeated header is known: the printed words in order."""
        wide = tuple(squeeze("".join(pair[0].levels)) for pair in self.wide)
        return (*(squeeze(c.header) for c in self.columns if c.role != "side"), *wide)

    @property
    def lists_projects(self) -> bool:
        """Whether rows name their project themselves."""
        return bool(self.wide) or self.has("list.project_name") or self.has("list.project_code")


def _is_header(roles: list[str]) -> bool:
    """Two telling columns at least, one of them the measure or its value."""
    if "levels" in roles:
        roles = [*roles, "level1", "level2"]
    kinds = {role for role in roles if role in ("level1", "level2", "name", "value")}
    names = "name" in kinds or "name?" in roles
    levels = "level1" in kinds and "level2" in kinds
    values = "value" in kinds or "value~" in roles
    return (names and (values or levels or "level2" in kinds)) or (levels and values)


def find_header(matrix: Matrix, r: int) -> Header | None:
    """The header that begins in row r, with the rows of finer words under it where there are some."""
    cells = [cell for cell in matrix.own(r) if cell.text.strip()]
    if sum(1 for _ in matrix.touching(r)) < 2 or any(len(cell.text) > 60 for cell in cells):
        return None
    known = [(cell, role) for cell in cells if (role := role_of(cell.text)) is not None]
    if not known:
        return None
    # a side column (绩效指标) or a note reaches down over the data: such a span says nothing of the header
    spans = [cell.row_span for cell, role in known if role not in ("extra", "name?") and cell.row_span <= DEEPEST]
    last = min(r + max(spans, default=1), matrix.height) - 1
    roles = [role for _, role in known]
    for below in range(r + 1, last + 1):
        roles += [role for cell in matrix.own(below) if (role := role_of(cell.text)) is not None]
    header = _build(matrix, r, last) if _is_header(roles) else None
    if header is None and _lists(roles) and _names_levels([c for row in range(r, last + 1) for c in matrix.own(row)]):
        header = _build(matrix, r, last)
    return header if header is not None and (header.wide or _is_header([c.role for c in header.columns])) else None


def _lists(roles: list[str]) -> bool:
    return any(role in ("list.project_name", "list.project_code") for role in roles)


def _names_levels(cells: list[Cell]) -> bool:
    """Second levels stand over the columns: a list with a project a row (wide)."""
    return sum(is_strict_level2(cell.text) or is_level1(cell.text) for cell in cells) >= WIDE_FROM


def _build(matrix: Matrix, first: int, last: int) -> Header:
    """Columns from the finest header row, named by the path of words above each."""
    columns: list[Column] = []
    c = 0
    while c < matrix.width:
        path = [cell for r in range(first, last + 1) if (cell := matrix.rows[r][c]) is not None]
        leaf = matrix.rows[last][c]
        if leaf is None:
            c += 1
            continue
        stop = min(leaf.column + leaf.column_span, matrix.width)
        words = list(dict.fromkeys(unspaced(cell.text) for cell in path if cell.row >= first and cell.text.strip()))
        if words:
            columns.append(Column(_role_of_path(words), words[-1], c, stop, _levels_of(words)))
        c = max(stop, c + 1)
    return _settle(columns, first, last)


def _levels_of(words: list[str]) -> tuple[str, str]:
    """The first and second level in the words over a column."""
    second = next((w for w in reversed(words) if is_strict_level2(w) and not is_level1(w)), "")
    first = next((w for w in words if is_level1(w) and w != second), "")
    return (first, second)


def _role_of_path(words: list[str]) -> str:
    """A finer word decides; under 指标值 an unknown word (a county, a year) is a further value."""
    leaf = role_of(words[-1])
    if "value" in [role_of(word) for word in words[:-1]]:
        if leaf in ("value", "value~", "sign", "unit", "basis", "description"):
            return leaf
        return "extra" if leaf == "extra" or _NOT_TARGET.search(squeeze(words[-1])) else "value"
    if leaf is None and SIDE.match(squeeze(words[-1])):
        return "side"
    return leaf or "other"


def _settle(columns: list[Column], first: int, last: int) -> Header:
    """Roles that depend on the neighbours: 指标内容, 单位, 项目, a second value; a role is given once."""
    roles = [c.role for c in columns]
    words = frozenset(squeeze(c.header) for c in columns)
    wide = _wide_groups(columns)
    if wide:
        inside = {c for pair in wide for c in pair if c is not None}
        columns = [c for c in columns if c not in inside]
        roles = [c.role for c in columns]
    if roles.count("value") > 1 and roles.count("name") <= 1:
        columns = _one_target(columns)
        roles = [c.role for c in columns]
    out: list[Column] = []
    seen: set[str] = set()
    if roles.count("name") == 2 and roles.count("value") == 2:
        columns = _annual_side(columns)
    for i, column in enumerate(columns):
        role = _in_company(column, i, roles)
        if role in seen and role not in ("extra", "skip", "side", "other"):
            role = "second." + role if role in INDICATOR_FIELDS else "extra"
        seen.add(role)
        out.append(Column(role, column.header, column.start, column.stop))
    return Header(tuple(out), first, last, words, wide)


def _wide_groups(columns: list[Column]) -> tuple[tuple[Column, Column | None], ...]:
    """Columns of a wide list: 三级指标 and 指标值 under each second level, or the second level alone over the text."""
    groups: list[tuple[Column, Column | None]] = []
    for i, column in enumerate(columns):
        if not any(column.levels):
            continue
        following = columns[i + 1] if i + 1 < len(columns) else None
        if column.role in ("name", "name?"):
            beside = following is not None and following.role == "value" and following.levels == column.levels
            groups.append((column, following if beside else None))
        elif is_strict_level2(column.header) or is_level1(column.header):
            groups.append((column, None))
    return tuple(groups) if len(groups) >= WIDE_FROM else ()


def _one_target(columns: list[Column]) -> list[Column]:
    """Of several value columns the year's own, final target is the value (全年 before 半年, 批复 before 申报, 2025年目标 before 2024年)."""

    def rank(column: Column) -> tuple[int, int]:
        word = squeeze(column.header)
        year = re.search(r"20\d\d", word)
        return bool(_FINAL.search(word)) - 2 * bool(_EARLIER.search(word)), int(year.group()) if year else 0

    best = max((c for c in columns if c.role == "value"), key=rank)
    return [replace(c, role="extra") if c.role == "value" and c is not best else c for c in columns]


def _annual_side(columns: list[Column]) -> list[Column]:
    """88号's two-sided form prints 中期目标 left and 年度目标 right: the right side is the year's, the left goes to extra."""
    right = max(i for i, c in enumerate(columns) if c.role == "name")
    return [
        Column(
            "extra" if c.role in ("level2", "name", "value") and _twin_to_right(columns, i, right) else c.role, c.header, c.start, c.stop
        )
        for i, c in enumerate(columns)
    ]


def _twin_to_right(columns: list[Column], i: int, right: int) -> bool:
    return any(c.role == columns[i].role for c in columns[i + 1 :]) and i < right


def _in_company(column: Column, i: int, roles: list[str]) -> str:
    """What a word means beside these other columns."""
    role = column.role
    named = "name" in roles
    if role == "name?":
        side = bool(SIDE.match(squeeze(column.header))) and ("level1" in roles[i + 1 :] or named)
        return "side" if side else ("description" if named and "description" not in roles else "extra" if named else "name")
    if role == "value~":
        return "extra" if "value" in roles else "value"
    if role == "list.objectives~":
        return "list.period_objectives" if "list.objectives" in roles else "list.objectives"
    if role == "unit" and not any(r in ("value", "value~") for r in roles[:i]) and squeeze(column.header) == "单位":
        return "list.department"  # 单位 before the values is the body, after them the unit of measure
    if role == "sign" and squeeze(column.header) == "性质":
        return "extra" if "value" not in roles else "sign"
    if role == "level2" and squeeze(column.header) in ("指标类别", "指标类型") and sum(r == "level2" for r in roles) > 1:
        return "extra"
    return "extra" if role == "other" else role
