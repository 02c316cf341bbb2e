"""Chongqing: a list of names with 指标权重(%) and 是否核心指标, no level columns."""

from __future__ import annotations

from zhibiao.parsing.forms.form import Form

FORM = Form(
    name="chongqing",
    place="重庆",
    english="Chongqing",
    signs=("指标权重(%)", "是否核心指标", "指标性质", "计量单位"),
    needs=("是否核心指标",),
)
