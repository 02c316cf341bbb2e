"""Targets that are no numbers: stated grades, yes or no, named levels, weak standards and mere claims (lexicon/standards.tsv)."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import cast

from zhibiao.lexicon.tables import rows
from zhibiao.model.quantity import Standard, StandardKind

# 优100%良90%中85%, 优秀（90分以上）、良好…: at least two grades, each with what earns it
_GRADES = re.compile(
    r"(?:优秀?|良好?|中等?|差|较差|一般|合格|不合格)[:：(（]?(?:[≥>≤<=]|\d|[一-鿿]{0,4}\d)[^优良中差;；]*?[%分次个以上以下内)）]*[、,，;；]?(?=优|良|中|差|一般|较差|合格|不合格)"
)
_LEVEL = re.compile(
    r"(?:达到?|符合|不低于|评为|获得?|保持|[≥>=])?(?:国家|省|市|县|行业)?(?:[一二三四五ⅠⅡⅢⅣⅤ1-5]|[A-E]{1,3})(?:级|类|等|星级)(?:及?以上|以上|以内)?(?:标准|水质|水平|资质)?"
    r"|GB/?T?\s?\d+[\d.\-—]*|[A-Z]{2,4}/T\s?\d+[\d.\-—]*"
)


@lru_cache(maxsize=1)
def _words() -> re.Pattern[str]:
    listed = sorted(((r["word"], r["kind"]) for r in rows("standards")), key=lambda pair: -len(pair[0]))
    kinds: dict[str, list[str]] = {}
    for word, kind in listed:
        kinds.setdefault(kind.replace("-", "_"), []).append(re.escape(word))
    return re.compile("|".join(f"(?P<{kind}>{'|'.join(words)})" for kind, words in kinds.items()) or r"(?!)")


def standards(text: str) -> tuple[Standard, ...]:
    """In order of place; a word inside a longer one counts once."""
    found: list[Standard] = []
    grades = list(_GRADES.finditer(text))
    if grades:
        found.append(Standard(grades[0].start(), len(text), "grades"))
    level = _LEVEL.search(text)
    if level:
        found.append(Standard(level.start(), level.end(), "level"))
    found.extend(Standard(m.start(), m.end(), cast(StandardKind, (m.lastgroup or "").replace("_", "-"))) for m in _words().finditer(text))
    return tuple(sorted(found, key=lambda s: s.start))
