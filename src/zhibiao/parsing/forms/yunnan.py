"""Yunnan 项目支出绩效目标表: a list by unit and project with 指标属性 and 指标内容, often as a tree."""

from __future__ import annotations

from zhibiao.parsing.forms.form import Form, roles

FORM = Form(
    name="yunnan",
    place="云南",
    english="Yunnan",
    signs=("指标属性", "指标内容", "度量单位", "指标性质", "单位名称、项目名称", "项目年度绩效目标"),
    needs=("指标属性",),
    columns=roles(
        ("list.project_name", "单位名称、项目名称 单位名称/项目名称"),
        ("list.objectives", "项目年度绩效目标"),
    ),
)
