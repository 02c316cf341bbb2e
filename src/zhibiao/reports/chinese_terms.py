"""How reports name severities and scopes to people."""

from __future__ import annotations

from zhibiao.model.finding import Scope, Severity

SEVERITY: dict[Severity, str] = {"error": "错误", "warning": "警告", "info": "提示"}
SCOPE: dict[Scope, str] = {"row": "指标", "table": "项目表", "document": "文件"}
FIELD: dict[str, str] = {
    "level1": "一级指标",
    "level2": "二级指标",
    "name": "三级指标",
    "description": "指标描述",
    "value": "指标值",
    "basis": "确定依据",
    "standard": "绩效标准",
    "weight": "分值",
    "indicators": "各行指标",
    "objectives": "绩效目标",
    "period_objectives": "中期目标",
    "overall_goal": "总体目标",
    "sub_goals": "分项目标",
    "safeguards": "保障措施",
    "spending_plan": "支出计划",
    "budget_total": "预算",
    "project_name": "项目名称",
    "purpose": "资金用途",
}
