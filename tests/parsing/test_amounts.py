"""Money cells."""

from __future__ import annotations

import pytest

from zhibiao.parsing.amounts import amount, amount_unit


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("16.72", 16.72),
        ("1,200.00", 1200.0),
        ("１，２００", 1200.0),
        ("96万元", 96.0),
        ("资金总额：291.97", 291.97),
        ("-5.5", -5.5),
        ("0", 0.0),
        ("1 108.80", 1108.8),
        ("￥12,345,678.90元", 12345678.9),
        ("100（其中县级60）", 100.0),
    ],
)
def test_amount(text: str, expected: float) -> None:
    assert amount(text) == expected


@pytest.mark.parametrize(
    "text", ["", "  ", "——", "无", "据实结算", "按照合同约定分期支付工程进度款，其中首付款30%，完工后付至80%，审计后付清余款"]
)
def test_no_amount(text: str) -> None:
    assert amount(text) is None


def test_an_amount_deep_in_words_with_several_numbers_is_none() -> None:
    assert amount("依照省市两级财政部门联合印发的文件精神安排12万元另3万元") is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("单位：万元", "万元"),
        ("项目资金（万元）", "万元"),
        ("单位:元", "元"),
        ("金额单位：亿 元", "亿元"),
        ("千元", "千元"),
        ("單位：萬元", "萬元"),
    ],
)
def test_amount_unit(text: str, expected: str) -> None:
    assert amount_unit(text) == expected


@pytest.mark.parametrize("text", ["单位：临江县水利局", "", "12公里"])
def test_no_amount_unit(text: str) -> None:
    assert amount_unit(text) is None
