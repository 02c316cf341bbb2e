"""Cleaning: what the layout made goes, what the author typed stays."""

from __future__ import annotations

import unicodedata
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zhibiao.text.clean import INVISIBLE, bare, blanks, field, join_lines, passage, squeeze, unforced, unspaced, width
from zhibiao.text.traditional import TO_SIMPLIFIED


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("产 出 指 标", "产出指标"),
        ("　项目　名称：", "项目名称:"),
        ("２０２５年度", "2025年度"),
        ("≥ 95 ％", "≥95%"),
        ("社會效益指標", "社会效益指标"),
        ("绩\u200b效\ufeff目\u00ad标", "绩效目标"),
        ("（万元）", "(万元)"),
        ("一级\n指标", "一级指标"),
        ("", ""),
        ("里程碑", "里程碑"),  # 里 is no simplified 裏 to be touched
        ("乾县", "乾县"),  # a name: 乾 is not always 干
        ("①", "1"),
    ],
)
def test_squeeze(text: str, expected: str) -> None:
    assert squeeze(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("一级指标：", "一级指标"),
        ("*三级指标", "三级指标"),
        ("指标值。", "指标值"),
        ("（一）", "(一)"),
        ("指标值（%）", "指标值(%)"),
        ("：", ""),
    ],
)
def test_bare(text: str, expected: str) -> None:
    assert bare(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("  疏浚河道 \t 12公里  ", "疏浚河道 12公里"),
        ("第一段\r\n第二段\r第三段", "第一段\n第二段\n第三段"),
        ("\n\n疏浚河道\n\n清运淤泥\n", "疏浚河道\n\n清运淤泥"),
        ("疏浚\u200b河道", "疏浚河道"),
        ("疏浚\u3000\u00a0河道", "疏浚 河道"),
        ("\u3000\u3000首行缩进", "首行缩进"),
        ("　", ""),
        ("疏浚河道", "疏浚河道"),
    ],
)
def test_blanks(text: str, expected: str) -> None:
    assert blanks(text) == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["疏浚河", "道里程"], "疏浚河道里程"),
        (["Smart", "City 平台"], "Smart City 平台"),
        (["2025", "年12月"], "2025年12月"),
        (["12", "00盏"], "1200盏"),
        (["平台 v2,", "release"], "平台 v2, release"),
        (["采用 PC", "端填报"], "采用 PC端填报"),
        (["", "  ", "疏浚"], "疏浚"),
        ([], ""),
    ],
)
def test_join_lines(lines: list[str], expected: str) -> None:
    assert join_lines(lines) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("疏浚 河道 12 公里", "疏浚河道12公里"),
        ("≥ 95 %", "≥95%"),
        ("不低于 95 %，", "不低于95%，"),
        ("（ 2025 年）", "（2025年）"),
        ("＞ 3", "＞3"),
        ("Wi Fi 覆盖", "Wi Fi覆盖"),  # the blank between Latin words is a blank
        ("10 20", "10 20"),  # two numbers are not one
        ("A 95", "A 95"),
    ],
)
def test_unforced(text: str, expected: str) -> None:
    assert unforced(text) == expected


@pytest.mark.parametrize(
    ("text", "wrapped", "expected"),
    [
        ("河道疏浚\n完成率", False, "河道疏浚完成率"),
        ("河道疏浚\n完成率", True, "河道疏浚完成率"),
        ("≥95\n%", False, "≥95%"),
        ("按时完成。\n逐月上报", False, "按时完成。\n逐月上报"),  # the author's own paragraph
        ("按时完成。\n逐月上报", True, "按时完成。逐月上报"),  # the page's line end
        ("巡河次数\n（2）清淤次数", False, "巡河次数\n（2）清淤次数"),
        ("疏浚 河道", False, "疏浚 河道"),  # typed blanks stay
        ("疏浚 河道", True, "疏浚河道"),
        ("Smart\nCity", False, "Smart City"),
        ("疏浚\n\n河道", False, "疏浚河道"),
        ("", True, ""),
        (" \n ", False, ""),
        ("≥ 95%", False, "≥ 95%"),
        ("≥ 95%", True, "≥95%"),
    ],
)
def test_field(text: str, wrapped: bool, expected: str) -> None:
    assert field(text, wrapped) == expected


