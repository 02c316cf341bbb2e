"""The figures that a table gives of its project, each with what it counts and where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from zhibiao.features.field import Field
from zhibiao.features.reading import TableReading
from zhibiao.model.quantity import Moment, Quantity
from zhibiao.text.measures.statements import statements

_TIDY = re.compile(r"^[\s,，、。;；:：()（）的为对向在将把和与及并且其中\d.]+|[\s,，、。;；:：()（）的为达到至约共在]+$")
OTHER_YEAR = re.compile("(?:次|翌|来|下一?|上一?|去|前)年(?:度|的)?$")  # 次年3月底 is no day of the budget year
_BREAK = re.compile(r"[,，。;；!！\n]")


@dataclass(frozen=True, slots=True)
class Figure:
    """number and unit as the author wrote them (text); about: the words that it belongs to; place: where it stands, in words."""

    text: str
    about: str
    sign: str
    number: Decimal
    unit: str
    dimension: str
    per: str
    place: str
    clause: str
    leads: bool  # the number stands before the words that it belongs to


@dataclass(frozen=True, slots=True)
class Day:
    """A deadline or date with a month, as written; about: the clause that it stands in."""

    text: str
    about: str
    place: str
    has_year: bool


def figures_of(table: TableReading) -> tuple[Figure, ...]:
    """From objectives, purpose and the project's name."""
    return tuple(figure for field, place in _said(table) for figure in _figures(field, place))


def days_of(table: TableReading) -> tuple[Day, ...]:
    """Dates that say by when, from the same places."""
    return tuple(day for field, place in _said(table) for day in _days(field, place))


def _said(table: TableReading) -> Iterator[tuple[Field, str]]:
    for number, objective in enumerate(table.objectives, 1):
        yield objective, f"绩效目标{number}" if len(table.objectives) > 1 else "绩效目标"
    if table.purpose.text:
        yield table.purpose, "资金用途"
    if table.project_name.text:
        yield table.project_name, "项目名称"


def _figures(field: Field, place: str) -> Iterator[Figure]:
    text = field.text
    references = [(ref.start, ref.end) for ref in field.measures.references]
    for statement in statements(text):
        quantity = statement.quantity
        if quantity.upper is not None or any(start <= quantity.start < end for start, end in references):
            continue
        about, written = _TIDY.sub("", text[slice(*statement.name)]), _written(text, quantity)
        if not written:  # in Han numerals
            continue
        yield Figure(
            written,
            about,
            quantity.sign or "",
            quantity.number,
            quantity.standard_unit,
            quantity.dimension,
            quantity.per,
            place,
            _clause(text, quantity.start, quantity.end),
            statement.name[0] >= quantity.end,
        )


def _written(text: str, quantity: Quantity) -> str:
    """Number and unit without the sign."""
    found = re.search(r"\d[\d,.]*", text[quantity.start : quantity.end])
    if found is None:
        return ""
    end = quantity.unit_span[1] if quantity.unit_span else quantity.start + found.end()
    written = text[quantity.start + found.start() : max(end, quantity.start + found.end())]
    return written if not quantity.clumsy else f"{found[0]}{quantity.standard_unit}"


def _days(field: Field, place: str) -> Iterator[Day]:
    for moment in field.measures.moments:
        if moment.kind in ("deadline", "date") and moment.month and not OTHER_YEAR.search(field.text[: moment.start]):
            yield Day(_by(field.text, moment), _clause(field.text, moment.start, moment.end), place, moment.year is not None)


def _by(text: str, moment: Moment) -> str:
    written = text[moment.start : moment.end]
    for tail in ("以前", "之前", "前", "内"):
        written = written.removesuffix(tail)
    return written


def _clause(text: str, start: int, end: int) -> str:
    first = max((cut.end() for cut in _BREAK.finditer(text, 0, start)), default=0)
    last = _BREAK.search(text, end)
    return text[first : last.start() if last else len(text)]
