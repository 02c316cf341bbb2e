"""Sichuan 单位预算项目绩效目标表: a list of projects with 指标性质, 度量单位, 权重, 指标方向性."""

from __future__ import annotations

from zhibiao.parsing.forms.form import Form

FORM = Form(
    name="sichuan",
    place="四川",
    english="Sichuan",
    signs=("指标方向性", "度量单位", "权重", "指标性质", "项目金额"),
    needs=("指标方向性",),
)
