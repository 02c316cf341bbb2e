"""日期不存在

检查什么：日期是日历上没有的，如6月31日、平年的2月29日、13月。
为何重要：到期那天并不存在，什么时候算按时完成说不清；多半是录入时写错了月份或日子。
反例：设备验收完成时间 → 2025年6月31日前
改为：设备验收完成时间 → 2025年6月30日前
依据：通行审核做法（未核对原文）
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator

from zhibiao.features.reading import Row
from zhibiao.model.finding import Finding
from zhibiao.rules.rule import Given, Rule
from zhibiao.rules.sources import PRACTICE

RULE = Rule(
    code="T504",
    slug="impossible-date",
    title="日期不存在",
    scope="row",
    severity="error",
    message="日期“{evidence}”在日历上不存在，到时无法核对是否按时完成；请对照日历改成实有的日期。",
    basis=PRACTICE,
    ceiling={"T": 1},
)

_MONTHS = 12
_LEAP = 2024  # a year in which every day of the calendar exists
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?=[年./-])")
_MONTH = re.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)年(?P<month>\d{1,2})月(?!\d{1,2}[日号])")  # a bare 18月 may be a duration
_DAY = re.compile(
    r"(?<![\d.])(?:(?P<year>(?:19|20)\d\d)年)?(?P<month>\d{1,2})月(?:\d{1,2}[日号]?[-—~至到])?(?P<day>\d{1,2})[日号]"
    r"|(?<![A-Za-z] )(?<![A-Za-z\d./-])(?P<year2>(?:19|20)\d\d)(?P<mark>[./-])"
    r"(?P<month2>0?[1-9]|1[0-2])(?P=mark)(?P<day2>3[01]|[12]\d|0?[1-9])(?!\d|[./-]\d)"
)


def check(row: Row, given: Given) -> Iterator[Finding]:
    """The first date of each field that the calendar does not have."""
    budget_year = row.table.year or given.year or given.settings.year
    for field in (row.name, row.description, row.value):
        text = field.text
        if not field.has_figures:
            continue
        usual = None if _YEAR.search(text) else budget_year  # a year written elsewhere in the text may be meant
        spans = [m.span() for m in _MONTH.finditer(text) if not 1 <= int(m["month"]) <= _MONTHS]
        spans += [m.span() for m in _DAY.finditer(text) if not _exists(m, usual)]
        spans = [span for span in spans if not any(r.start <= span[0] < r.end for r in field.references)]
        if spans:
            yield RULE.found(field, min(spans))


def _exists(found: re.Match[str], usual: int | None) -> bool:
    month, day = int(found["month"] or found["month2"]), int(found["day"] or found["day2"])
    year = int(found["year"] or found["year2"] or usual or _LEAP)
    return 1 <= month <= _MONTHS and 1 <= day <= monthrange(year, month)[1]
