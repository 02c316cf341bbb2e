"""The ways in which a date or period is written, as one pattern with named parts."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache

from zhibiao.text.numerals import han


def _firsts(words: str) -> str:
    """The first characters of alternatives that begin with plain characters."""
    return "".join({word[0] for word in words.split("|")})


_TO = r"[-~—–至到]+"
_SHORT_YEAR = r"(?<![0-9.])2[0-9]年(?=底|末|初|1?[0-9]月|[一二三四第上下])"  # 25年底前
_YEAR = rf"(?:(?:(?:19|20)[0-9]{{2}}年?{_TO})?(?:19|20)[0-9]{{2}}|[一二][〇零九][〇零一二三四五六七八九]{{2}})年度?|{_SHORT_YEAR}"
_MONTH_NUMBER = r"(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])"
# 3-5月, 5月至8月, 1、4、7月; a year has twelve: unbounded, a cell of 1至1至1… would be tried from each place to its end
_MONTH = rf"(?:{_MONTH_NUMBER}月?(?:{_TO}|、)){{0,11}}{_MONTH_NUMBER}月份?"
_DAY_NUMBER = r"(?:3[01]|[12][0-9]|0?[1-9]|三十一?|二十[一二三四五六七八九]?|十[一二三四五六七八九]?|[一二三四五六七八九])"
_DAY = rf"(?:{_DAY_NUMBER}日?{_TO})?{_DAY_NUMBER}(?:[日号]|(?=[之以]?前))"
_QUARTER = rf"第?[一二三四1-4](?:(?:、|{_TO})第?[一二三四1-4]){{0,3}}季度"
_HALF = r"上半年|下半年|前三季度|全年(?![级龄])"
_PART = r"底(?!数[^据]|[册层图])|末(?![端级梢])|初(?![中级步始次审诊])|[中上下]旬|中(?![央国小等学医药省级期])"
_WITHIN = r"内(?![部容科控审设外涝河镜存置饰衣陆湖蒙])"
_THIS_YEAR = r"当年度?|本年度?|今年|预算年度|本年内"
_ENDS = (
    r"年底(?![数册])|年末|年终|年度?内(?![部容科控审设外涝河镜存置饰衣陆湖蒙])|年中(?![心国学医药级期年])|月底|月末|季度?末|学期末|学年末|期末(?![考成测检])|全年度?(?![级龄])|常年|全天候?|"
    r"实施期内|项目期内|服务期内|合同期内|当[日天月](?!地)|次[日月]|隔[日天]"
)
_SEASONS = (
    r"春节|元旦|清明节?|五一|劳动节|端午节?|六一|七一|八一|教师节|中秋节?|国庆节?|十一(?=期间|前)|重阳节?|双节|两节|节假日|节日|寒假|暑假|寒暑假|开学|汛期?|主汛期|枯水期|"
    r"采暖[期季]|供暖[期季]|供热[期季]|防火[期季]|森林防火期|高考|中考|春季|夏季|秋季|冬季|春耕|三夏|三秋|今冬明春|冬春|两会|伏季休渔期|休渔期"
)
_ISO = (
    r"(?:19|20)[0-9]{2}[-/.](?:1[0-2]|0?[1-9])(?:[-/.](?:3[01]|[12][0-9]|0?[1-9]))?(?![0-9.%])"
    r"|(?<![0-9.])20[0-4][0-9](?:1[0-2]|0[1-9])(?:3[01]|[12][0-9]|0[1-9])(?![0-9.%])"
)
_SHORT_DATE = r"(?<![0-9.])(?:1[0-2]|0?[1-9])\.(?:3[01]|[12][0-9]|0?[1-9])(?=[之以]?前)"  # 12.31前
_SPAN = rf"近(?:[一两三四五六七八九十]|[0-9]{{1,2}})年(?!级)|(?:19|20)[0-9]{{2}}{_TO}(?:19|20)[0-9]{{2}}(?:年度?|学年)"
# Each way to begin a date, with the characters that it can begin with: most of a text's characters begin few or none.
DATES: tuple[tuple[str, str], ...] = (
    (_ISO, "12"),
    (_SHORT_DATE, "0123456789"),
    (_SPAN, "近12"),
    (
        f"(?:{_YEAR}|{_THIS_YEAR})(?:{_MONTH}(?:{_DAY})?(?:{_PART})?|(?:{_QUARTER}|{_HALF})(?:{_PART})?|(?:{_SEASONS})|年?(?:{_PART})|{_WITHIN})?",
        "12一二" + _firsts(_THIS_YEAR),
    ),
    (f"{_MONTH}(?:{_DAY})?(?:{_PART})?", "0123456789一二三四五六七八九十"),
    (f"(?:{_QUARTER}|{_HALF})(?:{_PART}|{_WITHIN})?", "第一二三四1234" + _firsts(_HALF)),
    (_ENDS, _firsts(_ENDS)),
    (f"(?:{_SEASONS})(?=期间|来临|到来|结束|前|后|期)", _firsts(_SEASONS)),
)
LIMIT = rf"之前|以前|前夕|前后|前(?![期置端沿列瞻往])|之内|止|为止|期间|{_WITHIN}|到来|来临|结束前|来临前|开始前"
EVERY_STARTS = "每逐次当按半一7"
_TURN = r"半年|年度?|季度?|半?月|旬|周|星期|工作日|日|天|学期|学年|小时|晚|晨"
EVERY = (
    rf"每隔?(?:[一二两三四五六七八九十]|[0-9]{{1,2}})?个?(?:{_TURN})(?:[底末初]月?|第[一二三]个月|首月)?(?:[0-9]{{1,2}}[日号])?(?:(?<=[日号底末初])(?:之前|以前|前))?"
    r"|逐(?:月|季度?|旬|周|日|天)|[次当]月[0-9]{1,2}[日号](?:之前|以前|前)"
    r"|按(?:年|季度?|月|周|旬|日|天)(?!度?计划)(?=[发拨支缴兑付结足进开完报巡更实组及按定分统汇考评轮准])"
    r"|7[×xX*]24(?:小时|h|H)?"
    r"|(?:半|一个?)(?:年度?|季度?|月|周|星期|天|日)(?=(?:[0-9]{1,2}|[一二两三四五六七八九十])次)"
)
PARTS = re.compile(
    rf"(?:(?P<iso>{_ISO})|(?P<short>{_SHORT_DATE})|(?P<year>{_YEAR})?(?:(?P<month>{_MONTH})(?P<day>{_DAY})?|(?P<quarter>{_QUARTER})|(?P<half>{_HALF}))?)"
)
PERIOD = re.compile(rf"{_TO}|、|近.{{1,2}}年|全年|常年|全天|期内|^[当次隔][日天月]")  # what makes of a single date a stretch of time
ISO = re.compile(_ISO)
_LAST_MONTH = {"一": 3, "二": 6, "三": 9, "四": 12}
_CUT = re.compile(rf"{_TO}|、")


def year_of(text: str) -> int | None:
    """The year written at the start of the text; the last of a stretch of years; 25年 is 2025年."""
    digits = _CUT.split(text)[-1].rstrip("年度")
    if digits.isdigit():
        return int(digits) + (2000 if len(digits) == 2 else 0)
    return int(han(digits)) if digits else None


def month_of(text: str) -> int:
    """12月 → 12, 十一月份 → 11, 3-5月 → 5."""
    digits = _CUT.split(text)[-1].rstrip("份").rstrip("月")
    return int(digits) if digits.isascii() else int(han(digits))


def day_of(text: str) -> int:
    """31日 → 31, 1-7日 → 7."""
    digits = _CUT.split(text)[-1].rstrip("日号")
    return int(digits) if digits.isascii() else int(han(digits))


@lru_cache(maxsize=1 << 12)
def parts(text: str) -> tuple[int | None, int | None, int | None]:
    """Year, month, day as far as a date says them, given with the two characters behind it; a quarter counts by its last month."""
    found = PARTS.match(text)
    if found is None or not found.group():
        return None, None, None
    if found["iso"]:
        return _iso(found["iso"])
    if found["short"]:
        month, day = found["short"].split(".")
        return None, int(month), int(day)
    year = year_of(found["year"]) if found["year"] else None
    if found["quarter"]:
        last = found["quarter"].removesuffix("季度")[-1]
        return year, _LAST_MONTH.get(last) or int(last) * 3, None
    if found["half"]:
        return year, {"上": 6, "前": 9}.get(found["half"][0], 12), None
    return year, month_of(found["month"]) if found["month"] else None, day_of(found["day"]) if found["day"] else None


def _iso(text: str) -> tuple[int, int, int | None]:
    """2025-12-31, 2025.12, 20251231."""
    if text.isdigit():
        return int(text[:4]), int(text[4:6]), int(text[6:])
    numbers = [int(n) for n in re.split(r"[-/.]", text)]
    return numbers[0], numbers[1], numbers[2] if len(numbers) > 2 else None


_FIRST_DAY = date(1899, 12, 30)  # day 0 of spreadsheets, with their leap day of 1900


def serial_date(number: int) -> date | None:
    """The day that a spreadsheet's serial number stands for, where it lies between 2009 and 2064."""
    return _FIRST_DAY + timedelta(days=number) if 40_000 <= number < 60_000 else None
