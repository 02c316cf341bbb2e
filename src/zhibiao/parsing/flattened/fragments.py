"""Text of a pdf as fragments: pieces of visual lines, with what stood between them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from zhibiao.lexicon.headers import HEADERS
from zhibiao.parsing.forms import form_columns
from zhibiao.text.clean import squeeze

SPACE, LINE, PARA, PAGE = "space", "line", "para", "page"
_PAGE_NUMBER = re.compile(r"^[\s\f]*(?:[-—–－]{1,2}\s*\d{1,4}\s*[-—–－]{1,2}|第\s*\d+\s*页(?:\s*共\s*\d+\s*页)?)\s*$")
_BRACKET = re.compile(r"\([^()]*\)$")
HEADER_ROLES = frozenset(("level1", "level2", "name", "name?", "description", "value", "value~", "basis", "standard", "sign", "unit"))


@dataclass(frozen=True, slots=True)
class Fragment:
    """A run of characters without blanks; `before` says what parts it from the one before."""

    text: str
    before: str
    line: int  # index of its line


def fragments_of(lines: Sequence[str], first: int = 0) -> list[Fragment]:
    """All fragments of some lines; a line that begins with a blank or a form feed opens a page."""
    out: list[Fragment] = []
    between = PARA
    for i, line in enumerate(lines):
        if not line.strip() or _PAGE_NUMBER.match(line):
            between = PARA if between != PAGE else PAGE
            if "\f" in line:
                between = PAGE
            continue
        if line[0] == "\f" or (line[0] == " " and not line.startswith("  ") and i):
            between = PAGE
        for k, piece in enumerate(line.replace("\f", " ").split()):
            out.append(Fragment(piece, SPACE if k else between, first + i))
        between = LINE
    return out


def exact_role(text: str) -> str | None:
    """The role of a header word that is known to the letter; no patterns, since pieces of words come here."""
    word = squeeze(text).strip(":*")
    for form in (word, _BRACKET.sub("", word)):
        if form in HEADERS:
            return HEADERS[form]
        if form in form_columns():
            return form_columns()[form]
    return None


@dataclass(frozen=True, slots=True)
class HeaderSpan:
    """Fragments start..stop are the header of an indicator table; roles and words in column order."""

    start: int
    stop: int
    roles: tuple[str, ...]
    words: tuple[str, ...]
    lines: tuple[tuple[str, ...], ...] = ()  # of each word, where it is wrapped


def header_at(fragments: Sequence[Fragment], i: int) -> HeaderSpan | None:
    """The header that begins at a fragment: known words one after another, each possibly wrapped."""
    if exact_role(fragments[i].text) not in HEADER_ROLES and not _wrapped_start(fragments, i):
        return None
    roles: list[str] = []
    words: list[str] = []
    lines: list[tuple[str, ...]] = []
    j = i
    while j < len(fragments):
        found = None
        for k in (4, 3, 2, 1):
            if j + k > len(fragments) or any(f.before == PAGE for f in fragments[j + 1 : j + k]):
                continue
            word = "".join(f.text for f in fragments[j : j + k])
            role = exact_role(word)
            if role == "name?" and "name" in roles and "description" not in roles and word.endswith("内容"):
                role = "description"  # 指标内容 beside 三级指标 explains it
            if role is not None and role != "skip" and not role.startswith("list.") and not (role == "name?" and "name" in roles):
                found = (k, role, word)
                break
        if found is None or (found[1] in roles and found[1] != "extra"):
            break
        roles.append(found[1])
        words.append(found[2])
        lines.append(tuple(f.text for f in fragments[j : j + found[0]]))
        j += found[0]
    if roles[:1] == ["name?"] and "name" in roles:  # 绩效指标 beside the levels heads the side column, which has no text of its own
        roles, words, lines = roles[1:], words[1:], lines[1:]
    kinds = set(roles)
    if len(roles) >= 2 and ("name" in kinds or "name?" in kinds) and ("value" in kinds or {"level1", "level2"} <= kinds):
        return HeaderSpan(i, j, tuple(roles), tuple(words), tuple(lines))
    return None


def _wrapped_start(fragments: Sequence[Fragment], i: int) -> bool:
    pair = "".join(f.text for f in fragments[i : i + 2])
    return exact_role(pair) in HEADER_ROLES


def headers_in(fragments: Sequence[Fragment]) -> list[HeaderSpan]:
    """All headers, in order."""
    spans: list[HeaderSpan] = []
    i = 0
    while i < len(fragments):
        span = header_at(fragments, i)
        if span is not None:
            spans.append(span)
            i = span.stop
        else:
            i += 1
    return spans
