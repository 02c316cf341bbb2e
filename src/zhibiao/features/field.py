"""One field of an indicator as rules and features see it: its text, its words, what it measures. All of it is read when first asked for."""

from __future__ import annotations

import re
from functools import lru_cache

from zhibiao.features.lazy import lazy
from zhibiao.lexicon.measure_words import measured_by
from zhibiao.model.quantity import Measures, Reference
from zhibiao.text.measures import measure, stated
from zhibiao.text.measures.references import references
from zhibiao.text.normalise import Normalised, normal_text, normalise
from zhibiao.text.numerals import HAN_NUMBER
from zhibiao.text.segment import content_words

_LABEL = re.compile(r"^(?:(?:指标|目标)\d{1,2}[:、.．]?|[★☆▲*]+|其中[:、]?)+")
_LABEL_STARTS = frozenset("指目★☆▲*其")
_OPENING = re.compile(r"[(〔\[【]")
_BRACKETS = re.compile(r"[(〔\[【][^()〔〕\[\]【】]*[)〕\]】]?")
_FIGURE = re.compile(f"[0-9半{HAN_NUMBER}]")
_NOT_HAN = re.compile(r"[^一-鿿]+")
_PUNCTUATION = re.compile(r"[^\w一-鿿≥≤<>=%‰]+")


class Field:
    """present: the form has the column. Blank and absent fields have the text ''."""

    def __init__(self, key: str, original: str | None, present: bool) -> None:
        self.key = key
        self.original = original or ""
        self.present = present
        self.text = normal_text(self.original)  # the normalised text; every span of rules counts in it
        self.blank = not self.text  # nothing is written here

    @lazy
    def normal(self) -> Normalised:
        """The normalised text with the way back to the original."""
        return normalise(self.original)

    @lazy
    def core(self) -> str:
        """Without a leading label (指标1：, ★), brackets and what they hold, and punctuation at the ends."""
        text = self._unlabelled
        if _OPENING.search(text):
            text = _BRACKETS.sub("", text)
        return text.strip(" ,，.。;；:：、*")

    @lazy
    def bare(self) -> str:
        """Without any punctuation: for comparing."""
        text = self._unlabelled
        return text if text.isalnum() else _PUNCTUATION.sub("", text)

    @property
    def _unlabelled(self) -> str:
        return _LABEL.sub("", self.text) if self.text[:1] in _LABEL_STARTS else self.text

    @lazy
    def measures(self) -> Measures:
        """Quantities, moments and references; standards of a value only, for they are targets."""
        return measure(self.text) if self.key == "value" else stated(self.text)

    @lazy
    def has_figures(self) -> bool:
        """Whether a number could stand in the text: without one it has no quantities."""
        return _FIGURE.search(self.text) is not None

    @lazy
    def references(self) -> tuple[Reference, ...]:
        """Documents that the text names, without measuring the rest of it."""
        return self.measures.references if "measures" in self.__dict__ else references(self.text)

    @lazy
    def words(self) -> tuple[str, ...]:
        """Words that carry meaning."""
        return content_words(self.text)

    @lazy
    def characters(self) -> frozenset[str]:
        """Han characters of the text."""
        return frozenset(_NOT_HAN.sub("", self.text))

    @lazy
    def measure_word(self) -> tuple[str, str]:
        """(word, kind) of the longest measure word that ends the core of the text; ("", "") where none does."""
        return measured_by(self.core)

    def find(self, piece: str) -> tuple[int, int] | None:
        """Where a piece of the normalised text stands."""
        at = self.text.find(piece)
        return None if at < 0 else (at, at + len(piece))

    @property
    def whole(self) -> tuple[int, int]:
        """The span of the whole text."""
        return 0, len(self.text)


@lru_cache(maxsize=1 << 12)
def shared(key: str, original: str | None, present: bool) -> Field:
    """The same field for the same text: values, bases and blank columns recur, and what was read of one stands for all."""
    return Field(key, original, present)
