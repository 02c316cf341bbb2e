"""Written numbers → exact values: 1,200.5, 一百二十, 两千三, 二〇二五, 百分之九十五 (as 95), 十万."""

from __future__ import annotations

import re
from decimal import Decimal

DIGITS = (
    {c: i for i, c in enumerate("零一二三四五六七八九")}
    | {"〇": 0, "两": 2, "壹": 1, "贰": 2, "叁": 3, "肆": 4, "伍": 5}
    | {
        "陆": 6,
        "柒": 7,
        "捌": 8,
        "玖": 9,
    }
)
STEPS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
MYRIADS = {"万": 10**4, "亿": 10**8}
HAN_NUMBER = "".join([*DIGITS, *STEPS, *MYRIADS])
ARABIC = r"[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?"
_PLAIN = re.compile(f"[{''.join(DIGITS)}]+")


def arabic(text: str) -> Decimal:
    """1,200.50 → 1200.50."""
    return Decimal(text.replace(",", ""))


def han(text: str) -> Decimal:
    """一百二十 → 120, 二〇二五 → 2025, 三点五 → 3.5, 两千三 → 2300; ValueError where it is no number."""
    whole, point, fraction = text.partition("点")
    number = Decimal(_whole(whole))
    if point:
        if not _PLAIN.fullmatch(fraction):
            raise ValueError(f"not a number: {text}")
        number += Decimal("0." + "".join(str(DIGITS[c]) for c in fraction))
    return number


def _whole(text: str) -> int:
    if not text:
        raise ValueError("not a number: empty")
    if _PLAIN.fullmatch(text):
        return int("".join(str(DIGITS[c]) for c in text))
    total, myriads, section, digit, step = 0, 0, 0, 0, 1  # whole 亿, whole 万 below them, and what is below ten thousand
    for character in text:
        if character in DIGITS:
            digit = DIGITS[character]
            step = 1 if digit == 0 else step
        elif character in STEPS:
            step = STEPS[character]
            section += (digit or 1) * step
            digit = 0
        elif character == "万":
            step = 10**4
            myriads = (section + digit or 1) * step
            section = digit = 0
        elif character == "亿":
            step = 10**8
            total = (total + myriads + section + digit or 1) * step
            myriads = section = digit = 0
        else:
            raise ValueError(f"not a number: {text}")
    if digit and step >= 100:  # 两千三 is 2300, 三万五 35000; a 零 before the digit says that it is a single one
        digit *= step // 10
    return total + myriads + section + digit
