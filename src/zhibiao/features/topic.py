"""Whether a row speaks of another department's work: of a topic (lexicon/topics.tsv) that neither the project nor its other rows come near.
The words of a topic are works and duties (植树, 公积金, 听力筛查), not effects that reach into other fields (就业, 收入, 旅游)."""

from __future__ import annotations

from functools import lru_cache

from zhibiao.features.reading import Row
from zhibiao.features.sector import sector_words, shares_words
from zhibiao.lexicon.categories import OUTPUTS
from zhibiao.lexicon.patterns import any_of
from zhibiao.lexicon.tables import rows

_SAYS = any_of("topics", role="says")
_TOPIC = {row["word"]: row["topic"] for row in rows("topics") if row["role"] == "says"}
_NEAR = {topic: any_of("topics", topic=topic) for topic in set(_TOPIC.values())}


@lru_cache(maxsize=1 << 12)
def topics(name: str) -> frozenset[str]:
    """The topics that a name speaks of."""
    return frozenset(_TOPIC[word] for word in _SAYS.findall(name))


def is_foreign(row: Row) -> bool:
    """All topics of the name are far from what the table says, and not two characters that say something stand there too.
    An output may be told by its broad field as well; an effect may reach into another field."""
    name = row.name.text
    found = topics(name)
    fields = frozenset() if found or row.category not in OUTPUTS else sector_words(name)
    if not (found or fields):
        return False
    others = "\n".join(f"{other.name.text}\n{other.description.text}" for other in row.table.rows if other is not row)
    said = f"{row.table.about}\n{others}"
    if found:
        return not any(_NEAR[topic].search(said) for topic in found) and not shares_words(name, said)
    project = sector_words(said)
    return bool(project) and not fields & project and not shares_words(name, said)
