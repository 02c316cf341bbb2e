"""Matched spans → quantities, moments and references."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal

from zhibiao.lexicon.comparisons import comparisons
from zhibiao.lexicon.units import Unit, units
from zhibiao.model.quantity import Measures, Moment, MomentKind, Quantity, Reference, Sign, Standard
from zhibiao.text.measures.dates import parts, serial_date
from zhibiao.text.measures.lexer import Token
from zhibiao.text.numerals import arabic, han

Match = tuple[str, int, int]  # key, first and past-last token
_MULTIPLES = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8}
_SHARES = {"百": ("%", Decimal("0.01")), "千": ("‰", Decimal("0.001")), "万": ("‱", Decimal("0.0001"))}
_REFERENCE_HEAD = re.compile(r"[一-鿿A-Za-z]{1,12}$")
_YEAR = re.compile(r"(?:19|20)\d\d")
_SYMBOLS = frozenset("≥≤<>=≈±")


def build(text: str, tokens: list[Token], matches: Iterable[Match], standards: tuple[Standard, ...]) -> Measures:
    """The longest matches, none over another, as typed things in order of place."""
    quantities: list[Quantity] = []
    moments: list[Moment] = []
    references: list[Reference] = []
    taken = 0
    for key, first, last in sorted(matches, key=lambda m: (m[1], -m[2])):
        if first < taken:
            continue
        taken = last
        span = tokens[first:last]
        if key == "quantity":
            quantities.append(_quantity(text, span))
        elif key == "reference":
            references.extend(_reference(text, token) for token in span)
        else:
            moments.append(_moment(text, span, key))
    return Measures(tuple(quantities), tuple(moments), standards, tuple(references))


def _quantity(text: str, span: list[Token]) -> Quantity:
    at = next(i for i, token in enumerate(span) if token[2] in ("NUM", "PCT"))
    number, unit = _number(text, span, at)
    later = next((i for i in range(at + 1, len(span)) if span[i][2] in ("NUM", "PCT")), None)
    upper = None
    unit_token = _unit_token(span, at)
    if later is not None:
        upper, second = _number(text, span, later)
        if second.word:
            unit, unit_token = second, _unit_token(span, later)
    signs = [t for t in span if t[2] in ("CMP", "POST")]
    per = next((text[s + 1 : e] for s, e, tag in span if tag == "SLASH"), "")
    sign_span = _stretch(span[0][0], signs, span[at][0])
    return Quantity(
        start=span[0][0],
        end=span[-1][1],
        number=number,
        upper=upper,
        sign=_sign([text[s:e] for s, e, _ in signs]),
        unit=unit.word,
        dimension=unit.dimension,
        factor=unit.factor,
        standard_unit=unit.standard,
        per=per,
        sign_span=sign_span,
        unit_span=unit_token[:2] if unit_token else None,
        symbol=any(set(text[s:e]) & _SYMBOLS for s, e, _ in signs),
    )


def _stretch(start: int, signs: list[Token], number: int) -> tuple[int, int] | None:
    """Where the sign stands: all of it before the number, else the words behind."""
    before = [t for t in signs if t[0] < number]
    if before:
        return start, before[-1][1]
    return (signs[0][0], signs[-1][1]) if signs else None


def _unit_token(span: list[Token], at: int) -> Token | None:
    return span[at + 1] if at + 1 < len(span) and span[at + 1][2] == "UNIT" else None


def _number(text: str, span: list[Token], at: int) -> tuple[Decimal, Unit]:
    start, end, tag = span[at]
    written = text[start:end]
    if tag == "PCT":
        sign, factor = _SHARES[written[0]]
        return _value(written[3:]), Unit(sign, "share", factor, sign)
    unit = _unit_token(span, at)
    return _value(written), _unit(text[unit[0] : unit[1]]) if unit else Unit("", "", Decimal(1), "")


def _value(written: str) -> Decimal:
    if written[0] == "半":
        return Decimal("0.5")
    return arabic(written) if written[0].isdigit() or written[0] == "-" else han(written.replace("半", "五"))


def _unit(written: str) -> Unit:
    """万人 is 人 ten thousand times; 万 alone says no dimension."""
    known = units().get(written)
    if known:
        return known
    many = 1
    rest = written
    while rest and rest[0] in _MULTIPLES:
        many *= _MULTIPLES[rest[0]]
        rest = rest[1:]
    base = units().get(rest)
    lead = written[: len(written) - len(rest)]
    if base is None:
        return Unit(written, "", Decimal(many), written)
    return Unit(written, base.dimension, base.factor * many, lead + base.standard)


def _sign(words: list[str]) -> Sign | None:
    """The sign that counts: a bound beats an equality (达到70%以上 is ≥), a plain = stays where nothing else is said."""
    before, after = comparisons("before"), comparisons("after")
    signs = [s for s in (before.get(w) or after.get(w) for w in words) if s]
    bounds = [s for s in signs if s not in ("=", "≈")]
    if "达到" in words or "达" in words:
        bounds = [s for s in bounds if s != "≥"] or bounds
    return (bounds[-1] if bounds else signs[0]) if signs else None


def _moment(text: str, span: list[Token], key: str) -> Moment:
    start, end = span[0][0], span[-1][1]
    if key == "frequency":
        return Moment(start, end, "frequency")
    dates = [t for t in span if t[2] == "DATE"]
    year, month, day = parts(text[dates[-1][0] : dates[-1][1]])
    if year is None and len(dates) > 1:
        year = parts(text[dates[0][0] : dates[0][1]])[0]
    limit = text[span[-1][0] : span[-1][1]] if span[-1][2] == "LIMIT" else ""
    closing = text[dates[-1][1] - 1] in "底末内中" or "前" in limit or limit in ("止", "为止")
    kind: MomentKind = "period" if len(dates) > 1 or limit == "期间" else "deadline" if closing else "date"
    return Moment(start, end, "deadline" if kind == "date" and day else kind, year, month, day)


def _reference(text: str, token: Token) -> Reference:
    start, end, _ = token
    years = _YEAR.findall(text[start:end])
    if text[start] == "《":
        return Reference(start, end, "title", int(years[-1]) if years else None)
    head = _REFERENCE_HEAD.search(text, max(0, start - 12), start)
    return Reference(head.start() if head else start, end, "number", int(years[0]) if years else None)


def serial(quantity: Quantity) -> Moment | None:
    """A bare number that a spreadsheet made of a date."""
    if quantity.unit or quantity.sign or quantity.number != quantity.number.to_integral_value():
        return None
    day = serial_date(int(quantity.number))
    return Moment(quantity.start, quantity.end, "serial", day.year, day.month, day.day) if day else None
