"""One form for every spelling, and the way back to each character as typed."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zhibiao.text.normalise import normal_text, normalise


@pytest.mark.parametrize(
    ("original", "expected"),
    [
        ("≥95%", "≥95%"),
        ("≥ 95 ％", "≥95%"),
        ("≧９５﹪", "≥95%"),
        ("＞＝１２００人", ">=1200人"),
        ("１，２００元", "1,200元"),
        ("２０２５年１２月底前", "2025年12月底前"),
        ("冀财行（２０２４）９７号", "冀财行(2024)97号"),
        ("产　出　指　标", "产出指标"),
        ("满 意 度", "满意度"),
        ("Smart City 平台", "Smart City平台"),
        ("100 MB", "100MB"),
        ("GB 50300", "GB 50300"),
        ("10 20", "10 20"),  # two numbers stay two
        ("①巡河②清淤", "①巡河②清淤"),  # list marks are no numbers
        ("……", "……"),
        ("80％～100％", "80%~100%"),
        ("㎡", "m2"),
        ("35μg/m³", "35μg/m3"),
        ("20℃", "20°C"),
        ("Ⅲ类水质", "III类水质"),
        ("绩\u200b效\ufeff目\u00ad标", "绩效目标"),
        ("第一行\n第二行", "第一行第二行"),
        ("release\nnotes", "release notes"),
        ("“一卡通”发放", "“一卡通”发放"),
        ("", ""),
        (" \t\n", ""),
    ],
)
def test_text(original: str, expected: str) -> None:
    assert normalise(original).text == expected


@pytest.mark.parametrize(
    ("original", "piece", "typed"),
    [
        ("满 意 度 ≥ 95 ％", "满意度", "满 意 度"),
        ("满 意 度 ≥ 95 ％", "≥95%", "≥ 95 ％"),
        ("面积５００㎡以上", "500m2", "５００㎡"),  # one sign gave two characters
        ("绩\u200b效目标", "绩效", "绩\u200b效"),
        ("（２０２５）年", "2025", "２０２５"),
        ("  及时率  ", "及时率", "及时率"),
    ],
)
def test_the_way_back(original: str, piece: str, typed: str) -> None:
    normal = normalise(original)
    at = normal.text.index(piece)
    start, end = normal.original_span(at, at + len(piece))
    assert original[start:end] == typed
    assert normal.normal_span(start, end) == (at, at + len(piece))


TYPED = st.text(st.sampled_from("产出指标满意度≥≧９5％% \t\n\u3000\u00a0\u200b㎡³①℃Ⅲ½（）abＡ，、…\U0001f600"), max_size=30) | st.text(
    max_size=30
)


@settings(max_examples=400, deadline=None)
@given(TYPED)
def test_twice_is_once(text: str) -> None:
    once = normalise(text).text
    assert normalise(once).text == once


@settings(max_examples=400, deadline=None)
@given(TYPED)
def test_every_character_has_its_place(text: str) -> None:
    normal = normalise(text)
    starts = [normal.original_span(i, i + 1)[0] for i in range(len(normal.text))]
    ends = [normal.original_span(i, i + 1)[1] for i in range(len(normal.text))]
    assert starts == sorted(starts)
    assert all(0 <= start < end <= len(text) for start, end in zip(starts, ends, strict=True))


@settings(max_examples=400, deadline=None)
@given(TYPED, st.integers(0, 40), st.integers(0, 40))
def test_a_span_goes_to_the_original_and_back(text: str, one: int, two: int) -> None:
    normal = normalise(text)
    size = len(normal.text)
    start, end = sorted((min(one, size), min(two, size)))
    first, last = normal.original_span(start, end)
    assert 0 <= first <= last <= len(text)
    back = normal.normal_span(first, last)
    if end > start:  # an original character that gave two is taken whole
        assert back[0] <= start
        assert back[1] >= end


@settings(max_examples=200, deadline=None)
@given(TYPED)
def test_no_blank_beside_han(text: str) -> None:
    result = normalise(text).text
    assert not any(c.isspace() and c != " " for c in result)
    assert "  " not in result


@given(st.text())
def test_the_text_alone_is_the_same(original: str) -> None:
    assert normal_text(original) == normalise(original).text
