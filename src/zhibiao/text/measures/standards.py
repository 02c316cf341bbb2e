"""Targets that are no numbers: stated grades, yes or no, named levels, weak standards and mere claims (lexicon/standards.tsv)."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import cast

from zhibiao.lexicon.alternatives import alternatives
from zhibiao.lexicon.tables import rows
from zhibiao.model.quantity import Standard, StandardKind

# 优100%良90%中85%, 优秀（90分以上）、良好…: at least two grades, each with what earns it
_GRADES = re.compile(
    r"(?:优秀?|良好?|中等?|差|较差|一般|合格|不合格)[:：(（]?(?:[≥>≤<=]|\d|[一-鿿]{0,4}\d)[^优良中差;；]*?[%分次个以上以下内)）]*[、,，;；]?(?=优|良|中|差|一般|较差|合格|不合格)"
)
_LEVEL = re.compile(
    r"(?:达到?|符合|不低于|评为|获得?|保持|[≥>=])?(?:国家|省|市|县|行业)?(?:[一二三四五ⅠⅡⅢⅣⅤ1-5]|[1-5]?[A-E]{1,5}|I{1,3}|IV|V)(?:级|类|等|星级)(?:及?以上|以上|以内)?(?:标准|水质|水平|资质)?"
    r"|[2-5]A(?![A-Za-z0-9])|(?<![A-Za-z])A{3,5}(?![A-Za-z0-9])|pH值?(?:为|在)?[0-9.]+[-~至到][0-9.]+"
    r"|GB/?T?\s?\d+[\d.\-—]*|[A-Z]{2,4}/T\s?\d+[\d.\-—]*"
)


_END = r"(?=$|[,;、。)])"
_ALONE = {  # words of one character are parts of many others: 是否, 高速, 优抚
    **{word: rf"{word}(?<![^,;、。(:]{word}){_END}" for word in "是否"},
    **{word: rf"{word}{_END}" for word in "好优高"},
}
_GRADE_SIGN = re.compile(r"[优良中差格般]")
_LEVEL_SIGN = re.compile(r"[级类等A]|GB|/T|pH")


@lru_cache(maxsize=1)
def _kinds() -> dict[str, StandardKind]:
    return {row["word"]: cast(StandardKind, row["kind"]) for row in rows("standards")}


@lru_cache(maxsize=1)
def _words() -> re.Pattern[str]:
    """Words of several characters, then those of one; each branch opens with its character, so that re skips to places that can match."""
    several = alternatives(word for word in _kinds() if word not in _ALONE).removeprefix("(?:").removesuffix(")")
    return re.compile("|".join([several, *_ALONE.values()]))


def standards(text: str) -> tuple[Standard, ...]:
    """In order of place; a word inside a longer one counts once."""
    kinds = _kinds()
    found = [Standard(m.start(), m.end(), kinds[m.group()]) for m in _words().finditer(text)]
    grades = _GRADES.search(text) if _GRADE_SIGN.search(text) else None
    if grades:
        found.append(Standard(grades.start(), len(text), "grades"))
    level = _LEVEL.search(text) if _LEVEL_SIGN.search(text) else None
    if level:
        found.append(Standard(level.start(), level.end(), "level"))
    found.sort(key=lambda s: (s.start, s.kind not in ("grades", "level")))
    return tuple(found)
