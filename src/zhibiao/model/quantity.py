"""What a text states as a measure: quantities, moments, standards and references, each with its span in the text read."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

Sign = Literal["=", "≥", ">", "≤", "<", "≈", "±"]
MomentKind = Literal["deadline", "date", "period", "frequency", "serial"]
StandardKind = Literal["grades", "yes-no", "level", "weak", "state"]


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with what stands round it. number is in the unit as written: 1.2万人 is 12000 人, 95% is 95 %."""

    start: int
    end: int
    number: Decimal
    upper: Decimal | None = None  # a range: number is its lower end
    sign: Sign | None = None  # by symbol or word; None: not said
    unit: str = ""  # as written, without a multiplier: 万元 keeps its 万
    dimension: str = ""  # lexicon/units.tsv; "": no unit, or one that the list does not know
    factor: Decimal = Decimal(1)  # to the base unit of the dimension: 万元 10000, % 0.01
    standard_unit: str = ""  # how a clumsy unit is properly written
    per: str = ""  # 元/人·天: 人·天
    sign_span: tuple[int, int] | None = None
    unit_span: tuple[int, int] | None = None
    symbol: bool = False  # the sign is a symbol, not a word

    @property
    def base(self) -> Decimal:
        """The number in the base unit of its dimension."""
        return self.number * self.factor

    @property
    def clumsy(self) -> bool:
        """Whether the unit is written in a way that nobody would say aloud."""
        return self.standard_unit != self.unit


@dataclass(frozen=True, slots=True)
class Moment:
    """A time: a deadline, a date or period, a frequency. Parts that are not said are None."""

    start: int
    end: int
    kind: MomentKind
    year: int | None = None
    month: int | None = None
    day: int | None = None


@dataclass(frozen=True, slots=True)
class Standard:
    """A target that is no number: stated grades, yes or no, a named level, a weak or a merely claimed state."""

    start: int
    end: int
    kind: StandardKind


@dataclass(frozen=True, slots=True)
class Reference:
    """A document that the text names: its number (冀财行〔2024〕97号) or its title in 《》."""

    start: int
    end: int
    kind: Literal["number", "title"]
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """What a sentence says of one thing: the name's span (empty: none is said) and its quantity."""

    start: int
    end: int
    name: tuple[int, int]
    quantity: Quantity


@dataclass(frozen=True, slots=True)
class Measures:
    """All that one text states, each kind in order of place."""

    quantities: tuple[Quantity, ...] = ()
    moments: tuple[Moment, ...] = ()
    standards: tuple[Standard, ...] = ()
    references: tuple[Reference, ...] = ()
