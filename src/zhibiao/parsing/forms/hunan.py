"""Hunan 项目支出绩效目标表 and 部门整体支出绩效目标表: 指标值及单位, 绩效标准, 满意度 under 效益."""

from __future__ import annotations

from zhibiao.parsing.forms.form import Form, roles

FORM = Form(
    name="hunan",
    place="湖南",
    english="Hunan",
    signs=(
        "指标值及单位",
        "绩效标准",
        "年度本级预算金额",
        "实施期绩效目标",
        "本年度绩效目标",
        "该项目支出上级资金",
        "整体绩效目标",
        "部门职能职责概述",
        "按收入性质分",
        "部门整体支出年度绩效指标",
    ),
    columns=roles(
        ("value", "指标值及单位"),
        ("standard", "绩效标准"),
    ),
    labels=roles(
        ("budget_total", "年度本级预算金额"),
        ("period_objectives", "实施期绩效目标"),
        ("objectives", "本年度绩效目标"),
        ("extra", "该项目支出上级资金 项目支出实施期 部门职能职责概述 按收入性质分 按支出性质分"),
    ),
)
