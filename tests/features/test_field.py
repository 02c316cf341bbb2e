"""A field's text as rules see it, typed by hand."""

from __future__ import annotations

import pytest

from zhibiao.features.field import Field
from zhibiao.features.lazy import lazy


@pytest.mark.parametrize(
    ("original", "core", "bare"),
    [
        ("指标1：参训人数", "参训人数", "参训人数"),
        ("★公路养护里程", "公路养护里程", "公路养护里程"),
        ("补助发放及时率（%）", "补助发放及时率", "补助发放及时率%"),
        ("  群众 满意度。", "群众满意度", "群众满意度"),
        ("其中：新建管网长度", "新建管网长度", "新建管网长度"),
        ("≥95％", "≥95%", "≥95%"),
        ("（一）", "", "一"),
        ("", "", ""),
    ],
)
def test_core_and_bare(original: str, core: str, bare: str) -> None:
    field = Field("name", original, True)
    assert (field.core, field.bare) == (core, bare)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("公路养护里程", ("里程", "length")),
        ("参训人数", ("人数", "people")),
        ("受益群众满意度", ("满意度", "satisfaction")),
        ("补助发放及时率(%)", ("及时率", "share")),
        ("提供优质服务", ("", "")),
        ("", ("", "")),
    ],
)
def test_measure_word(name: str, expected: tuple[str, str]) -> None:
    assert Field("name", name, True).measure_word == expected


def test_blank_and_absent() -> None:
    blank, absent = Field("basis", "  ", True), Field("basis", None, False)
    assert (blank.blank, blank.present) == (True, True)
    assert (absent.blank, absent.present, absent.text) == (True, False, "")


def test_words_characters_and_places() -> None:
    field = Field("name", "低保 对象认定准确率", True)
    assert field.words == ("低保对象", "认定", "准确率")
    assert field.characters == frozenset("低保对象认定准确率")
    assert field.find("认定") == (4, 6)
    assert field.find("没有") is None
    assert field.whole == (0, 9)


def test_lazy_computes_once_and_keeps_its_words() -> None:
    class Thing:
        count = 0

        @lazy
        def value(self) -> int:
            """What it is."""
            self.count += 1
            return 7

    thing = Thing()
    assert (thing.value, thing.value, thing.count) == (7, 7, 1)
    assert Thing.value.__doc__ == "What it is."
