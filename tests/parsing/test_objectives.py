"""An objective cell as its items."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zhibiao.parsing.objectives import split_items


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("1.疏浚河道12公里\n2.清运淤泥3万方", ("疏浚河道12公里", "清运淤泥3万方")),
        ("1、疏浚河道；2、清运淤泥。", ("疏浚河道；", "清运淤泥。")),
        ("（1）疏浚河道；（2）清运淤泥", ("疏浚河道；", "清运淤泥")),
        ("(1)疏浚河道，(2)清运淤泥", ("疏浚河道，", "清运淤泥")),
        ("1）疏浚河道\n2）清运淤泥", ("疏浚河道", "清运淤泥")),
        ("①疏浚河道②清运淤泥③加固堤防", ("疏浚河道", "清运淤泥", "加固堤防")),
        ("一、疏浚河道\n二、清运淤泥", ("疏浚河道", "清运淤泥")),
        ("（一）疏浚河道\n（二）清运淤泥", ("疏浚河道", "清运淤泥")),
        ("全年目标如下：\n1.疏浚河道\n2.清运淤泥", ("全年目标如下：", "疏浚河道", "清运淤泥")),
        ("目标1：疏浚河道。\n目标2：清运淤泥。", ("目标1：疏浚河道。", "目标2：清运淤泥。")),
        ("1.疏浚河道", ("疏浚河道",)),
        ("（1）疏浚河道（2）清运淤泥", ("疏浚河道", "清运淤泥")),
        ("1.完成采购。\n2.9月底前投入使用。", ("完成采购。", "9月底前投入使用。")),
        ("1．7月底前完成审核\n2．8月1日前发放到位", ("7月底前完成审核", "8月1日前发放到位")),
        ("1.15个乡镇全部开展清淤\n2.全年巡河48次", ("15个乡镇全部开展清淤", "全年巡河48次")),
    ],
)
def test_items(text: str, items: tuple[str, ...]) -> None:
    assert split_items(text) == items


@pytest.mark.parametrize(
    "text",
    [
        "保障河道安全运行",
        "全年投入1.15万元，疏浚河道2.3公里",  # decimals
        "1.15万元用于清淤",
        "疏浚河道12公里；清运淤泥3万方",
        "2.清运淤泥\n3.加固堤防",  # no first item
        "落实《防洪法》第1、2条",
        "分2期实施",
        "疏浚河道（1标段）",
        "2025年12月底前完成",
        "一是疏浚河道，二是清运淤泥",
    ],
)
def test_one_item(text: str) -> None:
    assert split_items(text) == (text,)


def test_nothing() -> None:
    assert split_items("") == ()
    assert split_items(" \n　") == ()


def test_lines_of_the_page_are_no_items() -> None:
    assert split_items("1.疏浚河道\n12公里 2.清运淤泥", wrapped=True) == ("疏浚河道12公里", "清运淤泥")
    assert split_items("保障河道\n安全运行。", wrapped=True) == ("保障河道安全运行。",)


def test_numbers_deep_inside_a_long_sentence_are_no_items() -> None:
    lead = (
        "围绕全县防洪排涝能力提升的总体要求，统筹推进骨干河道治理、中小河流综合整治、病险水闸除"
        "险加固和农村水系连通等重点任务，持续完善水旱灾害防御体系，切实保障沿线人民群众生命财产安全。"
    )
    text = lead + "1.疏浚河道。2.清运淤泥。"
    assert split_items(text) == (text,)
    assert split_items(lead + "\n1.疏浚河道。\n2.清运淤泥。") == (lead, "疏浚河道。", "清运淤泥。")


WORDS = st.text(st.sampled_from("疏浚河道清运淤泥加固堤防保障安全，"), min_size=1, max_size=12).map(
    lambda text: "完" + text.strip("，") + "成"
)


@settings(max_examples=150, deadline=None)
@given(
    st.lists(WORDS, min_size=1, max_size=9), st.sampled_from(["{}.", "{}、", "（{}）", "({})", "{}．"]), st.sampled_from(["", "。", "；"])
)
def test_numbered_lines_come_back_as_they_were(items: list[str], ordinal: str, end: str) -> None:
    text = "\n".join(ordinal.format(k) + item + end for k, item in enumerate(items, 1))
    assert split_items(text) == tuple(item + end for item in items)


def solid(text: str) -> str:
    return "".join(text.split())


@settings(max_examples=300, deadline=None)
@given(st.text(st.sampled_from("疏浚河道123一二三①②③.．、)）(（。；：\n 目标"), max_size=40), st.booleans())
def test_items_hold_everything_but_ordinals_in_order(text: str, wrapped: bool) -> None:
    kept, given_text = solid("".join(split_items(text, wrapped))), solid(text)
    lost = []
    position = 0
    for char in kept:
        found = given_text.index(char, position)  # raises where something was invented or moved
        lost.append(given_text[position:found])
        position = found + 1
    lost.append(given_text[position:])
    assert re.fullmatch(r"[123一二三①②③.．、)）(（]*", "".join(lost))
