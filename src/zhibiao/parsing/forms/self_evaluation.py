"""项目支出绩效自评表 (Anhui and most provinces): target and actual side by side, execution in the head."""

from __future__ import annotations

from zhibiao.parsing.forms.form import Form, roles

FORM = Form(
    name="self_evaluation",
    place="安徽等（绩效自评）",
    english="Anhui and others (self-evaluation)",
    signs=("全年执行数", "执行率", "实际完成值", "实际完成情况", "偏差原因分析及改进措施", "得分", "全年预算数", "年初预算数"),
    needs=("得分",),
    labels=roles(
        ("objectives", "预期目标"),
        ("actual", "实际完成情况 全年实际完成情况"),
    ),
)
