"""A rule by any of its names: code, English name, Chinese title."""

from __future__ import annotations

import re
from difflib import get_close_matches

from zhibiao.rules.catalogue import Entry, catalogue
from zhibiao.text.clean import squeeze


def find(word: str) -> Entry | None:
    """The rule that a word names; M201, m201, unquantified-value and its title are one."""
    return _names().get(_plain(word))


def near(word: str) -> list[Entry]:
    """Rules that the word may have meant: nearly its name, a title or code that holds it; at most five."""
    plain, names = _plain(word), _names()
    found = [names[name] for name in get_close_matches(plain, names, n=5, cutoff=0.6)]
    found += [entry for name, entry in names.items() if plain and (plain in name or (len(plain) > 3 and name in plain))]
    if re.fullmatch(r"[a-z]\d+", plain):
        numbers = [entry for code, entry in catalogue().items() if code[0].lower() == plain[0]]
        found += sorted(numbers, key=lambda entry: abs(int(entry.rule.code[1:]) - int(plain[1:])))
    return list({entry.rule.code: entry for entry in found}.values())[:5]


def _names() -> dict[str, Entry]:
    return {_plain(name): entry for entry in catalogue().values() for name in (entry.rule.code, entry.rule.slug, entry.rule.title)}


def _plain(word: str) -> str:
    return squeeze(word).lower().replace("_", "-")
