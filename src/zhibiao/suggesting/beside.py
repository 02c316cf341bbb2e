"""What the other rows of a table measure already: a suggestion that measures it once more is none."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from operator import add

from zhibiao.features.reading import Row
from zhibiao.lexicon.measure_words import measured_by

# neighbouring characters of the shorter that the other has: 结业考核 and 首次结业的考核 are one thing, 设备验收 and 工程验收 two
_ALIKE = 0.6


@dataclass(frozen=True, slots=True)
class Beside:
    """Names of rows, and by the word that says what is measured (面积, 合格率) what stands before it."""

    names: frozenset[str]
    things: Mapping[str, tuple[str, ...]]

    def holds(self, name: str) -> bool:
        """Whether a row of that name, or one that counts the same of the same thing, is there."""
        plain = _plain(name)
        if plain in self.names:
            return True
        word = measured_by(plain)[0]
        thing = plain.removesuffix(word)
        return bool(word) and any(_alike(thing, other) for other in self.things.get(word, ()))


def beside(row: Row) -> Beside:
    """The other rows of its table."""
    return of_names(other.name.bare for other in row.table.rows if other is not row)


def of_names(names: Iterable[str]) -> Beside:
    """Rows of these names."""
    known = frozenset(map(_plain, names))
    things: dict[str, tuple[str, ...]] = {}
    for name in sorted(known):
        word = measured_by(name)[0]
        if word:
            things[word] = (*things.get(word, ()), name.removesuffix(word))
    return Beside(known, things)


def _plain(name: str) -> str:
    return name.replace("的", "")


def _alike(one: str, other: str) -> bool:
    if one in other or other in one:  # nothing before the word: any thing
        return True
    first, second = (set(map(add, text, text[1:])) for text in (one, other))
    return len(first & second) >= _ALIKE * min(len(first), len(second)) > 0
