"""Beijing 部门预算公开: 绩效指标性质, 绩效指标值, 绩效度量单位."""

from __future__ import annotations

from zhibiao.parsing.forms.form import Form, roles

FORM = Form(
    name="beijing",
    place="北京",
    english="Beijing",
    signs=("绩效指标性质", "绩效指标值", "绩效度量单位"),
    columns=roles(
        ("sign", "绩效指标性质"),
        ("value", "绩效指标值"),
        ("unit", "绩效度量单位"),
    ),
)
