"""财预〔2015〕88号 项目支出绩效目标申报表: 中期目标 and 年度目标 side by side."""

from __future__ import annotations

from zhibiao.parsing.forms.form import Form, roles

FORM = Form(
    name="central_2015",
    place="中央部门（2015年样式）",
    english="central bodies (form of 2015)",
    signs=("中期目标", "中期资金总额", "项目属性", "项目期"),
    needs=("中期",),
    labels=roles(
        ("period_objectives", "中期目标"),
        ("budget_total~", "中期资金总额"),
    ),
)
