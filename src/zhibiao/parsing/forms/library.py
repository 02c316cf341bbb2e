"""Indicator libraries: names, explanations and formulas without values."""

from __future__ import annotations

from zhibiao.parsing.forms.form import Form

FORM = Form(
    name="library",
    place="指标库（不含指标值）",
    english="libraries of indicators (without values)",
    signs=("指标解释", "计算公式", "指标库", "行业", "行业分类", "适用范围", "指标编码"),
)
