"""A date serial under one section of a format code, as Excel shows it in zh-CN."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_FLOOR, ROUND_HALF_UP, Decimal
from functools import lru_cache

from zhibiao.reading.number_digits import chinese
from zhibiao.reading.number_sections import Section, Token

OVERFLOW = "####"  # what Excel shows for a date it cannot
LAST = 2_958_465  # 9999-12-31
LEAP_BUG = 60  # Excel keeps Lotus's 29 February 1900: serials before it are one day off
DATE_1904 = 1_462  # days between the two epochs
BUDDHIST = 543
DAY = 86_400
NOISE = Decimal("0.0001")  # seconds: floating noise of a time just below a full second
MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"]
WEEKDAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"]
HAN_MONTHS = ["一月", "二月", "三月", "四月", "五月", "六月", "七月", "八月", "九月", "十月", "十一月", "十二月"]
HAN_DAYS = "日一二三四五六"


@dataclass(frozen=True, slots=True)
class Moment:
    """A serial as calendar and clock."""

    year: int
    month: int
    day: int
    weekday: int  # 0 is Sunday
    seconds: Decimal  # since midnight, with as many decimals as the code shows
    elapsed: int  # whole seconds since the epoch


def render(section: Section, value: Decimal, *, date1904: bool) -> str:
    """The date or time of a serial, or #### outside Excel's calendar."""
    tokens = _prepare(section.tokens)
    places = max((len(token.text) - 1 for token in tokens if token.kind == "digit"), default=0)
    timed = any(token.kind in ("elapsed", "noon") or (token.kind == "date" and token.text[0] in "hMs") for token in tokens)
    moment = _moment(value, places if timed else None, DATE_1904 if date1904 else 0)
    if moment is None:
        return OVERFLOW
    return "".join(_piece(token, moment, section) for token in tokens)


@lru_cache(maxsize=1024)
def _prepare(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Tokens with m told apart (month m, minute M) and .000 behind seconds joined; other digits and marks are plain text."""
    shown: list[Token] = []
    letters = [(k, token.text[0]) for k, token in enumerate(tokens) if token.kind in ("date", "elapsed")]
    before = {k: letters[n - 1][1] if n else "" for n, (k, _) in enumerate(letters)}
    after = {k: letters[n + 1][1] if n + 1 < len(letters) else "" for n, (k, _) in enumerate(letters)}
    for k, token in enumerate(tokens):
        last = shown[-1] if shown else Token("literal", "")
        if token.kind == "date" and token.text in ("m", "mm") and (before[k] == "h" or after[k] == "s"):
            shown.append(Token("date", token.text.upper()))
        elif token.kind == "point" and k + 1 < len(tokens) and tokens[k + 1].text == "0" and last.text[:1] == "s":
            shown.append(Token("digit", "."))
        elif token.kind == "digit" and last.kind == "digit":
            shown[-1] = Token("digit", last.text + "0")
        elif token.kind in ("date", "elapsed", "noon"):
            shown.append(token)
        else:
            shown.append(Token("literal", token.text))
    return tuple(shown)


def _moment(value: Decimal, places: int | None, shift: int) -> Moment | None:
    """Calendar and clock of a serial; without a time shown the day is never rounded up."""
    if not 0 <= value < LAST + 1:
        return None
    serial = int(value)
    seconds = (value - serial) * DAY
    if places is None:
        seconds = (seconds + NOISE).quantize(Decimal(1), ROUND_FLOOR)
    else:
        seconds = seconds.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    if seconds >= DAY:
        serial, seconds = serial + 1, seconds - DAY
    day = serial + shift
    if day > LAST:
        return None
    return Moment(*_calendar(day), (day - 1) % 7, seconds, serial * DAY + int(seconds))


def _calendar(serial: int) -> tuple[int, int, int]:
    """Year, month, day as Excel counts them: 1900-01-00 and 1900-02-29 exist."""
    if serial == 0:
        return 1900, 1, 0
    if serial == LEAP_BUG:
        return 1900, 2, 29
    day = date(1899, 12, 31 if serial < LEAP_BUG else 30) + timedelta(days=serial)
    return day.year, day.month, day.day


def _piece(token: Token, moment: Moment, section: Section) -> str:
    """What one token shows."""
    if token.kind == "elapsed":
        unit = {"h": 3600, "m": 60, "s": 1}[token.text[0]]
        return _number(moment.elapsed // unit, len(token.text), section)
    if token.kind == "noon":
        return _noon(token.text, section, late=moment.seconds >= DAY // 2)
    if token.kind == "digit":
        fraction = f"{moment.seconds % 1:f}".partition(".")[2]
        return "." + fraction.ljust(len(token.text) - 1, "0")
    if token.kind == "date":
        return _calendar_piece(token.text, moment, section) if token.text[0] not in "hMs" else _clock_piece(token.text, moment, section)
    return token.text


def _calendar_piece(letters: str, moment: Moment, section: Section) -> str:
    letter, width = letters[0], len(letters)
    if letter in "ye":
        year = f"{moment.year:04d}" if letter == "e" or width > 2 else f"{moment.year % 100:02d}"
        return chinese(year, section.numerals, spelled=False)
    if letter == "b":
        return str(moment.year + BUDDHIST) if width > 2 else f"{(moment.year + BUDDHIST) % 100:02d}"
    if letter == "a":
        return ("星期" if width > 3 else "") + HAN_DAYS[moment.weekday]
    if letter == "g":  # an era: China has none
        return ""
    if letter == "d":
        return _number(moment.day, width, section) if width < 3 else _weekday(moment.weekday, width, section)
    return _number(moment.month, width, section) if width < 3 else _month(moment.month, width, section)


def _clock_piece(letters: str, moment: Moment, section: Section) -> str:
    whole = int(moment.seconds)
    if letters[0] == "h":
        hour = whole // 3600
        return _number((hour - 1) % 12 + 1 if section.has("noon") else hour, len(letters), section)
    return _number(whole // 60 % 60 if letters[0] == "M" else whole % 60, len(letters), section)


def _number(number: int, width: int, section: Section) -> str:
    """A padded number, or 十一 under [DBNum1]: dates drop the 一 of 一十一."""
    if not section.numerals:
        return str(number).zfill(width)
    spoken = chinese(str(number), section.numerals, spelled=True)
    return spoken[1:] if section.numerals == 1 and 10 <= number < 20 else spoken


def _noon(letters: str, section: Section, *, late: bool) -> str:
    if section.chinese or letters == "上午/下午":
        return "下午" if late else "上午"
    return letters.upper().split("/")[late]


def _name(names: Sequence[str], index: int, width: int) -> str:
    """An English name: three letters, whole, or the first letter alone."""
    return names[index][:3] if width == 3 else names[index] if width == 4 else names[index][0]


def _weekday(weekday: int, width: int, section: Section) -> str:
    if section.chinese:
        return ("周" if width == 3 else "星期") + HAN_DAYS[weekday]
    return _name(WEEKDAYS, weekday, min(width, 4))


def _month(month: int, width: int, section: Section) -> str:
    if section.chinese:
        return f"{month}月" if width == 3 else HAN_MONTHS[month - 1]
    return _name(MONTHS, month - 1, width)
