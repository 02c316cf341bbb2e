"""Numbers as people write them, and the one number that they mean."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhibiao.text.numerals import arabic, han

DIGITS = "零一二三四五六七八九"


@pytest.mark.parametrize(
    ("text", "expected"),
    [("0", "0"), ("1200", "1200"), ("1,200", "1200"), ("1,234,567.80", "1234567.80"), ("12.5", "12.5"), ("-2.5", "-2.5"), ("0.05", "0.05")],
)
def test_arabic(text: str, expected: str) -> None:
    assert arabic(text) == Decimal(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("零", "0"),
        ("一", "1"),
        ("两", "2"),
        ("十", "10"),
        ("十二", "12"),
        ("二十", "20"),
        ("二十一", "21"),
        ("一百", "100"),
        ("一百零五", "105"),
        ("一百一十", "110"),
        ("一百二", "120"),
        ("一百二十", "120"),
        ("九十五", "95"),
        ("一千二百", "1200"),
        ("一千零五", "1005"),
        ("一千零五十", "1050"),
        ("两千三", "2300"),
        ("三万五", "35000"),
        ("三万零五", "30005"),
        ("十二万", "120000"),
        ("十万", "100000"),
        ("一百二十万", "1200000"),
        ("一亿二千万", "120000000"),
        ("两万三千四百五十六", "23456"),
        ("二〇二五", "2025"),
        ("二零二五", "2025"),
        ("三点五", "3.5"),
        ("九十九点九九", "99.99"),
        ("零点五", "0.5"),
        ("百", "100"),
        ("千", "1000"),
        ("一万亿", "1000000000000"),
        ("三亿零五百", "300000500"),
        ("壹佰贰拾", "120"),
        ("叁仟", "3000"),
        ("伍万陆仟", "56000"),
    ],
)
def test_han(text: str, expected: str) -> None:
    assert han(text) == Decimal(expected)


@pytest.mark.parametrize("text", ["", "人", "三点", "三点十", "一人", "点五五人"])
def test_no_number(text: str) -> None:
    with pytest.raises(ValueError, match="not a number"):
        han(text)


def spoken(number: int) -> str:
    """How a number below a hundred million is said: an independent writer, by the school rule."""
    if number == 0:
        return "零"
    if number >= 10_000:
        rest = number % 10_000
        return spoken(number // 10_000) + "万" + ("" if not rest else ("零" if rest < 1000 else "") + _section(rest))
    return _section(number)


def _section(number: int) -> str:
    out, gap = "", False
    for power, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // power % 10
        if digit:
            out += ("零" if gap and out else "") + DIGITS[digit] + name
            gap = False
        else:
            gap = True
    return out


@given(st.integers(0, 99_999_999))
def test_every_number_as_said_is_read_back(number: int) -> None:
    assert han(spoken(number)) == number


@given(st.integers(10, 19))
def test_ten_needs_no_one_before_it(number: int) -> None:
    assert han(spoken(number).removeprefix("一")) == number


@given(st.integers(0, 10**9))
def test_thousands_may_be_parted(number: int) -> None:
    assert arabic(f"{number:,}") == number
