"""依据过于陈旧或已被取代

检查什么：依据的文件年份比预算年度早十年以上，或者是已知被新文件取代的。
为何重要：多年前的文件往往已经修订或废止，照着它定的标准可能早已不适用。
反例：2025年预算，走访慰问标准 → 依据“×字〔2008〕14号”
改为：核对该文件是否仍然有效；已修订的写现行文件
依据：财预〔2021〕101号《中央部门项目支出核心绩效目标和指标设置及取值指引（试行）》
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from zhibiao.features.field import Field
from zhibiao.features.reading import Row
from zhibiao.lexicon.tables import rows
from zhibiao.model.finding import Finding
from zhibiao.rules.rule import Given, Rule
from zhibiao.rules.sources import INDICATORS_101

RULE = Rule(
    code="A306",
    slug="stale-basis",
    title="依据过于陈旧或已被取代",
    scope="row",
    severity="info",
    message="依据“{evidence}”{age}，请核对是否仍然有效；已修订或废止的，请改写现行文件及其规定的标准。",
    basis=INDICATORS_101,
)
_SUPERSEDED = {re.sub(r"[〔〕第]", "", row["document"]): row["successor"] for row in rows("superseded")}
_OLD = re.compile("|".join(map(re.escape, sorted(_SUPERSEDED, key=len, reverse=True))))
_LOOSE = re.compile(r"[〔〕()\[\]【】〈〉第\s]")
_SIGNS = re.compile(r"[〔(\[【]|令")


def check(row: Row, given: Given) -> Iterator[Finding]:
    """Every old or superseded document that the basis names."""
    yield from _stale(row.basis if row.basis.text else row.standard, row.table.year or given.settings.year or given.year, given)


def _stale(field: Field, year: int | None, given: Given) -> Iterator[Finding]:
    if not _SIGNS.search(field.text) and "《" not in field.text:
        return
    superseded = _OLD.search(_LOOSE.sub("", field.text))
    if superseded:
        yield RULE.found(field, _span(field, superseded.group()), age=f"已被{_SUPERSEDED[superseded.group()]}取代")
        return
    if year is None:
        return
    for reference in field.references:
        # A law's year in a title is that of its last revision, and says nothing of its age.
        old_by = year - reference.year if reference.year else 0
        if reference.kind == "number" and old_by > given.threshold("stale_basis_years"):
            yield RULE.found(field, (reference.start, reference.end), age="比预算年度早十年以上")


def _span(field: Field, old: str) -> tuple[int, int]:
    """Where the document stands in the text, brackets and blanks between its characters allowed."""
    found = re.search(r"[〔〕()\[\]【】〈〉第\s]*".join(map(re.escape, old)), field.text)
    return found.span() if found else field.whole