@pytest.mark.parametrize(
    ("text", "wrapped", "expected"),
    [
        ("保障水库安全\n运行。", False, "保障水库安全\n运行。"),
        ("保障水库安全\n运行。\n完成加固。", True, "保障水库安全运行。\n完成加固。"),
        ("1.加固大坝\n2.清淤", True, "1.加固大坝\n2.清淤"),
        ("（一）加固\n大坝\n（二）清淤", True, "（一）加固大坝\n（二）清淤"),
        ("1.加固大坝 2.清除淤泥", True, "1.加固大坝\n2.清除淤泥"),
        ("1.加固大坝 2.清除淤泥", False, "1.加固大坝 2.清除淤泥"),
        ("总长 1.5公里", True, "总长1.5公里"),  # a decimal is no item
        ("加固大坝\n\n清淤", False, "加固大坝\n清淤"),
        ("", True, ""),
        ("全年投入资金共计\n1.15万元", True, "全年投入资金共计1.15万元"),
        ("完成审核\n2．8月1日前发放", True, "完成审核\n2．8月1日前发放"),
        ("1.疏浚河道\t2.清运淤泥", True, "1.疏浚河道\n2.清运淤泥"),
    ],
)
def test_passage(text: str, wrapped: bool, expected: str) -> None:
    assert passage(text, wrapped) == expected


def test_unspaced_joins_characters_set_apart() -> None:
    assert unspaced("产 出\n指　标\u200b") == "产出指标"
    assert unspaced("ＡＢ：") == "ＡＢ："  # nothing else is changed


@pytest.mark.parametrize(("text", "columns"), [("指标", 4), ("95%", 3), ("≥95%", 5), ("（一）", 6), ("", 0), ("a中1", 4)])
def test_width(text: str, columns: int) -> None:
    assert width(text) == columns


CHARACTERS = st.text(
    st.sampled_from("疏浚河道指标完成率一二十项產繁12390.．、，。；;！：（）()①②%≥≤=abcXY,\t\n\r \u3000\u00a0" + INVISIBLE), max_size=40
)


def visible(text: str) -> Counter[str]:
    return Counter(c for c in text if not c.isspace() and c not in INVISIBLE)


@settings(max_examples=300, deadline=None)
@given(CHARACTERS, st.booleans())
def test_field_keeps_every_visible_character_in_order(text: str, wrapped: bool) -> None:
    result = field(text, wrapped)
    assert visible(result) == visible(text)
    assert "".join(result.split()) == "".join(c for c in text if not c.isspace() and c not in INVISIBLE)


@settings(max_examples=300, deadline=None)
@given(CHARACTERS, st.booleans())
def test_passage_keeps_every_visible_character_in_order(text: str, wrapped: bool) -> None:
    result = passage(text, wrapped)
    assert visible(result) == visible(text)
    assert "".join(result.split()) == "".join(c for c in text if not c.isspace() and c not in INVISIBLE)


@settings(max_examples=300, deadline=None)
@given(CHARACTERS, st.booleans())
def test_field_twice_is_field_once(text: str, wrapped: bool) -> None:
    once = field(text, wrapped)
    assert field(once, wrapped) == once


PLAIN = st.text(st.sampled_from("疏浚河道指标完成率一二十项產繁12390.．、，。；;！：（）()①②%≥≤=abcXY,\n\r\t \u3000"), max_size=40)


@settings(max_examples=300, deadline=None)
@given(PLAIN, st.booleans())
def test_passage_twice_is_passage_once(text: str, wrapped: bool) -> None:
    once = passage(text, wrapped)
    assert passage(once, wrapped) == once


@settings(max_examples=300, deadline=None)
@given(CHARACTERS)
def test_squeeze_twice_is_squeeze_once_and_holds_no_blank(text: str) -> None:
    once = squeeze(text)
    assert squeeze(once) == once
    assert not any(c.isspace() or c in INVISIBLE for c in once)


@settings(max_examples=200, deadline=None)
@given(st.text(st.sampled_from("疏浚河道指标完成12390.%≥≤abc \t\n\u3000" + INVISIBLE), max_size=30))
def test_squeeze_loses_only_blanks(text: str) -> None:
    assert visible(squeeze(text)) == visible(text)


@settings(max_examples=200, deadline=None)
@given(CHARACTERS)
def test_blanks_twice_is_blanks_once(text: str) -> None:
    once = blanks(text)
    assert blanks(once) == once
    assert visible(once) == visible(text)


def test_what_squeeze_passes_over_would_not_change() -> None:
    def in_full(text: str) -> str:
        return "".join(c for c in unicodedata.normalize("NFKC", text).translate(TO_SIMPLIFIED) if not c.isspace() and c not in INVISIBLE)

    signs = [chr(code) for code in range(0x30000) if not 0xD800 <= code <= 0xDFFF]
    assert [sign for sign in signs if squeeze(sign) != in_full(sign)] == []
