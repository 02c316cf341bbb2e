"""The pipeline: blank Chinese, tokens of our lexer, one Matcher; each text gives its measures."""

from __future__ import annotations

import threading
from contextlib import ExitStack
from functools import lru_cache
from typing import TYPE_CHECKING

from zhibiao.model.quantity import Measures
from zhibiao.text.measures.building import build
from zhibiao.text.measures.lexer import tokens
from zhibiao.text.measures.standards import standards

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.matcher import Matcher
    from spacy.tokens import Doc

_SPEAKING = frozenset({"NUM", "PCT", "DATE", "EVERY", "REF"})  # without one of these the grammar can match nothing
_ZONE = 2_000  # texts between two clearings of spaCy's string store: every new number is a new string there, for good


class _Pipeline:
    """One thread's pipeline: spaCy's stores are not made for two writers."""

    def __init__(self) -> None:
        self.language = language()
        self.matcher = grammar_matcher(self.language)
        self.zone = ExitStack()
        self.left = 0

    def read(self, text: str) -> Measures:
        """What the text states. The Doc does not outlive the call, so its strings may go."""
        if not self.left:
            self.zone.close()
            self.zone.enter_context(self.language.memory_zone())
            self.left = _ZONE
        self.left -= 1
        doc = self.language.tokenizer(text)
        spans = [(key, start, end) for key, start, end in self.matcher(doc)]
        names = self.language.vocab.strings
        return build(text, [(t.idx, t.idx + len(t), t.tag_) for t in doc], [(names[k], s, e) for k, s, e in spans], standards(text))


def language() -> Language:
    """Blank Chinese with our tokens: nothing trained, nothing to download."""
    import spacy

    nlp = spacy.blank("zh", config={"nlp": {"tokenizer": {"@tokenizers": "spacy.zh.ChineseTokenizer", "segmenter": "char"}}})
    nlp.tokenizer = lambda text: _doc(nlp, text)
    return nlp


def grammar_matcher(nlp: Language) -> Matcher:
    """The grammar's patterns as spaCy's Matcher."""
    from spacy.matcher import Matcher

    from zhibiao.text.measures.grammar import PATTERNS

    matcher = Matcher(nlp.vocab)
    for name, patterns in PATTERNS.items():
        matcher.add(name, patterns, greedy="LONGEST")
    return matcher


def _doc(nlp: Language, text: str) -> Doc:
    from spacy.tokens import Doc

    found = tokens(text)
    return Doc(nlp.vocab, [text[s:e] for s, e, _ in found], [False] * len(found), tags=[tag for _, _, tag in found])


_LOCAL = threading.local()


@lru_cache(maxsize=1 << 13)
def measure(text: str) -> Measures:
    """Quantities, moments, standards and references of a normalised text."""
    if not text:
        return Measures()
    if not any(tag in _SPEAKING for _, _, tag in tokens(text)):
        return Measures(standards=standards(text))
    pipeline: _Pipeline | None = getattr(_LOCAL, "pipeline", None)
    if pipeline is None:
        pipeline = _LOCAL.pipeline = _Pipeline()
    return pipeline.read(text)
