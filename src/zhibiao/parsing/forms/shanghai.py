"""Shanghai 财政项目支出绩效目标申报表: total and annual money in 元, 项目总目标 and 年度总体目标."""

from __future__ import annotations

from zhibiao.parsing.forms.form import Form, roles

FORM = Form(
    name="shanghai",
    place="上海",
    english="Shanghai",
    signs=("项目资金总额", "年度资金申请总额", "计划开始日期", "计划完成日期", "项目总目标", "年度指标值"),
    needs=("年度资金申请总额",),
    labels=roles(
        ("budget_total", "年度资金申请总额"),
        ("budget_total~", "项目资金总额"),
        ("extra", "计划开始日期 计划完成日期"),
    ),
)
