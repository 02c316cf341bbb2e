"""Whether the number of a value is buried in prose."""

from __future__ import annotations

import re

from zhibiao.features.lazy import once
from zhibiao.features.reading import Row
from zhibiao.features.target import BRACKETS

# characters of prose that the name does not have: enough alone, and enough with a word of instruction; a phrase that only
# names the object (办公楼屋面维修800平方米) is shorter
_LONG, _SHORT = 13, 4
_CLAUSE = re.compile(r"[^,;。:(（]+")
_CLAUSE_LENGTH = 6
_FURTHER = re.compile("其中|涉及|包括|含|每[人户村个名]|共发放|余")  # where the money goes, how many it is for
_INSTRUCTS = re.compile(
    r"严格|按照?(?!时|期|月|年|季)|根据|依据|积极|确保|保障|通过|进一步|落实|用于|规定|要求|文件|予以|给予|加强|方式|范围|措施|有效|切实|及时足额"
)


@once
def buried(row: Row) -> bool:
    """Prose stands beside the quantity, beyond what the name says and a number naturally carries."""
    target = row.target
    if target.quantity is None or len(target.rest) < _SHORT:
        return False
    known = row.name.characters
    text = row.value.text
    if text[: target.quantity.start].endswith(("(", "[", "【", "〔")):
        return False  # 不低于平均等别(9.6等): the bracket explains a standard
    if target.quantity.dimension == "time":
        return len(target.rest) > _LONG and bool(_INSTRUCTS.search(target.rest))  # a term counts from an event that has to be named
    own = sum(1 for character in target.rest if character not in known)
    if own >= _LONG or _clause_apart(row, known):
        return True
    if own < _SHORT or len(target.rest) < 2 * _SHORT:
        return False
    behind = text[target.quantity.end : target.quantity.end + 1]
    run_on = not target.quantity.unit and "一" <= behind <= "鿿"  # 16按计提的工会经费…: a figure with its explanation run on
    return run_on or bool(_INSTRUCTS.search(target.rest))


def _clause_apart(row: Row, known: frozenset[str]) -> bool:
    """A clause of the value that states no measure of its own (不少于10篇;形成良好社会反响)."""
    text, measures = row.value.text, row.value.measures
    outside = BRACKETS.sub(lambda m: " " * len(m[0]), text)
    for clause in _CLAUSE.finditer(outside):
        start, end = clause.span()
        stated = any(start <= q.start < end for q in measures.quantities) or any(start <= m.start < end for m in measures.moments)
        if stated and start > 0 and _FURTHER.match(clause[0]):
            return True
        if not stated and sum(1 for c in clause[0] if "一" <= c <= "鿿" and c not in known) >= _CLAUSE_LENGTH:
            return True
    return False
