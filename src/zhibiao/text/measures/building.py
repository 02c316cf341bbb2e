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
_DAYS = frozenset({"日", "天", "工作日"})
_INCLUDED = re.compile(r"\(含[^()]*\)")
_PER_PARTS = re.compile(r"[/·.*]")
_MULTIPLES = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8}
_SHARES = {"百": ("%", Decimal("0.01")), "千": ("‰", Decimal("0.001")), "万": ("‱", Decimal("0.0001"))}
_REFERENCE_HEAD = re.compile(r"(?:根据|依据|按照|参照|执行|印发|文件|[按见和及与、]|^|[^一-鿿A-Za-z])([一-鿿A-Za-z]{1,12}?)$")
_YEAR = re.compile(r"(?:19|20)\d\d")
_SYMBOLS = frozenset("≥≤<>=≈±")
_NO_UNIT = Unit("", "", Decimal(1), "")


def build(text: str, tokens: list[Token], matches: Iterable[Match], standards: tuple[Standard, ...]) -> Measures:
    """Matches in order of place as typed things."""
    quantities: list[Quantity] = []
    moments: list[Moment] = []
    references: list[Reference] = []
    for key, first, last in matches:
        span = tokens[first:last]
        if key == "quantity":
            quantity = _quantity(text, span)
            quantities.append(quantity)
            if quantity.per:
                moments.extend(_pace(text, span, quantity.dimension))
        elif key == "reference":
            references.extend(reference(text, token) for token in span)
        else:
            moments.append(_moment(text, span, key))
    return Measures(tuple(quantities), tuple(moments), standards, tuple(references))


def _quantity(text: str, span: list[Token]) -> Quantity:
    signs: list[Token] = []
    numbers: list[Token] = []
    words: list[str] = []  # the unit of each number: 人, 万人 where 万余人 is written
    places: list[tuple[int, int] | None] = []
    per = ""
    for token in span:
        start, end, tag = token
        if tag in _SIGNS:
            signs.append(token)
        elif tag in _NUMBERS:
            numbers.append(token)
            words.append("")
            places.append(None)
        elif tag == "UNIT":
            words[-1] += text[start:end]
            place = places[-1]
            places[-1] = (place[0] if place else start, end)
        elif tag == "SLASH":
            per = per or text[start + 1 : end]
    number, unit = _number(text, numbers[0], words[0])
    unit_span, upper = places[0], None
    if len(numbers) > 1:
        upper, second = _number(text, numbers[1], words[1])
        if second.word:
            unit, unit_span = second, places[1]
    return Quantity(
        span[0][0],
        span[-1][1],
        number,
        upper,
        _sign(tuple([text[s:e] for s, e, _ in signs])),
        unit.word,
        unit.dimension,
        unit.factor,
        unit.standard,
        per,
        _stretch(span[0][0], signs, numbers[0][0]) if signs else None,
        unit_span,
        bool(signs) and any(not _SYMBOLS.isdisjoint(text[s:e]) for s, e, _ in signs),
    )


def _pace(text: str, span: list[Token], dimension: str) -> Iterator[Moment]:
    """次/年, 元/人·月: so many in a stretch of time is a frequency; 元/天 and 立方米/小时 are prices and speeds."""
    for start, end, tag in span:
        if tag == "SLASH":
            parts_of = [part.lstrip("0123456789个每") for part in _PER_PARTS.split(text[start + 1 : end])]
            if not _LONG_STRETCHES.isdisjoint(parts_of) or (dimension in COUNTED and parts_of[-1] in _DAYS):
                yield Moment(start + 1, end, "frequency")


def _stretch(start: int, signs: list[Token], number: int) -> tuple[int, int]:
    """Where the sign stands: all of it before the number, else the words behind."""
    before = [t for t in signs if t[0] < number]
    return (start, before[-1][1]) if before else (signs[0][0], signs[-1][1])


def _number(text: str, token: Token, unit: str) -> tuple[Decimal, Unit]:
    start, end, tag = token
    written = text[start:end]
    if tag == "NUM":
        return _value(written), _unit(unit) if unit else _NO_UNIT
    if tag == "PCT":
        sign, factor = _SHARES[written[0]]
        return Decimal(100) if written == "百分百" else _value(written[3:]), Unit(sign, "share", factor, sign)
    if tag == "FRAC":
        below, above = written.split("分之") if "分之" in written else written.split("/")[::-1]
        return _value(above) / (_value(below) or 1), Unit("分之", "share", Decimal(1), "分之")
    first, other = written.split(":")
    return _value(first), Unit(f":{other}", "ratio", 1 / (_value(other) or Decimal(1)), f":{other}")


def _value(written: str) -> Decimal:
    if written == "半":
        return Decimal("0.5")
    if written[0] == "负":
        written = "-" + written[1:]
    return arabic(written) if written[0] in "-0123456789" else han(written)


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
    signs = [s for s in (before.get(w) or after.get(w) or after.get(_INCLUDED.sub("", w)) for w in words) if s]
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


def reference(text: str, token: Token) -> Reference:
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
