"""Matched spans → quantities, moments and references."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import lru_cache

from zhibiao.lexicon.comparisons import comparisons
from zhibiao.lexicon.units import COUNTED, Unit, units
from zhibiao.model.quantity import Measures, Moment, MomentKind, Quantity, Reference, Sign, Standard
from zhibiao.text.measures.anchors import Token
from zhibiao.text.measures.dates import ISO, PERIOD, parts, serial_date
from zhibiao.text.numerals import arabic, han

Match = tuple[str, int, int]  # key, first and past-last token
_NUMBERS = frozenset({"NUM", "PCT", "FRAC", "RATIO"})
_SIGNS = frozenset({"CMP", "POST", "MORE"})
_LONG_STRETCHES = frozenset({"年", "年度", "半年", "季", "季度", "月", "周", "旬", "星期", "学期", "学年"})
_STRETCHES = _LONG_STRETCHES | {"日", "天", "工作日"}
_PER_PARTS = re.compile(r"[/·.*]")
_MULTIPLES = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8}
_SHARES = {"百": ("%", Decimal("0.01")), "千": ("‰", Decimal("0.001")), "万": ("‱", Decimal("0.0001"))}
_REFERENCE_HEAD = re.compile(r"(?:根据|依据|按照|参照|执行|印发|文件|[按见和及与、]|^|[^一-鿿A-Za-z])([一-鿿A-Za-z]{1,12}?)$")
_YEAR = re.compile(r"(?:19|20)\d\d")
_SYMBOLS = frozenset("≥≤<>=≈±")


def build(text: str, tokens: list[Token], matches: Iterable[Match], standards: tuple[Standard, ...]) -> Measures:
    """Matches in order of place as typed things."""
    quantities: list[Quantity] = []
    moments: list[Moment] = []
    references: list[Reference] = []
    for key, first, last in matches:
        span = tokens[first:last]
        if key == "quantity":
            quantities.append(_quantity(text, span))
            moments.extend(_pace(text, span, quantities[-1].dimension))
        elif key == "reference":
            references.extend(_reference(text, token) for token in span)
        else:
            moments.append(_moment(text, span, key))
    return Measures(tuple(quantities), tuple(moments), standards, tuple(references))


def _quantity(text: str, span: list[Token]) -> Quantity:
    places = [i for i, token in enumerate(span) if token[2] in _NUMBERS]
    at = places[0]
    number, unit = _number(text, span, at)
    unit_span = _unit_span(span, at)
    upper = None
    if len(places) > 1:
        upper, second = _number(text, span, places[1])
        if second.word:
            unit, unit_span = second, _unit_span(span, places[1])
    signs = [t for t in span if t[2] in _SIGNS]
    per = next((text[s + 1 : e] for s, e, tag in span if tag == "SLASH"), "")
    return Quantity(
        start=span[0][0],
        end=span[-1][1],
        number=number,
        upper=upper,
        sign=_sign(tuple(text[s:e] for s, e, _ in signs)),
        unit=unit.word,
        dimension=unit.dimension,
        factor=unit.factor,
        standard_unit=unit.standard,
        per=per,
        sign_span=_stretch(span[0][0], signs, span[at][0]),
        unit_span=unit_span,
        symbol=any(set(text[s:e]) & _SYMBOLS for s, e, _ in signs),
    )


def _pace(text: str, span: list[Token], dimension: str) -> Iterator[Moment]:
    """次/年, 元/人·月: so many in a stretch of time is a frequency; 元/天 and 立方米/小时 are prices and speeds."""
    for start, end, tag in span:
        if tag == "SLASH" and _PER_PARTS.split(text[start + 1 : end])[-1].lstrip("0123456789个每") in (
            _STRETCHES if dimension in COUNTED else _LONG_STRETCHES
        ):
            yield Moment(start + 1, end, "frequency")


def _stretch(start: int, signs: list[Token], number: int) -> tuple[int, int] | None:
    """Where the sign stands: all of it before the number, else the words behind."""
    before = [t for t in signs if t[0] < number]
    if before:
        return start, before[-1][1]
    return (signs[0][0], signs[-1][1]) if signs else None


def _unit_span(span: list[Token], at: int) -> tuple[int, int] | None:
    """All that says the unit behind the number: 人, 万余人."""
    found = None
    for start, end, tag in span[at + 1 :]:
        if tag == "UNIT":
            found = (found[0] if found else start, end)
        elif tag != "MORE":
            break
    return found


def _number(text: str, span: list[Token], at: int) -> tuple[Decimal, Unit]:
    start, end, tag = span[at]
    written = text[start:end]
    if tag == "PCT":
        sign, factor = _SHARES[written[0]]
        return Decimal(100) if written == "百分百" else _value(written[3:]), Unit(sign, "share", factor, sign)
    if tag == "FRAC":
        below, above = written.split("分之") if "分之" in written else written.split("/")[::-1]
        return _value(above) / (_value(below) or 1), Unit("分之", "share", Decimal(1), "分之")
    if tag == "RATIO":
        first, second = written.split(":")
        return _value(first), Unit(f":{second}", "ratio", 1 / (_value(second) or Decimal(1)), f":{second}")
    unit = "".join(text[s:e] for s, e, kind in span[at + 1 : at + 4] if kind == "UNIT") if _unit_span(span, at) else ""
    return _value(written), _unit(unit) if unit else Unit("", "", Decimal(1), "")


def _value(written: str) -> Decimal:
    written = written.replace("负", "-")
    return arabic(written) if written[0].isdigit() or written[0] == "-" else han(written)


@lru_cache(maxsize=1 << 12)
def _unit(written: str) -> Unit:
    """万人 is 人 ten thousand times; 万 alone says no dimension."""
    known = units().get(written) or units().get(written.strip("()"))
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


@lru_cache(maxsize=1 << 10)
def _sign(words: tuple[str, ...]) -> Sign | None:
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
    last = text[dates[-1][0] : dates[-1][1]]
    year, month, day = parts(text[dates[-1][0] : dates[-1][1] + 2])
    if year is None and len(dates) > 1:
        year = parts(text[dates[0][0] : dates[0][1] + 2])[0]
    return Moment(start, end, _kind(text, span, dates, last, day, span[0][2] == "CMP"), year, month, day)


def _kind(text: str, span: list[Token], dates: list[Token], last: str, day: int | None, bound: bool) -> MomentKind:
    """By when, in which stretch of time, or merely when."""
    limit = text[span[-1][0] : span[-1][1]] if span[-1][2] == "LIMIT" else ""
    if "前" in limit or limit in ("止", "为止"):
        return "deadline"
    if len(dates) > 1 or limit == "期间" or (PERIOD.search(last) and not ISO.fullmatch(last)):
        return "period"
    return "deadline" if last[-1] in "底末内中" or limit in ("内", "之内") or day or bound else "date"


def _reference(text: str, token: Token) -> Reference:
    start, end, _ = token
    years = _YEAR.findall(text[start:end])
    if text[start] == "《":
        return Reference(start, end, "title", int(years[-1]) if years else None)
    head = _REFERENCE_HEAD.search(text, max(0, start - 12), start)
    return Reference(head.start(1) if head else start, end, "number", int(years[0]) if years else None)


def serial(quantity: Quantity) -> Moment | None:
    """A bare number that a spreadsheet made of a date."""
    if quantity.unit or quantity.sign or quantity.number != quantity.number.to_integral_value():
        return None
    day = serial_date(int(quantity.number))
    return Moment(quantity.start, quantity.end, "serial", day.year, day.month, day.day) if day else None
