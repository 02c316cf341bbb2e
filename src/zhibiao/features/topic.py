"""Whether a row speaks of another department's work: of a topic (lexicon/topics.tsv) that neither the project nor its other rows come near.
The words of a topic are works and duties (植树, 公积金, 听力筛查), not effects that reach into other fields (就业, 收入, 旅游)."""

from __future__ import annotations

from functools import lru_cache

from zhibiao.features.reading import Row
from zhibiao.features.sector import sector_words, shares_words
from zhibiao.lexicon.categories import OUTPUTS
from zhibiao.lexicon.patterns import any_of
from zhibiao.lexicon.tables import rows

_TOPIC = {row["word"]: row["topic"] for row in rows("topics") if row["role"] == "says"}
_NEAR = {topic: any_of("topics", topic=topic) for topic in set(_TOPIC.values())}
_BY_HEAD: dict[str, tuple[str, ...]] = {}
for _word in _TOPIC:
    _BY_HEAD[_word[:2]] = (*_BY_HEAD.get(_word[:2], ()), _word)


@lru_cache(maxsize=1 << 12)
def topics(name: str) -> frozenset[str]:
    """The topics that a name speaks of. By the first two characters: most names hold none, and a pattern of all words would try each."""
    heads = [at for at in range(len(name) - 1) if name[at : at + 2] in _BY_HEAD]
    return frozenset(_TOPIC[word] for at in heads for word in _BY_HEAD[name[at : at + 2]] if name.startswith(word, at))


def is_foreign(row: Row) -> bool:
    """All topics of the name are far from what the table says, and not two characters that say something stand there too.
    An output may be told by its broad field as well; an effect may reach into another field."""
    about, name = row.table.about, row.name.text
    found = topics(name)
    if found:
        return _stands_alone(row, found) and not any(_NEAR[topic].search(about) for topic in found)
    project = sector_words(about) if row.category in OUTPUTS else None
    fields = sector_words(name) if project else None
    if not project or not fields or fields & project or not _stands_alone(row, found):
        return False
    return not any(fields & sector_words(other.name.text) for other in row.table.rows if other is not row)


def _stands_alone(row: Row, found: frozenset[str]) -> bool:
    """Two characters of the name stand neither in what is said of the project nor in the other rows, nor do these come near."""
    name, table = row.name.text, row.table
    if shares_words(name, table.about):
        return False
    others = table.printed.replace(f"{name} {row.description.text}", "", 1)
    return not shares_words(name, others) and not any(_NEAR[topic].search(others) for topic in found)
