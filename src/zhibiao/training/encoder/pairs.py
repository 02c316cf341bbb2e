"""What the tables teach: which wordings mean the same, which only look alike, which rows share a category."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from zhibiao.training.data.records import LabelledRow, LabelledTable

_COMMON = 300  # names with the same two characters; beyond that the two say nothing


@dataclass(frozen=True, slots=True)
class Triple:
    """Two wordings of one measure, and a third that only looks like the second."""

    wording: str
    name: str
    unlike: str


@dataclass(frozen=True, slots=True)
class Claim:
    """Name and value of a row, and its category."""

    text: str
    category: str


@dataclass(frozen=True, slots=True)
class Lessons:
    """All that the encoder learns from."""

    described: tuple[Triple, ...]
    bettered: tuple[Triple, ...]
    claims: tuple[Claim, ...]


def lessons(tables: Sequence[LabelledTable], pairs: Iterable[Mapping[str, Any]]) -> Lessons:
    """From tables of training; of the pairs only those whose sector is among them."""
    sectors = {table.sector for table in tables}
    allowed = [pair for pair in pairs if pair["sector"] in sectors]
    described = [*_described(tables), *_better_described(allowed)]
    bettered = list(_bettered(allowed))
    unlike = _look_alikes(tables, [name for _, name in (*described, *bettered)])
    return Lessons(
        tuple(Triple(wording, name, unlike[name]) for wording, name in described if name in unlike),
        tuple(Triple(wording, name, unlike[name]) for wording, name in bettered if name in unlike),
        tuple(_claims(tables)),
    )


def _described(tables: Iterable[LabelledTable]) -> Iterator[tuple[str, str]]:
    for row in _rows(tables):
        name, description = row.texts.get("name", ""), row.texts.get("description", "")
        if name and description and name != description:
            yield description, name


def _better_described(pairs: Iterable[Mapping[str, Any]]) -> Iterator[tuple[str, str]]:
    for better in (better for pair in pairs for better in pair.get("better", ())):
        name, description = better.get("name", ""), better.get("description", "")
        if name and description and name != description:
            yield description, name


def _bettered(pairs: Iterable[Mapping[str, Any]]) -> Iterator[tuple[str, str]]:
    """A mended row names the same thing as before; a replaced or split one does not."""
    for pair in pairs:
        name = pair["row"].get("name", "")
        for better in pair.get("better", ()) if pair["action"] == "mend" else ():
            if name and better.get("name") and better["name"] != name:
                yield name, better["name"]


def _claims(tables: Iterable[LabelledTable]) -> Iterator[Claim]:
    for row in _rows(tables):
        if row.labels and row.texts.get("name"):
            yield Claim(f"{row.texts['name']} {row.texts.get('value', '')}".strip(), row.labels.category)


def _rows(tables: Iterable[LabelledTable]) -> Iterator[LabelledRow]:
    for table in tables:
        yield from table.used


def _look_alikes(tables: Iterable[LabelledTable], names: Iterable[str]) -> dict[str, str]:
    """For each name the one that shares most with it: in its own project, else the same words in another sense elsewhere."""
    by_grams = _Names(names)
    own: dict[str, Counter[str]] = defaultdict(Counter)
    for table in tables:
        beside = [row.texts["name"] for row in table.used if row.texts.get("name")]
        for name in beside:
            own[name].update(other for other in beside if other != name)
    found = {}
    for name in by_grams.names:
        best = by_grams.nearest(name, own.get(name, ())) or by_grams.nearest(name, by_grams.sharing(name))
        if best:
            found[name] = best
    return found


class _Names:
    """Names by their pairs of characters."""

    def __init__(self, names: Iterable[str]) -> None:
        self.names = tuple(dict.fromkeys(names))
        self._holding: dict[str, list[str]] = defaultdict(list)
        for name in self.names:
            for gram in sorted(_grams(name)):
                self._holding[gram].append(name)

    def sharing(self, name: str) -> list[str]:
        """Names that share a telling pair of characters."""
        lists = [self._holding[gram] for gram in sorted(_grams(name)) if len(self._holding[gram]) <= _COMMON]
        return list(dict.fromkeys(other for names in lists for other in names if other != name))

    def nearest(self, name: str, others: Iterable[str]) -> str | None:
        """The one that shares the greatest part, or none where nothing is shared."""
        grams = _grams(name)
        ranked = [(len(grams & theirs) / len(grams | theirs), other) for other in others if (theirs := _grams(other)) & grams]
        return max(ranked)[1] if ranked else None


def _grams(text: str) -> set[str]:
    return {text[start : start + 2] for start in range(len(text) - 1)}
