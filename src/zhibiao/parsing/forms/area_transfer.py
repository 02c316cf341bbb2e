"""区域绩效目标表 of transfer payments: 专项名称, 年度金额, 中央补助, 地方资金."""

from __future__ import annotations

from zhibiao.parsing.forms.form import Form, roles

FORM = Form(
    name="area_transfer",
    place="转移支付（区域绩效目标）",
    english="transfer payments (goals of an area)",
    signs=(
        "专项名称",
        "中央主管部门",
        "省级财政部门",
        "省级主管部门",
        "年度金额",
        "其中:中央补助",
        "地方资金",
        "转移支付名称",
        "市(县)主管部门",
    ),
    needs=("年度金额",),
    labels=roles(
        ("project_name", "专项名称 转移支付名称"),
        ("budget_total", "年度金额"),
        ("department", "省级主管部门"),
        ("department~", "市(县)主管部门"),
        ("extra", "中央主管部门 省级财政部门 中央补助 其中:中央补助 其中:中央财政资金 地方资金 地方财政资金 市(县)财政部门 专项实施期"),
    ),
)
