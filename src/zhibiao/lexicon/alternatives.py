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
