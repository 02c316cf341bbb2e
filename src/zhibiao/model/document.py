"""A submission as parsed: frozen types whose fields are the keys of the JSON output. Nothing here judges."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from zhibiao.model.pickled import quickly_pickled
from zhibiao.model.place import Place
from zhibiao.model.suggestion import Suggestion

Kind = Literal["project", "department"]
INDICATOR_FIELDS = ("level1", "level2", "name", "description", "value", "basis", "standard")  # the columns that forms share


@quickly_pickled
@dataclass(frozen=True, slots=True)
class Source:
    """One field's cell: where it stands and its text before cleaning."""

    original: str
    place: Place


@quickly_pickled
@dataclass(frozen=True, slots=True)
class Indicator:
    """One printed line of an indicator table. None: the form has no such column; "" never occurs in parsed fields."""

    row: int  # printed lines of the table count from 1
    level1: str | None = None
    level2: str | None = None
    name: str | None = None  # 三级指标
    description: str | None = None  # 绩效指标描述
    value: str | None = None  # 指标值, sign and unit joined
    basis: str | None = None  # 指标值确定依据
    standard: str | None = None  # 绩效标准 (Hunan)
    extra: Mapping[str, str] = field(default_factory=dict)  # further columns under their printed header
    unused: bool = False  # a form line left blank: kept, never scored
    id: object = None  # rows given as data carry the caller's id back
    where: Place = field(default_factory=Place)
    cells: Mapping[str, Source] = field(default_factory=dict)  # by field name


@quickly_pickled
@dataclass(frozen=True, slots=True)
class Table:
    """One 绩效目标表 of a project or a department."""

    kind: Kind = "project"
    form: str = "generic"  # which form file recognised it
    columns: tuple[str, ...] = ()  # indicator fields that the form has
    title: str | None = None
    project_code: str | None = None
    project_name: str | None = None
    department: str | None = None
    unit: str | None = None  # who fills the form, where that is said apart from the department
    amount_unit: str | None = None
    budget_total: float | None = None
    budget_fiscal: float | None = None
    budget_other: float | None = None
    purpose: str | None = None
    year: int | None = None
    spending_plan: Mapping[str, str | None] = field(default_factory=dict)
    objectives: tuple[str, ...] = ()
    period_objectives: tuple[str, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    extra: Mapping[str, str] = field(default_factory=dict)  # head fields without a key of their own
    where: Place = field(default_factory=Place)
    cells: Mapping[str, Source] = field(default_factory=dict)


@quickly_pickled
@dataclass(frozen=True, slots=True)
class SubGoal:
    """One 分项绩效目标 of the narrative."""

    title: str | None
    goal: str | None = None
    indicators: str | None = None
    where: Place = field(default_factory=Place)


@quickly_pickled
@dataclass(frozen=True, slots=True)
class Document:
    """One file: narrative and tables, with what the parser is not sure of."""

    source: str
    kind: str = ""
    title: str | None = None
    unit: str | None = None
    year: int | None = None
    overall_goal: str | None = None
    sub_goals: tuple[SubGoal, ...] = ()
    safeguards: tuple[str, ...] = ()
    tables: tuple[Table, ...] = ()
    doubts: tuple[str, ...] = ()

    def apply(self, suggestion: Suggestion) -> Document:
        """The document with a suggestion of its report in place (see Scorer.apply for its score); ValueError where it has no such place."""
        from zhibiao.model.applying import applied

        return applied(self, suggestion)
