"""The pipeline: tokens of our lexer, spaCy's Matcher over their tags, then typed things.

The grammar sees tags only, so texts of one shape (≥1200人 and ≤3.5公里) match alike: each shape goes through spaCy once, and the frequent
ones have gone through it before (known_runs)."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from zhibiao.model.quantity import Measures, Standard
from zhibiao.text.measures.building import build
from zhibiao.text.measures.known_runs import Match, known
from zhibiao.text.measures.lexer import tokens
from zhibiao.text.measures.standards import standards

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.matcher import Matcher

_SPEAKING = frozenset({"NUM", "PCT", "FRAC", "RATIO", "DATE", "EVERY", "REF"})  # without one of these the grammar can match nothing
_NOTHING = Measures()
_SILENT = frozenset({"O", "LABEL"})  # no pattern holds these: they part the runs in which the grammar looks
_RUN = 64  # tokens: spaCy's greedy matches grow with the square of a run; twenty quantities without a word between them are no text
_LOCK = threading.Lock()  # spaCy's stores are not made for two writers


@lru_cache(maxsize=1)
def _language() -> Language:
    """Blank Chinese: nothing trained, nothing to download."""
    import spacy

    return spacy.blank("zh", config={"nlp": {"tokenizer": {"@tokenizers": "spacy.zh.ChineseTokenizer", "segmenter": "char"}}})


@lru_cache(maxsize=1)
def _matcher() -> Matcher:
    """The grammar's patterns as spaCy's Matcher."""
    from spacy.matcher import Matcher

    from zhibiao.text.measures.grammar import PATTERNS

    matcher = Matcher(_language().vocab)
    for name, patterns in PATTERNS.items():
        matcher.add(name, patterns, greedy="LONGEST")
    return matcher


def matches(tags: tuple[str, ...]) -> tuple[Match, ...]:
    """What the grammar finds in a run of tags: the longest matches, none over another, in order of place."""
    listed = known(tags)
    return matched(tags) if listed is None else listed


@lru_cache(maxsize=1 << 12)
def matched(tags: tuple[str, ...]) -> tuple[Match, ...]:
    """The same, asked of spaCy."""
    from spacy.tokens import Doc

    with _LOCK:
        nlp, matcher = _language(), _matcher()
        with nlp.memory_zone():  # a Doc's strings do not outlive the call
            doc = Doc(nlp.vocab, list(tags), [False] * len(tags), tags=list(tags))
            found = [(nlp.vocab.strings[key], start, end) for key, start, end in matcher(doc)]
    out: list[Match] = []
    for match in sorted(found, key=lambda m: (m[1], -m[2])):
        if not out or match[1] >= out[-1][2]:
            out.append(match)
    return tuple(out)


@lru_cache(maxsize=1 << 13)
def shape(tags: tuple[str, ...]) -> tuple[Match, ...]:
    """The matches of all runs between silent tokens, counted in tokens of the whole text."""
    return tuple((key, start + begin, end + begin) for begin, run in runs(tags) for key, start, end in matches(run))


def runs(tags: tuple[str, ...]) -> Iterator[tuple[int, tuple[str, ...]]]:
    """The runs between silent tokens in which the grammar may find something, each with its place."""
    first = 0
    for at in range(len(tags) + 1):
        if at == len(tags) or tags[at] in _SILENT:
            for begin in range(first, at, _RUN):
                run = tags[begin : min(begin + _RUN, at)]
                if not _SPEAKING.isdisjoint(run):
                    yield begin, run
            first = at + 1


@lru_cache(maxsize=1 << 11)
def measure(text: str) -> Measures:
    """Quantities, moments, standards and references of a normalised text."""
    return _measured(text, standards(text)) if text else _NOTHING


def stated(text: str) -> Measures:
    """The same without the standards, which only values are asked for."""
    return _measured(text, ())


def _measured(text: str, standing: tuple[Standard, ...]) -> Measures:
    found = tokens(text)
    tags = tuple([tag for _, _, tag in found])
    if _SPEAKING.isdisjoint(tags):
        return Measures(standards=standing) if standing else _NOTHING
    return build(text, found, shape(tags), standing)
