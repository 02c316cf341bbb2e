"""Runs of words that name things: 困难职工, 执法船艇, 储粮仓; the pieces from which a rewritten row is put together."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from zhibiao.lexicon.general_words import general_words
from zhibiao.lexicon.measure_patterns import activities
from zhibiao.lexicon.patterns import any_of, listed
from zhibiao.lexicon.words import by_role
from zhibiao.text.segment import segment

_HAN = re.compile("[一-鿿]+$")
_PEOPLE, _NOT_PEOPLE = any_of("noun_parts", role="people", after="$"), any_of("noun_parts", role="not-people", after="$")
_EDGE = by_role("actions", "act") + by_role("actions", "noun-act") + by_role("actions", "wish") + by_role("actions", "manner")
_VERBS = frozenset(_EDGE)
_ATTRIBUTES = frozenset(listed("noun_parts", role="attribute"))
_LEADS = re.compile(r"(?:充分|有效|进一步|全面|切实)[一-鿿]{2}$")
_STOP = frozenset((*listed("noun_parts", role="joint"), *listed("noun_parts", role="time")))
_TIME = re.compile(r"(?:20\d\d|[一二三四五六七八九十]+[年月日季期])$")
_EACH = re.compile("[各每]|(?:相关|有关|上述)$")


@lru_cache(maxsize=1 << 12)
def runs(text: str) -> tuple[str, ...]:
    """Noun runs in order: neighbouring words that are no verbs, no function words and none that every project could use."""
    return tuple(dict.fromkeys("".join(run) for run in token_runs(text)))


@lru_cache(maxsize=1 << 12)
def token_runs(text: str) -> tuple[tuple[str, ...], ...]:
    """The same as words, without the verbs and kinds of work at their ends."""
    out: list[tuple[str, ...]] = []
    run: list[str] = []
    before = ""
    for word in (*segment(text), "。"):
        torn = not run and len(word) == len(before) == 1 and _HAN.match(before) is not None  # 用|海|疑点: half of a word
        before = word
        if torn and word != "。":
            continue
        if _names(word):
            run.append(word)
            continue
        out.append(without_action(run))
        run = []
    return tuple(each for each in out if 2 <= len("".join(each)) <= 12)


def is_joint(word: str) -> bool:
    """Function words, times, verbs: they end the name of a thing."""
    acts = word in _VERBS and word not in activities()
    return word in _STOP or acts or bool(_TIME.match(word) or _LEADS.match(word) or _EACH.match(word))


def _names(word: str) -> bool:
    if not _HAN.match(word) or word in _STOP or word in _VERBS or _TIME.match(word) or _EACH.match(word):
        return False
    return word not in general_words() or is_people(word)


def is_people(run: str) -> bool:
    """Whether a run ends in people, households or those who act for themselves."""
    return bool(_PEOPLE.search(run)) and not _NOT_PEOPLE.search(run) and len(run) > 1


def without_action(run: Sequence[str]) -> tuple[str, ...]:
    """The words without those at the ends that say what is done: 执法 船艇 维护 保养 → 执法 船艇."""
    first, last = 0, len(run)
    while last > first and _acts(run[last - 1]):
        last -= 1
    while first < last - 1 and _acts(run[first]) and run[first] not in _ATTRIBUTES:
        first += 1
    return tuple(run[first:last])


def _acts(word: str) -> bool:
    return word in activities() or word in _VERBS or bool(_LEADS.match(word))
