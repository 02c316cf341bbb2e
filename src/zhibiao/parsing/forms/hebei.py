"""Hebei 部门预算绩效文本: 项目绩效目标表 with 绩效指标描述, 指标值确定依据 and a cumulative spending plan."""

from __future__ import annotations

from zhibiao.parsing.forms.form import Form, roles

FORM = Form(
    name="hebei",
    place="河北",
    english="Hebei",
    signs=("预算规模及资金用途", "资金支出计划(%)", "绩效指标描述", "指标值确定依据"),
    columns=roles(
        ("description", "绩效指标描述"),
        ("basis", "指标值确定依据"),
    ),
    labels=roles(
        ("budget&purpose", "预算规模及资金用途 预算规模及用途"),
        ("spending_plan", "资金支出计划 资金支出计划(%)"),
    ),
)
