"""A number under one section of a format code: digits, thousands, percent, exponents, fractions, Chinese numerals."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context, Decimal
from fractions import Fraction
from functools import lru_cache

from zhibiao.reading.number_sections import Token

WIDE = Context(prec=1200, rounding=ROUND_HALF_UP)  # 1e308 under 255 percent signs has 820 digits
GENERAL_WIDTH = 11  # characters that General has for digits and point

DIGITS = {1: "〇一二三四五六七八九", 2: "零壹贰叁肆伍陆柒捌玖", 3: "０１２３４５６７８９"}
UNITS = {1: ("", "十", "百", "千"), 2: ("", "拾", "佰", "仟"), 3: ("", "十", "百", "千")}
GROUPS = ("", "万", "亿")
SPELLED_DIGITS = 12  # up to 千亿; General turns to exponents before that


@dataclass(frozen=True, slots=True)
class Layout:
    """Tokens of a number section by their role; commas are gone, counted as grouping or as thousands scaling."""

    whole: tuple[Token, ...]
    decimals: tuple[Token, ...] = ()
    exponent: tuple[Token, ...] = ()  # from the E on
    point: bool = False
    grouped: bool = False
    shift: int = 0  # power of ten put on the value before it is shown: percent +2 each, scaling comma -3 each


def render(tokens: tuple[Token, ...], value: Decimal) -> str:
    """The value (not negative) under the tokens of one section; `?` gives no blanks, as they only align columns."""
    if (slash := _slash(tokens)) is not None:
        return _fraction(tokens, slash, value)
    layout = _layout(tokens)
    value = value.scaleb(layout.shift, WIDE)
    places = _slots(layout.decimals)
    power = 0
    if layout.exponent:
        power = _power(value, max(1, _slots(layout.whole)), places)
        value = value.scaleb(-power, WIDE)
    whole, _, decimals = f"{_round(value, places):f}".partition(".")
    shown = _fill_whole(layout.whole, whole.lstrip("0"), layout.grouped)
    if layout.point:
        shown += "." + _fill_decimals(layout.decimals, decimals)
    return shown + _fill_exponent(layout.exponent, power)


def general(value: Decimal) -> str:
    """A number (not negative) as General shows it: eleven characters, else six digits and an exponent."""
    if value == 0:
        return "0"
    size = value.adjusted()
    plain = ""
    if -4 <= size < GENERAL_WIDTH:
        plain = _trim(f"{_round(value, max(0, GENERAL_WIDTH - 2 - max(0, size))):f}")
    elif -GENERAL_WIDTH < size < 0:  # smaller than 0.0001: shown plain only where nothing is cut off
        plain = _trim(f"{value:f}")
    if plain and len(plain) <= GENERAL_WIDTH:
        return plain
    mantissa, _, power = f"{Context(prec=6, rounding=ROUND_HALF_UP).plus(value):.5E}".partition("E")
    return f"{_trim(mantissa)}E{'-' if int(power) < 0 else '+'}{abs(int(power)):02d}"


def chinese(text: str, style: int, *, spelled: bool) -> str:
    """Arabic digits in Chinese numerals: one by one (二〇二五), or spelled (一百二十三) where the text is a plain number."""
    table = str.maketrans("0123456789", DIGITS.get(style, "0123456789"))
    whole, point, decimals = text.partition(".")
    if not spelled or style not in UNITS or not whole.isdecimal() or len(whole) > SPELLED_DIGITS:
        return text.translate(table)
    return _spell(int(whole), style) + point + decimals.translate(table)


def _spell(number: int, style: int) -> str:
    """一百二十三: four digits at a time, one zero for a run of them."""
    if number == 0:
        return DIGITS[style][0]
    spoken, gap = "", False
    text = str(number)
    for place, digit in zip(range(len(text) - 1, -1, -1), text, strict=True):
        if digit != "0":
            spoken += (DIGITS[style][0] if gap else "") + DIGITS[style][int(digit)] + UNITS[style][place % 4]
        gap = digit == "0"
        if place % 4 == 0 and place and int(text[-place - 4 : -place]) > 0:
            spoken, gap = spoken + GROUPS[place // 4], False
    return spoken


def _round(value: Decimal, places: int) -> Decimal:
    return value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP, WIDE)


def _trim(text: str) -> str:
    return text.rstrip("0").rstrip(".") if "." in text else text


def _slots(tokens: Sequence[Token]) -> int:
    return sum(token.kind == "digit" for token in tokens)


@lru_cache(maxsize=1024)
def _layout(tokens: tuple[Token, ...]) -> Layout:
    end = next((k for k, token in enumerate(tokens) if token.kind == "exponent"), len(tokens))
    point = next((k for k, token in enumerate(tokens[:end]) if token.kind == "point"), end)
    whole, grouped, scaled = _commas(tokens[:point])
    decimals, _, scaled_too = _commas(tokens[point + 1 : end])
    shift = 2 * sum(token.kind == "percent" for token in tokens) - 3 * (scaled + scaled_too)
    return Layout(whole, decimals, tokens[end:], point < end, grouped, shift)


def _commas(tokens: tuple[Token, ...]) -> tuple[tuple[Token, ...], bool, int]:
    """The tokens without commas, whether one groups thousands, how many scale: those after the last digit."""
    digits = [k for k, token in enumerate(tokens) if token.kind == "digit"]
    kept: list[Token] = []
    grouped, scaled = False, 0
    for k, token in enumerate(tokens):
        if token.kind != "comma" or not digits or k < digits[0]:
            kept.append(token)
        elif k < digits[-1]:
            grouped = True
        elif all(between.kind == "comma" for between in tokens[digits[-1] + 1 : k]):
            scaled += 1
        else:
            kept.append(token)
    return tuple(kept), grouped, scaled


def _fill_whole(tokens: Sequence[Token], digits: str, grouped: bool) -> str:
    """Digits put into their slots from the right; the leftmost slot takes all that are left."""
    left = _slots(tokens)
    pieces: list[str] = []
    placed = 0
    for token in reversed(tokens):
        if token.kind != "digit":
            pieces.append(token.text)
            continue
        left -= 1
        take = len(digits) if left == 0 else min(1, len(digits))
        piece = digits[len(digits) - take :] or ("0" if token.text == "0" else "")
        digits = digits[: len(digits) - take]
        for digit in reversed(piece):
            if grouped and placed and placed % 3 == 0:
                pieces.append(",")
            pieces.append(digit)
            placed += 1
    return "".join(reversed(pieces))


def _fill_decimals(tokens: Sequence[Token], digits: str) -> str:
    """Digits after the point; zeros at the end stand only where a 0 asks for them."""
    slots = [token.text for token in tokens if token.kind == "digit"]
    needed = max((k + 1 for k, slot in enumerate(slots) if slot == "0" or digits[k] != "0"), default=0)
    shown, place = "", 0
    for token in tokens:
        if token.kind != "digit":
            shown += token.text
            continue
        shown += digits[place] if place < needed else ""
        place += 1
    return shown


def _power(value: Decimal, period: int, places: int) -> int:
    """The exponent: a multiple of the number of whole digits, one more where rounding carries."""
    if value == 0:
        return 0
    power = value.adjusted() // period * period
    return power + period if _round(value.scaleb(-power, WIDE), places) >= 10**period else power


def _fill_exponent(tokens: Sequence[Token], power: int) -> str:
    if not tokens:
        return ""
    sign = "-" if power < 0 else "+" if tokens[0].text.endswith("+") else ""
    return "E" + sign + _fill_whole(tokens[1:], str(abs(power)) if power else "", grouped=False)


def _slash(tokens: tuple[Token, ...]) -> int | None:
    """The place of a fraction bar: digits stand right before it, digits or a fixed denominator right behind."""
    for k in range(1, len(tokens) - 1):
        if tokens[k].kind == "slash" and tokens[k - 1].kind == "digit" and (tokens[k + 1].kind == "digit" or _figure(tokens[k + 1])):
            return k
    return None


def _figure(token: Token) -> bool:
    """One Arabic digit that stands for itself."""
    return len(token.text) == 1 and token.text in "0123456789"


def _fraction(tokens: tuple[Token, ...], slash: int, value: Decimal) -> str:
    start = slash
    while start and tokens[start - 1].kind == "digit":
        start -= 1
    end = slash + 1
    while end < len(tokens) and (tokens[end].kind == "digit" or _figure(tokens[end])):
        end += 1
    mixed = _slots(tokens[:start]) > 0
    exact = Fraction(value)
    whole = exact.numerator // exact.denominator if mixed else 0
    over, under = _ratio(exact - whole, tokens[slash + 1 : end])
    if mixed and over == under:
        whole, over = whole + 1, 0
    before = _fill_whole(tokens[:start], str(whole) if whole or not over else "", grouped=False)
    after = "".join(token.text for token in tokens[end:])
    return before + after if mixed and not over else f"{before}{over}/{under}{after}"


def _ratio(rest: Fraction, tokens: Sequence[Token]) -> tuple[int, int]:
    """Numerator and denominator: the fixed denominator's, or the nearest with as many digits as there are slots."""
    if tokens[0].kind != "digit":
        under = int("".join(token.text for token in tokens if _figure(token)))
        return int(rest * under + Fraction(1, 2)), under
    return _convergent(rest, 10 ** len(tokens) - 1)


def _convergent(exact: Fraction, largest: int) -> tuple[int, int]:
    """The last convergent of the continued fraction below a denominator: Excel shows pi as 3 1/7, not as the nearer 3 14/99."""
    over, under, last_over, last_under = 1, 0, 0, 1
    rest = exact
    while True:
        term = rest.numerator // rest.denominator
        if term * under + last_under > largest:
            return over, under
        over, under, last_over, last_under = term * over + last_over, term * under + last_under, over, under
        if rest == term:
            return over, under
        rest = 1 / (rest - term)
