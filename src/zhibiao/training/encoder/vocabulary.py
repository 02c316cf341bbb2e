"""Which words and characters the encoder knows, and how common each is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from zhibiao.text.segment import engine, terms
from zhibiao.training.data.records import LabelledTable
from zhibiao.training.encoder.tokenizer import FIGURE, clean

SIZE = 40_000  # words and characters; at 128 numbers of two bytes each the file stays near 10 MB
_WORD = re.compile(r"[一-鿿]+|[a-z]{2,}")
_SIGNS = f"{FIGURE}abcdefghijklmnopqrstuvwxyz%‰≥≤<>=±+-~×÷/:,.;()[]、。《》“”·—℃°\"'#&*_"
_TEXTS = ("name", "description", "value", "basis")
_SEEN = 3  # times in the laws; a word below is a place, a person or a slip
_OWN = 5  # a word of our tables counts as so many of the laws


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Words in the order of their rows, and each word's share of all running words."""

    words: tuple[str, ...]
    shares: tuple[float, ...]


def table_texts(tables: Iterable[LabelledTable]) -> Iterator[str]:
    """Every text of the tables that an encoder will meet."""
    for table in tables:
        yield table.project_name
        yield str(table.about.get("purpose") or "")
        yield from table.about.get("objectives") or ()
        for row in table.used:
            yield from (row.texts.get(key) or "" for key in _TEXTS)


def count(texts: Iterable[str]) -> Counter[str]:
    """How often each word stands in the texts."""
    cut = engine()
    counted: Counter[str] = Counter()
    for text in texts:
        counted.update(cut(clean(text)))
    return counted


def choose(laws: Counter[str], tables: Counter[str], vectored: Sequence[str], known: Mapping[str, int], size: int = SIZE) -> Vocabulary:
    """Signs, our terms, words of the tables, of the laws, characters, then words of the vectors that jieba knows, until it is full."""
    wanted = dict.fromkeys(_SIGNS)
    wanted.update(dict.fromkeys(filter(_WORD.fullmatch, map(clean, terms()))))
    wanted.update(dict.fromkeys(word for word, _ in tables.most_common() if _WORD.fullmatch(word)))
    seen = [word for word, times in laws.most_common() if times >= _SEEN and _WORD.fullmatch(word)]
    characters = dict.fromkeys(character for word in (*wanted, *seen) for character in word)
    wanted.update(characters)
    for word in (*seen, *(word for word in vectored if known.get(word) and _WORD.fullmatch(word))):
        if len(wanted) >= size:
            break
        wanted[word] = None
    words = tuple(wanted)[:size]
    times = [laws[word] + _OWN * tables[word] + 1 for word in words]
    total = sum(times)
    return Vocabulary(words, tuple(number / total for number in times))
