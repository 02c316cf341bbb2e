"""Rules shown to people."""

from __future__ import annotations

from zhibiao.reports.catalogue import catalogue_json, catalogue_markdown
from zhibiao.reports.rule_page import rule_page
from zhibiao.rules.catalogue import catalogue

PAGE = """M206 缺少比较符号（missing-operator）
级别：警告　范围：指标

检查什么
  指标值写了数和单位"""


def test_the_page_of_a_rule() -> None:
    text = rule_page(catalogue()["M206"])
    assert text.startswith(PAGE)
    assert [line for line in text.splitlines() if line and not line.startswith(" ")][2:] == ["检查什么", "为何重要", "反例", "改为", "依据"]


def test_the_catalogue_in_both_languages() -> None:
    assert "| `M206` | 缺少比较符号 | 警告 | 指标 | `missing-operator` |" in catalogue_markdown(chinese=True).splitlines()
    assert "| `M206` | `missing-operator` | warning | row | 缺少比较符号 |" in catalogue_markdown(chinese=False).splitlines()
    assert [one["code"] for one in catalogue_json()] == list(catalogue())
