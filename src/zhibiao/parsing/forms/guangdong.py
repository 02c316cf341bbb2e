"""Guangdong: 总体 and 年度 goals, 实施周期指标值 beside 年度指标值."""

from __future__ import annotations

from zhibiao.parsing.forms.form import Form, roles

FORM = Form(
    name="guangdong",
    place="广东",
    english="Guangdong",
    signs=("总体绩效目标", "年度绩效目标", "实施周期指标值", "年度指标值", "实施周期"),
    needs=("实施周期指标值",),
    columns=roles(
        ("value~", "实施周期指标值"),
    ),
)
