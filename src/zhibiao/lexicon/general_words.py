"""Words that say nothing of what a project does (general_words.tsv): those that make up empty objectives, and those of forms and names."""

from __future__ import annotations

from functools import lru_cache

from zhibiao.lexicon.tables import rows


@lru_cache(maxsize=1)
def empty_words() -> frozenset[str]:
    """Words of which a sentence that fits any project is made, with the function words."""
    return frozenset(row["word"] for row in rows("general_words") if row["role"] == "empty") | {
        row["word"] for row in rows("function_words")
    }


@lru_cache(maxsize=1)
def general_words() -> frozenset[str]:
    """All words that do not name a project's subject."""
    return frozenset(row["word"] for row in rows("general_words")) | empty_words()


def made_of(text: str, known: frozenset[str]) -> bool:
    """Whether words of a list can be laid end to end to give the text."""
    longest = _longest(known)
    reached = [True] + [False] * len(text)
    for at in range(len(text)):
        if reached[at]:
            for end in range(at + 1, min(len(text), at + longest) + 1):
                if text[at:end] in known:
                    reached[end] = True
    return reached[-1]


@lru_cache(maxsize=8)
def _longest(known: frozenset[str]) -> int:
    return max(map(len, known))
