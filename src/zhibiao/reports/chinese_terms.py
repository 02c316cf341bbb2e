"""How reports name severities and scopes to people."""

from __future__ import annotations

from zhibiao.model.finding import Scope, Severity

SEVERITY: dict[Severity, str] = {"error": "错误", "warning": "警告", "info": "提示"}
SCOPE: dict[Scope, str] = {"row": "指标", "table": "项目表", "document": "文件"}
