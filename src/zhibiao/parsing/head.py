"""The head of a form: label and value pairs above the indicators, wherever the form puts them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from zhibiao.lexicon.labels import AMOUNT_COLUMNS, AMOUNT_OTHERS, LABELS
from zhibiao.model.document import Source
from zhibiao.parsing.amounts import amount_unit
from zhibiao.parsing.columns import SIDE
from zhibiao.parsing.forms import form_labels
from zhibiao.parsing.matrix import Matrix
from zhibiao.reading.blocks import Cell, Paragraph
from zhibiao.text.clean import field as clean
from zhibiao.text.clean import passage, squeeze

_BRACKET = re.compile(r"\((?:[^()]*(?:元|盖章|章|%|加盖|签章|全称|公章|签字|代码|名称|年|\d)[^()]*)\)$")
_YEAR = re.compile(r"^(?:20\d\d|××|XX)年(?:度)?")
_GOAL_NUMBER = re.compile(r"目标\s*[0-9一二三四五六七八九]$")  # 目标1：… is an item of a goal, not its label
_LEAD = re.compile(r"^(?:\([一二三四五六七八九十\d]{1,2}\)|[一二三四五六七八九十\d]{1,2}[、.])")  # （一）项目名称
_NUMBER = re.compile(r"(?<=目标)\d{1,2}$")  # 年度绩效目标2: a further goal with its own indicators
_STARTS = frozenset("X×(一二三四五六七八九十")  # of what _YEAR and _LEAD take away, beside digits
PERIOD = re.compile(r"^(?:截至)?(?:\d{1,2}月(?:底|末|份)?|[一二三四1234]季度(?:末)?|第[一二三四]季度|上半年|下半年|前三季度)(?:\(%\))?$")
_PIECES = re.compile(r"\s{3,}|\t|\u3000{2,}|(?<=[)）])\s+(?=[一-鿿]{2,8}[:：])|(?<=\S)\s+(?=[一-鿿]{2,8}[:：])")
_NEXT_ITEM = re.compile(r"^\s*[(（]?(?:[2-9]|1\d)[)）.．、]")
_WORDS = re.compile(r"^[一-鿿:()]{2,10}$")
_INLINE = re.compile(r"^(.{2,24}?)[:：]\s*(.*)$", re.S)
MONEY = ("budget_total", "budget_total~", "budget_fiscal", "budget_other")
_GOALS = ("objectives", "period_objectives", "actual")
LONG = ("objectives", "objectives~", "period_objectives", "purpose", "budget&purpose", "extra", "actual", "note")


@dataclass
class Entry:
    """One labelled value of the head."""

    role: str
    label: str
    text: str
    source: Source
    wrapped: bool
    below: bool = False


@dataclass
class Head:
    """All that stands above the indicators of one table."""

    entries: list[Entry] = field(default_factory=list)
    plan: dict[str, str | None] = field(default_factory=dict)
    plan_source: Source | None = None  # the first figure of the plan
    loose: list[Entry] = field(default_factory=list)  # cells without a label
    words: set[str] = field(default_factory=set)

    def first(self, *roles: str) -> Entry | None:
        """The first filled entry of the first role that has one."""
        for role in roles:
            for entry in self.entries:
                if entry.role == role and entry.text:
                    return entry
        return None

    def all(self, role: str) -> list[Entry]:
        """Every filled entry of a role, once: other tools repeat the text of a merged cell in each of its slots."""
        return list({e.text: e for e in reversed(self.entries) if e.role == role and e.text}.values())[::-1]


_GUESSES = (
    ("budget_total", re.compile(r"^.{0,8}(?:资金总额|预算总额|预算数|预算金额|项目金额|金额合计|总预算|预算合计|预算安排)$")),
    ("budget_fiscal", re.compile(r"^.{0,12}(?:财政拨款|财政资金|政府预算资金|一般公共预算(?:拨款|资金)?)$")),
    ("budget_other", re.compile(r"^.{0,10}(?:其他资金|自有资金|单位资金|自筹资金)$")),
    ("objectives", re.compile(r"^(?:项目|部门|单位|政策|专项)?(?:年度|本年度?|当年|全年).{0,8}目标$")),
    ("period_objectives", re.compile(r"^(?:项目)?(?:中长期|中期|长期|实施期|实施周期|规划期|周期).{0,6}目标$")),
    ("objectives~", re.compile(r"^(?:部门|项目|单位|整体|总体|政策|专项).{0,8}(?:绩效)?(?:总)?目标$")),
    ("project_name", re.compile(r"^.{0,6}(?:项目|专项|政策|资金|转移支付).{0,4}名称$")),
    ("project_code", re.compile(r"^.{0,4}项目.{0,4}(?:编码|代码|编号)$")),
    ("department~", re.compile(r"^(?:项目)?(?:实施|执行|承担|使用|用款|责任).{0,2}(?:单位|部门)$")),
    ("department", re.compile(r"^.{0,4}(?:主管|预算|归口).{0,4}(?:单位|部门)(?:名称)?(?:及代码)?$")),
)


def guessed_role(text: str) -> str | None:
    """The role of a label that no list has, by how such labels are built; only for cells that stand in a head."""
    word = _BRACKET.sub("", squeeze(text).strip(":*。"))
    if not 3 <= len(word) <= 16 or len(text) > 40 or word.startswith(("上年", "前年", "以前")):
        return None
    return next((role for role, pattern in _GUESSES if pattern.match(word)), None)


def label_role(text: str, own: Mapping[str, str]) -> str | None:
    """The role of a label cell; None for anything that is not a label."""
    if len(text) > 40:
        return None
    word = squeeze(text).strip(":*。")
    if not word or len(word) > 24:
        return None
    common = form_labels()
    for form in _spellings(word):
        if form in own:
            return own[form]
        if form in common:
            return common[form]
        if form in LABELS:
            return LABELS[form]
    if PERIOD.match(word):
        return "period"
    if word in AMOUNT_COLUMNS or word in AMOUNT_OTHERS:
        return "amount_column"
    return None


def _spellings(word: str) -> tuple[str, ...]:
    """The word, and without a bracket, a year, a number or an ordinal. Every cell of a head is asked, and few have any of them."""
    first, last = word[0], word[-1]
    if last != ")" and not last.isdecimal() and first not in _STARTS and not first.isdecimal():
        return (word,)
    bare = _BRACKET.sub("", word)
    return word, bare, _YEAR.sub("", word), _YEAR.sub("", bare), _NUMBER.sub("", word), _LEAD.sub("", word)


def inline_label(text: str, own: Mapping[str, str]) -> tuple[str, str, str] | None:
    """(role, label, value) of a cell that holds its label and its value: 资金总额：291.97."""
    found = _INLINE.match(text.strip())
    if not found:
        return None
    role = None if _GOAL_NUMBER.search(found.group(1)) else label_role(found.group(1), own)
    if role in (None, "period", "amount_column"):
        squeezed = squeeze(found.group(1))
        if squeezed in ("其中", "其中:"):
            return inline_label(found.group(2), own)
        return None
    value = found.group(2).strip()
    if role == "amount_unit" and value and amount_unit(value) is None:
        role = "reporting"  # 单位：某某局 names the body, 单位：万元 the money
    return (role or "", found.group(1).strip(), value)


class HeadReader:
    """Reads rows and paragraphs of one head; labels of the form's own come before the common ones."""

    def __init__(self, own: Mapping[str, str]) -> None:
        self.own = own
        self.head = Head()
        self.left: Entry | None = None  # label in the first column that reaches over the rows below
        self.left_cell: tuple[Matrix, Cell] | None = None
        self.goes_on: Entry | None = None  # a labelled paragraph whose items go on in the next ones
        self.above: Entry | None = None  # a label alone on its line: the paragraphs below are its value
        self.columns: dict[int, tuple[str, str]] = {}  # labels standing over values: slot -> (role, label)
        self.amount_slot: int | None = None

    def row(self, matrix: Matrix, r: int) -> None:
        """One row of a head table."""
        cells = matrix.own(r)
        roles = [label_role(c.text, self.own) or guessed_role(c.text) for c in cells]
        self.head.words.update(squeeze(c.text) for c in cells if len(c.text) < 30)
        if self._is_plan(roles):
            self._read_plan_head(cells, roles)
            return
        if self.columns and self._reads_below(matrix, cells, roles):
            return
        if roles.count("amount_column") >= 2:
            cells = self._without_amount_columns(cells)
            roles = [label_role(c.text, self.own) for c in cells]
        self._pairs(matrix, cells, roles)

    def _is_plan(self, roles: list[str | None]) -> bool:
        return roles.count("period") >= 2

    def _read_plan_head(self, cells: list[Cell], roles: list[str | None]) -> None:
        for cell, role in zip(cells, roles, strict=True):
            if role == "period":
                label = clean(cell.text, True)
                self.columns[cell.column] = ("period", label)
                self.head.plan[label] = None

    def _reads_below(self, matrix: Matrix, cells: list[Cell], roles: list[str | None]) -> bool:
        """Values standing under labels of the row before (spending plan, 预期目标 | 实际完成情况)."""
        if any(role not in (None,) for role in roles if role != "spending_plan"):
            self.columns = {}
            return False
        for cell in cells:
            slot = self._column_of(cell)
            if slot is None or not cell.text.strip():
                continue
            role, label = self.columns[slot]
            if role == "period":
                self.head.plan[label] = clean(cell.text, matrix.wrapped)
                self.head.plan_source = self.head.plan_source or Source(cell.text, matrix.place(cell))
            else:
                self._add(matrix, cell, role, label, cell.text)
        if all(role == "period" or role in MONEY for role, _ in self.columns.values()):
            self.columns = {}
        return True

    def _column_of(self, cell: Cell) -> int | None:
        """The label over a cell: same first slot, else the label whose slot lies inside the cell."""
        if cell.column in self.columns:
            return cell.column
        inside = [slot for slot in self.columns if cell.column <= slot < cell.column + cell.column_span]
        return inside[0] if len(inside) == 1 else None

    def _without_amount_columns(self, cells: list[Cell]) -> list[Cell]:
        """The words over the money columns of a self-evaluation tell where the budget stands; they are no labels."""
        words = {_BRACKET.sub("", squeeze(c.text).strip(":")): c.column for c in cells}
        self.amount_slot = next((words[word] for word in AMOUNT_COLUMNS if word in words), None)
        return [c for c in cells if _BRACKET.sub("", squeeze(c.text).strip(":")) not in (AMOUNT_OTHERS | set(AMOUNT_COLUMNS))]

    def _pairs(self, matrix: Matrix, cells: list[Cell], roles: list[str | None]) -> None:
        """Label, value, label, value … left to right; labels without a value to their right stand over columns."""
        i = 0
        alone = sum(bool(c.text.strip()) for c in cells) == 1 and cells[0].column_span > 1
        waiting: dict[int, tuple[str, str]] = {}
        used_left = False
        while i < len(cells):
            cell, role = cells[i], roles[i]
            text = cell.text.strip()
            if role is None:
                if (
                    text
                    and (alone or inline_label(text, self.own))
                    and self._line(text, Source(cell.text, matrix.place(cell)), matrix.wrapped)
                ) or (text and SIDE.match(squeeze(text))):
                    pass
                elif text and self.left is not None and self.left.role in LONG and self._beside_left(matrix, cell):
                    used_left = True
                    role = "purpose" if self.left.role == "budget&purpose" else self.left.role
                    self._add(matrix, cell, role, self.left.label, cell.text)
                elif text:
                    self._loose(matrix, cell)
                i += 1
                continue
            value = self._value_right(matrix, cells, roles, i)
            if role == "budget" and value is not None:
                role = "budget_total~"
            if cell.column == 0 or cell.row_span > 1:
                self.left = Entry(role, text, "", Source(cell.text, matrix.place(cell)), matrix.wrapped)
                self.left_cell = (matrix, cell)
            if value is not None:
                self._add(matrix, value, role, text, value.text)
                i = cells.index(value) + 1
                continue
            pair = len({r for r in roles if r in _GOALS}) > 1  # 中期目标 | 年度目标 stand over their texts
            blank_beside = i + 1 < len(cells) and not cells[i + 1].text.strip() and not (pair and role in _GOALS)
            if role not in ("spending_plan", "budget", "budget&purpose", "note") and not blank_beside:
                waiting[cell.column] = (role, text)
            i += 1
        self._stand_over(waiting, used_left)

    def _stand_over(self, waiting: dict[int, tuple[str, str]], used_left: bool) -> None:
        """Remember labels that had no value beside them: their values may stand below."""
        money = {slot: pair for slot, pair in waiting.items() if pair[0] in MONEY}
        if len(money) > 1 and any(role.startswith("budget_total") for role, _ in money.values()) and not used_left:
            self.columns = money
            return
        goals = {slot: pair for slot, pair in waiting.items() if pair[0] in (*_GOALS, "objectives~", "purpose")}
        if len(goals) > 1 and 0 in goals:
            goals.pop(0)  # the group's name to the left of its columns
        self.columns = goals if goals and not used_left else {}

    def _value_right(self, matrix: Matrix, cells: list[Cell], roles: list[str | None], i: int) -> Cell | None:
        """The next cell in the row, unless it is a label itself; money may stand in a later column."""
        if roles[i] in ("spending_plan", "period") or (roles[i] == "extra" and i > 0 and roles[i - 1] == "extra"):
            return None  # extra labels side by side are the heads of a small table
        if roles[i] == "budget" and (i + 1 >= len(cells) or not re.match(r"^[\d,.]+(?:万元|元)?$", squeeze(cells[i + 1].text))):
            return None
        if roles[i] in ("budget_total", "budget_fiscal", "budget_other") and self.amount_slot is not None:
            for other in cells[i + 1 :]:
                if other.column <= self.amount_slot < other.column + other.column_span and other.text.strip():
                    return other
        if i + 1 >= len(cells) or roles[i + 1] is not None:
            return None
        following = cells[i + 1]
        blank = not following.text.strip()
        if blank and (roles[i] in MONEY or (matrix.wrapped and len({c.row_span * c.column_span for c in cells}) == 1)):
            # a merged label that another tool split left blanks behind it
            later = next((k for k in range(i + 2, len(cells)) if cells[k].text.strip()), None)
            if later is None or roles[later] is not None:
                return None
            following = cells[later]
        if not following.text.strip() or inline_label(following.text, self.own):
            return None
        if roles[i] in MONEY and _WORDS.match(squeeze(following.text)):
            return None  # 预算总额 | 基本支出: both stand over their figures
        return following

    def _beside_left(self, matrix: Matrix, cell: Cell) -> bool:
        """The left label's cell reaches down to this row, or the row's first cell was left blank under it."""
        if cell.column == 0 or self.left_cell is None:
            return False
        above, label = self.left_cell
        first = matrix.rows[cell.row][0]
        return (above is matrix and first is label) or first is None or not first.text.strip()

    def _add(self, matrix: Matrix, cell: Cell, role: str, label: str, text: str) -> None:
        if role == "budget&purpose":
            role = "purpose"
        shown = passage(text, matrix.wrapped) if role in LONG else clean(text, matrix.wrapped)
        self.head.entries.append(Entry(role, clean(label, True), shown, Source(cell.text, matrix.place(cell)), matrix.wrapped))

    def _loose(self, matrix: Matrix, cell: Cell) -> None:
        self.head.loose.append(Entry("", "", clean(cell.text, matrix.wrapped), Source(cell.text, matrix.place(cell)), matrix.wrapped))

    def paragraph(self, paragraph: Paragraph) -> None:
        """A line of text above the table: 填报单位：… 单位：万元, or the reporting unit alone."""
        text = paragraph.text.strip()
        source = Source(paragraph.text, paragraph.place)
        opened = inline_label(text, self.own) if text.endswith(("：", ":")) else None
        if opened is not None and opened[0] in LONG:
            self.above = Entry(opened[0], opened[1], "", source, False)
        elif self.above is not None and not self._line(text, source, False):
            self.head.entries.append(Entry(self.above.role, self.above.label, passage(text, False), source, False))
        elif self.above is not None:
            self.above = None
        elif self.goes_on is not None and _NEXT_ITEM.match(text):
            self.goes_on.text += "\n" + passage(text, False)
        elif not self._line(text, source, False):
            self.goes_on = None
            for piece in _PIECES.split(text):
                if piece.strip():
                    self.head.loose.append(Entry("", "", clean(piece, False), source, False))
        else:
            last = self.head.entries[-1] if self.head.entries else None
            self.goes_on = last if last is not None and last.role in LONG else None
            if len(text) < 60:
                self.head.words.add(squeeze(text)[:30])

    def _line(self, text: str, source: Source, wrapped: bool) -> bool:
        """Labels with their values in one line; what else stands in it is kept loose. False where it has no label."""
        pieces = [piece for piece in _PIECES.split(text) if piece.strip()]
        found = [inline_label(piece, self.own) for piece in pieces]
        if not any(inline and inline[2] for inline in found):
            return False
        for piece, inline in zip(pieces, found, strict=True):
            if inline and inline[2]:
                role = "purpose" if inline[0] == "budget&purpose" else inline[0]
                shown = passage(inline[2], wrapped) if role in LONG else clean(inline[2], wrapped)
                self.head.entries.append(Entry(role, inline[1], shown, source, wrapped))
            else:
                self.head.loose.append(Entry("", "", clean(piece, wrapped), source, wrapped))
        return True
