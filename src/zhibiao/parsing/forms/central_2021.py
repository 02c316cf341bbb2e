"""财预〔2021〕101号 set as central bodies print it: 成本指标 first, 主管部门及代码, 年度资金总额, weights."""

from __future__ import annotations

from zhibiao.parsing.forms.form import Form, roles

FORM = Form(
    name="central_2021",
    place="中央部门及采用财预〔2021〕101号的地区",
    english="central bodies, and regions that use 财预〔2021〕101号",
    signs=("主管部门及代码", "经济成本指标", "社会成本指标", "生态环境成本指标", "分值权重", "年度资金总额", "年度总体目标"),
    labels=roles(
        ("department", "主管部门及代码"),
        ("objectives", "年度总体目标"),
    ),
)
