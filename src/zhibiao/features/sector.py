"""Which broad field a text speaks of, by words that belong to one field only (lexicon/sectors.tsv)."""

from __future__ import annotations

from functools import lru_cache

from zhibiao.lexicon.patterns import any_of, listed
from zhibiao.lexicon.tables import rows

_ANY = any_of("sectors")
_SECTOR = {row["word"]: row["sector"] for row in rows("sectors")}
_COMMON = frozenset(listed("agreement_words", role="common"))


@lru_cache(maxsize=1 << 12)
def sector_words(text: str) -> frozenset[str]:
    """The fields of the words found."""
    return frozenset(_SECTOR[word] for word in _ANY.findall(text))


def shares_words(text: str, other: str) -> bool:
    """Whether two neighbouring Han characters that say something stand in both."""
    for start in range(len(text) - 1):
        pair = text[start : start + 2]
        if pair in other and pair not in _COMMON and "一" <= pair[0] <= "鿿" and "一" <= pair[1] <= "鿿":
            return True
    return False
