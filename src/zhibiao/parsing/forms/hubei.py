"""Hubei: sign, value, unit and the values of past years in columns, indicator trees per goal."""

from __future__ import annotations

from zhibiao.parsing.forms.form import Form, roles

FORM = Form(
    name="hubei",
    place="湖北",
    english="Hubei",
    signs=("计算符号", "前年指标值", "上年指标值", "指标值确定依据", "年度绩效目标表", "长期目标", "目标名称", "扣分标准"),
    needs=("前年",),
    columns=roles(
        ("sign", "计算符号"),
        ("value", "预计当年实现"),
    ),
    labels=roles(
        ("extra", "项目执行单位"),
        ("skip", "名称 目标说明 目标名称"),
    ),
)
