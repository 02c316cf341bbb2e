"""Inner Mongolia: 指标性质, 指标方向, 目标值, 计量单位, 分值 in columns."""

from __future__ import annotations

from zhibiao.parsing.forms.form import Form

FORM = Form(
    name="inner_mongolia",
    place="内蒙古",
    english="Inner Mongolia",
    signs=("指标方向", "目标值", "计量单位", "分值", "指标性质"),
    needs=("指标方向", "目标值"),
)
