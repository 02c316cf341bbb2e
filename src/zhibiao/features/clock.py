"""Whether a text says when: a date, a period, a frequency, a duration, or a term set elsewhere (a contract's)."""

from __future__ import annotations

import re

from zhibiao.features.field import Field
from zhibiao.features.lazy import once

_WORDS = re.compile(
    r"[当本]期(?!望)|当[日天月季周](?!天?气)|次[日月年]|隔[日天]|即时|实时|同步|随到随|第[一二三四五六七八九十\d]{1,9}(?:个)?(?:工作日|天|周|月|季度|年)|(?:合同|协议|约定)(?:约定|规定|要求)?(?:的|之)?(?:时间|时限|期限|工期|日期|进度|节点)|按(?:年|季度?|月|旬|周|日)(?![度计]?计划)"
    r"|(?:节|假|汛|期|学期|开学|年度|月|季)[前内末初]|[一二三四五六七八九十两\d](?:个)?(?:工作日|小时|分钟|个月)|半年|半月|24h|\d{1,2}:[0-5]\d"
)
# Each of the words has one of these; most names and values have none, and one search spares trying each word at each place
_SIGN = re.compile("[期当次隔时步随第合协约按前内末初日钟月半h:]")
_VAGUE = ("常年", "逐", "长年")
_PLAIN_YEAR = re.compile(r"(?:(?:19|20)\d\d年度?|[本当今]年度?)$")


def says_when(field: Field, years: bool = True) -> bool:
    """years: a bare year counts (完成时间 2025年); in a basis it only dates a document."""
    return _says_when(field) if years else _says(field, False)


@once
def _says_when(field: Field) -> bool:
    return _says(field, True)


def _says(field: Field, years: bool) -> bool:
    text = field.text
    if not text:
        return False
    if _SIGN.search(text) and _WORDS.search(text):  # asked first: it spares a text from being measured
        return True
    measures = field.measures
    for quantity in measures.quantities:
        if quantity.dimension == "time" or _per_time(quantity.per):
            return True
    for moment in measures.moments:
        written = text[moment.start : moment.end]
        if written.startswith(_VAGUE) or (not years and _PLAIN_YEAR.match(written)):
            continue
        return True
    return False


def _per_time(per: str) -> bool:
    return bool(per) and per.endswith(("年", "月", "日", "天", "周", "季", "季度", "小时", "学期"))
