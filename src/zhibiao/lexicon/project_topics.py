"""What a project's name shows that it is, finer than the kind of work: 年鉴编纂, 森林防火 (project_topics.tsv), and the measures that
the trade uses for it (topic_measures.tsv)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from zhibiao.lexicon.measure_patterns import MeasurePattern, patterns_of
from zhibiao.lexicon.tables import rows

_ALL, _NOT, _OR, _NONE = "+", "!", "|", "-"


@dataclass(frozen=True, slots=True)
class _Sign:
    """Words that must all stand in a text, and words of which none may."""

    topic: str
    words: tuple[str, ...]
    without: tuple[str, ...]

    def weight(self, text: str) -> int:
        """How many characters of the text show the topic; 0 where it is not shown."""
        if any(word not in text for word in self.words) or any(word in text for word in self.without):
            return 0
        return sum(map(len, self.words))


@lru_cache(maxsize=1 << 10)
def topics_in(text: str) -> tuple[str, ...]:
    """The topics that a text shows, the one first of which it shows most; of two equals the one whose word stands later, for a name's
    last words say what it is. What any office has (general_topics.tsv) comes behind what tells more."""
    found: dict[str, tuple[int, int]] = {}
    signs, longest = _signs()
    pieces = {text[start:end] for start in range(len(text)) for end in range(start + 1, min(start + longest, len(text)) + 1)}
    for word in pieces & signs.keys():
        for sign in signs[word]:
            weight = sign.weight(text)
            if weight:
                last = max(text.rfind(each) + len(each) for each in sign.words)
                found[sign.topic] = max(found.get(sign.topic, (0, 0)), (weight, last))
    return tuple(sorted(found, key=lambda topic: (topic not in _general(), found[topic], topic), reverse=True))


@lru_cache(maxsize=1)
def _general() -> frozenset[str]:
    """All the business of an office, or what offices of any trade do."""
    return frozenset(row["topic"] for row in rows("general_topics"))


def specific(topics: Sequence[str]) -> tuple[str, ...]:
    """Those that tell more than that it is an office's business."""
    return tuple(topic for topic in topics if topic not in _general())


@lru_cache(maxsize=1)
def people_of() -> dict[str, str]:
    """Topic → whom it serves, where a document does not say."""
    return {row["topic"]: row["people"] for row in rows("project_topics")}


@lru_cache(maxsize=1)
def topic_measures() -> dict[tuple[str, str], tuple[MeasurePattern, ...]]:
    """(topic, category) → its measures in the order of the list."""
    return patterns_of("topic_measures", "topic", "topic/")


@lru_cache(maxsize=1)
def _signs() -> tuple[dict[str, list[_Sign]], int]:
    """By their longest word, for a text is looked at word by word; and how long the longest is."""
    out: dict[str, list[_Sign]] = {}
    for row in rows("project_topics"):
        kinds = () if row["kinds_without"] == _NONE else tuple(row["kinds_without"].split("、"))
        without = [word for kind in kinds for word in _other_kinds()[kind]]
        without += [] if row["without"] == _NONE else row["without"].split(_OR)
        for written in row["words"].split("、"):
            sign = _sign(row["topic"], written, without)
            out.setdefault(max(sign.words, key=len), []).append(sign)
    return out, max(map(len, out))


@lru_cache(maxsize=1)
def _other_kinds() -> dict[str, list[str]]:
    """Words of projects about a thing that are not the trade's own work: a building for it, a computer system, an audit."""
    found: dict[str, list[str]] = {}
    for row in rows("project_other_kinds"):
        found.setdefault(row["kind"], []).append(row["word"])
    return found


def _sign(topic: str, written: str, without: Sequence[str]) -> _Sign:
    """年鉴, 志书+编纂, 志书+编纂!购置|征集. without: words that keep the whole topic out, but where they are part of the sign itself."""
    text, _, own = written.partition(_NOT)
    words = tuple(text.split(_ALL))
    kept = [word for word in without if not any(word in each for each in words)]
    return _Sign(topic, words, (*(own.split(_OR) if own else ()), *kept))
