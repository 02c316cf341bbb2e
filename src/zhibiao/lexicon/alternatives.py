"""Many words as one pattern that re can try quickly: words of one beginning share it, as in a tree."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any


def alternatives(words: Iterable[str]) -> str:
    """The source of a pattern that finds the longest of the words; no words: it finds nothing."""
    tree: dict[str, Any] = {}
    for word in words:
        node = tree
        for character in word:
            node = node.setdefault(character, {})
        node[""] = {}
    return f"(?:{_source(tree)})" if tree else "(?!)"


def _source(node: dict[str, Any]) -> str:
    """The branches of a node, longer words before the word that ends here."""
    branches = [re.escape(character) + (_tail(below) if below else "") for character, below in sorted(node.items()) if character]
    return "|".join([*branches, ""] if "" in node else branches)


def _tail(node: dict[str, Any]) -> str:
    if set(node) == {""}:
        return ""
    source = _source(node)
    return source if len(node) == 1 else f"(?:{source})"


class Whole:
    """A pattern of words for whole texts. Most texts hold a character that no word has: they are not tried at all.

    The source holds words, groups and sets of characters; ranges and classes would match characters that do not stand in it."""

    def __init__(self, source: str) -> None:
        self._pattern = re.compile(source)
        self._characters = frozenset(source)

    def fits(self, text: str) -> bool:
        """Whether the text is laid out of the words from its first to its last character."""
        return self._characters.issuperset(text) and self._pattern.fullmatch(text) is not None
