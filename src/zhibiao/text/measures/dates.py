"""The ways in which a date or period is written, as one pattern with named parts."""

from __future__ import annotations

import re
from datetime import date, timedelta

from zhibiao.text.numerals import han

_YEAR = r"(?:(?:19|20)\d\d|[一二][〇零九][〇零一二三四五六七八九]{2})年度?"
_MONTH = r"(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])月份?"
_DAY = r"(?:3[01]|[12]\d|0?[1-9]|三十一?|二十[一二三四五六七八九]?|十[一二三四五六七八九]?|[一二三四五六七八九])[日号]"
_QUARTER = r"第?[一二三四1-4](?:、[一二三四])*季度"
_HALF = r"上半年|下半年|前三季度|全年"
_PART = r"底|末|初|中旬|上旬|下旬|中"
_THIS_YEAR = r"当年|本年度?|今年|预算年度|当年度|本年内"
_ENDS = r"年底|年末|年终|年内|年度内|年中|月底|月末|季度?末|学期末|学年末|期末|全年度?|常年|全天候?|实施期内|项目期内|服务期内|合同期内?"
_SEASONS = (
    r"春节|元旦|清明节?|五一|劳动节|端午节?|六一|七一|八一|教师节|中秋节?|国庆节?|十一(?=期间|前)|重阳节?|双节|两节|节假日|节日|寒假|暑假|寒暑假|开学|汛期?|主汛期|枯水期|"
    r"采暖[期季]|供暖[期季]|供热[期季]|防火[期季]|森林防火期|高考|中考|春季|夏季|秋季|冬季|春耕|三夏|三秋|今冬明春|冬春|两会|伏季休渔期|休渔期"
)
_ISO = r"(?:19|20)\d\d[-/.](?:1[0-2]|0?[1-9])(?:[-/.](?:3[01]|[12]\d|0?[1-9]))?(?![\d.%])"
DATE = (
    f"{_ISO}|(?:{_YEAR}|{_THIS_YEAR})(?:{_MONTH}(?:{_DAY})?(?:{_PART})?|(?:{_QUARTER}|{_HALF})(?:{_PART})?|(?:{_SEASONS})|年?(?:{_PART})|内)?"
    f"|{_MONTH}(?:{_DAY})?(?:{_PART})?|(?:{_QUARTER}|{_HALF})(?:{_PART}|内)?|{_ENDS}|(?:{_SEASONS})(?=期间|来临|到来|结束|前|后|期)"
)
LIMIT = r"之前|以前|前夕|前后|前|之内|止|为止|期间|内|到来|来临|结束前|来临前|开始前"
EVERY = (
    r"(?:每|逐)(?:个|一)?(?:半年|两年|三年|年度?|季度?|半?月|旬|周|星期|工作日|日|天|学期|学年|小时|晚|晨)"
    r"|按(?:年|季度?|月|周|旬|日|天)(?!度?计划)(?=发|拨|支|缴|兑|付|结|足|进|开|完|报|巡|更|实|组)"
)
PARTS = re.compile(
    rf"(?:(?P<iso>{_ISO})|(?P<year>{_YEAR})?(?:(?P<month>{_MONTH})(?P<day>{_DAY})?|(?P<quarter>{_QUARTER})|(?P<half>{_HALF}))?)"
)
_LAST_MONTH = {"一": 3, "二": 6, "三": 9, "四": 12}


def year_of(text: str) -> int | None:
    """The year written at the start of the text."""
    digits = text.rstrip("年度")
    if digits.isdigit():
        return int(digits[:4])
    return int(han(digits)) if digits else None


def month_of(text: str) -> int:
    """12月 → 12, 十一月份 → 11."""
    digits = text.rstrip("份").rstrip("月")
    return int(digits) if digits.isascii() else int(han(digits))


def day_of(text: str) -> int:
    """31日 → 31."""
    digits = text.rstrip("日号")
    return int(digits) if digits.isascii() else int(han(digits))


def parts(text: str) -> tuple[int | None, int | None, int | None]:
    """Year, month, day as far as the date says them; a quarter or half year counts by its last month."""
    found = PARTS.match(text)
    if found is None or not found.group():
        return None, None, None
    if found["iso"]:
        numbers = [int(n) for n in re.split(r"[-/.]", found["iso"])]
        return numbers[0], numbers[1], numbers[2] if len(numbers) > 2 else None
    year = year_of(found["year"]) if found["year"] else None
    if found["quarter"]:
        last = found["quarter"].removesuffix("季度")[-1]
        return year, _LAST_MONTH.get(last) or int(last) * 3, None
    if found["half"]:
        return year, {"上": 6, "前": 9}.get(found["half"][0], 12), None
    return year, month_of(found["month"]) if found["month"] else None, day_of(found["day"]) if found["day"] else None


_FIRST_DAY = date(1899, 12, 30)  # day 0 of spreadsheets, with their leap day of 1900


def serial_date(number: int) -> date | None:
    """The day that a spreadsheet's serial number stands for, where it lies between 2009 and 2064."""
    return _FIRST_DAY + timedelta(days=number) if 40_000 <= number < 60_000 else None
