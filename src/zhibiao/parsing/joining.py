"""Lines that a page break cut in two, put together again."""

from __future__ import annotations

import re

from zhibiao.lexicon.levels import is_level1, is_level2
from zhibiao.parsing.rows import LEVELS, OWN_FIELDS, Line
from zhibiao.text.clean import join_lines, squeeze

_WHOLE_VALUE = re.compile(r"^[≥≤<>=＞＜＝≧≦]{0,2}\d[\d.,]*(?:%|[一-鿿/·]{1,8}|百分比)?$|^[^\d]{4,}$|^20\d\d年")
_UNIT_TAIL = re.compile(
    r"^(?:/?[元人次个件项户亩吨米天日月年前台套辆份家名场期班课处座栋]|%|％|百?分比|百分|平方|公里|小时|工作日|以[内上下])[一-鿿/·]{0,6}$"
)
_ENDS_IN_NUMBER = re.compile(r"\d(?:[万亿百千]|百分|平方|工作|[万亿]元?|个工作)?$")
_OPEN = re.compile(r"[（(《【\[“][^）)》】\]”]*$")


def cut_by_page(last: Line, first: Line) -> bool:
    """Whether the first line of a page is the rest of the last line of the page before."""
    if not any(role in first.own for role in OWN_FIELDS) and "level2" not in first.own and "extra" not in first.own:
        return False
    for role in LEVELS:
        own, before = first.get(role) if role in first.own else "", last.get(role)
        known = is_level1 if role == "level1" else is_level2
        incomplete = "name" not in first.own or "value" not in first.own
        if own and before and known(before + own) and (not known(own) or (incomplete and not known(before))):
            return True
    if "level2" in first.own and is_level2(first.get("level2")):
        return False
    filled = [role for role in OWN_FIELDS if role in first.own]
    usual = [role for role in OWN_FIELDS if last.get(role)]
    if any(_OPEN.search(last.get(role)) for role in filled) and not all(role in first.own for role in usual):
        return True
    if "value" in first.own and _UNIT_TAIL.match(squeeze(first.get("value"))) and _ENDS_IN_NUMBER.search(squeeze(last.get("value"))):
        return True
    if "name" in first.own and "value" in first.own:
        return (
            not _WHOLE_VALUE.match(squeeze(first.get("value")))
            and not _WHOLE_VALUE.match(squeeze(last.get("value")))
            and bool(_OPEN.search(last.get("value")) or _OPEN.search(last.get("name")))
        )
    if "name" in first.own:  # a name without a value: the rest of a name, if the line above has its value
        return bool(last.get("value"))
    return bool(usual)  # a value, description or basis without a name


def join_cut(last: Line, first: Line) -> None:
    """Append each cell of the second half to its first half."""
    for role in (*LEVELS, *OWN_FIELDS):
        if role not in first.own:
            continue
        if role in LEVELS and not last.get(role):
            last.texts[role] = first.get(role)
        elif role in LEVELS and not (is_level1 if role == "level1" else is_level2)(last.get(role) + first.get(role)):
            continue
        else:
            last.texts[role] = join_lines([last.get(role), first.get(role)])
        source = first.sources.get(role)
        if source is not None and role not in last.sources:
            last.sources[role] = source
        last.own.add(role)
    for header, text in first.extra.items():
        last.extra[header] = join_lines([last.extra.get(header, ""), text])
