"""A rule by any of its names: code, English name, Chinese title."""

from __future__ import annotations

import re
from difflib import get_close_matches

from zhibiao.rules.catalogue import Entry, catalogue
from zhibiao.text.clean import squeeze

# what reviewers call a fault, beside its title
_ALIASES = {"R401": ("二级指标错位", "错位"), "R402": ("硬凑",), "S102": ("同义反复",), "S101": ("空泛",), "M201": ("不可衡量", "不可量化")}


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
    found: dict[str, Entry] = {}
    for entry in catalogue().values():
        rule = entry.rule
        for name in (rule.title.partition("，")[0], rule.title, rule.slug, rule.code, *_ALIASES.get(rule.code, ())):
            found[_plain(name)] = entry
    return found


def _plain(word: str) -> str:
    return squeeze(word).lower().replace("_", "-")
