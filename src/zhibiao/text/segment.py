"""Chinese text → words: jieba with our own dictionary (lexicon/terms.tsv), or rjieba, which cuts the same and is faster."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import lru_cache
from importlib.machinery import PathFinder
from importlib.util import find_spec, module_from_spec
from typing import Any

from zhibiao.lexicon.tables import rows

Cut = Callable[[str], list[str]]
_FREQUENCY = 100  # keeps each term one word (a test says so) and leaves its neighbours alone: 占比 is a word, 占比例 is 占, 比例


@lru_cache(maxsize=1)
def terms() -> tuple[str, ...]:
    """The words of our own dictionary."""
    return tuple(row["word"] for row in rows("terms"))


def jieba_engine() -> Cut:
    """The reference: jieba, pure Python. HMM stays off: it guesses words, and differs between engines."""
    import logging

    import jieba

    jieba.setLogLevel(logging.ERROR)
    tokenizer = jieba.Tokenizer()
    for term in terms():
        tokenizer.add_word(term, _FREQUENCY)
    return lambda text: list(tokenizer.cut(text, HMM=False))


def rjieba_engine() -> Cut:
    """The fast engine behind the same cut."""
    tokenizer: Any = _extension().Jieba()
    for term in terms():
        tokenizer.add_word(term, _FREQUENCY, None)
    return lambda text: list(tokenizer.cut(text, False))


def _extension() -> Any:
    """The compiled module of rjieba without the package round it, whose import loads the dictionary a second time for functions that
    nobody here calls: a tenth of a second and 25 MB in every process."""
    name = "rjieba.rjieba"
    if name not in sys.modules:
        package = find_spec("rjieba")
        found = PathFinder.find_spec(name, package.submodule_search_locations) if package else None
        if found is None or found.loader is None:
            raise ImportError("rjieba")
        module = module_from_spec(found)
        found.loader.exec_module(module)
        sys.modules[name] = module
    return sys.modules[name]


def frequencies() -> dict[str, int]:
    """How often each word stands in the corpus of jieba's dictionary; our terms as they are added to it."""
    import logging

    import jieba

    jieba.setLogLevel(logging.ERROR)
    tokenizer = jieba.Tokenizer()
    tokenizer.initialize()
    counted = {word: times for word, times in tokenizer.FREQ.items() if times}
    return counted | dict.fromkeys(terms(), _FREQUENCY)


@lru_cache(maxsize=1)
def engine() -> Cut:
    """rjieba where it is installed (it has wheels for Windows, macOS and Linux), else jieba."""
    try:
        return rjieba_engine()
    except ImportError:
        return jieba_engine()


@lru_cache(maxsize=1 << 12)
def segment(text: str) -> tuple[str, ...]:
    """The words of a text, in order; together they are the text."""
    return tuple(engine()(text))


@lru_cache(maxsize=1)
def _stop() -> frozenset[str]:
    return frozenset(row["word"] for row in rows("function_words"))


def _speaks(word: str) -> bool:
    return any("一" <= c <= "鿿" or c.isalpha() for c in word)


@lru_cache(maxsize=1 << 12)
def content_words(text: str) -> tuple[str, ...]:
    """The words that carry meaning: no punctuation, no particles, no bare numbers."""
    stop = _stop()
    return tuple([word for word in segment(text) if word not in stop and ("一" <= word[0] <= "鿿" or _speaks(word))])
