"""How well a measure would serve in place of a weak row: named numbers of the two, joined by weights fitted on rewritten rows.

score = Σ weight × number. Each number lies between 0 and 1, or is a cosine; 0 where a text is missing."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from zhibiao.features.field import Field
from zhibiao.features.purpose import longest_stretch
from zhibiao.features.reading import Row
from zhibiao.learned.grams import Array
from zhibiao.lexicon.general_words import general_words
from zhibiao.model.encoder import Encoder
from zhibiao.suggesting.measures import measured_by
from zhibiao.text.normalise import normal_text

NAMES = (
    "like.name",
    "like.row",
    "like.project",
    "like.objective",
    "said.name_in_row",
    "said.row_in_name",
    "said.name_in_project",
    "said.name_in_objectives",
    "said.description_in_project",
    "figure.in_project",
    "same.measure",
    "same.category",
    "same.written",
    "same.unit",
    "length.name",
    "figure.new",
    "said.longest",
)
_FIGURE = re.compile(r"\d+(?:\.\d+)?")
_HAN = re.compile("[一-鿿]{2}")
_PLAIN = ("0", "1", "100", "90", "95")
_LONG, _RUN = 20, 8


@dataclass(frozen=True, slots=True)
class Wanted:
    """A weak row and its project. category: the one that it belongs to; written: the one that it stands under."""

    name: str
    description: str
    value: str
    category: str
    written: str
    project: str
    objectives: tuple[str, ...]
    about: str


@dataclass(frozen=True, slots=True)
class Offer:
    """A measure that might stand instead."""

    name: str
    description: str
    value: str
    category: str


@dataclass(frozen=True, slots=True)
class Reranker:
    """Weights by name."""

    weights: Mapping[str, float]

    def scores(self, numbers: Array) -> Array:
        """One a row of numbers."""
        return np.asarray(numbers @ np.array([self.weights[name] for name in NAMES], np.float32))


def wanted_of(row: Row, category: str) -> Wanted:
    """What a row asks for."""
    table = row.table
    return Wanted(
        row.name.text,
        row.description.text,
        row.value.text,
        category,
        row.category or "",
        f"{table.project_name.text} {table.purpose.text}".strip(),
        tuple(objective.text for objective in table.objectives),
        table.about,
    )


def numbers(wanted: Sequence[Wanted], offers: Sequence[Offer], pairs: Sequence[tuple[int, int]], encoder: Encoder) -> Array:
    """A row for each pair (number of what is wanted, number of the offer), a column for each of NAMES."""
    place: dict[str, int] = {"": 0}
    seats = [[place.setdefault(text, len(place)) for text in (w.name, f"{w.name} {w.description}".strip(), w.project)] for w in wanted]
    goals = [[place.setdefault(text, len(place)) for text in w.objectives] or [0] for w in wanted]
    sits = [[place.setdefault(text, len(place)) for text in (o.name, f"{o.name} {o.description}".strip())] for o in offers]
    vectors = np.asarray(encoder.encode(list(place)), np.float32)
    vectors[0] = 0.0
    out = np.zeros((len(pairs), len(NAMES)), np.float32)
    if not pairs:
        return out
    one, two = np.array([pair[0] for pair in pairs]), np.array([pair[1] for pair in pairs])
    seat, sit = np.array(seats), np.array(sits)
    for column, (left, right) in enumerate(((0, 0), (1, 1), (2, 1))):
        out[:, column] = np.einsum("ij,ij->i", vectors[seat[one, left]], vectors[sit[two, right]])
    for row, (asked, offered) in enumerate(pairs):
        out[row, 3] = float((vectors[goals[asked]] @ vectors[sits[offered][0]]).max())
    told = [_Told(w) for w in wanted]
    shown = [_Shown(o) for o in offers]
    for row, (asked, offered) in enumerate(pairs):
        out[row, 4:] = _said(told[asked], shown[offered])
    return out


class _Told:
    """A wanted row, its words counted once."""

    def __init__(self, wanted: Wanted) -> None:
        self.wanted = wanted
        self.name = _pairs(wanted.name)
        self.row = f"{wanted.name} {wanted.description} {wanted.value}"
        self.goals = "\n".join(wanted.objectives)
        self.kind = measured_by(wanted.name)
        self.figures = set(_FIGURE.findall(wanted.about)) - set(_PLAIN)
        self.unit = _unit(wanted.value)


class _Shown:
    """An offer, its words counted once."""

    def __init__(self, offer: Offer) -> None:
        self.offer = offer
        self.name = _pairs(offer.name)
        self.described = _pairs(offer.description)
        self.kind = measured_by(offer.name)
        self.figures = set(_FIGURE.findall(offer.value)) - set(_PLAIN)
        self.unit = _unit(offer.value)


def _said(told: _Told, shown: _Shown) -> tuple[float, ...]:
    wanted, offer = told.wanted, shown.offer
    return (
        _held(shown.name, told.row),
        _held(told.name, offer.name),
        _held(shown.name, wanted.about),
        _held(shown.name, told.goals),
        _held(shown.described, wanted.about),
        float(bool(shown.figures & told.figures)),
        float(bool(shown.kind) and shown.kind == told.kind),
        float(offer.category == wanted.category),
        float(offer.category == wanted.written),
        float(bool(shown.unit) and shown.unit == told.unit),
        min(len(offer.name), _LONG) / _LONG,
        float(bool(shown.figures - told.figures)),
        min(longest_stretch(offer.name, wanted.about), _RUN) / _RUN,
    )


@lru_cache(maxsize=1 << 12)
def _pairs(text: str) -> tuple[str, ...]:
    general = general_words()
    return tuple(text[i : i + 2] for i in range(len(text) - 1) if _HAN.match(text, i) and text[i : i + 2] not in general)


def told_in(name: str, text: str) -> float:
    """Which share of a name's word pairs a text holds; words that every table has do not count."""
    return _held(_pairs(name), text)


def _held(pairs: tuple[str, ...], text: str) -> float:
    return sum(map(text.__contains__, pairs)) / len(pairs) if pairs else 0.0


@lru_cache(maxsize=1 << 12)
def _unit(value: str) -> str:
    quantities = Field("value", normal_text(value), True).measures.quantities
    return quantities[0].dimension if quantities else ""
