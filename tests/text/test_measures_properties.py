"""What holds for any text, and that every written quantity is read back: sign, number, unit."""

from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zhibiao.lexicon.comparisons import comparisons
from zhibiao.lexicon.tables import rows
from zhibiao.lexicon.units import units
from zhibiao.model.quantity import Measures, Quantity
from zhibiao.text.measures import lexer, measure
from zhibiao.text.measures.anchors import PIECES, anchor
from zhibiao.text.measures.pipeline import matched, matches, shape
from zhibiao.text.measures.statements import statements
from zhibiao.text.normalise import normalise

UNITS = sorted(units())
# A unit in which the number as a digit and the number in words may be confused with what follows is written with digits only.
SPELLED = sorted(u for u in UNITS if u[0] not in "个%‰‱百千万分成年月日天号周季半余多点星级" and "一" <= u[0] <= "鿿")
BEFORE = sorted(comparisons("before").items())
AFTER = sorted(comparisons("after").items())
NUMBERS = [  # a spelling and what it means
    ("1200", "1200"),
    ("1,200", "1200"),
    ("１２００", "1200"),
    ("12.5", "12.5"),
    ("１２．５", "12.5"),
    ("0.05", "0.05"),
    ("12345678", "12345678"),
    ("1,234,567.8", "1234567.8"),
]
WORDS = [("一千二百", "1200"), ("十二万", "120000"), ("三十", "30"), ("两千五百", "2500"), ("一百零五", "105"), ("九十五", "95")]
SHARES = [
    ("百分之九十五", "95", "%"),
    ("百分之95", "95", "%"),
    ("95%", "95", "%"),
    ("９５％", "95", "%"),
    ("95‰", "95", "‰"),
    ("千分之三", "3", "‰"),
]


def only(text: str) -> Quantity:
    (quantity,) = measure(normalise(text).text).quantities
    return quantity


@pytest.mark.parametrize("unit", UNITS)
def test_every_unit_is_read_behind_a_number(unit: str) -> None:
    clean = normalise(unit).text
    quantity = only(f"≥1200{unit}")
    known = units().get(clean) or units()[clean.strip("()")]
    assert (quantity.number, quantity.sign) == (1200, "≥")
    assert quantity.dimension == known.dimension
    assert quantity.base == 1200 * known.factor


@pytest.mark.parametrize(("word", "sign"), BEFORE)
def test_every_sign_before_a_number(word: str, sign: str) -> None:
    quantity = only(f"数值{word}30人" if word in ("为", "是") else f"{word}30人")
    assert (quantity.sign, quantity.number, quantity.unit) == (sign, 30, "人")
    assert quantity.sign_span is not None


@pytest.mark.parametrize(("word", "sign"), AFTER)
def test_every_word_of_comparison_behind_a_quantity(word: str, sign: str) -> None:
    quantity = only(f"30人{word}")
    assert (quantity.sign, quantity.number, quantity.unit) == (sign, 30, "人")
    assert quantity.end == 3 + len(normalise(word).text)


@settings(max_examples=500, deadline=None)
@given(st.sampled_from(BEFORE), st.sampled_from(NUMBERS), st.sampled_from(UNITS), st.sampled_from(["", " ", "　"]))
def test_sign_number_unit_are_read_back(sign: tuple[str, str], number: tuple[str, str], unit: str, blank: str) -> None:
    lead = "数值" if sign[0] in ("为", "是") else ""
    quantity = only(f"{lead}{sign[0]}{blank}{number[0]}{blank}{unit}")
    known = units()[normalise(unit).text]
    assert quantity.sign == sign[1]
    assert quantity.base == Decimal(number[1]) * known.factor
    assert quantity.dimension == known.dimension


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(WORDS), st.sampled_from(SPELLED), st.sampled_from(["≥", "不少于", "至少", "约"]))
def test_numbers_in_words_are_read_back(number: tuple[str, str], unit: str, sign: str) -> None:
    quantity = only(f"{sign}{number[0]}{unit}")
    assert quantity.base == Decimal(number[1]) * units()[normalise(unit).text].factor


@pytest.mark.parametrize(("written", "number", "unit"), SHARES)
@pytest.mark.parametrize("sign", ["", "≥", "不低于"])
def test_shares_are_read_back(written: str, number: str, unit: str, sign: str) -> None:
    quantity = only(sign + written)
    assert (quantity.number, quantity.unit, quantity.dimension) == (Decimal(number), unit, "share")


@settings(max_examples=300, deadline=None)
@given(st.integers(1, 99_999), st.sampled_from(["万", "百万", "千万", "亿"]), st.sampled_from(["人", "元", "吨", "平方米", "株", "千瓦时"]))
def test_multiples_are_read_back(number: int, many: str, unit: str) -> None:
    factor = {"万": 10**4, "百万": 10**6, "千万": 10**7, "亿": 10**8}[many]
    assert only(f"{number}{many}{unit}").base == number * factor * units()[unit].factor


@settings(max_examples=300, deadline=None)
@given(st.integers(1990, 2049), st.integers(1, 12), st.integers(1, 28), st.sampled_from(["", "前", "之前"]))
def test_days_are_read_back_in_every_spelling(year: int, month: int, day: int, limit: str) -> None:
    han = str.maketrans("0123456789", "〇一二三四五六七八九")
    for written in (
        f"{year}年{month}月{day}日{limit}",
        f"{year}年{month:02}月{day:02}日{limit}",
        f"{year}-{month}-{day}{limit}",
        f"{year}/{month:02}/{day:02}{limit}",
        f"{year}.{month}.{day}{limit}",
        f"{year}{month:02}{day:02}{limit}" if year >= 2000 else f"{year}-{month}-{day}{limit}",
        f"{str(year).translate(han)}年{month}月{day}日{limit}" if year >= 2000 else f"{year}年{month}月{day}日{limit}",
    ):
        (moment,) = measure(normalise(written).text).moments
        assert (moment.kind, moment.year, moment.month, moment.day) == ("deadline", year, month, day), written


@settings(max_examples=200, deadline=None)
@given(
    st.sampled_from(["冀财行", "国办发", "川农", "财预"]),
    st.sampled_from(["〔〕", "[]", "【】", "()", "（）", "［］"]),
    st.integers(1990, 2030),
    st.integers(1, 9999),
)
def test_document_numbers_in_every_bracket(office: str, brackets: str, year: int, number: int) -> None:
    clean = normalise(f"{office}{brackets[0]}{year}{brackets[1]}{number}号").text
    (reference,) = measure(clean).references
    assert (clean[reference.start : reference.end], reference.year) == (clean, year)
    assert measure(clean).quantities == ()


EVERY_PIECE = re.compile("|".join(f"({pattern})" for _, pattern, _ in PIECES))
ALPHABET = (
    "≥≤=><约达到不超过共完成以上内前左右余多0123456789,.%‰:/·-~一二三十百千万亿半两零点每逐年月日号季度周第期间春节底末人次元户个吨"
    "公里平方米〔〕()《》发文是优良中差级类率满意、；。 的为和 AGm\n"
)
ANY = st.text(st.sampled_from(ALPHABET), max_size=40) | st.text(max_size=40)


def spans(measures: Measures) -> list[list[tuple[int, int]]]:
    groups = (measures.quantities, measures.moments, measures.standards, measures.references)
    return [[(each.start, each.end) for each in group] for group in groups]


@settings(max_examples=1000, deadline=None)
@given(ANY)
def test_spans_lie_inside_the_text_in_order(text: str) -> None:
    clean = normalise(text).text
    found = spans(measure(clean))
    for group in found:
        assert group == sorted(group)
        assert all(0 <= start < end <= len(clean) for start, end in group)
    numbers = found[0] + found[3]
    assert all(one[1] <= two[0] for one, two in pairwise(found[0]))
    assert len(numbers) == len(set(numbers))
    for quantity in measure(clean).quantities:
        for span in (quantity.sign_span, quantity.unit_span):
            assert span is None or quantity.start <= span[0] < span[1] <= quantity.end


@settings(max_examples=1000, deadline=None)
@given(ANY)
def test_tokens_are_the_whole_text(text: str) -> None:
    clean = normalise(text).text
    found = lexer.tokens(clean)
    assert [start for start, _, _ in found] == [0, *(end for _, end, _ in found)][: len(found)]
    assert "".join(clean[start:end] for start, end, _ in found) == clean


@settings(max_examples=1000, deadline=None)
@given(ANY)
def test_pieces_that_cannot_begin_here_are_rightly_not_tried(text: str) -> None:
    clean = normalise(text).text
    for at in range(len(clean)):
        whole = EVERY_PIECE.match(clean, at)
        tag = PIECES[whole.lastindex - 1][0] if whole and whole.lastindex else ""
        expected = (at, whole.end(), tag) if whole else None
        found = anchor(clean, at)
        assert (found if found and found[0] == at else None) == expected, clean[at:]


@settings(max_examples=500, deadline=None)
@given(ANY)
def test_statements_lie_inside_the_text_and_hold_their_quantity(text: str) -> None:
    clean = normalise(text).text
    found = statements(clean)
    assert [statement.quantity for statement in found] == list(measure(clean).quantities)
    for statement in found:
        assert 0 <= statement.start <= statement.quantity.start < statement.quantity.end <= statement.end <= len(clean)
        first, last = statement.name
        assert 0 <= first <= last <= len(clean)


@settings(max_examples=300, deadline=None)
@given(
    st.lists(
        st.sampled_from(["NUM", "UNIT", "CMP", "POST", "MORE", "SLASH", "RANGE", "PCT", "DATE", "LIMIT", "EVERY", "REF", "O", "LABEL"]),
        max_size=12,
    )
)
def test_matches_are_ordered_and_apart(tags: list[str]) -> None:
    found = shape(tuple(tags))
    assert all(one[2] <= two[1] for one, two in pairwise(found))
    assert all(set(tags[first:last]).isdisjoint({"O", "LABEL"}) for _, first, last in found)


def test_two_threads_may_read_at_once() -> None:
    texts = [f"完成{n}件以上、满意度≥{n % 100}%，{n % 12 + 1}月底前" for n in range(400)]
    measure.cache_clear()
    expected = [measure(text) for text in texts]
    for cached in (measure, shape):
        cached.cache_clear()
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(measure, texts)) == expected


def test_two_threads_may_ask_spacy_at_once() -> None:
    runs = [("NUM", "UNIT") * count + ("DATE",) for count in range(1, 60)]
    expected = [
        (*(("quantity", at, at + 2) for at in range(0, 2 * count, 2)), ("moment", 2 * count, 2 * count + 1)) for count in range(1, 60)
    ]
    matched.cache_clear()
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(matched, runs)) == expected
        assert list(pool.map(matches, runs)) == expected


def test_word_lists_say_each_spelling_once_with_a_known_dimension() -> None:
    known = {"share", "point", "people", "household", "body", "events", "things", "money", "length", "area", "volume", "mass", "time"}
    known |= {"energy", "data", "physical", "score", "rank", "multiple"}
    spellings = [row["unit"] for row in rows("units")]
    assert len(spellings) == len(set(spellings))
    assert {row["dimension"] for row in rows("units")} <= known
    assert all(Decimal(row["factor"]) > 0 and row["source"] for row in rows("units"))
    signs = [(row["word"], row["place"]) for row in rows("comparisons")]
    assert len(signs) == len(set(signs))
    assert {row["sign"] for row in rows("comparisons")} <= {"=", "≥", ">", "≤", "<", "≈", "±"}
    assert all(row["unit"] in units() for row in rows("unit_lookalikes"))
